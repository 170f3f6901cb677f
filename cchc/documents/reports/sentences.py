"""What a report says of a milestone, and of a task with several: one sentence each."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from cchc.documents.cells import Fields
from cchc.documents.milestones import leaders, milestone_name, named
from cchc.plan.models import Plan
from cchc.progress.states import Standing, State
from cchc.progress.worklist import Item

Say = Callable[[Standing], str]
"""What is said of a milestone, from how it stands."""


def tasks(
    plan: Plan, items: Iterable[Item], say: Say, *, noted: str = "", led: bool = False
) -> list[Fields]:
    """Return a field for each task of the items, in their order; `cau` is its whole sentence.

    With `noted` the sentence ends with what was noted, after that word; with `led` it names the
    offices that lead.
    """
    by_task: dict[str, list[Item]] = {}
    for item in items:
        by_task.setdefault(item.task.id if item.task else item.milestone.key, []).append(item)
    return [_task(plan, mine, say, noted, led=led) for mine in by_task.values()]


def done(standing: Standing) -> str:
    """Return "hoàn thành ngày 24/01/2025, đúng hạn (Quyết định số 15/QĐ-UBND …)"."""
    when = f"hoàn thành ngày {standing.done_on:%d/%m/%Y}" if standing.done_on else "hoàn thành"
    late = f"quá hạn {standing.days_late} ngày" if standing.days_late else "đúng hạn"
    punctual = f", {late}" if standing.due else ""
    note = f"; {_text(standing.note)}" if standing.note else ""
    return f"{when}{punctual} ({_text(standing.document) or 'chưa có văn bản'}{note})"


def still_open(standing: Standing, in_time: str = "còn trong hạn") -> str:
    """Return "hạn 31/01/2025, quá hạn 15 ngày, đang thực hiện"; `in_time` is said before it."""
    late = standing.days_late
    doing = ", đang thực hiện" if standing.state is State.IN_PROGRESS else ""
    extended = f" (gia hạn theo {_text(standing.extension)})" if standing.extension else ""
    time = f", quá hạn {late} ngày" if late else f", {in_time}"
    return f"{due(standing)}{extended}{time}{doing}"


def cancelled(standing: Standing) -> str:
    """Return "đã hủy theo Công văn số …"."""
    by = f" theo {_text(standing.document)}" if standing.document else ""
    why = f" (lý do: {_text(standing.note)})" if standing.note else ""
    return f"đã hủy{by}{why}"


def due(standing: Standing) -> str:
    """Return "hạn 31/01/2025"."""
    return f"hạn {standing.due:%d/%m/%Y}" if standing.due else "không có hạn"


def _task(plan: Plan, items: list[Item], say: Say, noted: str, *, led: bool) -> Fields:
    first = items[0]
    notes = dict.fromkeys(_text(i.standing.note) for i in items if noted and i.standing.note)
    why = f"; {noted}: {'; '.join(notes)}" if notes else ""
    said = "; ".join(_said(items, say)) + why
    offices = leaders(plan, first)
    by = f" Chủ trì: {offices}." if led and offices else ""
    alone = milestone_name(first) if len(items) == 1 else ""
    about = f"{named(first)}, {alone}" if alone else named(first)
    return {
        "ma": first.task.id if first.task else "",
        "noi_dung": " ".join(first.content.split()),
        "chu_tri": offices,
        "ket_qua": said,
        "cau": f"{about}: {said}.{by}",
        "moc": [_milestone(item) for item in items],
    }


def _said(items: list[Item], say: Say) -> Iterator[str]:
    """Yield what is said of each milestone; those of which the same is said share it."""
    if len(items) == 1:
        yield say(items[0].standing)
        return
    for said, same in groupby(items, lambda item: say(item.standing)):
        # What begins with its due day needs no other name.
        names = [
            milestone_name(i) or ("" if said.startswith("hạn ") else due(i.standing)) for i in same
        ]
        called = ", ".join(name for name in names if name)
        yield f"{called} - {said}" if called else said


def _milestone(item: Item) -> Fields:
    standing = item.standing
    return {
        "ten": milestone_name(item),
        "han": f"{standing.due:%d/%m/%Y}" if standing.due else "",
        "ngay_xong": f"{standing.done_on:%d/%m/%Y}" if standing.done_on else "",
        "so_ngay_qua_han": str(standing.days_late) if standing.days_late else "",
        "van_ban": _text(standing.document),
        "ghi_chu": _text(standing.note),
    }


def _text(text: str | None) -> str:
    return " ".join((text or "").split()).rstrip(" .;")

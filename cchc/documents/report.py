"""The variables of a report's template: letterhead, sentences, and the rows of its tables."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from cchc.documents.fields import (
    Fields,
    issuer,
    leaders,
    letter_fields,
    milestone_name,
    named,
    named_plan,
    properties,
)
from cchc.documents.render import Picture, Tell, render
from cchc.documents.templates import find_template
from cchc.plan.models import Plan
from cchc.progress.ledger import REPORTS
from cchc.progress.report import Counts, Figures, Report, Row
from cchc.progress.state import Deadline, Standing, State
from cchc.progress.worklist import Item
from cchc.text import roman

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


# Titles in capitals, as a plan's appendix has them, written as a heading in small letters.


def sentence_case(plan: Plan, title: str) -> str:
    """Return a title in small letters but its first; names that the plan writes keep theirs.

    A title that isn't all in capitals stays as it is.
    """
    if title != title.upper():
        return title
    small = title.capitalize()
    for name in _names(plan):
        # Letters of one name only: "hạ" inside another word isn't the place.
        small = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", name, small)
    return small[:1].upper() + small[1:]


def _names(plan: Plan) -> list[str]:
    """Return the proper names: the place, and the words in capitals of what offices are called."""
    abbreviations = re.findall(r"(?<!\w)[A-ZĐ]{3,}(?!\w)", _texts(plan))
    return [*([plan.place] if plan.place else []), *dict.fromkeys(abbreviations)]


def _texts(plan: Plan) -> str:
    return " ".join(task.content or "" for task in plan.tasks)


# The counts of a report: as sentences, and as the rows of its tables.


def overview(report: Report) -> str:
    """Return all the counts in one sentence."""
    counts, name = report.figures.total, report.period.name
    if not counts.total:
        return f"Không có nhiệm vụ nào có mốc đến hạn trong {name}."
    gone = f"; đã hủy {counts.cancelled}" if counts.cancelled else ""
    return (
        f"Trong {name} có {counts.total} mốc công việc đến hạn, mỗi mốc được tính một lần. Đã hoàn"
        f" thành {counts.done} (đúng hạn {counts.on_time}, quá hạn {counts.late}); chưa hoàn thành"
        f" {counts.open} (trong hạn {counts.in_time}, quá hạn {counts.overdue}){gone}."
    )


def counted_rows(rows: Iterable[Row], plan: Plan | None = None) -> list[Fields]:
    """Return a field for each row; with a plan they are groups, whose titles are in capitals."""
    return [count_fields(row.code, _title(row, plan), row.counts) for row in rows]


def count_fields(code: str, name: str, counts: Counts) -> Fields:
    """Return counts as the texts of a table's cells."""
    return {
        "ma": code,
        "ten": name,
        "tong": str(counts.total),
        "xong_dung_han": str(counts.on_time),
        "xong_qua_han": str(counts.late),
        "chua_trong_han": str(counts.in_time),
        "chua_qua_han": str(counts.overdue),
        "da_huy": str(counts.cancelled),
    }


def chart_words(figures: Figures) -> str:
    """Return what the chart shows, for who can't see it; "" if there is nothing to draw."""
    rows = [row for row in figures.by_group if row.counts.done + row.counts.open]
    told = "; ".join(f"{row.code}: {_words(row.counts)}" for row in rows)
    return f"Biểu đồ số mốc theo nhóm nhiệm vụ. {told}." if rows else ""


def _title(row: Row, plan: Plan | None) -> str:
    if plan is None:
        return row.name
    title = sentence_case(plan, row.name)
    return title if row.code == REPORTS else f"{row.code}. {title}"


def _words(counts: Counts) -> str:
    parts = (
        (counts.on_time, "hoàn thành đúng hạn"),
        (counts.late, "hoàn thành quá hạn"),
        (counts.in_time, "chưa hoàn thành, trong hạn"),
        (counts.overdue, "chưa hoàn thành, quá hạn"),
    )
    return ", ".join(f"{count} {words}" for count, words in parts if count)


# The variables of a report's template: letterhead, sentences, and the rows of its tables.

CHART = "bieu_do"
"""The name of the picture in the template, and of the variable that tells what it shows."""


def report_fields(report: Report) -> Fields:
    """Return the variables of a report's template: texts, lists and fields of these kinds."""
    plan, period = report.plan, report.period
    letter = letter_fields(plan, f"BC-{issuer(plan)}", report.day)
    figures, unfinished = report.figures, _unfinished(report)
    after = len(unfinished)
    return letter | {
        "ten_loai": "BÁO CÁO",
        "trich_yeu": subject(report),
        "ky": period.name,
        "tu_ngay": f"{period.days.start:%d/%m/%Y}",
        "den_ngay": f"{period.days.end:%d/%m/%Y}",
        "chot_so_lieu": f"{period.closed:%d/%m/%Y}",
        "han_bao_cao": f"{period.due:%d/%m/%Y}" if period.due else "",
        "mo_dau": _opening(report),
        "tong_quan": overview(report),
        "nhom": _groups(report),
        "ngoai_ky": tasks(plan, report.besides, done),
        "chua_xong": unfinished,
        "de_muc_nhom": f"{after + 1}. Số liệu theo nhóm nhiệm vụ",
        "de_muc_don_vi": f"{after + 2}. Số liệu theo đơn vị chủ trì",
        "so_lieu": count_fields("", "Tổng cộng", figures.total),
        "theo_nhom": counted_rows(figures.by_group, plan),
        "theo_don_vi": counted_rows(figures.by_unit),
        CHART: chart_words(figures),
        "kho_khan": _difficulties(report),
        "ky_sau": report.next_name,
        "viec_ky_sau": tasks(plan, report.next_items, due, led=True),
        "ket": f"Trên đây là báo cáo kết quả {period.name} thực hiện {letter['ke_hoach']} của "
        f"{plan.agency.in_sentence}./.",
    }


def subject(report: Report) -> str:
    """Return the trích yếu: what the report is about, and for which period."""
    plan, name = report.plan, report.period.name
    of = plan.subject[:1].lower() + plan.subject[1:]
    # "Kết quả năm 2025 thực hiện Kế hoạch … năm 2025" would say the year twice.
    when = "" if name in of else f"{name} "
    return f"Kết quả {when}thực hiện {plan.kind.capitalize()} {of}"


def _opening(report: Report) -> str:
    plan, period = report.plan, report.period
    closed = f"đến hết ngày {period.closed:%d/%m/%Y}"
    begun = period.closed >= period.days.start
    told = f"từ ngày {period.days.start:%d/%m/%Y} {closed}" if begun else closed
    return (
        f"Thực hiện {named_plan(plan)}, {plan.agency.in_sentence} báo cáo kết quả {period.name}"
        f" (số liệu tính {told};"
        " số trong ngoặc sau mỗi nhiệm vụ là nhóm và số thứ tự trong Phụ lục Kế hoạch) như sau:"
    )


def _groups(report: Report) -> list[Fields]:
    """Return the groups that have something to tell, numbered from 1."""
    told = []
    for code, title in _group_rows(report.plan):
        mine = [item for item in report.items if _group(item) == code]
        regular = [task.number for task in report.continuous if task.group == code]
        if mine or regular:
            finished = (item for item in mine if item.standing.state is State.DONE)
            told.append((title, tasks(report.plan, finished, done), bool(mine), regular))
    return [
        {
            "de_muc": f"{number}. {title}",
            "tieu_de": title,
            "da_lam": lines,
            "co_viec": "có" if counted else "",
            "thuong_xuyen": ", ".join(regular),
        }
        for number, (title, lines, counted, regular) in enumerate(told, 1)
    ]


def _group_rows(plan: Plan) -> list[tuple[str, str]]:
    titles = [(roman(n), sentence_case(plan, g.title)) for n, g in enumerate(plan.groups, 1)]
    return [*titles, (REPORTS, "Chế độ báo cáo")]


def _unfinished(report: Report) -> list[Fields]:
    """Return what isn't done, by how it stands; parts without anything are left out."""
    parts: tuple[tuple[str, Iterable[Item], Say, str], ...] = (
        ("Nhiệm vụ quá hạn", _with(report.items, Deadline.OVERDUE), still_open, "nguyên nhân"),
        ("Nhiệm vụ còn trong hạn", _with(report.items, Deadline.IN_TIME), still_open, "ghi chú"),
        ("Nhiệm vụ của các kỳ trước còn tồn", report.before, still_open, "nguyên nhân"),
        ("Nhiệm vụ đã hủy", _cancelled(report.items), cancelled, ""),
    )
    told = [
        (title, tasks(report.plan, items, say, noted=noted, led=True))
        for title, items, say, noted in parts
    ]
    shown = [(title, lines) for title, lines in told if lines]
    return [
        {"de_muc": f"{number}. {title}", "tieu_de": title, "viec": lines}
        for number, (title, lines) in enumerate(shown, 1)
    ]


def _difficulties(report: Report) -> list[Fields]:
    """Return what was noted, by office; a note that is repeated stands once."""
    by_unit: dict[str, dict[str, list[str]]] = {}
    for note in report.notes:
        texts = by_unit.setdefault(note.unit, {})
        ids = texts.setdefault(" ".join(note.text.split()).rstrip(" .;"), [])
        ids += [note.entry.task] if note.entry.task not in ids else []
    units = report.plan.units
    return [
        {
            "don_vi": units[code].name if code in units else code,
            "y": [{"ma": ", ".join(ids), "noi_dung": text} for text, ids in texts.items()],
        }
        for code, texts in by_unit.items()
    ]


def _with(items: Iterable[Item], deadline: Deadline) -> list[Item]:
    return [item for item in items if item.standing.deadline is deadline and item.open]


def _cancelled(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.standing.state is State.CANCELLED]


def _group(item: Item) -> str:
    return item.task.group if item.task else REPORTS


# The official report (báo cáo) on a plan, for a period of its reporting calendar.

TEMPLATE = "bao-cao.docx"


def render_report(
    report: Report, plan_path: Path, template: Path | None = None, *, tell: Tell = len
) -> bytes:
    """Return the report as a .docx: same report and template, same bytes. Nothing is written.

    Without `template` it is the office's own bao-cao.docx, else the built-in one. Raises
    `Missing`, `RefusedFile`, or what is wrong in the template.
    """
    found = find_template(plan_path, template, TEMPLATE)
    fields = report_fields(report)
    about = properties(report.plan, f"BÁO CÁO {subject(report)}", report.day)
    return render(found, fields, about, tell, _pictures(report, str(fields[CHART])))


def _pictures(report: Report, alt: str) -> dict[str, Picture]:
    if not alt:
        return {}
    from cchc.documents.report_chart import chart

    return {CHART: Picture(chart(report.figures.by_group), alt)}

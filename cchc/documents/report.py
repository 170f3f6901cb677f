"""The variables of a report's template: letterhead, sentences, and the rows of its tables."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.dates import vietnamese_date
from cchc.documents.fields import (
    Fields,
    issuer,
    leaders,
    letter_fields,
    named,
    named_plan,
    properties,
    report_attachment,
)
from cchc.documents.indicators import indicators
from cchc.documents.templates import find_template
from cchc.plan.schedule import Schedule
from cchc.progress.ledger import REPORTS, Remarks
from cchc.progress.overview import Counts
from cchc.progress.report import CountRow, Note, Report, ReportCounts
from cchc.progress.state import Deadline, State, Status
from cchc.progress.words import (
    DEADLINES,
    done_words,
    milestone_name,
    overdue_words,
    state_word,
)
from cchc.progress.worklist import Item
from cchc.text import roman

if TYPE_CHECKING:
    from cchc.documents.render import Picture, Tell

Say = Callable[[Status], str]
"""What is said of a milestone, from how it stands."""
Also = Callable[[Remarks], str]
"""What is picked from what is told of it."""


def rows(
    items: Iterable[Item], say: Say, *, plan: Schedule, also: Also | None = None, most: int = 150
) -> list[Fields]:
    """Return a row of a table for each milestone, in their order.

    What `also` finds of what is told stands after how one that isn't done stands.

    A task's content is cut at about `most` characters: its id leads to the rest.
    """
    described = enumerate(items, 1)
    return [
        _row(plan, n, item, say, also) | {"noi_dung": named(item, most)} for n, item in described
    ]


def done(status: Status) -> str:
    """Return "hoàn thành ngày 24/01/2025, đúng hạn (Quyết định số 15/QĐ-UBND …)"."""
    proof = _text(status.document) or ("" if status.nothing_came else "chưa có văn bản")
    said = "; ".join(part for part in (proof, _text(status.remarks.result)) if part)
    return f"{done_words(status)} ({said or 'không phát sinh'})"


def still_open(status: Status, in_time: str = DEADLINES[Deadline.IN_TIME]) -> str:
    """Return "hạn 31/01/2025, quá hạn 15 ngày, đang thực hiện"; `in_time` is said before it."""
    return f"{due(status)}, {progress(status, in_time)}"


def cancelled(status: Status) -> str:
    """Return "đã hủy theo Công văn số …"."""
    by = f" theo {_text(status.document)}" if status.document else ""
    described = _text(status.remarks.result) or _text(status.remarks.difficulty)
    why = f" (lý do: {described})" if described else ""
    return f"đã hủy{by}{why}"


def due(status: Status) -> str:
    """Return "hạn 31/01/2025"."""
    return f"hạn {vietnamese_date(status.due)}" if status.due else "không có hạn"


def as_it_stands(status: Status) -> str:
    """Return what is said of a milestone whatever became of it."""
    if status.state is State.CANCELLED:
        return cancelled(status)
    return done(status) if status.state is State.DONE else progress(status)


def progress(status: Status, in_time: str = "còn trong hạn") -> str:
    """Return "quá hạn 15 ngày, đang thực hiện" of what is still to be done."""
    late = overdue_words(status) or in_time
    doing = f", {state_word(status.state)}" if status.state is State.IN_PROGRESS else ""
    extended = f" (gia hạn theo {_text(status.extension)})" if status.extension else ""
    return f"{late}{doing}{extended}"


def _row(plan: Schedule, number: int, item: Item, say: Say, also: Also | None) -> Fields:
    status = item.status
    more = _text(also(status.remarks)) if also and item.open else ""
    step = milestone_name(item)
    return {
        "tt": str(number),
        "ma": item.task.id if item.task else "",
        "noi_dung": named(item),
        "moc": step[:1].upper() + step[1:],
        "han": vietnamese_date(status.due),
        "qua_han": f"{status.days_late}\u00a0ngày" if status.days_late else "",
        "chu_tri": leaders(plan, item),
        "ket_qua": _sentence(f"{say(status)}{f'; {more}' if more else ''}"),
    }


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(text: str | None) -> str:
    return " ".join((text or "").split()).rstrip(" .;")


# Titles in capitals, as a plan's appendix has them, written as a heading in small letters.


def sentence_case(plan: Schedule, title: str) -> str:
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


def _names(plan: Schedule) -> list[str]:
    """Return the proper names: the place, and the words in capitals of what offices are called."""
    abbreviations = re.findall(r"(?<!\w)[A-ZĐ]{3,}(?!\w)", _texts(plan))
    return [*([plan.place] if plan.place else []), *dict.fromkeys(abbreviations)]


def _texts(plan: Schedule) -> str:
    return " ".join(task.content or "" for task in plan.tasks)


# The counts of a report: as sentences, and as the rows of its tables.


def overview(report: Report) -> str:
    """Return all the counts in one sentence."""
    counts, name = report.counts.total, report.period.name
    if not counts.total:
        return f"Không có nhiệm vụ nào có mốc đến hạn trong {name}."
    gone = f"; đã hủy {counts.cancelled}" if counts.cancelled else ""
    return (
        f"Trong {name} có {counts.total} mốc công việc đến hạn, mỗi mốc được tính một lần. Đã hoàn"
        f" thành {counts.done} (đúng hạn {counts.on_time}, trễ hạn {counts.late}); chưa hoàn thành"
        f" {counts.open} (còn trong hạn {counts.in_time}, quá hạn {counts.overdue}){gone}."
    )


def counted_rows(rows: Iterable[CountRow], plan: Schedule | None = None) -> list[Fields]:
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


def _group_counts(report: Report) -> Iterator[tuple[str, Counts]]:
    """Yield each group of the plan with its counts, also one where nothing falls due."""
    counts = {row.code: row.counts for row in report.counts.by_group}
    for code, title in _group_rows(report.plan):
        if code != REPORTS:
            yield f"{code}. {title}", counts.get(code, Counts())


def chart_words(counts: ReportCounts) -> str:
    """Return what the chart shows, for who can't see it; "" if there is nothing to draw."""
    rows = [row for row in counts.by_group if row.counts.done + row.counts.open]
    described = "; ".join(f"{row.code}: {_words(row.counts)}" for row in rows)
    return f"Biểu đồ số mốc theo nhóm nhiệm vụ. {described}." if rows else ""


def _title(row: CountRow, plan: Schedule | None) -> str:
    if plan is None:
        return row.name
    title = sentence_case(plan, row.name)
    return title if row.code == REPORTS else f"{row.code}. {title}"


def _words(counts: Counts) -> str:
    parts = (
        (counts.on_time, DEADLINES[Deadline.ON_TIME]),
        (counts.late, DEADLINES[Deadline.LATE]),
        (counts.in_time, DEADLINES[Deadline.IN_TIME]),
        (counts.overdue, DEADLINES[Deadline.OVERDUE]),
    )
    return ", ".join(f"{count} {words}" for count, words in parts if count)


# The variables of a report's template: letterhead, sentences, and the rows of its tables.

CHART = "bieu_do"
"""The name of the picture in the template, and of the variable that tells what it shows."""


def report_fields(report: Report) -> Fields:
    """Return the variables of a report's template: texts, lists and fields of these kinds."""
    plan, period = report.plan, report.period
    letter = letter_fields(plan, f"BC-{issuer(plan)}", report.day)
    counts = report.counts
    return letter | {
        "ten_loai": "BÁO CÁO",
        "trich_yeu": subject(report),
        "ky": period.name,
        "tu_ngay": vietnamese_date(period.days.start),
        "den_ngay": vietnamese_date(period.days.end),
        "chot_so_lieu": vietnamese_date(period.closed),
        "han_bao_cao": vietnamese_date(period.due),
        "mo_dau": _opening(report),
        "dan_y": outline(report),
        "ky_sau": report.next_name,
        "ket": f"Trên đây là báo cáo kết quả {period.name} thực hiện {letter['ke_hoach']} của "
        f"{plan.agency.in_sentence}./.",
        "kem_theo": report_attachment(plan, report.day),
        "ten_phu_luc": f"SỐ LIỆU THỰC HIỆN {plan.kind} {period.name.upper()}",
        "so_lieu": count_fields("", "Tổng cộng", counts.total),
        "theo_nhom": counted_rows(counts.by_group, plan),
        "theo_don_vi": counted_rows(counts.by_unit),
        "chi_tieu": indicators(_group_counts(report)),
        CHART: chart_words(counts),
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
    closed = f"đến hết ngày {vietnamese_date(period.closed)}"
    begun = period.closed >= period.days.start
    described = f"từ ngày {vietnamese_date(period.days.start)} {closed}" if begun else closed
    return (
        f"Thực hiện {named_plan(plan)}, {plan.agency.in_sentence} báo cáo kết quả {period.name}"
        f" (số liệu tính {described};"
        " số trong ngoặc sau mỗi nhiệm vụ là nhóm và số thứ tự trong Phụ lục Kế hoạch) như sau:"
    )


# The outline: what offices are asked for, part by part, filled from the plan and its ledger.


class OutlineSection(NamedTuple):
    """A section of the outline: its heading, what fills it, what a person is asked to write."""

    title: str
    fill: Callable[[Report], Fields]
    asked: str


class OutlinePart(NamedTuple):
    """A part of the outline; its sections may depend on what the plan has."""

    title: Callable[[Report], str]
    sections: Callable[[Report], Iterable[OutlineSection]]


def outline(report: Report) -> list[Fields]:
    """Return the parts of a report in order, numbered, each with its sections."""
    return [
        {
            "de_muc": f"{roman(number)}. {part.title(report)}",
            "muc": list(_sections(report, part.sections(report))),
        }
        for number, part in enumerate(OUTLINE, 1)
    ]


def _sections(report: Report, sections: Iterable[OutlineSection]) -> Iterator[Fields]:
    number = 0
    for section in sections:
        number += bool(section.title)
        filled: Fields = {"doan": [], "y": [], "viec": [], "viec_toi": []}
        yield {
            "de_muc": f"{number}. {section.title}" if section.title else "",
            "tieu_de": section.title,
            **filled,
            **section.fill(report),
            "can_viet": section.asked,
        }


def _directing(report: Report) -> Iterator[OutlineSection]:
    codes = [code for code, title in _group_rows(report.plan) if _directs(title)]
    asked = "các hoạt động chỉ đạo, điều hành nổi bật trong kỳ; kiểm tra; tuyên truyền; sáng kiến"
    yield OutlineSection("", lambda r: _area(r, codes), asked)


def _areas(report: Report) -> Iterator[OutlineSection]:
    yield OutlineSection(
        "", lambda r: {"doan": [" ".join((overview(r), *_itself(r), _APPENDIX))]}, ""
    )
    for code, title in _group_rows(report.plan):
        if not _directs(title) and (code != REPORTS or _due_in(report, [code])):
            asked = "" if code == REPORTS else "kết quả nổi bật và số liệu của lĩnh vực này"
            yield OutlineSection(title, partial(_area, codes=[code]), asked)
    if report.besides:
        yield OutlineSection("Việc có hạn ngoài kỳ đã hoàn thành trong kỳ", _besides, "")


def _assessment(report: Report) -> Iterator[OutlineSection]:
    yield OutlineSection("Kết quả đạt được", _achieved, "những mặt làm được, so với cùng kỳ")
    yield OutlineSection("Tồn tại, hạn chế", _lacking, "những mặt còn hạn chế khác")
    yield OutlineSection("Nguyên nhân", _causes, "nguyên nhân khách quan và chủ quan")


def _ahead(report: Report) -> Iterator[OutlineSection]:
    yield OutlineSection("", _next_work, "trọng tâm chỉ đạo, giải pháp của kỳ tới")


def _proposals(report: Report) -> Iterator[OutlineSection]:
    asked = "kiến nghị, đề xuất với cấp trên; không có thì ghi “Không”"
    yield OutlineSection("", lambda r: {"y": _by_unit(r, r.proposals)}, asked)


OUTLINE = (
    OutlinePart(lambda _: "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", _directing),
    OutlinePart(lambda _: "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", _areas),
    OutlinePart(lambda _: "ĐÁNH GIÁ CHUNG", _assessment),
    OutlinePart(lambda r: f"PHƯƠNG HƯỚNG, NHIỆM VỤ {r.next_name.upper()}", _ahead),
    OutlinePart(lambda _: "KIẾN NGHỊ, ĐỀ XUẤT", _proposals),
)
"""What reports on reform are asked for; what plan and ledger can't tell is left to be written."""


def _directs(title: str) -> bool:
    return "chỉ đạo" in title.lower() and "điều hành" in title.lower()


def _due_in(report: Report, codes: Iterable[str]) -> list[Item]:
    return [item for item in report.named(report.items) if _group(item) in codes]


def _area(report: Report, codes: Iterable[str]) -> Fields:
    """Return what fell due in groups of tasks, and what goes on all the time."""
    codes = list(codes)
    mine = _due_in(report, codes)
    regular = [task.number for task in report.continuous if task.group in codes]
    said = [] if mine else ["Trong kỳ không có nhiệm vụ đến hạn."]
    if regular:
        said.append(f"Nhiệm vụ thực hiện thường xuyên, không có thời hạn: số {', '.join(regular)}.")
    return {"doan": said, "viec": rows(mine, as_it_stands, plan=report.plan, also=_so_far)}


def _besides(report: Report) -> Fields:
    return {"viec": rows(report.besides, done, plan=report.plan)}


def _achieved(report: Report) -> Fields:
    counts = report.counts.total
    if not counts.total:
        return {}
    share = f"{counts.done / counts.total:.1%}".replace(".", ",")
    said = (
        f"Đã hoàn thành {counts.done}/{counts.total} mốc công việc đến hạn trong kỳ ({share}),"
        f" trong đó đúng hạn {counts.on_time}, trễ hạn {counts.late}."
    )
    return {"doan": [said]}


def _lacking(report: Report) -> Fields:
    """Return what is overdue by its office, and in a table what earlier periods left."""
    late = _with(report.named(report.items), Deadline.OVERDUE)
    left = rows(report.before, progress, plan=report.plan, also=_so_far)
    itself = report.itself
    less = " (không kể chính Báo cáo này)" if itself and itself.status.days_late else ""
    said = [
        f"Còn {len(late)} mốc công việc của kỳ quá hạn chưa hoàn thành{less}, theo đơn vị chủ trì:"
    ]
    if not late:
        said = ["Trong kỳ không có nhiệm vụ quá hạn chưa hoàn thành."]
    if left:
        said.append(f"Nhiệm vụ của các kỳ trước còn quá hạn: {len(left)} mốc công việc.")
    return {"doan": said, "y": _by_office(report.plan, late), "viec": left}


def _so_far(described: Remarks) -> str:
    return described._replace(proposal="").words


def _by_office(plan: Schedule, items: Iterable[Item]) -> list[str]:
    """Return how many milestones each first lead office has, with their tasks."""
    mine: dict[str, list[str]] = {}
    for item in items:
        code = next(iter(item.lead.codes), "")
        name = plan.units[code].name if code in plan.units else code or "Chưa ghi đơn vị chủ trì"
        mine.setdefault(name, []).append(item.task.id if item.task else item.content)
    return [
        f"{name}: {len(tasks)} mốc ({', '.join(dict.fromkeys(tasks))})."
        for name, tasks in mine.items()
    ]


def _causes(report: Report) -> Fields:
    return {"y": _by_unit(report, report.notes)}


def _next_work(report: Report) -> Fields:
    work = rows(report.named(report.next_items), due, plan=report.plan)
    first = "Tiếp tục các nhiệm vụ chưa hoàn thành" if _open(report) else "Thực hiện các nhiệm vụ"
    if not work:
        return {"doan": [f"Kế hoạch không có nhiệm vụ đến hạn trong {report.next_name}."]}
    also = " và thực hiện các nhiệm vụ" if _open(report) else ""
    return {"doan": [f"{first}{also} đến hạn trong {report.next_name}:"], "viec_toi": work}


def _open(report: Report) -> bool:
    return any(item.open for item in report.named((*report.items, *report.before)))


def _group_rows(plan: Schedule) -> list[tuple[str, str]]:
    titles = [(path, sentence_case(plan, title)) for path, title in plan.titles.items()]
    return [*titles, (REPORTS, "Chế độ báo cáo")]


def _by_unit(report: Report, notes: Iterable[Note]) -> list[str]:
    """Return what offices tell, a sentence each, with the tasks; what is repeated stands once."""
    by_unit: dict[str, dict[str, list[str]]] = {}
    units = report.plan.units
    for note in notes:
        name = units[note.unit].name if note.unit in units else note.unit
        ids = by_unit.setdefault(name, {}).setdefault(_text(note.text), [])
        ids += [note.entry.task] if note.entry.task not in ids else []
    described = []
    for unit, texts in by_unit.items():
        said = "; ".join(f"{text} ({', '.join(ids)})" for text, ids in texts.items())
        described.append(f"{unit}: {said}." if unit else f"{_sentence(said)}.")
    return described


def _with(items: Iterable[Item], deadline: Deadline) -> list[Item]:
    return [item for item in items if item.status.deadline is deadline and item.open]


def _group(item: Item) -> str:
    return item.task.group if item.task else REPORTS


def _itself(report: Report) -> Iterator[str]:
    if report.itself:
        yield "Số chưa hoàn thành gồm cả mốc gửi chính Báo cáo này, không kể tên dưới đây."


_APPENDIX = "Số liệu theo lĩnh vực và theo đơn vị tại Phụ lục kèm theo Báo cáo này."


# The official report (báo cáo) on a plan, for a period of its reporting calendar.

TEMPLATE = "bao-cao.docx"


def render_report(
    report: Report, plan_path: Path, template: Path | None = None, *, tell: "Tell" = len
) -> bytes:
    """Return the report as a .docx: same report and template, same bytes. Nothing is written.

    Without `template` it is the office's own bao-cao.docx, else the built-in one. Raises
    `Missing`, `RefusedFile`, or what is wrong in the template.
    """
    found = find_template(plan_path, template, TEMPLATE)
    fields = report_fields(report)
    about = properties(report.plan, f"BÁO CÁO {subject(report)}", report.day)
    from cchc.documents.render import render

    return render(found, fields, about, tell, _pictures(report, str(fields[CHART])))


def _pictures(report: Report, alt: str) -> "dict[str, Picture]":
    if not alt:
        return {}
    from cchc.documents.report_chart import chart

    rows = report.counts.by_group
    names = {row.code: _title(row, report.plan) for row in rows}
    from cchc.documents.render import Picture

    return {CHART: Picture(chart(rows, names), alt)}

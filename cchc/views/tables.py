"""What a plan names, in every form: its offices, the documents it cites, its templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING

from cchc.dates import vietnamese_date
from cchc.plan.lookup import followed, members
from cchc.progress.find import excerpt
from cchc.views.table import ResultColumn, forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.checks.citations import Cited
    from cchc.documents.templates import Offer
    from cchc.plan.schedule import Schedule, Unit
    from cchc.progress.find import Match


@dataclass(frozen=True, slots=True)
class OfficeTasks:
    """An office with the number of tasks it leads, and of those it takes part in otherwise."""

    code: str
    unit: Unit
    leads: int
    supports: int
    acting: str = ""
    """Who does its work on the day, in words, where it has ended."""


def offices(plan: Schedule, day: date) -> list[OfficeTasks]:
    """Return the offices in the plan's order."""
    tasks = list(plan.tasks)
    return [
        OfficeTasks(
            code,
            unit,
            sum(code in task.lead.codes for task in tasks),
            sum(code in members(plan, task.support) for task in tasks),
            followed(plan, code, day),
        )
        for code, unit in plan.units.items()
    ]


OFFICE: tuple[ResultColumn[OfficeTasks], ...] = (
    ResultColumn("code", "Mã", lambda o: o.code),
    ResultColumn("name", "Tên", lambda o: o.unit.name),
    ResultColumn(
        "spellings", "", lambda o: o.unit.spellings, cell=lambda o: "; ".join(o.unit.spellings)
    ),
    ResultColumn("members", "", lambda o: o.unit.members),
    ResultColumn("since", "", lambda o: o.unit.since),
    ResultColumn("until", "", lambda o: o.unit.until),
    ResultColumn("successor", "", lambda o: o.unit.successor),
    ResultColumn("leads", "Chủ trì (kể cả việc chung)", lambda o: o.leads, right=True),
    ResultColumn("supports", "Phối hợp", lambda o: o.supports, right=True),
    ResultColumn("", "Thời gian", lambda o: _time(o.unit)),
)


def offices_table(found: Sequence[OfficeTasks]) -> str:
    """Return the offices in words, a paragraph each."""
    if not found:
        return "Kế hoạch không kê đơn vị nào."
    return "\n".join([*map(_paragraph, found), _TWICE])


_TWICE = "Nhiệm vụ cùng chủ trì được kể ở từng đơn vị, nên các dòng cộng lại nhiều hơn số nhiệm vụ."


_CELLS = ("code", "name", "leads", "supports", "spellings", "since", "until", "successor")
UNIT_FORMS = forms(OFFICE, offices_table, _CELLS)


def _paragraph(office: OfficeTasks) -> str:
    unit = office.unit
    lines = [f"{office.code:<6} {unit.name}: chủ trì {office.leads}, phối hợp {office.supports}"]
    if time := _time(unit):
        lines.append(time)
    if office.acting:
        lines.append(f"nay do {office.acting}")
    if unit.members:
        lines.append(f"gồm: {', '.join(unit.members)}")
    if unit.spellings:
        lines.append(f"cũng viết: {'; '.join(unit.spellings)}")
    width = max(get_terminal_size().columns, 40)
    return "\n".join(
        fill(line, width, initial_indent=" " * 7 * bool(n), subsequent_indent=" " * 7)
        for n, line in enumerate(lines)
    )


def _time(unit: Unit) -> str:
    """Return from when until when an office is there, and who takes its work over, or ""."""
    since = f"từ {vietnamese_date(unit.since)}" if unit.since else ""
    until = f"đến hết {vietnamese_date(unit.until)}" if unit.until else ""
    after = f", sau đó {unit.successor} nhận việc" if unit.until and unit.successor else ""
    return f"{' '.join(part for part in (since, until) if part)}{after}"


# The documents a plan cites, in every form.


def _places(one: Cited) -> str:
    return ", ".join(f"{place.name} (dòng {place.line})" for place in one.places)


CITED: tuple[ResultColumn[Cited], ...] = (
    ResultColumn("", "Văn bản", lambda one: f"{one.kind} số {one.code}"),
    ResultColumn("kind", "", lambda one: one.kind),
    ResultColumn("number", "", lambda one: one.code),
    ResultColumn("date", "Ngày", lambda one: one.day, words=lambda one: _day(one.day)),
    ResultColumn("issuer", "Cơ quan", lambda one: one.issuer),
    ResultColumn(
        "places",
        "Viện dẫn ở",
        lambda one: [{"place": p.name, "line": p.line, "column": p.column} for p in one.places],
        words=_places,
        cell=_places,
    ),
)


def citations_text(cited: Sequence[Cited]) -> str:
    """Return a paragraph a document: what it is, and under it where it is cited."""
    width = max(get_terminal_size().columns, 40)
    paragraphs = [
        f"{_name(one)}\n"
        + fill(_places(one), width, initial_indent=" " * 6, subsequent_indent=" " * 6)
        for one in cited
    ]
    return "\n".join([*paragraphs, f"{len(cited)} văn bản được viện dẫn"])


CITATION_FORMS = forms(CITED, citations_text) | {"text": citations_text}


def _day(day: date | None) -> str:
    return vietnamese_date(day) if day else ""


def _name(one: Cited) -> str:
    day = f" ngày {vietnamese_date(one.day)}" if one.day else ""
    issuer = f" của {one.issuer}" if one.issuer else ""
    return f"{one.kind or 'Văn bản'} số {one.code}{day}{issuer}"


# The Word templates there are, for a person and for a program.


def templates_text(offers: Sequence[Offer]) -> str:
    """Return a line for each template, with a star at those that are taken."""
    width = max((len(offer.name) for offer in offers), default=0)
    return "\n".join(
        f"{'*' if offer.taken else ' '} {offer.name:{width}}  "
        f"{'của cơ quan' if offer.own else 'có sẵn':11}  "
        f"{offer.path if offer.own else f'chép ra để sửa: cchc template copy {offer.name}'}"
        for offer in offers
    )


OFFER: tuple[ResultColumn[Offer], ...] = (
    ResultColumn("name", "", lambda offer: offer.name),
    ResultColumn("own", "", lambda offer: offer.own),
    ResultColumn("taken", "", lambda offer: offer.taken),
    ResultColumn("path", "", lambda offer: offer.path.as_posix()),
)


TEMPLATE_FORMS = {"text": templates_text, "json": forms(OFFER, templates_text)["json"]}


# Where some words stand, in every form.


def _where(one: Match) -> str:
    name = KEYS_IN_WORDS.get(one.key, one.key)
    if one.line:
        return f"dòng {one.line}" + (f", {name}" if name else "")
    return f"sổ, {vietnamese_date(date.fromisoformat(one.day))}, {name}" if one.day else name


FOUND: tuple[ResultColumn[Match], ...] = (
    ResultColumn("source", "", lambda one: one.source),
    ResultColumn("task", "Mã", lambda one: one.task),
    ResultColumn("key", "", lambda one: one.key),
    ResultColumn("day", "", lambda one: one.day),
    ResultColumn("line", "", lambda one: one.line),
    ResultColumn("", "Ở đâu", _where),
    ResultColumn("text", "Chữ", lambda one: one.text),
)

KEYS_IN_WORDS = {
    "nhom": "nhóm",
    "ma": "mã",
    "noi_dung": "nội dung",
    "chu_tri": "chủ trì",
    "phoi_hop": "phối hợp",
    "san_pham": "sản phẩm",
    "thoi_gian": "thời gian",
    "ghi_chu": "ghi chú",
    "van_ban": "văn bản",
    "tep": "tệp",
    "ket_qua": "kết quả",
    "kho_khan": "khó khăn",
    "kien_nghi": "kiến nghị",
    "ten": "tên",
    "ten_khac": "cách viết khác",
    "tieu_de": "tiêu đề",
    "trich_yeu": "trích yếu",
}
"""The keys under which words are found, as a person reads them."""


def found_text(found: Sequence[Match], wanted: str) -> str:
    """Return what was found, under each task (or the plan's own lines) a line for each place."""
    width = max(get_terminal_size().columns, 40)
    lines: list[str] = []
    for task, places in groupby(found, lambda one: one.task or "Kế hoạch, ngoài phụ lục"):
        lines.append(task)
        for one in places:
            begin = f"  {_where(one)}: "
            lines.append(begin + excerpt(one.text, wanted, max(width - len(begin), 30)))
    if not found:
        return f"Không thấy {wanted!r} trong kế hoạch và sổ theo dõi."
    return "\n".join([*lines, "", f"{len(found)} chỗ có {wanted!r}."])

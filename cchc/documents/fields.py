"""The plan as the variables of a template: the YAML keys, and what the form makes of them.

Every optional key is there, as "" or an empty list: a template asks `{% if so %}` and never fails
on a plan that leaves something out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from cchc.dates import vietnamese_date
from cchc.documents.letterhead import name_lines
from cchc.form.profile import ND30_2020
from cchc.plan.days import IssueDate
from cchc.references import KIND_NAMES
from cchc.text import fold, headed, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.opc.coreprops import CoreProperties

    from cchc.plan import schedule
    from cchc.plan.models import (
        Agency,
        Appendix,
        ExplicitMilestone,
        Offices,
        Plan,
        ReportDate,
        Section,
        Table,
        Task,
        Unit,
    )
    from cchc.plan.schedule import AnyPlan, Schedule
    from cchc.progress.worklist import Item


MERGED = "\ue0c0"
"""What is printed into a cell that goes on from the one above it; `tables` merges the two."""

Fields = dict[str, object]
"""What a template reaches: texts, lists and further fields, under the names of the YAML keys."""


def task_fields(plan: Plan, task: Task) -> Fields:
    """Return a task under its YAML keys; `KEY_doan` are the paragraphs of `KEY`, at least one."""
    cells = {
        "noi_dung": _lines(task.content),
        "chu_tri": offices_lines(plan, task.lead),
        "phoi_hop": offices_lines(plan, task.support),
        "san_pham": product_lines(task.products),
        "thoi_gian": _lines(task.timing),
        "ghi_chu": _lines(task.note),
    }
    fields: Fields = {"stt": task.number, "ma": task.id}
    for key, lines in cells.items():
        fields[key] = "\n".join(lines)
        fields[f"{key}_doan"] = lines
    # Where an office's cell is prose, it is set as a text and not as a name.
    fields["chu_tri_van_ban"] = task.lead.wording or ""
    fields["phoi_hop_van_ban"] = task.support.wording or ""
    fields["khac"] = {key: cell or "" for key, cell in task.other.items()}
    fields["phan_viec"] = [task_fields(plan, part) for part in task.parts]
    fields["moc"] = [_milestone(milestone) for milestone in task.milestones]
    return fields


def offices_lines(plan: Plan, offices: Offices) -> list[str]:
    """Return the paragraphs of a cell of offices: its own wording, else the names in print."""
    if offices.wording:
        return _lines(offices.wording)
    names = [_in_print(plan, code) for code in offices.codes]
    mark = "; " if any("," in name for name in names) else ", "
    return [mark.join(names)]


def product_lines(products: tuple[str, ...]) -> list[str]:
    """Return one line where each later product goes on in lower case, else a line for each."""
    if all(product[:1].islower() for product in products[1:]):
        return ["; ".join(products)]
    return [f"- {product}" for product in products]


def _in_print(plan: Plan, code: str) -> str:
    unit = plan.units.get(code)
    return unit.in_print if unit else code


def _lines(text: str | None) -> list[str]:
    # A cell of a Word table without a paragraph is a damaged document: never an empty list.
    return (text or "").split("\n")


def _milestone(milestone: ExplicitMilestone) -> Fields:
    start = vietnamese_date(milestone.start)
    due = vietnamese_date(milestone.due)
    return {"tu_ngay": start, "den_ngay": due, "viec": milestone.action or ""}


# The lines that the form itself words: the number, the date, what an appendix goes with.

_NO_NUMBER = " " * 8
_NO_DAY = " " * 5
"""Room to write in by hand, or for the records system to fill."""


def number_line(plan: AnyPlan) -> str:
    """Return "05/KH-UBND", with room for the number while there is none."""
    number, symbol = number_and_symbol(plan)
    return _numbered(number, symbol)


def number_and_symbol(plan: AnyPlan) -> tuple[str, str]:
    """Return both as they are printed, "" for what isn't known; `so: 05/KH-UBND` has both."""
    number, _, written = (plan.number or "").partition("/")
    return number.strip(), (written or plan.symbol or "").strip()


def _numbered(known: str, symbol: str) -> str:
    number = known or _NO_NUMBER
    # Nghị định 30/2020/NĐ-CP, Phụ lục I: numbers below 10 have a 0 before them.
    number = f"0{number}" if len(number) == 1 and number.isdecimal() else number
    return f"{number}/{symbol}" if symbol else number


def date_line(plan: AnyPlan) -> str:
    """Return "Sơn Hạ, ngày 05 tháng 12 năm 2024"; without a place only the date."""
    date = written_date(plan.issued)
    return f"{plan.place}, {date}" if plan.place else date


def written_date(issued: IssueDate | None) -> str:
    """Return "ngày 05 tháng 02 năm 2025", with room for what isn't known."""
    if issued is None:
        return f"ngày {_NO_DAY}tháng {_NO_DAY}năm {_NO_NUMBER}".rstrip()
    day = f"{issued.day:02} " if issued.day else _NO_DAY
    # Days below 10 and the months 1 and 2 are padded, so that no figure can be put before them.
    number = issued.month or 0
    month = f"{number:02} " if number in {1, 2} else f"{number} " if number else _NO_DAY
    return f"ngày {day}tháng {month}năm {issued.year}"


def attachment_line(plan: AnyPlan, *, paper: bool) -> str:
    """Return the line under an appendix's title that says which document it goes with.

    On paper it is filled; in an electronic document number and day stay blank (Nghị định
    30/2020/NĐ-CP, Phụ lục I: the records system holds them).
    """
    kind = plan.kind.capitalize()
    agency = plan.agency.in_sentence
    number, symbol = number_and_symbol(plan)
    number = _numbered(number if paper else "", symbol)
    date = written_date(plan.issued if paper else _dayless(plan.issued))
    return f"(Kèm theo {kind} số {number} {date} của {agency})"


def _dayless(issued: IssueDate | None) -> IssueDate | None:
    return replace(issued, day=None) if issued else None


# What a document says of itself in its properties, from the plan and never from the clock.

_MOST = 255
"""Characters that a property may have (ECMA-376, part 2)."""


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, author, and the day the document bears."""

    title: str
    author: str
    day: date


def plan_properties(plan: Plan) -> Properties:
    """Return the properties of a plan's document."""
    day = plan.issued.earliest if plan.issued else date(plan.year, 1, 1)
    return Properties(f"{plan.kind} {plan.subject}", plan.agency.name, day)


def set_properties(core: CoreProperties, properties: Properties) -> None:
    """Write the properties over those of the template."""
    moment = datetime.combine(properties.day, time())
    core.title = printable(properties.title)[:_MOST]
    core.author = core.last_modified_by = printable(properties.author)[:_MOST]
    core.language = ND30_2020.language
    core.created = core.modified = moment
    core.revision = 1


# What every document, the plan or what follows from it, has at its head and foot, by YAML keys.


def head_and_foot(plan: AnyPlan) -> Fields:
    """Return letterhead, recipients and signer, as the plan has them."""
    return {
        "nam": str(plan.year),
        "so_ky_hieu": f"Số: {number_line(plan)}",
        "dia_danh": plan.place or "",
        "ngay_thang": date_line(plan),
        "co_quan": _agency(plan.agency),
        "noi_nhan": list(plan.recipients),
        "nguoi_ky": {
            "quyen_han": plan.signer.authority or "",
            "chuc_vu": plan.signer.position or "",
            "ho_ten": plan.signer.name or "",
        },
    }


def _agency(agency: Agency | schedule.Agency) -> Fields:
    """Return the agency and who is above it, each also over the lines it stands on."""
    above, own = (ND30_2020.characters[part].size.chosen for part in ("parent-agency", "agency"))
    parent = agency.parent or ""
    return {
        "chu_quan": parent,
        "chu_quan_dong": "\n".join(name_lines(parent, size=above, bold=False)),
        "ban_hanh": agency.name,
        "ban_hanh_dong": "\n".join(name_lines(agency.name, size=own, bold=True)),
        "ten": agency.in_sentence,
    }


def letter_fields(plan: Schedule, symbol: str, day: date) -> Fields:
    """Return letterhead, recipients and signer; number and day of the month are left blank."""
    issued = IssueDate(day.year, day.month)
    unsigned = plan._replace(number=None, symbol=symbol, issued=issued)
    return {**head_and_foot(unsigned), "ke_hoach": named_plan(plan)}


def properties(plan: AnyPlan, title: str, day: date) -> Properties:
    """Return what a document says of itself; its day is the one it was made for."""
    return Properties(title, plan.agency.name, day)


def report_attachment(plan: Schedule, day: date) -> str:
    """Return "(Kèm theo Báo cáo số … ngày … của …)", with room for number and day."""
    issued = IssueDate(day.year, day.month)
    symbol = f"BC-{issuer(plan)}"
    made = plan._replace(number=None, symbol=symbol, kind="BÁO CÁO", issued=issued)
    return attachment_line(made, paper=False)


def issuer(plan: AnyPlan) -> str:
    """Return the part of the plan's symbol that tells who issues: "KH-UBND" → "UBND"."""
    kind, _, rest = number_and_symbol(plan)[1].partition("-")
    # A công văn's begins with it: "UBND-VP"; a legal document has a year before its kind.
    return (rest if kind.rpartition("/")[2] in KIND_NAMES else kind) or "UBND"


def named_plan(plan: AnyPlan) -> str:
    """Return "Kế hoạch số 05/KH-UBND ngày 25 tháng 12 năm 2024 về …"; what is blank is left out."""
    kind = plan.kind.capitalize()
    # "Kế hoạch Cải cách hành chính": inside a name the subject goes on in lower case.
    subject = plan.subject[:1].lower() + plan.subject[1:]
    if number_and_symbol(plan)[0] and plan.issued and plan.issued.day:
        return f"{kind} số {number_line(plan)} {written_date(plan.issued)} về {subject}"
    return f"{kind} {subject}"


# The plan as the variables of a template: the YAML keys, and what the form makes of them.


def plan_fields(plan: Plan, *, paper: bool = False) -> Fields:
    """Return the variables of a template: texts, lists and further fields of the same kinds.

    With `paper` the appendix says number and day of its document, else it leaves room for them.
    """
    return {
        **head_and_foot(plan),
        "den_nam": str(plan.last_year or ""),
        **_title(plan),
        "trich_yeu": plan.subject,
        "so": plan.number or "",
        "ky_hieu": plan.symbol or "",
        "ngay_ban_hanh": str(plan.issued or ""),
        "don_vi": {code: _unit(unit) for code, unit in plan.units.items()},
        "can_cu": list(plan.legal_basis),
        "can_cu_dong": list(_basis(plan.legal_basis)),
        "phan": [_section(plan, section) for section in plan.sections],
        "ket": plan.closing or "",
        "che_do_bao_cao": [_report(plan, report) for report in plan.reporting],
        "kem_theo": attachment_line(plan, paper=paper),
        "phu_luc": _appendix(plan, plan.appendix),
    }


def _title(plan: Plan) -> Fields:
    """Return what the kind of document asks for at its head and before its text.

    A công văn has "V/v …" under its number and no name of a kind; a quyết định says who decides,
    and "QUYẾT ĐỊNH:" before its articles (Nghị định 30/2020/NĐ-CP, Phụ lục III).
    """
    kind, opening = " ".join(plan.kind.split()).upper(), plan.opening or ""
    order = _ORDERS.get(kind, "")
    says_it = bool(order) and fold(opening) == fold(order)
    letter = kind == LETTER
    about = re.sub(r"^(?:v/v|về việc)\s*:?\s*", "", plan.subject, flags=re.IGNORECASE)
    return {
        "ten_loai": "" if letter else plan.kind,
        "ve_viec": f"V/v {about[:1].lower()}{about[1:]}" if letter else "",
        "tham_quyen": _who_decides(plan) if order else "",
        "mo_dau": "" if says_it else opening,
        "lenh": order,
    }


LETTER = "CÔNG VĂN"
_ORDERS = {"QUYẾT ĐỊNH": "QUYẾT ĐỊNH:", "NGHỊ QUYẾT": "QUYẾT NGHỊ:"}


def _who_decides(plan: Plan) -> str:
    """Return "GIÁM ĐỐC SỞ NỘI VỤ", or the agency where it decides as one."""
    authority, agency = plan.signer.authority or "", plan.agency.name
    if authority.upper().startswith("TM."):
        return agency
    # Who signs for another decides in that one's right: "KT. CHỦ TỊCH".
    post = authority.partition(".")[2].strip() or (plan.signer.position or "")
    return f"{post} {agency}".strip().upper() if fold(agency) not in fold(post) else post.upper()


def _basis(lines: Iterable[str]) -> Iterator[str]:
    """Yield each basis as it is printed: "Căn cứ …;", but for what says otherwise itself."""
    for line in lines:
        says_how = fold(line).startswith(_SAYS_HOW)
        yield line[:1].upper() + line[1:] if says_how else f"Căn cứ {line}"


_SAYS_HOW = ("can cu ", "theo de nghi ", "xet de nghi ", "thuc hien ", "theo y kien ")


def _section(plan: Plan, section: Section) -> Fields:
    title = section.title or _post(plan, section.unit)
    label = _label(section.number)
    paragraphs = [line for text in section.paragraphs for line in text.split("\n")]
    if paragraphs and not title:
        # "a) Text" without a heading: the sign stands before the text itself.
        paragraphs[0], label = f"{label} {paragraphs[0]}".strip(), ""
    return {
        "so": section.number or "",
        "tieu_de": title,
        "de_muc": f"{label} {title}".strip(),
        "don_vi": section.unit or "",
        "ghi_chu": section.remark or "",
        "doan": paragraphs,
        "y": list(section.bullets),
        "bang": table_fields(section.tables),
        "muc": [_section(plan, item) for item in section.items],
        "luu_y": section.notice or "",
    }


def _label(number: str | None) -> str:
    """Return "I.", "2.1." or "a)", as the decree writes them; what has its sign keeps it."""
    if not number or number[-1] in ".)":
        return number or ""
    return f"{number})" if len(number) == 1 and number.islower() else f"{number}."


def _post(plan: Plan, code: str | None) -> str:
    unit = plan.units.get(code or "")
    return (unit.post or unit.in_print) if unit else (code or "")


def _unit(unit: Unit) -> Fields:
    return {"ten": unit.name, "ten_in": unit.in_print, "chuc_danh": unit.post or ""}


def _report(plan: Plan, report: ReportDate) -> Fields:
    return {
        "ky": report.period,
        "truoc": str(report.before or ""),
        "cham_nhat": str(report.by or ""),
        "chu_tri": "\n".join(offices_lines(plan, report.lead)),
        "tu_ngay": vietnamese_date(report.since),
        "den_ngay": vietnamese_date(report.closed),
    }


def _appendix(plan: Plan, appendix: Appendix | None) -> Fields:
    if appendix is None:
        return _Nothing(tieu_de="", cot=[], so_cot="0", nhom=[], bang=[])
    alone = [_group(plan, "", "", appendix.tasks)] if appendix.tasks else []
    groups = [_group(plan, group.printed_number, group.title, group.tasks) for group in plan.groups]
    return {
        "tieu_de": appendix.title,
        "cot": [column.heading for column in appendix.columns],
        "so_cot": str(len(appendix.columns)),
        "nhom": alone + groups,
        "bang": table_fields(appendix.tables),
    }


def table_fields(tables: Iterable[Table]) -> list[Fields]:
    """Return tables as they are printed: every row as long as the longest, none without a cell."""
    widths = ((table, max(map(len, (table.headings, *table.rows)))) for table in tables)
    return [
        {
            "tieu_de": table.title or "",
            "cot": _padded(table.headings, columns) if any(table.headings) else [],
            "hang": [_padded(row, columns) for row in table.rows],
        }
        for table, columns in widths
        if columns
    ]


def _padded(cells: tuple[str, ...], columns: int) -> list[str]:
    return [*cells, *[""] * (columns - len(cells))]


def _group(plan: Plan, number: str, title: str, tasks: Iterable[Task]) -> Fields:
    rows = [_row(plan, *row) for task in tasks for row in printed_rows(task)]
    return {"so": number, "tieu_de": title, "de_muc": headed(number, title), "nhiem_vu": rows}


def _row(plan: Plan, task: Task, kept: frozenset[str]) -> Fields:
    """Return a row under the keys of its cells, and as the cells of the declared columns.

    The cells of `kept` go on from the row above.
    """
    fields = task_fields(plan, task)
    for key in kept:
        fields |= {key: MERGED, f"{key}_doan": [MERGED]}
    columns = plan.appendix.columns if plan.appendix else ()
    return fields | {"o": [_cell(task, fields, column.key) for column in columns]}


def _cell(task: Task, fields: Fields, key: str) -> Fields:
    from cchc.plan.models import HEADINGS

    lines = _lines(task.other.get(key)) if key not in HEADINGS else fields.get(f"{key}_doan")
    prose = key not in _CENTRED or fields.get(f"{key}_van_ban")
    return {"doan": lines or [fields["stt"]], "giua": "" if prose else "có"}


_CENTRED = ("stt", "chu_tri", "phoi_hop", "thoi_gian", "ghi_chu")


def printed_rows(task: Task) -> list[tuple[Task, frozenset[str]]]:
    """Return the rows that print a task: its own, and one for each part; each with its kept cells.

    A task that leaves to its parts the cells that the first of them has is printed in one row with
    it, as a table whose other cells are merged shows them. Of a part are kept the cells that it
    takes from what it is a part of: they are merged with the one above, and named by their keys.
    """
    rows = list(_with_kept(task))
    if len(rows) < 2:
        return rows
    (first, _), (part, _), *others = rows
    own, parts = _said(first), _said(part)
    if own.keys() & parts.keys():
        return rows
    return [(first.model_copy(update=parts | {"parts": ()}), frozenset()), *others]


def _with_kept(task: Task) -> Iterator[tuple[Task, frozenset[str]]]:
    above: dict[int, list[Task]] = {id(task): []}
    owners: dict[str, Task | None] = {}
    for row in task.rows:
        above |= {id(part): [*above[id(row)], row] for part in row.parts}
        said, kept = _said(row), set()
        for name, key in _TAKEN.items():
            owner = owners.get(name)
            if name in said:
                owners[name] = row
            elif owner is not None and any(one is owner for one in above[id(row)]):
                kept.add(key)
            else:
                owners[name] = None
        yield row, frozenset(kept)


def _said(task: Task) -> dict[str, object]:
    """Return the cells of a row that say something."""
    cells = {name: getattr(task, name) for name in (*_TAKEN, "note", "other")}
    return {
        name: cell for name, cell in cells.items() if cell and not getattr(cell, "empty", False)
    }


_TAKEN = {
    "number": "stt",
    "content": "noi_dung",
    "lead": "chu_tri",
    "support": "phoi_hop",
    "products": "san_pham",
    "timing": "thoi_gian",
}
"""The cells that a part takes from its task where its own are blank, by their keys."""


class _Nothing(dict[str, object]):
    """What a plan doesn't have: `{% if phu_luc %}` says no, and a loop over it goes nowhere."""

    def __bool__(self) -> bool:
        return False


# How a task and its milestones are called in a sentence of a document.

LONGEST = 200
"""Characters of a task's content that a sentence takes; the id beside it leads to the rest."""


def brief(text: str, most: int = LONGEST) -> str:
    """Return a text on one line without its last stop, cut between words with "…" if too long."""
    line = " ".join(text.split()).rstrip(" .;,")
    if len(line) <= most:
        return line
    kept = line[: most - 1].rsplit(" ", 1)[0]
    # The end of a clause reads better than any word, where there is one not far back.
    clause = max(kept.rfind(mark) for mark in ";,")
    return (kept[:clause] if clause > most // 2 else kept).rstrip(" ,;.:-(") + "…"


def named(item: Item, most: int = LONGEST) -> str:
    """Return a task's content with its id: "Rà soát văn bản (II.04)"; a report has no id."""
    content = brief(item.content, most)
    return f"{content} ({item.task.id})" if item.task else content


def leaders(plan: AnyPlan, item: Item) -> str:
    """Return the names of the offices that lead an item, as a sentence has them."""
    names = [plan.units[c].name if c in plan.units else c for c in item.lead.codes]
    return "; ".join(names) if any("," in name for name in names) else ", ".join(names)

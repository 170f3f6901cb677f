"""The variables of a report's template: letterhead, sentences, and the rows of its tables."""

from collections.abc import Iterable

from cchc.documents.cells import Fields
from cchc.documents.letters import issuer, letter_fields, named_plan
from cchc.documents.reports.sentences import Say, cancelled, done, due, still_open, tasks
from cchc.documents.reports.tables import chart_words, count_fields, counted_rows, overview
from cchc.documents.reports.titles import sentence_case
from cchc.plan.models import Plan
from cchc.plan.numerals import roman
from cchc.progress.reporting import Report
from cchc.progress.states import Deadline, State
from cchc.progress.terms import REPORTS
from cchc.progress.worklist import Item

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

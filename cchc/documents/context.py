"""The plan as the variables of a template: the YAML keys, and what the form makes of them.

Every optional key is there, as "" or an empty list: a template asks `{% if so %}` and never fails
on a plan that leaves something out.
"""

from cchc.documents.cells import Fields, offices_lines, task_fields
from cchc.documents.letters import head_and_foot
from cchc.documents.wording import attachment_line
from cchc.plan.models import Appendix, Plan, ReportDate, Section, Unit
from cchc.plan.numerals import roman


def plan_fields(plan: Plan, *, paper: bool = False) -> Fields:
    """Return the variables of a template: texts, lists and further fields of the same kinds.

    With `paper` the appendix says number and day of its document, else it leaves room for them.
    """
    return {
        **head_and_foot(plan),
        "ten_loai": plan.kind,
        "trich_yeu": plan.subject,
        "so": plan.number or "",
        "ky_hieu": plan.symbol or "",
        "ngay_ban_hanh": str(plan.issued or ""),
        "don_vi": {code: _unit(unit) for code, unit in plan.units.items()},
        "can_cu": list(plan.legal_basis),
        "mo_dau": plan.opening or "",
        "phan": [_section(plan, section) for section in plan.sections],
        "ket": plan.closing or "",
        "che_do_bao_cao": [_report(plan, report) for report in plan.reporting],
        "kem_theo": attachment_line(plan, paper=paper),
        "phu_luc": _appendix(plan, plan.appendix),
    }


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
        "tu_ngay": f"{report.since:%d/%m/%Y}" if report.since else "",
        "den_ngay": f"{report.closed:%d/%m/%Y}" if report.closed else "",
    }


def _appendix(plan: Plan, appendix: Appendix | None) -> Fields:
    if appendix is None:
        return _Nothing(tieu_de="", nhom=[])
    groups = [
        {
            "so": roman(number),
            "tieu_de": group.title,
            "nhiem_vu": [task_fields(plan, task) for task in group.tasks],
        }
        for number, group in enumerate(appendix.groups, 1)
    ]
    return {"tieu_de": appendix.title, "nhom": groups}


class _Nothing(dict[str, object]):
    """What a plan doesn't have: `{% if phu_luc %}` says no, and a loop over it goes nowhere."""

    def __bool__(self) -> bool:
        return False

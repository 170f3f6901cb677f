"""What every document, the plan or what follows from it, has at its head and foot, by YAML keys."""

from datetime import date

from cchc.documents.cells import Fields
from cchc.documents.properties import Properties
from cchc.documents.wording import date_line, number_line, written_date
from cchc.plan.models import Plan
from cchc.plan.values import IssueDate


def head_and_foot(plan: Plan) -> Fields:
    """Return letterhead, recipients and signer, as the plan has them."""
    return {
        "nam": str(plan.year),
        "so_ky_hieu": f"Số: {number_line(plan)}",
        "dia_danh": plan.place or "",
        "ngay_thang": date_line(plan),
        "co_quan": {
            "chu_quan": plan.agency.parent or "",
            "ban_hanh": plan.agency.name,
            "ten": plan.agency.in_sentence,
        },
        "noi_nhan": list(plan.recipients),
        "nguoi_ky": {
            "quyen_han": plan.signer.authority or "",
            "chuc_vu": plan.signer.position or "",
            "ho_ten": plan.signer.name or "",
        },
    }


def letter_fields(plan: Plan, symbol: str, day: date) -> Fields:
    """Return letterhead, recipients and signer; number and day of the month are left blank."""
    blank = {"number": None, "symbol": symbol, "issued": IssueDate(day.year, day.month)}
    unsigned = plan.model_copy(update=blank)
    return {**head_and_foot(unsigned), "ke_hoach": named_plan(plan)}


def properties(plan: Plan, title: str, day: date) -> Properties:
    """Return what a document says of itself; its day is the one it was made for."""
    return Properties(title, plan.agency.name, day)


def issuer(plan: Plan) -> str:
    """Return the part of the plan's symbol that tells who issues: "KH-UBND" → "UBND"."""
    return (plan.symbol or "").partition("-")[2] or "UBND"


def named_plan(plan: Plan) -> str:
    """Return "Kế hoạch số 05/KH-UBND ngày 25 tháng 12 năm 2024 về …"; what is blank is left out."""
    kind = plan.kind.capitalize()
    # "Kế hoạch Cải cách hành chính": inside a name the subject goes on in lower case.
    subject = plan.subject[:1].lower() + plan.subject[1:]
    if plan.number and plan.issued and plan.issued.day:
        return f"{kind} số {number_line(plan)} {written_date(plan.issued)} về {subject}"
    return f"{kind} {subject}"

"""The lines that the form itself words: the number, the date, what an appendix goes with."""

from dataclasses import replace

from cchc.plan.models import Plan
from cchc.plan.values import IssueDate

_NO_NUMBER = " " * 8
_NO_DAY = " " * 5
"""Room to write in by hand, or for the records system to fill."""


def number_line(plan: Plan) -> str:
    """Return "05/KH-UBND", with room for the number while there is none."""
    number = plan.number or _NO_NUMBER
    # Nghị định 30/2020/NĐ-CP, Phụ lục I: numbers below 10 have a 0 before them.
    number = f"0{number}" if len(number) == 1 and number.isdecimal() else number
    return f"{number}/{plan.symbol}" if plan.symbol else number


def date_line(plan: Plan) -> str:
    """Return "Sơn Hạ, ngày 05 tháng 12 năm 2024"; without a place only the date."""
    date = written_date(plan.issued)
    return f"{plan.place}, {date}" if plan.place else date


def written_date(issued: IssueDate | None) -> str:
    """Return "ngày 05 tháng 02 năm 2025", with room for what isn't known."""
    if issued is None:
        return f"ngày {_NO_DAY}tháng {_NO_DAY}năm {_NO_NUMBER}".rstrip()
    day = f"{issued.day:02} " if issued.day else _NO_DAY
    # Days below 10 and the months 1 and 2 are padded, so that no figure can be put before them.
    month = f"{issued.month:02}" if issued.month < 3 else str(issued.month)
    return f"ngày {day}tháng {month} năm {issued.year}"


def attachment_line(plan: Plan, *, paper: bool) -> str:
    """Return the line under an appendix's title that says which document it goes with.

    On paper it is filled; in an electronic document number and day stay blank (Nghị định
    30/2020/NĐ-CP, Phụ lục I: the records system holds them).
    """
    kind = plan.kind.capitalize()
    agency = plan.agency.in_sentence
    said = plan if paper else plan.model_copy(update={"number": None, "issued": _dayless(plan)})
    number, date = number_line(said), written_date(said.issued)
    return f"(Kèm theo {kind} số {number} {date} của {agency})"


def _dayless(plan: Plan) -> IssueDate | None:
    return replace(plan.issued, day=None) if plan.issued else None

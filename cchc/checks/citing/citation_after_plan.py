"""Viện dẫn văn bản ban hành sau ngày của kế hoạch.

Vì sao: kế hoạch không thể căn cứ vào văn bản chưa có khi ký; thường là chép sai năm.

Sai:

    ngay_ban_hanh: 2024-12-25
    noi_dung: Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2025 của UBND huyện

Đúng:

    ngay_ban_hanh: 2024-12-25
    noi_dung: Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND huyện

Kế hoạch đã sửa đổi, bổ sung sau khi ký thì ghi rõ:

    ngay_ban_hanh: 2024-12-25
    # cchc: bo-qua citation-after-plan -- bổ sung theo Quyết định số 30/QĐ-UBND ngày 15/01/2025
    noi_dung: Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2025 của UBND huyện
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from cchc.checks.slip import Slip
from cchc.checks.subject import Subject, written
from cchc.plan.models import Plan
from cchc.plan.problem import Severity

NAME = "citation-after-plan"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each document that is dated after the last day the plan can have been signed."""
    last = _last_day(subject.plan)
    for citation in subject.citations if last else ():
        if last and citation.day and citation.day > last:
            message = f"{citation.code} ngày {written(citation.day)}, sau ngày ban hành kế hoạch"
            yield Slip(*citation.at_date, message, "tra lại ngày của văn bản")


def _last_day(plan: Plan) -> date | None:
    issued = plan.issued
    if issued is None:
        return None
    return date(issued.year, issued.month, issued.day or monthrange(issued.year, issued.month)[1])

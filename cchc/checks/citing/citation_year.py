"""Năm trong số của văn bản khác với năm của ngày ban hành.

Vì sao: "59/2019/NĐ-CP" là văn bản ban hành năm 2019; ngày ghi năm khác thì số hoặc ngày chép sai.

Sai:

    noi_dung: Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2018 của Chính phủ

Đúng:

    noi_dung: Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ
"""

from collections.abc import Iterator

from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "citation-year"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each citation whose number and date name two years."""
    for citation in subject.citations:
        if citation.year and citation.day and citation.year != citation.day.year:
            message = f"số {citation.code} là của năm {citation.year}, ngày ghi {citation.day.year}"
            yield Slip(*citation.at_date, message, "tra lại văn bản, sửa năm ở số hoặc ở ngày")

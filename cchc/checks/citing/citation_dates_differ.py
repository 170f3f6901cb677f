"""Một văn bản được viện dẫn với hai ngày khác nhau.

Vì sao: một số, ký hiệu của một cơ quan trong một năm chỉ là một văn bản; hai ngày thì ít nhất một
ngày sai.

Sai:

    noi_dung: |-
      Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ.
      Rà soát theo Nghị định số 59/2019/NĐ-CP ngày 10/7/2019 của Chính phủ.

Đúng:

    noi_dung: |-
      Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ.
      Rà soát theo Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ.

Số không có năm (76/NQ-CP) mỗi năm đánh lại từ đầu, nên chỉ so các ngày trong cùng một năm.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.checks.slip import Slip
from cchc.checks.subject import Subject, written
from cchc.plan.problem import Severity
from cchc.plan.spelling import fold

if TYPE_CHECKING:
    from cchc.checks.citing.citation import Citation

NAME = "citation-dates-differ"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each citation that gives another day than the first one of the same document."""
    first: dict[tuple[str, str, int], Citation] = {}
    for citation in subject.citations:
        if citation.day is None:
            continue
        issuer = fold(citation.issuer) if citation.parts[-1] in _MANY else ""
        year = citation.year or citation.day.year
        known = first.setdefault((citation.code, issuer, year), citation)
        if known.day and known.day != citation.day:
            line = subject.document.source.place(known.start)[0]
            message = f"{citation.code} ở đây ngày {written(citation.day)}, dòng {line} ghi"
            message += f" ngày {written(known.day)}"
            yield Slip(*citation.at_date, message, "tra lại văn bản, sửa ngày sai")


# Every commune, district and province has its own 18/KH-UBND: the issuer tells them apart.
_MANY = frozenset({"UBND", "HĐND", "TU", "HU", "ĐU", "BCĐ", "BTV"})

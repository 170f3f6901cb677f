"""Số, ký hiệu của văn bản viện dẫn viết sai thể thức.

Vì sao: người đọc, người tìm văn bản dựa vào đúng chuỗi số và ký hiệu; thừa dấu hai chấm, hở dấu
gạch, mất dấu của chữ Đ thì tìm không ra. Ngày không có trên lịch thì chắc chắn chép sai.

Sai:

    noi_dung: "Thực hiện Nghị định số: 59/2019/ND - CP ngày 31/6/2019 của Chính phủ"

Đúng:

    noi_dung: Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ

`cchc check --fix` sửa được số và ký hiệu; ngày thì phải tra lại văn bản.
"""

import re
from collections.abc import Iterator

from cchc.checks.citing.citation import Citation
from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "citation-form"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield what is wrong in the form of a citation's number, symbol or date."""
    text = subject.document.source.text
    for citation in subject.citations:
        yield from _before_the_number(citation)
        yield from _symbol(citation, text[slice(*citation.at_number)])
        if citation.dated and citation.day is None:
            message = f'không có "{" ".join(citation.dated.split())}"'
            yield Slip(*citation.at_date, message, "tra lại ngày của văn bản")


def _before_the_number(citation: Citation) -> Iterator[Slip]:
    start = citation.at_number[0]
    word = citation.numbered
    if word and (":" in word or not word[-1].isspace()):
        message = f'"{word.strip()}" trước số {citation.code}'
        yield Slip(start - len(word), start, message, 'viết "số "', f"{word[:2]} ", safe=True)
    elif citation.kind and not word:
        message = f'thiếu chữ "số" trước {citation.code}'
        yield Slip(start, start, message, f'viết "số {citation.code}"', "số ")


def _symbol(citation: Citation, written: str) -> Iterator[Slip]:
    if written == citation.code and not _ODD.search(written):
        return
    right = re.sub(r"\s", "", written).replace("Ð", "Đ")
    right = _WITHOUT_STROKE.sub(lambda found: _STROKES[found[0]], right)
    if right != written:
        message = f'số, ký hiệu viết "{written}"'
        yield Slip(*citation.at_number, message, f'viết "{right}"', right, safe=True)


_STROKES = {"ND": "NĐ", "QD": "QĐ", "HDND": "HĐND"}
_ODD = re.compile("[ÐD]")
_WITHOUT_STROKE = re.compile(r"(?<=[/-])(?:ND|QD|HDND)(?=-|/|$)")

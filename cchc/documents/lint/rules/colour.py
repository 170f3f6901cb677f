"""Chữ không phải màu đen.

Vì sao: văn bản hành chính in chữ màu đen; liên kết và kiểu đầu mục có sẵn của Word thường màu
xanh.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: phông chữ tiếng Việt Times New Roman,
màu đen.
"""

from collections.abc import Iterator

from cchc.documents.lint.colours import is_black, named_colour
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.lettering import printed
from cchc.documents.lint.parts import WORDS
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "colour"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph with letters that aren't black."""
    for part, paragraph in subject.everything():
        colours = {run.letters.colour for run in printed(paragraph)}
        wrong = sorted(colour for colour in colours if not is_black(colour))
        if wrong:
            found = ", ".join(map(named_colour, wrong))
            yield at(paragraph, part, f"{WORDS[part]} in màu {found}", found, "màu đen")

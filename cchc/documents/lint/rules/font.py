"""Chữ không phải phông Times New Roman.

Vì sao: văn bản mở ở máy nào cũng phải như nhau; phông theo chủ đề (Calibri, Cambria, Aptos …) đổi
theo máy, phông TCVN3 (.VnTime) và VNI không phải Unicode.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: Times New Roman, bộ mã Unicode TCVN
6909:2001.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.lettering import printed
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import WORDS
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "font"
SEVERITY = Severity.ERROR

SIGNS = ("symbol", "wingdings", "webdings")
"""Fonts of signs: a box to tick isn't text."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph whose text is printed in another font."""
    wanted = subject.profile.font
    for part, paragraph in subject.everything():
        if wrong := _others(paragraph, wanted):
            found = ", ".join(wrong)
            yield at(paragraph, part, f"{WORDS[part]} dùng phông {found}", found, wanted)


def _others(paragraph: Paragraph, wanted: str) -> list[str]:
    used: set[str] = set()
    for run in printed(paragraph):
        # Letters of ASCII take the first slot, all other Vietnamese letters the second (17.3.2.26).
        slots = {0 if c.isascii() else 1 for c in run.text if not c.isspace()}
        used |= {run.letters.fonts[slot] for slot in slots}
    # Where nothing is said Word takes Times New Roman.
    right = {wanted.lower(), ""}
    return sorted(f for f in used if f.lower() not in right and not f.lower().startswith(SIGNS))

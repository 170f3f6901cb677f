"""Thẻ đánh dấu, mã hoặc chữ mẫu còn sót trong câu.

Vì sao: chữ chép từ trang mạng, bản quét hay mẫu cũ kéo theo thẻ `<p>`, `&nbsp;`, `**`; in ra thì
lộ nguyên.

Sai:

    noi_dung: "<p>Ban hành **Kế hoạch** tuyên truyền&nbsp;</p>"

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền

`cchc check --unsafe-fixes` xóa được.
"""

import re
from collections.abc import Iterator

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "leftover-markup"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each tag, entity, mark of emphasis or field of a template that stands in a text."""
    yield from subject.prose.slips(find)


@remembered
def find(text: str) -> Iterator[Slip]:
    """Yield the slips of one text."""
    if _SIGNS.isdisjoint(text):
        return
    for pattern, what in _SHAPES:
        for found in pattern.finditer(text):
            known = found[0].casefold()
            instead = _ENTITIES.get(known, "") if known.startswith("&") else ""
            message = f"còn sót {what} {found[0][:30]}"
            yield Slip(*found.span(), message, "xóa đi", None if "{" in known else instead)


_SIGNS = frozenset("<&*{_[")
_TAGS = "p|br|b|i|u|strong|em|span|div|ul|ol|li|table|tbody|tr|td|th|font|a|sup|sub|h[1-6]|o:p|img"
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "”", "&#39;": "’"}
_SHAPES = (
    (re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE), "thẻ"),
    (re.compile(r"&(?:[a-z]{2,8}|#[0-9]{2,5});", re.IGNORECASE), "mã"),
    (re.compile(r"\*\*|(?<!\w)__|__(?!\w)"), "dấu in đậm"),
    (re.compile(r"\{\{.{0,60}?\}\}|\{%.{0,60}?%\}"), "chữ mẫu"),
)

"""Trong chữ có ký tự ẩn.

Vì sao: ký tự không có bề rộng, ký tự đảo chiều viết thường theo chữ sao chép từ trang web; nhìn
không thấy nhưng làm tìm kiếm và đối chiếu sai.

Nguồn: thực tế; Nghị định 30/2020/NĐ-CP chỉ nói bộ mã Unicode.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.subject import Subject
from cchc.plan.letters import hidden_character
from cchc.plan.problem import Severity

NAME = "hidden-letters"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each paragraph with a character that can't be seen; a tab is none."""
    for part, paragraph in subject.everything():
        if hidden := hidden_character(paragraph.text.replace("\t", " ")):
            yield at(paragraph, part, f"có ký tự ẩn {hidden}", hidden, "xóa ký tự đó")

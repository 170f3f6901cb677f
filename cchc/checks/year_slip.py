"""Tên kế hoạch hoặc nhiệm vụ còn mang năm trước.

Vì sao: kế hoạch năm nay thường chép từ năm trước rồi sửa; chỗ còn sót năm cũ thì cấp trên trả lại,
và nhiệm vụ hóa ra hứa việc của năm đã qua.

Sai (kế hoạch năm 2025):

    trich_yeu: Cải cách hành chính năm 2024
    noi_dung: Xây dựng, ban hành Kế hoạch tuyên truyền năm 2024

Đúng:

    trich_yeu: Cải cách hành chính năm 2025
    noi_dung: Xây dựng, ban hành Kế hoạch tuyên truyền năm 2025

Việc nhìn lại năm trước (chấm điểm, tổng kết, quyết toán, công bố danh mục hết hiệu lực …) không bị
nhắc.
"""

import re
from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.models import Plan
from cchc.plan.problem import Finding, Severity, Where

NAME = "year-slip"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each title that names the year before, and each task that promises its work anew."""
    last = subject.plan.year - 1
    if f"{last}" not in subject.document.source.text:
        return
    named = re.compile(
        rf"\bnăm\s+{last}\b(?!\s*(?:[-–]|và|đến|sang|chuyển sang)\s*(?:năm\s+)?\d)", re.I
    )
    for text, where, task in _texts(subject.plan):
        for clause in _CLAUSES.split(text) if f"{last}" in text else ():
            found = named.search(clause)
            promised = not task or _PROMISE.search(clause[: found.start() if found else 0])
            if found and promised and not _BACKWARD.search(clause):
                message = f'"{found[0]}" trong kế hoạch năm {subject.plan.year}'
                hint = f"sửa thành năm {subject.plan.year}, nếu không phải việc nhìn lại năm trước"
                yield Finding(where, message, hint, part=found[0])


def _texts(plan: Plan) -> Iterator[tuple[str, Where, bool]]:
    """Yield the titles of the plan, then the tasks' words (True: they only promise with a verb)."""
    yield plan.subject, ("trich_yeu",), False
    for key, text in (("mo_dau", plan.opening), ("ket", plan.closing)):
        if text:
            yield text, (key,), False
    if plan.appendix:
        yield plan.appendix.title, ("phu_luc", "tieu_de"), False
    for task in plan.tasks:
        if task.content:
            yield task.content, (*task.where, "noi_dung"), True


# A document's number and day end a clause: "Kế hoạch số 5/KH-UBND ngày 02/01/2024" names none.
_CLAUSES = re.compile(r"[;\n]|\.\s|\bsố\s+\d\S*(?:\s+ngày\s+\S+)?|\btheo\b", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(?:xây dựng|ban hành|triển khai|tham mưu|thực hiện|hoàn thành|lập|trình|phê duyệt)\b"
    r".*\b(?:kế hoạch|chương trình|dự toán|nhiệm vụ|phương án)\b",
    re.IGNORECASE | re.DOTALL,
)
_BACKWARD = re.compile(
    r"đánh giá|chấm điểm|chỉ số|tổng kết|sơ kết|kết quả|quyết toán|hết hiệu lực|ngưng hiệu lực|"
    r"so với|báo cáo|rút kinh nghiệm|khắc phục|tồn tại|rà soát|thống kê|chuyển tiếp",
    re.IGNORECASE,
)

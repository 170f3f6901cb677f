"""Nhiệm vụ không có sản phẩm.

Vì sao: sản phẩm là cái để xác nhận nhiệm vụ đã xong; không có thì không ai biết khi nào là xong.

Sai:

    san_pham: []

Đúng:

    san_pham: [Kế hoạch của UBND xã, báo cáo kết quả thực hiện]
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "empty-products"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task without a product that has a letter or digit."""
    for task in subject.plan.tasks:
        if not any(any(map(str.isalnum, product)) for product in task.products):
            where = (*task.where, "san_pham")
            yield Finding(where, f"nhiệm vụ {task.id} không có sản phẩm", "điền san_pham")

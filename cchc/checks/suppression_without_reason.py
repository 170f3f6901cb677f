"""Chú thích `# cchc: bo-qua` không có lý do.

Vì sao: người xem lại sau này phải biết vì sao cảnh báo được bỏ qua; không có lý do thì
không bỏ qua gì cả.

Sai:

    - stt: "02"
    # cchc: bo-qua stt-gap
    - stt: "04"

Đúng:

    - stt: "02"
    # cchc: bo-qua stt-gap -- văn bản gốc không có nhiệm vụ III.03
    - stt: "04"
"""

from collections.abc import Iterator, Sequence

from cchc.checks.suppression import VERB, Comment
from cchc.plan.problem import Problem, Severity
from cchc.plan.tree import TreeFault

NAME = "suppression-without-reason"
SEVERITY = Severity.ERROR


def check(comment: Comment, _: Sequence[Problem]) -> Iterator[TreeFault]:
    """Yield a fault if the comment gives no reason."""
    if comment.verb == VERB and comment.names and not comment.reason:
        hint = "viết thêm sau hai gạch: -- lý do"
        yield TreeFault(NAME, comment.start, "bỏ qua cảnh báo mà không nêu lý do", hint)

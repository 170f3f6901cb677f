"""Chú thích `# cchc:` không có tác dụng.

Vì sao: chú thích thừa che mất cảnh báo sau này. Chỉ cảnh báo mới bỏ qua được; lỗi thì phải sửa.

Sai:

    # cchc: bo-qua unknown-unit -- sẽ khai sau
    chu_tri: [VPKT]

Đúng:

    chu_tri: [VPTK]
"""

from collections.abc import Iterator, Sequence

from cchc.checks.suppression import VERB, Comment
from cchc.plan.problem import Problem, Severity
from cchc.plan.spelling import nearest
from cchc.plan.tree import TreeFault

NAME = "useless-suppression"
SEVERITY = Severity.WARNING


def check(comment: Comment, covered: Sequence[Problem]) -> Iterator[TreeFault]:
    """Yield each name in the comment that acknowledges none of the problems it stands over."""
    if comment.verb != VERB:
        message = f'không hiểu chú thích "# cchc: {comment.verb[:30]}"'
        yield TreeFault(NAME, comment.start, message, _FORM)
    elif not comment.names:
        yield TreeFault(NAME, comment.start, "bo-qua mà không nêu quy tắc nào", _FORM)
    # Without a reason it is told of that first: it acknowledges nothing yet.
    for name, start in comment.names if comment.verb == VERB and comment.reason else ():
        # Where there is an error, not every rule could judge: what is idle now may yet be wanted.
        weights = {p.severity for p in covered if p.rule == name}
        if Severity.ERROR in weights:
            message = f'"{name}" là lỗi, không bỏ qua được'
            yield TreeFault(NAME, start, message, "sửa lỗi, rồi xóa chú thích")
        elif not weights and all(p.severity is Severity.WARNING for p in covered):
            near = nearest(name[:40], [p.rule for p in covered])
            hint = f"có phải: {', '.join(near)}?" if near else "xóa chú thích"
            where = f"dòng {comment.line}" if comment.line else "dòng nào sau đó"
            yield TreeFault(NAME, start, f'không có cảnh báo "{name[:40]}" ở {where}', hint)


_FORM = "viết: # cchc: bo-qua tên-quy-tắc -- lý do"

"""Rules about the comments that acknowledge warnings."""

from collections.abc import Iterator, Sequence

from cchc.checks.registry import About, rule
from cchc.checks.subject import ISSUED_WORDING, VERB, Comment
from cchc.checks.text import slip
from cchc.diagnostics import Finding, Problem, Severity
from cchc.text import nearest


@rule("suppression-without-reason", Severity.ERROR, About.COMMENTS)
def suppression_without_reason(comment: Comment, _: Sequence[Problem]) -> Iterator[Finding]:
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
    if comment.verb == VERB and comment.names and not comment.reason:
        hint = "viết thêm sau hai gạch: -- lý do"
        yield slip((comment.start, comment.start), "bỏ qua cảnh báo mà không nêu lý do", hint)


@rule("useless-suppression", Severity.WARNING, About.COMMENTS)
def useless_suppression(comment: Comment, covered: Sequence[Problem]) -> Iterator[Finding]:
    """Chú thích `# cchc:` không có tác dụng.

    Vì sao: chú thích thừa che mất cảnh báo sau này. Cảnh báo bỏ qua được; lỗi thì phải sửa, trừ
    lỗi ở lời văn đã ban hành: thời gian chưa hiểu được, hạn ngoài năm, ô để trống.

    Sai:

        # cchc: bo-qua unknown-unit -- sẽ khai sau
        chu_tri: [VPKT]

    Đúng:

        chu_tri: [VPTK]
    """
    if comment.verb != VERB:
        message = f'không hiểu chú thích "# cchc: {comment.verb[:30]}"'
        yield slip((comment.start, comment.start), message, _FORM)
    elif not comment.names:
        yield slip((comment.start, comment.start), "bo-qua mà không nêu quy tắc nào", _FORM)
    # Without a reason it is told of that first: it acknowledges nothing yet.
    for name, start in comment.names if comment.verb == VERB and comment.reason else ():
        # Where there is an error, not every rule could judge: what is idle now may yet be wanted.
        weights = {p.severity for p in covered if p.rule == name}
        if Severity.ERROR in weights and name not in ISSUED_WORDING:
            message = f'"{name}" là lỗi, không bỏ qua được'
            yield slip((start, start), message, "sửa lỗi, rồi xóa chú thích")
        elif not weights and all(p.severity is Severity.WARNING for p in covered):
            near = nearest(name[:40], [p.rule for p in covered])
            hint = f"có phải: {', '.join(near)}?" if near else "xóa chú thích"
            where = f"dòng {comment.line}" if comment.line else "dòng nào sau đó"
            yield slip((start, start), f'không có cảnh báo "{name[:40]}" ở {where}', hint)


_FORM = "viết: # cchc: bo-qua tên-quy-tắc -- lý do"

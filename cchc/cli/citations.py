"""`cchc citations`: every document that the plan cites, and where."""

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path
from cchc.cli.options import AsOfOption, FormatOption, OutputOption, PlanOption, day_of
from cchc.cli.output import put


def command(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Liệt kê mọi văn bản mà kế hoạch viện dẫn: loại, số, ký hiệu, ngày, cơ quan, ở đâu, dòng nào.

    Kế hoạch còn lỗi vẫn liệt kê được. `cchc check` tìm những viện dẫn sai.

    \b
    Ví dụ:
      cchc citations
      cchc citations --format csv -o vien-dan.csv
    """
    from cchc.checks.citing.listing import cited_documents
    from cchc.errors import FaultyFile
    from cchc.plan.reading import read_plan
    from cchc.views.citations import FORMS

    form = checked_format(form, tuple(FORMS))
    document = read_plan(plan_path(plan, day_of(as_of)))
    if document.tree.top is None:
        raise FaultyFile(document.path, [str(problem) for problem in document.problems])
    put(FORMS[form](cited_documents(document)), output, mark=form == "csv")

"""`cchc lint`: the form of any Word document against the decree's figures."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.options import OutputOption
from cchc.cli.output import put
from cchc.cli.running import FAULTS, say
from cchc.errors import CchcError, WrongUsage
from cchc.plan.problem import Severity

if TYPE_CHECKING:
    from cchc.documents.lint.finding import Fault


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="TỆP…", show_default=False, help="văn bản Word (.docx)"),
    ],
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định) hoặc json"
        ),
    ] = "text",
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            help="ke-hoach, bao-cao, cong-van, quyet-dinh, to-trinh, thong-bao; nếu bỏ trống: tìm "
            'theo tên loại, hoặc "V/v" của công văn',
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="cảnh báo cũng làm lệnh thoát với mã 1")
    ] = False,
    output: OutputOption = None,
) -> None:
    """Kiểm tra thể thức của văn bản Word theo Nghị định 30/2020/NĐ-CP, của cơ quan nào cũng được.

    Mỗi chỗ sai: đoạn thứ mấy, đang thế nào, Nghị định yêu cầu thế nào. Tệp chỉ được đọc, không bị
    sửa. Không in gì và thoát với mã 0 nếu đúng thể thức. Có lỗi: mã 1. Không đọc được tệp: mã 2.
    Cảnh báo được in nhưng không làm hỏng kết quả.

    \b
    Ví dụ:
      cchc lint ke-hoach-2025.docx
      cchc lint den/*.docx --format json
      cchc lint "V_v góp ý.docx" --kind cong-van
    """
    from cchc.documents.lint import lint
    from cchc.documents.lint.kinds import KNOWN, named
    from cchc.views.findings import FORMS

    form = checked_format(form, tuple(FORMS))
    meant = named(kind.strip().lower()) if kind else None
    if kind and meant is None:
        known = ", ".join(each.name for each in KNOWN)
        raise WrongUsage(f"--kind: không có loại {kind!r}; dùng {known}")
    faults: list[Fault] = []
    unread = 0
    for path in paths:
        try:
            faults += lint(path, meant)
        except CchcError as error:
            # What is wrong with one file doesn't keep the others from being judged.
            say(str(error))
            unread = error.exit_code
    if faults or form != "text":
        put(FORMS[form](faults), output)
    wrong = any(strict or fault.severity is Severity.ERROR for fault in faults)
    if unread or wrong:
        raise typer.Exit(unread or FAULTS)

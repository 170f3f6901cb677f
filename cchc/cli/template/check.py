"""`cchc template check`: every fault of a Word template, each in its paragraph."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path, short
from cchc.cli.options import AsOfOption, OutputOption, PlanOption, day_of
from cchc.cli.output import put
from cchc.cli.running import FAULTS, say
from cchc.errors import CchcError, WrongUsage
from cchc.plan.problem import Severity


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[TỆP]…", show_default=False, help="mẫu Word (mặc định: các mẫu đang dùng)"
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="TÊN",
            show_default=False,
            help="mẫu thay cho mẫu có sẵn nào: ke-hoach, bao-cao, cong-van-don-doc (mặc định: theo "
            "tên tệp, nếu khác thì ke-hoach)",
        ),
    ] = "",
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định) hoặc json"
        ),
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="cảnh báo cũng làm lệnh thoát với mã 1")
    ] = False,
    output: OutputOption = None,
) -> None:
    """Kiểm tra mẫu Word: biến không có, lệnh thiếu phần đóng, lệnh không được phép, đứng ở đâu.

    Không in gì và thoát với mã 0 nếu không có lỗi. Có lỗi: mã 1. Không đọc được tệp: mã 2. Các biến
    dùng được: xem templates/README.md.

    \b
    Ví dụ:
      cchc template check
      cchc template check templates/ke-hoach.docx --format json
      cchc template check "Báo cáo mới.docx" --kind bao-cao
    """
    from cchc.documents.review.running import review
    from cchc.documents.specimens import SPECIMENS
    from cchc.documents.template import offers
    from cchc.views.reviews import FORMS, Reviewed

    form = checked_format(form, tuple(FORMS))
    if kind and kind not in SPECIMENS:
        raise WrongUsage(f"--kind: không có mẫu {kind!r}; dùng {', '.join(SPECIMENS)}")
    found: list[Reviewed] = []
    unread = 0
    taken = [] if paths else offers(plan_path(plan, day_of(as_of)))
    for path in paths or [short(offer.path) for offer in taken if offer.taken]:
        try:
            found += [Reviewed(path, finding) for finding in review(path, kind)]
        except CchcError as error:
            # What is wrong with one file doesn't keep the others from being judged.
            say(str(error))
            unread = error.exit_code
    if found or form != "text":
        put(FORMS[form](found), output)
    wrong = any(strict or one.finding.severity is Severity.ERROR for one in found)
    if unread or wrong:
        raise typer.Exit(unread or FAULTS)

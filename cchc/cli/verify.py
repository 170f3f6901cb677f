"""`cchc verify`: where a Word document came from, and what was changed in it by hand."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.answering import checked_format
from cchc.cli.opening import plan_path
from cchc.cli.options import OutputOption, PlanOption, day_of
from cchc.cli.output import put
from cchc.cli.running import FAULTS


def command(
    document: Annotated[
        Path,
        typer.Argument(metavar="TỆP", show_default=False, help="tệp .docx do `cchc render` ghi ra"),
    ],
    plan: PlanOption = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", show_default=False, help="text (mặc định) hoặc json"
        ),
    ] = "text",
    output: OutputOption = None,
) -> None:
    """Đối chiếu tệp Word với kế hoạch: in từ bản nào, đã bị sửa tay ở đâu.

    Tệp do cchc in mang theo chính bản kế hoạch đã in ra nó. Lệnh này cho biết bản ấy có còn là bản
    hiện nay không, nếu không thì là bản của commit nào, và liệt kê từng đoạn, từng ô có chữ khác
    lúc in (không xét định dạng, hình vẽ). Mở rồi lưu bằng Word, LibreOffice không làm mất dấu.

    Mã thoát: 0 đúng bản hiện nay, không bị sửa; 1 bản khác hoặc đã bị sửa; 2 không đọc được, hoặc
    không phải tệp do cchc in. Dấu này giúp phát hiện nhầm lẫn, không thay chữ ký số.

    \b
    Ví dụ:
      cchc verify ke-hoach-2025.docx
      cchc verify "Kế hoạch đã gửi.docx" --plan plans/2025.yaml --format json
    """
    from cchc.documents.provenance import record_of, verify
    from cchc.views.verdicts import FORMS

    form = checked_format(form, tuple(FORMS))
    package, record = record_of(document)
    verdict = verify(document, package, record, plan_path(plan, _day(record.origin.name)))
    put(FORMS[form](verdict), output)
    if not verdict.sound:
        raise typer.Exit(FAULTS)


def _day(name: str) -> date:
    """Return a day of the year a plan's file is named after: that year's plan is meant."""
    year = re.search(r"[12][0-9]{3}", name)
    return date(int(year[0]), 12, 31) if year else day_of(None)

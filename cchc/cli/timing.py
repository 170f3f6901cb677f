"""`cchc timing`: how a phrase of a plan is read."""

from typing import Annotated

import typer

from cchc import timing
from cchc.cli.answering import checked_format
from cchc.cli.options import OutputOption, day_of
from cchc.cli.output import put
from cchc.cli.running import FAULTS
from cchc.errors import WrongUsage


def command(
    phrase: Annotated[
        str, typer.Argument(metavar="CÂU", help="câu chỉ thời hạn, đặt trong ngoặc kép")
    ],
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="NĂM", help="năm kế hoạch (mặc định: năm nay)"),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="DẠNG", show_default=False, help="table hoặc json")
    ] = "table",
    output: OutputOption = None,
) -> None:
    """Đọc thử một câu chỉ thời hạn: các mốc, từ ngày nào đến hết ngày nào.

    Chỗ nào giống thời gian mà không hiểu thì được nêu ra, không đoán; khi đó lệnh thoát với mã 1.

    \b
    Ví dụ:
      cchc timing "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo" --year 2025
      cchc timing "trước ngày 20/11 hằng năm" --year 2025 --format json
    """
    from cchc.views.reading import FORMS

    form = checked_format(form, ("table", "json"))
    reading = timing.read(phrase, _year(year))
    put(FORMS[form](reading), output)
    if not reading.understood:
        raise typer.Exit(FAULTS)


def _year(text: str | None) -> int:
    if text is None:
        return day_of(None).year
    if not (text.isascii() and text.isdecimal() and len(text) == 4 and int(text)):
        raise WrongUsage(f"--year: không có năm {text!r}; viết bốn chữ số, như 2025")
    return int(text)

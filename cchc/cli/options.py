"""The options that mean one thing in every command, and their values."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from unicodedata import normalize

import typer

from cchc.dates import Period, vietnamese_date, weeks_of
from cchc.errors import WrongUsage
from cchc.plan.days import day_typed
from cchc.text import fold

if TYPE_CHECKING:
    from cchc.progress.ledger import Role

PlanOption = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="TỆP",
        envvar="CCHC_PLAN",
        show_envvar=False,
        help="tệp kế hoạch (hoặc biến CCHC_PLAN); nếu bỏ trống: kế hoạch trong thư mục plans/ "
        "gần nhất, năm mới nhất không sau ngày xét",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="NGÀY",
        help="ngày xét, như 2025-02-15 hoặc 15/2/2025 (mặc định: hôm nay)",
    ),
]
RevOption = Annotated[
    str | None,
    typer.Option(
        "--rev",
        metavar="BẢN",
        help="kế hoạch và sổ theo dõi như ở một bản đã lưu trong git (HEAD~3, tên nhánh, mã của "
        "bản); ngày xét vẫn là --as-of",
    ),
]
UnitOption = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="ĐƠN_VỊ",
        help="chỉ việc của một đơn vị: mã, tên, có dấu hay không đều được",
    ),
]
RoleOption = Annotated[
    str,
    typer.Option(
        "--role",
        metavar="VAI",
        show_default=False,
        help="vai của đơn vị: lead (chủ trì, mặc định), support (phối hợp), any (cả hai)",
    ),
]
QuarterOption = Annotated[
    str | None,
    typer.Option("--quarter", metavar="QUÝ", help="quý của năm kế hoạch: I, II, III, IV"),
]
MonthOption = Annotated[
    str | None,
    typer.Option(
        "--month", metavar="THÁNG", help='tháng của năm kế hoạch: 1 đến 12, hoặc "tháng 3"'
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format", metavar="DẠNG", show_default=False, help="table (mặc định), json, csv, md"
    ),
]
FaultsOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="DẠNG",
        show_default=False,
        help="text (mặc định), json, md, github, sarif, junit, gitlab",
    ),
]
TextFormatOption = Annotated[
    str,
    typer.Option("--format", metavar="DẠNG", show_default=False, help="text (mặc định) hoặc json"),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="cảnh báo cũng làm lệnh thoát với mã 1")
]
StrictRulesOption = Annotated[
    bool,
    typer.Option("--strict", help="thêm các quy tắc chặt; cảnh báo cũng làm lệnh thoát với mã 1"),
]
ForceOption = Annotated[
    bool,
    typer.Option("--force", help="ghi đè cả tệp đã có người sửa, hoặc không do cchc ghi"),
]
OpenFileOption = Annotated[
    bool, typer.Option("--open-file", help="ghi xong thì mở tệp bằng chương trình của máy")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="TỆP", help="ghi kết quả vào tệp thay vì in ra màn hình"
    ),
]


def day_of(text: str | None, option: str = "--as-of", seen: date | None = None) -> date:
    """Return the day that was typed; today if none was: the one clock of the program.

    "15/2" is of the year of `seen`, the day that is looked at; of this year without one.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the day on the office's wall, not in Greenwich
    day = day_typed(text, (seen or day_of(None)).year)
    if day is None:
        raise WrongUsage(
            f"{option}: không có ngày {text!r}; viết như 2025-02-15, 15/2/2025 hoặc 15/2"
        )
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise WrongUsage(f"{option}: năm {day.year} không được; dùng {_FIRST_YEAR}–{_LAST_YEAR}")
    return day


_FIRST_YEAR, _LAST_YEAR = 1900, 2200
"""Years that a plan may be looked at in: weeks and years can be counted from each."""


def role_of(text: str) -> "Role":
    """Return the role that was typed."""
    from cchc.progress.ledger import Role

    try:
        return Role(text.strip().lower())
    except ValueError:
        raise WrongUsage(f"--role: không có vai {text!r}; dùng lead, support hoặc any") from None


def period_of(quarter: str | None, month: str | None, year: int) -> tuple[Period, str] | None:
    """Return the period that was typed with its name ("quý I năm 2025"), None if none was."""
    if quarter is not None and month is not None:
        raise WrongUsage("dùng --quarter hoặc --month, không dùng cả hai")
    if quarter is not None:
        return _quarter_period(quarter, year)
    if month is not None:
        return _month_period(month, year)
    return None


def days_ahead(day: date, within: str | None, week: bool) -> tuple[Period, str] | None:
    """Return the days from a day on, or the week of it, with their name; None if neither is."""
    if within is not None and week:
        raise WrongUsage("dùng --within hoặc --week, không dùng cả hai")
    if week:
        return _named_days("tuần này", weeks_of(day)[0])
    if within is None:
        return None
    count = days_within(within)
    return _named_days(f"{count} ngày tới", Period(day, day + timedelta(days=count)))


MOST_DAYS = 366


def days_within(text: str) -> int:
    """Return how many days ahead were typed."""
    bare = re.sub(r" *ngày$", "", text.strip())
    if not (bare.isascii() and bare.isdecimal() and int(bare) <= MOST_DAYS):
        raise WrongUsage(f"--within: {text} không được; dùng 0 đến {MOST_DAYS} ngày")
    return int(bare)


def _named_days(name: str, days: Period) -> tuple[Period, str]:
    first, last = vietnamese_date(days.start), vietnamese_date(days.end)
    return days, f"{name} ({first} - {last})"


def default_period(day: date, year: int) -> tuple[Period, str]:
    """Return the quarter of a day of the plan's year; the whole year for any other day."""
    from cchc.timing.calendar import NAMED_PERIODS

    period = NAMED_PERIODS[(day.month - 1) // 3 if day.year == year else -1]
    return Period(*period.days(year)), period.in_year(year)


def _quarter_period(text: str, year: int) -> tuple[Period, str]:
    from cchc.timing.calendar import period_called

    # NFKC makes I of the single letters Ⅰ, Ⅱ, Ⅲ and Ⅳ.
    bare = re.sub(r"^(quy|qui|q)[ .]*", "", fold(normalize("NFKC", text))).removeprefix("0")
    period = period_called(f"quy {bare}")
    if period is None:
        raise WrongUsage(f"--quarter: không có quý {text!r}; dùng I, II, III, IV hoặc 1 đến 4")
    return Period(*period.days(year)), period.in_year(year)


def _month_period(text: str, year: int) -> tuple[Period, str]:
    from cchc.timing.calendar import month_end

    month = _month(text, year)
    return Period(date(year, month, 1), month_end(year, month)), f"tháng {month:02} năm {year}"


def _month(text: str, year: int) -> int:
    bare = re.sub(r"^(thang|t)[ .]*", "", fold(text))
    of_year = re.sub(rf"^([0-9]+)( nam)? {year}$", r"\1", bare)
    if not re.fullmatch(r"0?[1-9]|1[0-2]", of_year):
        raise WrongUsage(
            f'--month: không có tháng {text!r} của năm {year}; dùng 1 đến 12, hoặc "tháng 3"'
        )
    return int(of_year)

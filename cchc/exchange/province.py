"""A province for other programs: a workbook whose tables cross-foot, and a Parquet dataset."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cchc.dates import Period, vietnamese_date
from cchc.errors import Missing, UnwritableFile, WrongUsage
from cchc.plan.communes import Commune, Fault
from cchc.progress.overview import Counts
from cchc.progress.province import ProvinceLine, Surveyed, Tally, group_of
from cchc.progress.rollup import OVERDUE, Held, Survey

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# The workbook: a table by commune, by group, by office and by quarter; each adds up both ways.

HEADINGS = ("Có hạn", "Xong đúng hạn", "Xong trễ hạn", "Còn trong hạn", "Quá hạn", "Hủy (ngoài)")
_HEAD = 3


def workbook(
    communes: Surveyed, faulty: Sequence[Fault], day: date, days: Period | None = None
) -> bytes:
    """Return an .xlsx: the tables of a province, what is overdue, and what isn't counted.

    Communes are taken one at a time and none is kept; `faulty` is looked at after the last.
    """
    from xlsxwriter import Workbook

    out, tally = BytesIO(), Tally(days)
    no_formulas = {f"strings_to_{kind}": False for kind in ("formulas", "urls", "numbers")}
    book = Workbook(out, no_formulas | {"constant_memory": True})
    # The clock of the moment would make two files of one province differ.
    book.set_properties({"created": datetime(day.year, day.month, day.day, tzinfo=UTC)})
    looks = _looks(book)
    sheets = [book.add_worksheet(name) for name, _ in _SHEETS]
    _write_late(book, looks, communes, tally)
    found = tally.tables()
    lines = (found.communes, found.groups, found.units, found.quarters)
    for sheet, (_, first), table in zip(sheets, _SHEETS, lines, strict=True):
        _write_counts(sheet, looks, (first, day), table)
    if faulty:
        _write_faulty(book.add_worksheet("Không tính được"), looks, faulty)
    book.close()
    return out.getvalue()


_SHEETS = (
    ("Theo xã", "Xã"),
    ("Theo nhóm", "Nhóm nhiệm vụ (mọi xã)"),
    ("Theo đơn vị", "Đơn vị đứng đầu chủ trì (mọi xã)"),
    ("Theo quý", "Quý (mọi xã)"),
)


def _looks(book: "Workbook") -> "Mapping[str, Format]":
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    edge = base | {"border": 1}
    return {
        "title": book.add_format(base | {"bold": True, "font_size": 14}),
        "hint": book.add_format(base | {"italic": True, "font_color": "#595959"}),
        "head": book.add_format(edge | {"bold": True, "text_wrap": True, "align": "center",
                                        "valign": "vcenter", "bg_color": "#E9EEF5"}),
        "text": book.add_format(edge | {"text_wrap": True}),
        "count": book.add_format(edge | {"num_format": "#,##0;-0;–;@"}),
        "late": book.add_format({"font_color": "#B3261E", "bold": True}),
        "sum": book.add_format(edge | {"bold": True, "num_format": "#,##0", "bg_color": "#E9EEF5"}),
        "date": book.add_format(edge | {"num_format": "dd/mm/yyyy", "align": "center"}),
    }  # fmt: skip


def _write_counts(
    sheet: "Worksheet",
    looks: "Mapping[str, Format]",
    about: tuple[str, date],
    lines: Sequence[ProvinceLine],
) -> None:
    first, day = about
    hint = "Mỗi mốc có hạn tính một lần; đã hủy đứng ngoài tổng."
    _lay_out(sheet, looks, (f"Tiến độ tính đến {vietnamese_date(day)}", hint), (first, *HEADINGS))
    for number, line in enumerate(lines, start=_HEAD + 1):
        counts = astuple(line.counts)
        sheet.write_string(number, 0, line.name[:32000], looks["text"])
        across = f"=SUM(C{number + 1}:F{number + 1})"
        sheet.write_formula(number, 1, across, looks["count"], line.counts.owed)
        for place, count in enumerate(counts, start=2):
            sheet.write_number(number, place, count, looks["count"])
    foot = _HEAD + 1 + len(lines)
    sheet.write_string(foot, 0, "Cộng", looks["sum"])
    total = sum((line.counts for line in lines), Counts())
    for place, known in enumerate((total.owed, *astuple(total)), start=1):
        column = chr(ord("A") + place)
        down = f"=SUM({column}{_HEAD + 2}:{column}{foot})" if lines else "=0"
        sheet.write_formula(foot, place, down, looks["sum"], known)
    late = {"type": "cell", "criteria": ">", "value": 0, "format": looks["late"]}
    sheet.conditional_format(_HEAD + 1, 5, max(foot - 1, _HEAD + 1), 5, late)
    sheet.autofilter(_HEAD, 0, max(foot - 1, _HEAD), len(HEADINGS))
    sheet.set_column(0, 0, 52)
    sheet.set_column(1, len(HEADINGS), 11)


def _write_late(
    book: "Workbook", looks: "Mapping[str, Format]", communes: Surveyed, tally: Tally
) -> None:
    sheet, number, sheets = _late_sheet(book, looks, 1), _HEAD, 1
    for commune, survey in communes:
        tally.add(commune, survey)
        late = tally.late(survey)
        if number > _HEAD and number + len(late) > MOST_LATE:
            sheet.autofilter(_HEAD, 0, number, len(_LATE) - 1)
            sheets += 1
            sheet, number = _late_sheet(book, looks, sheets), _HEAD
        for held in late:
            number += 1
            said = (survey.sum.name, held.duty.id, held.duty.content, held.unit)
            for place, text in enumerate((*said, held.action or held.key)):
                sheet.write_string(number, place, text[:32000], looks["text"])
            if held.due:
                due = datetime(held.due.year, held.due.month, held.due.day)  # noqa: DTZ001
                sheet.write_datetime(number, len(said) + 1, due, looks["date"])
    sheet.autofilter(_HEAD, 0, number, len(_LATE) - 1)


MOST_LATE = 10_000
"""Rows of a sheet: programs, and the check that nobody changed the file, read a sheet as one."""
_LATE = (("Xã", 28), ("Mã", 8), ("Nhiệm vụ", 60), ("Đơn vị", 26), ("Mốc", 24), ("Hạn", 12))


def _late_sheet(book: "Workbook", looks: "Mapping[str, Format]", number: int) -> "Worksheet":
    sheet = book.add_worksheet("Quá hạn" if number == 1 else f"Quá hạn ({number})")
    _lay_out(sheet, looks, ("Các mốc quá hạn", ""), [name for name, _ in _LATE])
    for place, (_, width) in enumerate(_LATE):
        sheet.set_column(place, place, width)
    return sheet


def _write_faulty(
    sheet: "Worksheet", looks: "Mapping[str, Format]", faulty: Sequence[Fault]
) -> None:
    _lay_out(sheet, looks, ("Không tính được", ""), ("Tệp, thư mục", "Vì sao"))
    sheet.set_column(0, 1, 70)
    for number, fault in enumerate(faulty, start=_HEAD + 1):
        sheet.write_string(number, 0, fault.path.as_posix(), looks["text"])
        sheet.write_string(number, 1, fault.why[:32000], looks["text"])


def _lay_out(
    sheet: "Worksheet",
    looks: "Mapping[str, Format]",
    about: tuple[str, str],
    headings: Sequence[str],
) -> None:
    # Rows go to the disk one by one: they are written from the top downwards.
    sheet.write_string(0, 0, about[0], looks["title"])
    sheet.write_string(1, 0, about[1], looks["hint"])
    for place, heading in enumerate(headings):
        sheet.write_string(_HEAD, place, heading, looks["head"])
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.set_footer('&C&"Times New Roman"&10Trang &P/&N')


# The dataset: Parquet files by year and commune, a row a milestone; its schema is in docs/tinh.md.

STANDS = ("done_on_time", "done_late", "open_in_time", "open_overdue", "cancelled", "undated")
"""How a milestone stands, by its place in `Counts`; the last one counts nowhere."""
FILE = "milestones.parquet"


def write_dataset(folder: Path, surveyed: Surveyed, day: date) -> int:
    """Write the dataset of some communes, in the place of an older one; return how many rows.

    It is written beside its place and moved there whole. Raises `Missing` without pyarrow,
    `WrongUsage` where other files stand in its place, and `UnwritableFile`.
    """
    arrow = _arrow()
    _refuse_others(folder)
    draft = folder.with_name(f".{folder.name}.moi")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        rows = sum(_write_part(arrow, draft, *one, day) for one in surveyed)
        if folder.exists():
            shutil.rmtree(folder)
        draft.rename(folder)
    except OSError as error:
        raise UnwritableFile(folder, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return rows


def _arrow() -> Any:
    try:
        import pyarrow as arrow
        import pyarrow.parquet
    except ImportError:
        way = "cài thêm bằng: pip install 'cchc[parquet]'"
        raise Missing(f"ghi Parquet cần thư viện pyarrow; {way}") from None
    return arrow


def _refuse_others(folder: Path) -> None:
    """Refuse a place where anything stands but a dataset of ours."""
    if folder.is_file():
        raise WrongUsage(
            f"{folder} là một tệp; bộ dữ liệu Parquet là thư mục, chọn tên khác bằng -o"
        )
    names = [one.name for one in folder.iterdir()] if folder.is_dir() else []
    if any(not name.startswith("year=") for name in names):
        raise WrongUsage(f"thư mục {folder} có tệp khác, nên không ghi đè; chọn chỗ khác bằng -o")


def _write_part(arrow: Any, folder: Path, commune: Commune, survey: Survey, day: date) -> int:
    where = folder / f"year={survey.sum.year}" / f"commune={quote(commune.label, safe='')}"
    where.mkdir(parents=True)
    columns = {name: [v(survey, one, day) for one in survey.held] for name, _, v in _FIELDS}
    table = arrow.table(columns, schema(arrow))
    arrow.parquet.write_table(table, where / FILE)
    return len(survey.held)


def schema(arrow: Any) -> Any:
    """Return the schema of a file; year and commune are in the names of its folders."""
    kinds = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "day": arrow.date32(),
        "number": arrow.int32(),
    }
    return arrow.schema([(name, kinds[kind]) for name, kind, _ in _FIELDS])


_FIELDS: tuple[tuple[str, str, Callable[[Survey, Held, date], object]], ...] = (
    ("as_of", "day", lambda _survey, _held, day: day),
    ("name", "text", lambda survey, *_: survey.sum.name),
    ("task", "text", lambda _, held, _day: held.duty.id),
    ("group", "text", lambda _, held, _day: held.duty.group),
    ("group_title", "text", lambda survey, held, _: group_of(survey, held)),
    ("content", "text", lambda _, held, _day: held.duty.content),
    ("lead", "texts", lambda _, held, _day: list(held.duty.lead)),
    ("unit", "text", lambda _, held, _day: held.unit),
    ("milestone", "text", lambda _, held, _day: held.key),
    ("action", "text", lambda _, held, _day: held.action),
    ("due", "day", lambda _, held, _day: held.due),
    ("status", "text", lambda _, held, _day: STANDS[held.place]),
    ("days_late", "number", lambda _, held, day: _days_late(held, day)),
)


def _days_late(held: Held, day: date) -> int:
    return (day - held.due).days if held.due and held.place == OVERDUE else 0

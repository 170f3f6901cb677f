"""The province for other programs: tables that cross-foot, and a dataset that DuckDB reads."""

import sys
from dataclasses import astuple
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from benchmarks.communes import write_communes
from cchc.errors import Missing, WrongUsage
from cchc.exchange.province import HEADINGS, workbook, write_dataset
from cchc.plan.cache import NOWHERE
from cchc.plan.communes import Commune, Fault, communes
from cchc.progress.overview import Counts
from cchc.progress.rollup import Survey, made_account, survey
from tests.conftest import ROOT

DAY = date(2025, 7, 1)
Surveyed = list[tuple[Commune, Survey]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Commune]:
    top = tmp_path_factory.mktemp("tinh")
    write_communes(top, 6)
    return communes([top], 2025).communes


@pytest.fixture(scope="module")
def surveyed(found: list[Commune]) -> Surveyed:
    return on(found, DAY)


def on(found: list[Commune], day: date) -> Surveyed:
    return [(c, survey(made_account(c, NOWHERE), day)) for c in found]


def test_every_table_of_the_workbook_comes_to_the_same(surveyed: Surveyed) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(surveyed, [], DAY)), data_only=True)
    total = sum((told.sum.counts for _, told in surveyed), Counts())
    for name in ("Theo xã", "Theo nhóm", "Theo đơn vị", "Theo quý"):
        rows = list(book[name].iter_rows(min_row=4, values_only=True))
        assert rows[0][1:] == HEADINGS
        *lines, foot = rows[1:]
        assert len(lines) > 2
        assert foot == ("Cộng", total.owed, *astuple(total))
        for line in lines:
            assert line[1] == sum(int(str(n)) for n in line[2:6])
        for place in range(1, 7):
            assert foot[place] == sum(int(str(line[place])) for line in lines)
    late = list(book["Quá hạn"].iter_rows(min_row=5, values_only=True))
    assert len(late) == total.overdue


def test_what_is_overdue_goes_on_in_another_sheet_after_a_whole_commune(
    surveyed: Surveyed, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = {one.sum.name: one.sum.counts.overdue for _, one in surveyed}
    monkeypatch.setattr("cchc.exchange.province.MOST_LATE", max(late.values()))
    book = openpyxl.load_workbook(BytesIO(workbook(surveyed, [], DAY)))
    sheets = [sheet for sheet in book if sheet.title.startswith("Quá hạn")]
    assert [sheet.title for sheet in sheets][:2] == ["Quá hạn", "Quá hạn (2)"]
    names = [{str(row[0].value) for row in sheet.iter_rows(min_row=5)} for sheet in sheets]
    assert sum(map(len, names)) == len(set().union(*names)) == len([n for n in late.values() if n])
    assert sum(sheet.max_row - 4 for sheet in sheets) == sum(late.values())
    assert all(sheet["A4"].value == "Xã" for sheet in sheets)


def test_only_our_own_formulas_are_formulas(surveyed: Surveyed) -> None:
    faulty = [Fault(Path("=1+1.yaml"), "=cmd|' /C calc'!A0")]
    book = openpyxl.load_workbook(BytesIO(workbook(surveyed, faulty, DAY)))
    assert book["Không tính được"]["A5"].data_type == "s"
    formulas = {str(c.value)[:5] for s in book for row in s for c in row if c.data_type == "f"}
    assert formulas == {"=SUM("}


def test_same_province_same_workbook(surveyed: Surveyed) -> None:
    assert workbook(surveyed, [], DAY) == workbook(surveyed, [], DAY)


def asked(question: str) -> list[tuple[Any, ...]]:
    """Return what DuckDB answers."""
    import duckdb

    answer = duckdb.sql(question)
    assert answer is not None
    return answer.fetchall()


def questions() -> list[str]:
    """Return the questions of the manual, as they stand in it."""
    manual = (ROOT / "docs" / "tinh.md").read_text("utf-8")
    return [part.split("```")[0] for part in manual.split("```sql\n")[1:]]


def test_the_manual_s_questions_are_answered_by_duckdb(
    found: list[Commune], surveyed: Surveyed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    last = on(found, date(2025, 6, 1))
    write_dataset(Path("tinh-2025-06"), last, date(2025, 6, 1))
    rows = write_dataset(Path("tinh-2025-07"), surveyed, DAY)
    by_commune, by_office, since = (asked(question) for question in questions())
    overdue = {told.sum.name: told.sum.counts.overdue for _, told in surveyed}
    assert {row[1]: row[3] for row in by_commune} == overdue
    assert sum(row[2] for row in by_office) == sum(overdue.values())
    before = {told.sum.name: told.sum.counts for _, told in last}
    for name, more_done, more_late in since:
        now = next(told.sum.counts for _, told in surveyed if told.sum.name == name)
        assert more_done == now.done - before[name].done
        assert more_late == now.overdue - before[name].overdue
    assert asked("SELECT count(*) FROM 'tinh-2025-07/**/*.parquet'") == [(rows,)]
    assert rows == sum(len(told.held) for _, told in surveyed)


def test_a_dataset_replaces_an_older_one_whole(surveyed: Surveyed, tmp_path: Path) -> None:
    place = tmp_path / "tinh"
    write_dataset(place, surveyed, DAY)
    write_dataset(place, surveyed[:2], DAY)
    assert len(list(place.glob("year=*/commune=*"))) == 2


def test_it_stands_in_the_place_of_nothing_else(surveyed: Surveyed, tmp_path: Path) -> None:
    place = tmp_path / "tinh"
    place.mkdir()
    (place / "quan-trong.docx").write_bytes(b"")
    with pytest.raises(WrongUsage, match="có tệp khác"):
        write_dataset(place, surveyed, DAY)
    assert [file.name for file in place.iterdir()] == ["quan-trong.docx"]


def test_without_pyarrow_it_says_how_to_have_it(
    surveyed: Surveyed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Missing, match=r"pip install 'cchc\[parquet\]'"):
        write_dataset(tmp_path / "tinh", surveyed, DAY)

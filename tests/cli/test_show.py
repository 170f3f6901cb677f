"""One task, whole."""

from pathlib import Path

from tests.cli.conftest import Run


def test_all_columns_and_every_milestone_are_shown(cchc: Run) -> None:
    out = cchc("show", "III.04", "--as-of", "2025-02-15").out
    for words in ("Hệ thống thông tin giải quyết", "Định kỳ hàng tháng trong năm 2025", "2025-12"):
        assert words in " ".join(out.split())
    assert "quá hạn 15 ngày" in out


def test_an_id_is_found_as_people_write_it(cchc: Run) -> None:
    assert cchc("show", "iii/4", "--format", "json").json["task"] == "III.04"


def test_no_such_task_suggests_one(cchc: Run) -> None:
    answer = cchc("show", "III.03")
    assert answer.code == 2
    assert "có phải: " in answer.err


CV = "Công văn số 12/UBND-VP ngày 27/01/2025"
QD = "Quyết định số 15/QĐ-UBND ngày 03/3/2025"


def told(cchc: Run, *arguments: str) -> str:
    """Return what is shown, without the folds of the lines."""
    answer = cchc("show", *arguments)
    assert (answer.code, answer.err) == (0, "")
    return " ".join(answer.out.split())


def a_year(cchc: Run) -> None:
    """Let II.04 be extended, done late, reopened and done again."""
    for arguments in (
        ("extend", "II.04", "--to", "28/2/2025", "--document", CV, "--on", "28/1/2025"),
        ("done", "II.04", "--document", QD, "--on", "3/3/2025", "--note", "chờ ký"),
        ("reopen", "II.04", "--note", "ghi nhầm", "--on", "10/3/2025"),
        ("done", "II.04", "--document", QD, "--on", "12/3/2025"),
    ):
        assert cchc(*arguments).code == 0


def test_the_whole_story_is_told_in_the_order_of_the_days(cchc: Run) -> None:
    a_year(cchc)
    out = told(cchc, "II.04")
    places = [
        out.index(words)
        for words in (
            "hạn 28/02/2025, thứ Sáu (gia hạn, hạn cũ 31/01/2025)",
            f"hoàn thành ngày 12/03/2025, trễ 12 ngày; theo {QD}",
            f"28/01/2025 gia hạn 2025-01-31: hạn cũ 31/01/2025 → hạn mới 28/02/2025 theo {CV}",
            f"03/03/2025 hoàn thành 2025-01-31, trễ 3 ngày: {QD}; chờ ký",
            "10/03/2025 mở lại 2025-01-31: ghi nhầm",
            "12/03/2025 hoàn thành 2025-01-31, trễ 12 ngày",
        )
    ]
    assert places == sorted(places)


def test_what_comes_after_the_day_is_counted_and_not_told(cchc: Run) -> None:
    a_year(cchc)
    out = told(cchc, "II.04", "--as-of", "5/3/2025")
    assert "hoàn thành ngày 03/03/2025, trễ 3 ngày" in out
    assert "mở lại" not in out
    assert "còn 2 mục của những ngày sau 05/03/2025" in out


def test_a_program_gets_every_entry_with_its_evidence_and_what_it_moved(cchc: Run) -> None:
    a_year(cchc)
    story = cchc("show", "II.04", "--format", "json").json
    extended, done, reopened, _ = story["entries"]
    assert (extended["due_before"], extended["until"]) == ("2025-01-31", "2025-02-28")
    assert done["evidence"] == {
        "kind": "Quyết định",
        "number": "15",
        "symbol": "QĐ-UBND",
        "date": "2025-03-03",
    }
    assert [e["days_late"] for e in story["entries"]] == [0, 3, 0, 12]
    assert (reopened["deed"], reopened["note"]) == ("mo_lai", "ghi nhầm")
    assert [e["milestones"] for e in story["entries"]] == [["2025-01-31"]] * 4


def test_the_reports_of_the_plan_have_a_story_too(cchc: Run) -> None:
    bc = "Báo cáo số 21/BC-UBND ngày 03/3/2025"
    cchc("done", "BC-Q1", "--on", "3/3/2025", "--document", bc)
    out = told(cchc, "BC")
    assert (
        "BC-Q1 báo cáo quý I; hạn 04/03/2025, thứ Ba; hoàn thành ngày 03/03/2025, đúng hạn" in out
    )
    assert "BC-Y báo cáo năm" in out
    only = cchc("show", "BC-H1", "--format", "json").json
    assert [m["milestone"] for m in only["milestones"]] == ["BC-H1"]
    assert (only["task"], only["entries"]) == (None, [])


def test_what_the_ledger_has_twice_or_of_no_milestone_is_told_as_such(
    cchc: Run, office: Path
) -> None:
    line = "- {ngay: 2025-02-03, nhiem_vu: II.04, moc: %s, trang_thai: hoan_thanh, ghi_chu: %s}\n"
    ledger = office / "plans" / "2025.tien-do.yaml"
    ledger.write_text(
        "".join(
            line % said for said in [("2025-01-31", "a"), ("2025-01-31", "x"), ("2025-Q3", "x")]
        ),
        "utf-8",
    )
    out = told(cchc, "II.04")
    assert "hoàn thành 2025-01-31 (đã đóng trước đó): x" in out
    assert "hoàn thành 2025-Q3 (không có mốc nào như vậy): x" in out


def test_a_milestone_says_why_its_wording_comes_to_this_day(cchc: Run) -> None:
    told = cchc("show", "I.01", "--as-of", "2025-02-01").out
    assert "vì: ngày cuối của kỳ → 31/03/2025" in told
    assert "vì: chế độ báo cáo của kế hoạch: trước ngày 05/3" in told
    first = cchc("show", "I.01", "--as-of", "2025-02-01", "--format", "json").json["milestones"][0]
    assert first["reason"] == "ngày cuối của kỳ → 31/03/2025"

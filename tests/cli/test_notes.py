"""Notes have a purpose: results, difficulties and proposals go into reports."""

from tests.cli.conftest import Run

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


def test_result_difficulty_and_proposal_have_keys_of_their_own(cchc: Run) -> None:
    more = ("--result", "đã công bố", "--difficulty", "thiếu máy", "--proposal", "cấp máy")
    assert cchc("done", "II.04", "--document", PROOF, *more, "--as-of", "15/2/2025").code == 0
    (entry,) = cchc("show", "II.04", "--format", "json").json["entries"]
    told = {key: entry[key] for key in ("result", "difficulty", "proposal", "note")}
    assert told == {
        "result": "đã công bố", "difficulty": "thiếu máy", "proposal": "cấp máy", "note": None,
    }  # fmt: skip
    report = cchc("report", "--quarter", "I", "--as-of", "31/3/2025", "--format", "json").json
    assert [one["note"] for one in report["difficulties"]] == ["thiếu máy"]
    assert [one["note"] for one in report["proposals"]] == ["cấp máy"]


def test_nothing_came_up_is_no_difficulty(cchc: Run) -> None:
    given = ("--milestone", "tháng 1", "--note", "không phát sinh hồ sơ", "--on", "5/2/2025")
    assert cchc("done", "III.04", *given, "--as-of", "31/3/2025").code == 0
    report = cchc("report", "--quarter", "I", "--as-of", "31/3/2025", "--format", "json").json
    assert report["difficulties"] == []


def test_a_note_of_the_start_does_not_stand_on_finished_work(cchc: Run) -> None:
    cchc("start", "II.04", "--note", "đã giao việc", "--on", "5/1/2025", "--as-of", "5/1/2025")
    cchc("done", "II.04", "--document", PROOF, "--as-of", "15/2/2025")
    report = cchc("report", "--quarter", "I", "--as-of", "31/3/2025", "--format", "json").json
    (done,) = report["done"]
    assert done["note"] is None

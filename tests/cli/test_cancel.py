"""Cancelling: by a document; what is done stays done, and what is open is never overdue again."""

import pytest

from tests.cli.conftest import Run

CV = "Công văn số 40/UBND-VP ngày 02/6/2025"
PROOF = "Báo cáo số 9/BC-UBND ngày 28/02/2025"


def test_what_is_open_is_cancelled_and_what_is_done_stays(cchc: Run) -> None:
    cchc("done", "III.04", "--document", PROOF, "--on", "28/2/2025")
    answer = cchc("cancel", "III.04", "--document", CV, "--as-of", "3/6/2025")
    assert (answer.code, answer.err) == (0, "")
    assert "III.04: hủy ngày 02/06/2025 (ngày của văn bản)" in answer.out
    states = [m["state"] for m in cchc("show", "III.04", "--format", "json").json["milestones"]]
    assert states == ["done"] + ["cancelled"] * 11
    items = cchc("overdue", "--as-of", "2025-12-31", "--format", "json").json["items"]
    assert "III.04" not in [item["task"] for item in items]


def test_one_milestone_is_cancelled_alone(cchc: Run) -> None:
    cchc("cancel", "III.04", "--milestone", "2025-12", "--document", CV, "--as-of", "3/6/2025")
    states = [m["state"] for m in cchc("show", "III.04", "--format", "json").json["milestones"]]
    assert states == ["not_started"] * 11 + ["cancelled"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("II.04",), "thiếu tùy chọn --document"),
        (("II.04", "--document", ""), "hủy nhiệm vụ cần văn bản"),
        (("II.05", "II.04", "--document", CV), "II.04 mốc 2025-01-31 đã hoàn thành"),
        (("II.04", "--document", CV), "cchc reopen II.04 --milestone 2025-01-31 --note"),
    ],
)
def test_what_is_done_or_unproved_is_refused_with_a_way_out(
    cchc: Run, arguments: tuple[str, ...], words: str
) -> None:
    cchc("done", "II.04", "--document", PROOF, "--on", "28/2/2025")
    answer = cchc("cancel", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert cchc("show", "II.05", "--format", "json").json["entries"] == []

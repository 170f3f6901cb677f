"""`--rev`: the listings as they were at a revision; the day stays what it is."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.repositories import PLAN, Scratch, replace, scratch


@pytest.fixture
def kept(office: Path, cchc: Run) -> Scratch:
    """Return the office in git: planned; then II.04 done and I.03 put off."""
    made = scratch(office)
    made.commit("kế hoạch", "2025-01-02")
    cchc("done", "II.04", "--note", "không phát sinh", "--on", "24/1/2025")
    replace(made.plan, ("Hoàn thành trong quý I năm 2025", "Hoàn thành trong quý II năm 2025"))
    made.commit("sau", "2025-02-01")
    return made


def late(cchc: Run, *more: str) -> set[str]:
    answer = cchc("overdue", "--as-of", "2025-04-15", "--format", "json", *more)
    return {item["task"] for item in answer.json["items"]}


def test_what_was_overdue_by_the_plan_of_then(cchc: Run, kept: Scratch) -> None:
    assert late(cchc, "--rev", "HEAD~1") - late(cchc) == {"II.04", "I.03"}
    assert late(cchc, "--rev", "HEAD") == late(cchc)


@pytest.mark.parametrize("command", [("due", "--quarter", "I"), ("list",), ("overdue",)])
def test_every_listing_can_look_back(cchc: Run, kept: Scratch, command: tuple[str, ...]) -> None:
    kept.plan.write_text("hỏng", "utf-8")  # the working tree isn't even read
    answer = cchc(*command, "--rev", "HEAD~1", "--as-of", "2025-04-15", "--format", "json").json
    assert answer["plan"] == f"HEAD~1:{PLAN}"
    assert answer["as_of"] == "2025-04-15"
    assert "I.03" in {item["task"] for item in answer["items"]}


def test_show_looks_back_too(cchc: Run, kept: Scratch) -> None:
    assert "quý II năm 2025" in cchc("show", "I.03").out
    assert "quý I năm 2025" in cchc("show", "I.03", "--rev", "HEAD~1").out


def test_a_revision_that_is_none_is_refused(cchc: Run, kept: Scratch) -> None:
    answer = cchc("list", "--rev", "HEAD~5")
    assert (answer.code, answer.out) == (2, "")
    assert "không có bản 'HEAD~5'" in answer.err


def test_a_plan_that_was_renamed_since_is_found_and_said(cchc: Run, kept: Scratch) -> None:
    kept.git("mv", PLAN, "plans/2025-moi.yaml")
    kept.git("mv", "plans/2025.tien-do.yaml", "plans/2025-moi.tien-do.yaml")
    kept.commit("tên mới", "2025-03-01")
    answer = cchc("list", "--rev", "HEAD~1", "--format", "json")
    assert answer.json["plan"] == f"HEAD~1:{PLAN}"
    assert f"ở bản HEAD~1, kế hoạch mang tên {PLAN}" in answer.err

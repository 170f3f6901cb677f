"""Phrases as offices write them, each with the reading a person gave it."""

from pathlib import Path

import pytest

from cchc.timing import Kind, Reading, read

HERE = Path(__file__).parent
TABLES = ("phrases.tsv", "more-phrases.tsv", "sceptic-phrases.tsv")


def rows(name: str) -> list[tuple[int, str, str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(int(year), phrase, kinds, dues) for year, phrase, kinds, dues in cells]


def kinds_of(reading: Reading) -> str:
    """Return the kinds in order of first appearance, or ERROR where not all was understood."""
    if not reading.understood:
        return "ERROR"
    return ",".join(dict.fromkeys(milestone.kind for milestone in reading.milestones))


def dues_of(reading: Reading) -> set[str]:
    if not reading.understood:
        return {"ERROR"}
    dues = {milestone.due.isoformat() for milestone in reading.milestones if milestone.due}
    reports = {"REPORT" for milestone in reading.milestones if milestone.kind is Kind.REPORT}
    return dues | reports or {"-"}


@pytest.mark.parametrize("name", TABLES)
def test_the_table_holds_enough_phrases(name: str) -> None:
    assert len(rows(name)) >= 150


@pytest.mark.parametrize(
    ("year", "phrase", "kinds", "dues"), [row for name in TABLES for row in rows(name)]
)
def test_a_phrase_is_read_as_a_person_reads_it(
    year: int, phrase: str, kinds: str, dues: str
) -> None:
    reading = read(phrase, year)
    assert (kinds_of(reading), dues_of(reading)) == (kinds, set(dues.split(",")))
    assert bool(reading.unread) == (kinds == "ERROR")

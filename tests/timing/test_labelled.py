"""Phrases labelled before the program was asked; and what no spelling may change."""

import calendar
import re
from pathlib import Path

import pytest

from cchc.timing import read
from cchc.timing.clauses import THOUGHTS, Thought
from cchc.timing.grammar import RULES, Rule
from tests.timing.test_phrases import TABLES, dues_of, kinds_of
from tests.timing.test_phrases import rows as rows_of

HERE = Path(__file__).parent / "labelled"


Label = tuple[int, str, tuple[tuple[str, str], ...]]


NAMES = ("by-hand.tsv", "before-reading.tsv")


def labelled(name: str = "by-hand.tsv") -> list[Label]:
    """Return the phrases of a file, each with its labels."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            year, phrase, kinds, dues, *others = line.split("\t")
            also = [tuple(other.split("=")) for other in ";".join(others).split(";") if other]
            found.append((int(year), phrase, ((kinds, dues), *((k, d) for k, d in also))))
    return found


def _days(dues: str, year: int) -> set[str]:
    """Return the days of a label: "M-24" is day 24 of each month, "Q" the end of each quarter."""
    days: set[str] = set()
    for due in dues.split(","):
        if not re.fullmatch(r"[MQ](-\d+)?", due):
            days.add(due)
            continue
        for month in range(3 if due[0] == "Q" else 1, 13, 3 if due[0] == "Q" else 1):
            last = calendar.monthrange(year, month)[1]
            day = min(int(due[2:] or 31), last - (due == "M-29" and month == 2))
            days.add(f"{year}-{month:02}-{day:02}")
    return days


def test_enough_phrases_are_labelled() -> None:
    assert len(labelled()) >= 250


@pytest.mark.parametrize(("year", "phrase", "labels"), labelled())
def test_a_phrase_is_read_as_its_label_says(
    year: int, phrase: str, labels: tuple[tuple[str, str], ...]
) -> None:
    reading = read(phrase, year)
    told = (kinds_of(reading), dues_of(reading))
    assert told in [(kinds, _days(dues, year)) for kinds, dues in labels]


def _right(year: int, phrase: str, labels: tuple[tuple[str, str], ...]) -> bool:
    reading = read(phrase, year)
    return any(
        kinds in {"*", kinds_of(reading)} and dues_of(reading) == _days(dues, year)
        for kinds, dues in labels
    )


def _silently_wrong(year: int, phrase: str, labels: tuple[tuple[str, str], ...]) -> bool:
    reading = read(phrase, year)
    known = [_days(dues, year) for _, dues in labels]
    return reading.understood and dues_of(reading) not in known


def test_phrases_labelled_before_any_reading_are_read_right_or_refused() -> None:
    rows = labelled("before-reading.tsv")
    wrong = [row for row in rows if not _right(*row)]
    assert len(rows) >= 600
    # A day that another reader would not name is the harm; to refuse is only a nuisance.
    assert [row[1] for row in wrong if _silently_wrong(*row)] == []
    assert len(wrong) <= len(rows) // 100


_NOISE = (("0", "O"), ("1", "l"), ("ườ", "uờ"), ("ước", "uớc"), ("áng", "ảng"), ("quý", "quỵ"))


@pytest.mark.parametrize(("true", "noise"), _NOISE)
def test_noise_of_a_scan_never_makes_another_day(true: str, noise: str) -> None:
    phrases = [row for name in TABLES for row in rows_of(name)]
    changed = [(y, p, p.replace(true, noise)) for y, p, _, _ in phrases if true in p]
    assert len(changed) > 10
    for year, phrase, other in changed:
        noisy = read(other, year)
        assert not noisy.understood or dues_of(noisy) == dues_of(read(phrase, year)), other


def test_a_year_later_is_a_year_later() -> None:
    for year, phrase, _ in labelled():
        later = read(re.sub(r"20\d\d", lambda found: str(int(found[0]) + 4), phrase), year + 4)
        now = {day[5:] for day in dues_of(read(phrase, year)) if day[:2] == "20"}
        then = {day[5:] for day in dues_of(later) if day[:2] == "20"}
        if "/25" not in phrase and "02-2" not in str(now | then):
            assert then == now, phrase


@pytest.mark.parametrize("phrase", ["quy I nam 2025", "Tháng 1O/2O25", "hàng quývà hàng năm"])
def test_a_near_miss_is_offered_its_repair(phrase: str) -> None:
    reading = read(phrase, 2025)
    assert not reading.understood
    assert read(reading.hint, 2025).understood


def test_every_milestone_has_a_reason() -> None:
    for year, phrase, _ in labelled():
        assert all(milestone.reason for milestone in read(phrase, year).milestones)


def test_a_day_that_a_month_lacks_says_where_it_bent() -> None:
    bent = [each.bent for each in read("ngày 30 hằng tháng", 2025).milestones if each.bent]
    assert bent == ["tháng 02 không có ngày 30"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_page_and_phrases_it_reads(rule: object) -> None:
    entry = next(each for each in RULES if each is rule)
    assert entry.page
    assert entry.examples


@pytest.mark.parametrize("thought", THOUGHTS, ids=lambda thought: thought.name)
def test_every_example_of_the_manual_is_read(thought: Rule[Thought]) -> None:
    assert thought.page.endswith(".")
    assert thought.examples
    assert all(read(example, 2025).understood for example in thought.examples)

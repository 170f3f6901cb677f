"""How a task and its milestones are called in a sentence of a document."""

import re
from collections.abc import Callable

from cchc.plan.models import Plan
from cchc.plan.numerals import roman
from cchc.plan.spelling import fold
from cchc.progress.worklist import Item
from cchc.timing import Kind

LONGEST = 200
"""Characters of a task's content that a sentence takes; the id beside it leads to the rest."""


def brief(text: str, most: int = LONGEST) -> str:
    """Return a text on one line without its last stop, cut between words with "…" if too long."""
    line = " ".join(text.split()).rstrip(" .;,")
    if len(line) <= most:
        return line
    kept = line[: most - 1].rsplit(" ", 1)[0]
    # The end of a clause reads better than any word, where there is one not far back.
    clause = max(kept.rfind(mark) for mark in ";,")
    return (kept[:clause] if clause > most // 2 else kept).rstrip(" ,;.:-(") + "…"


def named(item: Item, most: int = LONGEST) -> str:
    """Return a task's content with its id: "Rà soát văn bản (II.04)"; a report has no id."""
    content = brief(item.content, most)
    return f"{content} ({item.task.id})" if item.task else content


def milestone_name(item: Item) -> str:
    """Return what is to be done at a milestone, "" where the task's content says it."""
    milestone = item.milestone
    action = "" if fold(milestone.action) in _SAYS_NOTHING else milestone.action.rstrip(" .;,")
    if item.task is None:
        return ""
    if milestone.kind not in (Kind.REPORT, Kind.RECURRING):
        return action
    period = period_word(milestone.key)
    return f"{action} ({period})" if action and period else action or period


def period_word(key: str) -> str:
    """Return the period a milestone's key names: "2025-Q1" → "quý I", "2025-03" → "tháng 03"."""
    for pattern, words in _PERIODS:
        if found := re.fullmatch(pattern, key):
            return words(found)
    return ""


def leaders(plan: Plan, item: Item) -> str:
    """Return the names of the offices that lead an item, as a sentence has them."""
    names = [plan.units[c].name if c in plan.units else c for c in item.lead.codes]
    return "; ".join(names) if any("," in name for name in names) else ", ".join(names)


_SAYS_NOTHING = ("", "hoan thanh", "thuc hien", "xong")
"""Actions that any task could have."""

# A second milestone of the same key has ".2" after it.
_PERIODS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"\d{4}-Q(\d)(?:\.\d+)?", lambda m: f"quý {roman(int(m[1]))}"),
    (r"\d{4}-(\d\d)(?:\.\d+)?", lambda m: f"tháng {m[1]}"),
    (r"(\d{4})-(\d\d)-(\d\d)(?:\.\d+)?", lambda m: f"ngày {m[3]}/{m[2]}/{m[1]}"),
    (r"\d{4}-H1(?:\.\d+)?", lambda _: "6 tháng đầu năm"),
    (r"\d{4}-H2(?:\.\d+)?", lambda _: "6 tháng cuối năm"),
    (r"(\d{4})(?:\.\d+)?", lambda m: f"năm {m[1]}"),
    (r"BC-Q(\d)(?:\.\d+)?", lambda m: f"quý {roman(int(m[1]))}"),
    (r"BC-H1(?:\.\d+)?", lambda _: "6 tháng"),
    (r"BC-H2(?:\.\d+)?", lambda _: "6 tháng cuối năm"),
    (r"BC-9M(?:\.\d+)?", lambda _: "9 tháng"),
    (r"BC-Y(?:\.\d+)?", lambda _: "năm"),
)

"""Titles in capitals, as a plan's appendix has them, written as a heading in small letters."""

import re

from cchc.plan.models import Plan


def sentence_case(plan: Plan, title: str) -> str:
    """Return a title in small letters but its first; names that the plan writes keep theirs.

    A title that isn't all in capitals stays as it is.
    """
    if title != title.upper():
        return title
    small = title.capitalize()
    for name in _names(plan):
        # Letters of one name only: "hạ" inside another word isn't the place.
        small = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", name, small)
    return small[:1].upper() + small[1:]


def _names(plan: Plan) -> list[str]:
    """Return the proper names: the place, and the words in capitals of what offices are called."""
    abbreviations = re.findall(r"(?<!\w)[A-ZĐ]{3,}(?!\w)", _texts(plan))
    return [*([plan.place] if plan.place else []), *dict.fromkeys(abbreviations)]


def _texts(plan: Plan) -> str:
    return " ".join(task.content or "" for task in plan.tasks)

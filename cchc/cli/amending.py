"""A printed plan with its changes against an older print, as its office would mark them."""

from cchc.cli.options import day_of
from cchc.cli.running import say
from cchc.documents.amendment import Revision, amended
from cchc.documents.properties import plan_properties
from cchc.plan.models import Plan


def with_changes(before: bytes, after: bytes, plan: Plan, as_of: str | None) -> bytes:
    """Return the new document with tracked changes; says so if there are none.

    They are of the day that was typed, else of the day the plan bears: never of the clock's.
    """
    if before == after:
        say("hai bản in ra giống hệt nhau, không có gì để đánh dấu")
    day = day_of(as_of) if as_of else plan_properties(plan).day
    return amended(before, after, Revision(plan.agency.in_sentence, day))

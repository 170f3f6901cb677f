"""Reminders: what an office has to be told, as a message to paste and as a công văn đôn đốc."""

from collections.abc import Sequence
from pathlib import Path

from cchc.documents.letters import properties
from cchc.documents.reminders.fields import letter_of, subject
from cchc.documents.reminders.reminder import Reminder
from cchc.documents.rendering import Tell, render
from cchc.documents.template import find_template

TEMPLATE = "cong-van-don-doc.docx"


def render_letter(
    reminders: Sequence[Reminder],
    plan_path: Path,
    template: Path | None = None,
    *,
    tell: Tell = len,
) -> bytes:
    """Return one công văn to the offices of the reminders, at least one: same input, same bytes.

    Without `template` it is the office's own cong-van-don-doc.docx, else the built-in one. Raises
    `NoTemplate`, `NotWordTemplate`, `HarmfulTemplate`, or what is wrong in the template.
    """
    plan, day = reminders[0].plan, reminders[0].day
    found = find_template(plan_path, template, TEMPLATE)
    return render(found, letter_of(reminders), properties(plan, subject(plan), day), tell)

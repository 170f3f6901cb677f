"""Our papers: a plan and a template become a Word document, and say later where they came from."""

from pathlib import Path
from typing import TYPE_CHECKING

from cchc.files import save

if TYPE_CHECKING:
    from cchc.documents.render import Tell
    from cchc.plan.models import Plan

__all__ = ["render_plan", "save"]


def render_plan(
    plan: "Plan",
    plan_path: Path,
    template: Path | None = None,
    *,
    paper: bool = False,
    tell: "Tell" = len,
) -> bytes:
    """Return the plan as a .docx: same plan and template, same bytes. Nothing is written.

    Without `template` it is the office's own (templates/ beside plans/), else the built-in one.
    With `paper` the appendix says number and day of its document, which an electronic one leaves
    blank. `tell` is given each notice of what was mended in the template.
    Raises `Missing`, `RefusedFile`, or what is wrong in the template.
    """
    from cchc.documents.fields import plan_fields, plan_properties
    from cchc.documents.render import render
    from cchc.documents.templates import find_template

    found = find_template(plan_path, template)
    return render(found, plan_fields(plan, paper=paper), plan_properties(plan), tell)

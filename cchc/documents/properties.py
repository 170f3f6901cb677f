"""What a document says of itself in its properties, from the plan and never from the clock."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from cchc.documents.printing import printable
from cchc.documents.profile import ND30_2020
from cchc.plan.models import Plan

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

_MOST = 255
"""Characters that a property may have (ECMA-376, part 2)."""


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, author, and the day the document bears."""

    title: str
    author: str
    day: date


def plan_properties(plan: Plan) -> Properties:
    """Return the properties of a plan's document."""
    day = plan.issued.earliest if plan.issued else date(plan.year, 1, 1)
    return Properties(f"{plan.kind} {plan.subject}", plan.agency.name, day)


def set_properties(core: "CoreProperties", properties: Properties) -> None:
    """Write the properties over those of the template."""
    moment = datetime.combine(properties.day, time())
    core.title = printable(properties.title)[:_MOST]
    core.author = core.last_modified_by = printable(properties.author)[:_MOST]
    core.language = ND30_2020.language
    core.created = core.modified = moment
    core.revision = 1

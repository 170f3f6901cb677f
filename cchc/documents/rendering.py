"""Filling a Word template: the one place where template code runs, always shut in.

docxtpl alone drops what it doesn't understand and runs whatever a template says. Here every text
is escaped, an unknown variable is an error, and the code is held by the sandbox.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from cchc.documents.archive import undated
from cchc.documents.opening import Opened, open_template, whole
from cchc.documents.pictures import Picture, place
from cchc.documents.properties import Properties, set_properties
from cchc.errors import CchcError, FaultyTemplate

Tell = Callable[[str], object]
"""Takes a notice: what was mended in a template, in one sentence."""


def render(
    template: Path,
    context: Mapping[str, object],
    properties: Properties,
    tell: Tell,
    pictures: Mapping[str, Picture] | None = None,
) -> bytes:
    """Return the .docx: the template filled from the context; same input, same bytes.

    A picture of the template that has the name of one of `pictures` becomes that one.
    Raises a `CchcError` that names the fault of the template, or of a text, and its place.
    """
    from cchc.documents.mending import mend

    opened = open_template(template)
    for notice in opened.notices:
        tell(f"mẫu {template}: {notice}")
    fill(opened, context)
    document = opened.document
    out = BytesIO()
    with whole(template):
        mend(document.docx.element.body)
        place(document.docx, pictures or {})
        set_properties(document.docx.core_properties, properties)
        document.save(out)
    return undated(out.getvalue())


def fill(opened: Opened, context: Mapping[str, object]) -> None:
    """Fill an open template. Raises what is wrong with it, or with a text of the context."""
    from cchc.documents.faults import fault_of
    from cchc.documents.review.structure import structure
    from cchc.documents.review.walking import lines
    from cchc.documents.runs import mend_split_tags
    from cchc.documents.sandbox import Sandbox

    tagged = list(lines(opened.document))
    for finding in structure(tagged):
        raise FaultyTemplate(opened.path, finding.message, finding.spot.text)
    for line in tagged:
        mend_split_tags(line.element)
    try:
        opened.document.render(dict(context), Sandbox())
    except CchcError:
        raise
    except Exception as error:
        # A template is a program: whatever it raises is a fault of the template.
        raise fault_of(opened.path, opened.document, context, error) from error

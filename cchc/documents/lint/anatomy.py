"""Finding the parts of a document: letterhead, title, body, signature, appendices."""

from cchc.documents.lint.annexes import place_annexes
from cchc.documents.lint.body import place_body
from cchc.documents.lint.closing import closing_span, place_closing
from cchc.documents.lint.closing import is_tabbed as tabbed_closing
from cchc.documents.lint.kinds import ALL, LETTER, Kind
from cchc.documents.lint.letterhead import is_tabbed as tabbed_letterhead
from cchc.documents.lint.letterhead import letterhead_span, place_letterhead
from cchc.documents.lint.opening import place_opening, title_of
from cchc.documents.lint.paper import Paper
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Placed, Subject
from cchc.documents.profile import Profile


def dissected(paper: Paper, profile: Profile, kind: Kind | None = None) -> Subject:
    """Return a document with its parts; without `kind` it is found from the title, or "V/v"."""
    lines = paper.paragraphs
    head, head_table = letterhead_span(lines)
    close, close_table = closing_span(lines, head)
    top = place_letterhead(lines[:head])
    found = kind or _kind(top, title_of(lines[head : close.start]))
    opening = place_opening(lines[head : close.start], found)
    body = place_body(lines[head + len(opening) : close.start])
    end = place_closing(lines[close.start : close.stop])
    placed = (*top, *opening, *body, *end, *place_annexes(lines[close.stop :]))
    sides = {Part.AGENCY: tabbed_letterhead(lines), Part.RECIPIENT: tabbed_closing(lines[head:])}
    tabbed = frozenset(part for part, parted in sides.items() if parted)
    return Subject(paper, profile, found, placed, head_table, close_table, tabbed)


def _kind(top: list[Placed], title: str) -> Kind | None:
    """Return the kind of a title; without a title it is a công văn, if it has "V/v"."""
    for kind in ALL:
        if kind.title and title.startswith(kind.title):
            return kind
    about = any(part is Part.LETTER_SUBJECT for part, _ in top)
    return LETTER if about and not title else None

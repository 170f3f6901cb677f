"""From a listing to the page: one text with its style and script inside, nothing from outside."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cchc import __version__
from cchc.views.board.conditions import LABELS, Condition
from cchc.views.board.contents import board
from cchc.views.listing import Listing

if TYPE_CHECKING:
    from jinja2 import Environment

_FILES = Path(__file__).parent / "page"


def board_html(listing: Listing) -> str:
    """Return the chairman's page as one HTML document: same listing, same text.

    The listing has every milestone of the plan, or of one office (`listing.unit`). Everything from
    plan and ledger is escaped; the page asks the network for nothing, and its content security
    policy (CSP level 3) lets it run no script and no style but its own.
    """
    style, script = _text("board.css"), _text("board.js")
    return (
        _environment()
        .get_template("board.html.j2")
        .render(
            board=board(listing),
            Condition=Condition,
            labels=LABELS,
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
            version=__version__,
        )
    )


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FILES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(name: str) -> str:
    """Return one of our own files as it will stand in the page, safe from escaping."""
    from markupsafe import Markup

    return Markup((_FILES / name).read_text(encoding="utf-8"))  # noqa: S704 - no data in it


def _hash(text: str) -> str:
    """Return a source expression of a content security policy for an inline text."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"

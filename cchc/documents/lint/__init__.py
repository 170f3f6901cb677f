"""The form of any Word document, ours or not, held against the decree's figures.

`lint` and its rules are imported when they are asked for: other rooms open documents behind the
guards of this one (`package`, `markup`, `walking`), and a print must not pay for the rules.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.documents.lint.running import lint

__all__ = ["lint"]


def __getattr__(name: str) -> object:
    if name != "lint":
        raise AttributeError(name)
    from cchc.documents.lint.running import lint

    return lint

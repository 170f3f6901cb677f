"""What can be printed: text without the characters that XML, or a reader, can't take."""

from cchc.errors import UnprintableText
from cchc.text import hidden_character


def printable(text: str) -> str:
    """Return the text as it is. Raises `UnprintableText` if it has a hidden character."""
    if hidden := hidden_character(text):
        raise UnprintableText(text, hidden)
    return text

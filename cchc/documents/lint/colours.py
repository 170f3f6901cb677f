"""Colours as a reader sees them: black or not, and their names."""

BLACK = frozenset({"000000", "auto", "black", ""})

_NAMES = {"FF0000": "đỏ", "0000FF": "xanh", "0563C1": "xanh (liên kết)", "FFFFFF": "trắng"}


def is_black(colour: str) -> bool:
    """Return whether a colour of `paper.Letters` prints black."""
    return colour.lower() in BLACK


def named_colour(colour: str) -> str:
    """Return a colour's name for a message: "đỏ", "của chủ đề (accent1)", "#1F4E79"."""
    if colour.startswith("theme:"):
        return f"của chủ đề ({colour.removeprefix('theme:')})"
    return _NAMES.get(colour.upper(), f"#{colour}")

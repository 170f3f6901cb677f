"""Lengths of text as Excel counts them: a letter outside the basic plane counts twice."""


def length(text: str) -> int:
    """Return how many letters Excel counts."""
    return len(text.encode("utf-16-le")) // 2


def beginning(text: str, most: int) -> str:
    """Return as much of the text as Excel counts no more than `most` letters in."""
    # Half a letter at the end is left out.
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", errors="ignore")

"""How wide a text is in Times New Roman: measured on its metric twin, Liberation Serif 2."""

import unicodedata

POINT = 25.4 / 72
"""Millimetres."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in millimetres, set in letters of `size` points on one line."""
    letters = _BOLD if bold else _UPRIGHT
    return sum(_of(letter, letters) for letter in text) * size * POINT / 1000


def _of(letter: str, letters: dict[str, int]) -> int:
    known = letters.get(letter)
    # Marks take no room; horns do, so Ơ and Ư have widths of their own.
    return letters.get(_unmarked(letter), 500) if known is None else known


def _unmarked(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + "\u031b") if "\u031b" in parts else parts[0]


def _table(rows: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in rows.items() for letter in letters}


_UPRIGHT = _table(
    {
        180: "'", 250: " .,", 278: "ijlt;:/", 333: "Ifr-()", 389: "Js", 408: '"', 444: "acez“”",
        500: "bdghknopquvxyđ0123456789–", 529: "ơ", 542: "ư", 556: "FPS", 564: "+", 611: "ELTZ",
        667: "BCR", 722: "ADGHKNOQUVXYĐwƠ", 776: "Ư", 778: "m&", 833: "%", 889: "M", 944: "W",
        1000: "…",
    }
)  # fmt: skip
_BOLD = _table(
    {
        250: " .,", 278: "il/'", 333: "fjt;:-()", 389: "Is", 444: "cerz",
        500: "Jagovxy0123456789–“”",
        554: "ơ", 555: '"', 556: "Sbdhknpquđ", 570: "+", 600: "ư", 611: "FP", 667: "BELTZ",
        722: "ACDNRUVXYĐw", 778: "GHKOQƠ", 796: "Ư", 833: "m&", 944: "M", 1000: "W…%",
    }
)  # fmt: skip

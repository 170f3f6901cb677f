"""How wide a text is in Times New Roman, of 1 pt: measured on its metric twin, Liberation Serif."""

import unicodedata

NATION = 19.378
"""CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, bold."""

AVERAGE = 0.44
"""A letter of running text, upright, spaces counted."""

_ITALIC = {
    0.25: " ,.", 0.278: "fijlt", 0.333: "I-", 0.365: "ơư", 0.389: "rsz", 0.444: "cekvxyJ",
    0.5: "abdghnopquđS0123456789", 0.556: "LTYZ", 0.611: "ABEFPRVX", 0.667: "wCKN",
    0.722: "mDGHOQUĐ", 0.833: "MW",
}  # fmt: skip
_WIDTH = {letter: width for width, letters in _ITALIC.items() for letter in letters}


def italic_width(text: str) -> float:
    """Return the width of a text in italics of 1 pt, in points. Accents take no room."""
    return sum(_WIDTH.get(letter, _WIDTH.get(_bare(letter), 0.5)) for letter in text)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]

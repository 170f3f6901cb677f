"""Text as it is compared, without accents and case: for finding, not for judging."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a text in small letters without marks: "Nơi  Nhận" → "noi nhan"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = bare.translate(_LETTERS).lower()
    return re.sub(r"\s+", " ", plain).strip()


def single_spaced(text: str) -> str:
    """Return a text with every stretch of spaces as one, in composed letters (NFC)."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"})

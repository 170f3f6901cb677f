"""The kinds of administrative documents: their names, and their abbreviations in a symbol."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its name on the command line, its title on paper, its abbreviation.

    A công văn has neither title nor abbreviation.
    """

    name: str
    title: str
    abbreviation: str


LETTER = Kind("cong-van", "", "")

KNOWN = (
    Kind("ke-hoach", "KẾ HOẠCH", "KH"),
    Kind("bao-cao", "BÁO CÁO", "BC"),
    LETTER,
    Kind("quyet-dinh", "QUYẾT ĐỊNH", "QĐ"),
    Kind("to-trinh", "TỜ TRÌNH", "TTr"),
    Kind("thong-bao", "THÔNG BÁO", "TB"),
)
"""The kinds that are told apart in every respect."""

OTHERS = (
    Kind("nghi-quyet", "NGHỊ QUYẾT", "NQ"),
    Kind("chi-thi", "CHỈ THỊ", "CT"),
    Kind("quy-che", "QUY CHẾ", "QC"),
    Kind("huong-dan", "HƯỚNG DẪN", "HD"),
    Kind("chuong-trinh", "CHƯƠNG TRÌNH", "CTr"),
    Kind("phuong-an", "PHƯƠNG ÁN", "PA"),
    Kind("de-an", "ĐỀ ÁN", "ĐA"),
)
"""Kinds whose title and abbreviation are known; for the rest they are as any document."""

ALL = KNOWN + OTHERS
ABBREVIATIONS = frozenset(kind.abbreviation for kind in ALL if kind.abbreviation)


def named(name: str) -> Kind | None:
    """Return the kind of a name on the command line, None if there is none."""
    return next((kind for kind in KNOWN if kind.name == name), None)

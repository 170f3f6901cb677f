"""Text written with the fonts of before Unicode: TCVN3 (".VnTime" …) and VNI ("VNI-Times" …).

The letters of such a text are those of its font alone: the file says "KÕ ho¹ch" where the page
shows "Kế hoạch". Sources: TCVN 5712:1993 (VN3); the VNI-Win table.
"""

import re
from collections.abc import Sequence

from cchc.text import legacy_encoding

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)

_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_ALONE = dict(
    zip("ìíæóòñôöîÌÍÆÓÒÑÔÖÎ", "ìíỉĩịđơưỵÌÍỈĨỊĐƠƯỴ", strict=True),
)
_VNI_PAIRS = {
    **{f"a{mark}": letter for mark, letter in zip("êèéúüëâàáåãä", "ăằắẳẵặâầấẩẫậ", strict=True)},
    **{f"e{mark}": letter for mark, letter in zip("âàáåãä", "êềếểễệ", strict=True)},
    **{f"o{mark}": letter for mark, letter in zip("âàáåãä", "ôồốổỗộ", strict=True)},
    **{f"{base}{mark}": tone for base in "aeouy" for mark, tone in _TONES.items()},
}
_VNI_PAIR = re.compile(f"[aeouyôö][{''.join(_TONES)}âàáåãäêèéúüë]", re.IGNORECASE)


def encoding_of(font: str) -> str:
    """Return "TCVN3", "TCVN3 hoa" (its capitals), "VNI" or "" for the name of a font."""
    name = font.casefold()
    if name.startswith(".vn"):
        return "TCVN3 hoa" if name.endswith("h") else "TCVN3"
    return "VNI" if name.startswith(("vni-", "vni ")) else ""


def converted(text: str, encoding: str) -> str:
    """Return text of an encoding that `encoding_of` names in Unicode (decomposed in part)."""
    if encoding == "VNI":
        return _from_vni(text)
    if not encoding:
        return text
    mapped = "".join(_TCVN3.get(character, character) for character in text)
    return mapped.upper() if encoding == "TCVN3 hoa" else mapped


def in_capitals(text: str, pieces: Sequence[tuple[str, str]]) -> str:
    """Return converted TCVN3 text with the capitals that its table can't write.

    The table has no capitals with tones: what was typed "NH¢N D¢N TØNH" reads "NHÂN DÂN TỉNH".
    `pieces` are the runs as they were, with their encodings.
    """
    if not any(encoding == "TCVN3" for _, encoding in pieces):
        return text
    words = re.findall(r"[^\W\d_]+", text)
    quiet = not any(character.isascii() and character.islower() for character in text)
    spoken = [word for word in text.split() if word[0].isalpha()]
    titled = len(spoken) >= 3 and all(word[0].isupper() for word in spoken)
    if quiet and (titled or any(map(_is_shouted, words))):
        return text.upper()
    return re.sub(r"[^\W\d_]+", lambda m: m[0].upper() if _is_shouted(m[0]) else m[0], text)


def detected(text: str) -> str:
    """Return the encoding of a text without fonts, as `encoding_of` names it, "" for Unicode."""
    return {"TCVN3 (ABC)": "TCVN3", "VNI": "VNI"}.get(legacy_encoding(text), "")


def _is_shouted(word: str) -> bool:
    """Return whether a word is one of capitals, but for letters that had no capital."""
    plain = [character for character in word if character.isascii()]
    marked = [character for character in word if not character.isascii()]
    capitals = all(character.isupper() for character in plain) and len(plain) >= 2
    return capitals and any(character.islower() for character in marked)


def _from_vni(text: str) -> str:
    def letter(found: re.Match[str]) -> str:
        base, mark = found[0][0], found[0][1].lower()
        pair = base.lower() + mark
        if base.lower() in "ôö":
            written = _VNI_ALONE[base.lower()] + _TONES.get(mark, mark)
        elif mark in _TONES:
            written = base.lower() + _TONES[mark]
        else:
            written = _VNI_PAIRS.get(pair, "")
        if not written:
            return found[0]
        return written.upper() if base.isupper() else written

    pieces, end = [], 0
    for found in _VNI_PAIR.finditer(text):
        pieces += [_alone(text[end : found.start()]), letter(found)]
        end = found.end()
    return "".join([*pieces, _alone(text[end:])])


def _alone(text: str) -> str:
    return "".join(_VNI_ALONE.get(character, character) for character in text)

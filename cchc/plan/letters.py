"""Letters that don't belong in a plan: invisible ones, and text of the encodings before Unicode."""

import re
import unicodedata


def hidden_character(text: str) -> str:
    """Return the code and name of the first character that a reader can't see, or "".

    Control characters, half surrogates and non-characters can't stand in XML (XML 1.0, 2.2);
    direction overrides make a text read otherwise than it is. Line ends are no fault.
    """
    found = _HIDDEN.search(text)
    if not found:
        return ""
    code = ord(found.group())
    return f"U+{code:04X} {unicodedata.name(chr(code), _NAMES.get(code, '(điều khiển)'))}"


def legacy_encoding(text: str) -> str:
    """Return "TCVN3 (ABC)" or "VNI" if the words are written in that encoding, else ""."""
    if _FOREIGN.isdisjoint(text):
        return ""
    words = text.split()
    for name, pattern in _LEGACY:
        odd = sum(1 for word in words if pattern.search(word))
        if odd >= 2 and odd * 4 >= len(words):
            return name
    return ""


_NAMES = {0x09: "(dấu Tab)", 0x1B: "(ESC)", 0x00: "(NUL)"}

# Tab is here as well: in Word it jumps, in a table on the terminal it breaks the columns.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)

# Letters and signs of Latin-1 that no Vietnamese word has, and every legacy sentence does.
_FOREIGN = frozenset("µ¶·¸¹®¬§¨©ª«»¼½¾¿ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþÿ¦ÄÅÛ")

# The same inside a word; and pairs it never writes.
_LEGACY = (
    (
        "TCVN3 (ABC)",
        re.compile(
            "[A-Za-z][µ¶·¸¹®¬§¨©ª«»¼½¾¿ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþÿ¦]|[®§¬µ¸][^\\W\\d]|[a-z][ÈÉÊÔÕ]"
        ),
    ),
    ("VNI", re.compile("[a-z][øûïäåëüö]|ñ[a-z]|[aeo]â|aê|[aeouy][ùõ]", re.IGNORECASE)),
)

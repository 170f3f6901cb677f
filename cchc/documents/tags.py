"""The Jinja tags in the text of a paragraph: found in one pass, each whole or told as half."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: where it stands in the text, and what it says.

    `unit` is what it stands for as a whole: "p", "tr", "tc", "r", or "" for the words around it.
    """

    start: int
    end: int
    kind: str
    """"{{", "{%" or "{#"."""
    unit: str
    says: str

    @property
    def word(self) -> str:
        """Return the first word: for, endfor, if … for an instruction."""
        return self.says.split(maxsplit=1)[0] if self.says else ""


@dataclass(frozen=True, slots=True)
class Half:
    """A sign that opens or closes a tag, without its other half."""

    start: int


def tags_in(text: str) -> Iterator[Tag | Half]:
    """Yield the tags of a text in order; one pass, however many signs a text has."""
    opened: re.Match[str] | None = None
    for sign in _SIGN.finditer(text):
        if sign.group() in _CLOSES:
            if opened is not None:
                yield Half(opened.start())
            opened = sign
        elif opened is not None and sign.group() == _CLOSES[opened.group()]:
            yield _tag(text, opened, sign.end())
            opened = None
        else:
            yield Half(sign.start() if opened is None else opened.start())
            opened = None
    if opened is not None:
        yield Half(opened.start())


def tag_outside_text(xml: str) -> str:
    """Return the start of the first tag of a part that stands outside the text, or ""."""
    rest = _TEXT.sub("", xml)
    found = _OPENS.search(rest)
    return rest[found.start() :][:_SHOWN] if found else ""


def _tag(text: str, opened: re.Match[str], end: int) -> Tag:
    inside = text[opened.end() : end - 2]
    unit = _UNIT.match(inside)
    says = inside[unit.end() :] if unit else inside
    return Tag(opened.start(), end, opened.group(), unit[1] if unit else "", says.strip(" \t\n-+"))


_SIGN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_OPENS = re.compile(r"\{[{%#]")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*</w:t>")
_SHOWN = 40
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
# docxtpl knows them only without a space before: "{% p if …" is an unknown instruction to Jinja.
_UNIT = re.compile(r"(p|tr|tc|r)(?=\s)")

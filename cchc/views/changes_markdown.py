"""`cchc diff` as a comment on a pull request: nothing in a plan becomes markup, link or mention."""

import re

from cchc.views.change_lines import Line, lines, lines_by_part
from cchc.views.changes import Difference
from cchc.views.rewording import Pen
from cchc.views.words import vietnamese_date

LIMIT = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""


def changes_markdown(found: Difference) -> str:
    """Return what changed as Markdown, cut between lines where a comment would be too long."""
    day = vietnamese_date(found.day)
    out = [f"### Thay đổi của kế hoạch: {_code(found.old)} → {_code(found.new)}", ""]
    out += [f"{escaped(found.summary)} Xét ngày {day}."]
    if found.flagged:
        out += ["", "#### Phải xem lại", "", *map(_item, lines(found.flagged, MARKDOWN))]
    for heading, told in lines_by_part(found.changes, MARKDOWN):
        out += ["", f"#### {heading}", "", *map(_item, told)]
    return "\n".join(_within_limit(out))


def escaped(text: str) -> str:
    """Return a text on one line of which no sign is markup, and no word a mention or a link."""
    plain = re.sub(r"\s+", " ", text)
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = re.sub(r"([\\`*_\[\]|~!$])", r"\\\1", plain)
    plain = re.sub(r"([@#])(?=\w)", r"\1&#8203;", plain)
    plain = re.sub(r"(?i)\b(https?|ftp)(?=://)|\b(www)(?=\.)", r"\1\2&#8203;", plain)
    return re.sub(r"^([-+=]|\d+(?=[.)]))", r"&#8203;\1", plain)


def _swapped(old: str, new: str) -> str:
    return " ".join(part for part in (old and f"~~{old}~~", new and f"**{new}**") if part)


MARKDOWN = Pen(escaped, _swapped)


def _item(line: Line) -> str:
    subject = f"**{line.subject}:** " if line.subject else ""
    return f"- {'⚠ ' if line.flagged else ''}{subject}{line.words}"


def _code(text: str) -> str:
    return f"`{text.replace('`', '')}`" if text.isprintable() else escaped(repr(text))


def _within_limit(out: list[str]) -> list[str]:
    length = 0
    for place, line in enumerate(out):
        length += len(line) + 1
        if length > LIMIT:
            left = sum(line.startswith("- ") for line in out[place:])
            return [*out[:place], "", f"… và {left} dòng nữa; xem đủ bằng `cchc diff`."]
    return out

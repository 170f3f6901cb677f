"""Judging the characters of a part: size, weight, slope, case, against the profile."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from cchc.diagnostics import Check, Finding, Rulebook, Severity, WordPlace
from cchc.form.document import RUNNING, WORDS, Component, FormSubject
from cchc.form.notation import single_spaced
from cchc.form.profile import Allowed
from cchc.word.layout import Paragraph, Run

EXCERPT = 80
"""Characters of a text that are shown."""


RULEBOOK: Rulebook[None] = Rulebook()
"""Every rule of the form, once `cchc.form.rules` is imported, in the order a reader meets them."""


def rule(name: str, severity: Severity) -> Callable[[Check], Check]:
    """Return a decorator that enters a function of a `FormSubject`, which yields each `Finding`."""
    return RULEBOOK.rule(name, severity, None)


def departure(
    part: Component,
    message: str,
    found: str,
    wanted: str,
    paragraph: tuple[int | None, str] = (None, ""),
) -> Finding:
    """Return a departure from the form: in which part, what was found, what the decree asks.

    `paragraph` is its number, from 1 through the document, and its text: none for the page.
    """
    number, text = paragraph
    named = f"đoạn {number}" if number else WORDS[part]
    return Finding(WordPlace(named, text, part.value, number), message, wanted, found=found)


def at(
    paragraph: Paragraph, part: Component, message: str, found: str = "", wanted: str = ""
) -> Finding:
    """Return a finding about a paragraph; its text is shown, cut to `EXCERPT` characters."""
    place = (paragraph.number or None, excerpt(paragraph.text))
    return departure(part, message, found, wanted, place)


def excerpt(text: str) -> str:
    """Return a text on one line, cut with "…" where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"


# Figures as a message writes them: with a decimal comma, and their unit.


def figure(number: float, unit: str = "") -> str:
    """Return a number with two decimals at most: 13.5 → "13,5"."""
    written = f"{round(number, 2):g}".replace(".", ",")
    return f"{written} {unit}".strip()


def allowed(span: Allowed, unit: str) -> str:
    """Return what a span allows: "13 pt", "từ 13 đến 14 pt"."""
    if span.low == span.high:
        return figure(span.low, unit)
    return f"từ {figure(span.low)} đến {figure(span.high, unit)}"


def is_within(number: float, span: Allowed, tolerance: float) -> bool:
    """Return whether a number is in a span, or as good as."""
    return span.low - tolerance <= number <= span.high + tolerance


# Judging the characters of a part: size, weight, slope and case, against the profile's lettering.

SIZE_TOLERANCE = 0.01


def wrong_characters(
    subject: FormSubject, part: Component, paragraphs: Iterable[Paragraph] | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with the characters of a part: one finding a paragraph and property."""
    lettering = subject.profile.characters[part]
    for paragraph in subject.of(part) if paragraphs is None else paragraphs:
        yield from wrong_size(paragraph, part, lettering.size)
        yield from wrong_weight(paragraph, part, bold=lettering.bold)
        yield from wrong_slope(paragraph, part, italic=lettering.italic)
        if lettering.capitals:
            yield from not_capitals(paragraph, part)


def wrong_size(paragraph: Paragraph, part: Component, span: Allowed) -> Iterator[Finding]:
    """Yield a finding if letters are smaller or larger than a span, in points."""
    sizes = {run.characters.size for run in printed(paragraph) if any(map(str.isalnum, run.text))}
    wrong = sorted(size for size in sizes if not is_within(size, span, SIZE_TOLERANCE))
    if wrong:
        found = ", ".join(figure(size, "pt") for size in wrong)
        wanted = allowed(span, "pt")
        yield at(paragraph, part, f"cỡ chữ {WORDS[part]} là {found}", found, f"cỡ chữ {wanted}")


def wrong_weight(paragraph: Paragraph, part: Component, *, bold: bool) -> Iterator[Finding]:
    """Yield a finding if letters are bold that shouldn't be, or the other way round."""
    if any(run.characters.bold != bold for run in _lettered(paragraph)):
        found, wanted = ("không đậm", "chữ đậm") if bold else ("đậm", "chữ không đậm")
        yield at(paragraph, part, f"{WORDS[part]} in chữ {found}", found, wanted)


def wrong_slope(paragraph: Paragraph, part: Component, *, italic: bool) -> Iterator[Finding]:
    """Yield a finding if letters are italic that shouldn't be, or the other way round."""
    if any(run.characters.italic != italic for run in _lettered(paragraph)):
        found, wanted = ("chữ đứng", "chữ nghiêng") if italic else ("chữ nghiêng", "chữ đứng")
        yield at(paragraph, part, f"{WORDS[part]} in {found}", found, wanted)


def not_capitals(paragraph: Paragraph, part: Component) -> Iterator[Finding]:
    """Yield a finding if a letter isn't a capital, by itself or by its formatting."""
    small = [run for run in _outside_brackets(paragraph) if not run.characters.caps]
    if any(run.text != run.text.upper() for run in small):
        yield at(paragraph, part, f"{WORDS[part]} in chữ thường", "chữ thường", "chữ in hoa")


def printed(paragraph: Paragraph) -> list[Run]:
    """Return the runs of a paragraph that print something."""
    return [run for run in paragraph.runs if run.text.strip()]


def _lettered(paragraph: Paragraph) -> Iterator[Run]:
    """Yield what is printed outside a remark and shows its weight: a hyphen doesn't."""
    judged = [run for run in _outside_brackets(paragraph) if any(map(str.isalnum, run.text))]
    yield from judged


def _outside_brackets(paragraph: Paragraph) -> Iterator[Run]:
    """Yield what is printed outside a remark in brackets, which may look otherwise.

    A paragraph that is one remark as a whole is judged whole.
    """
    whole = "".join(run.text for run in paragraph.runs)
    remark = re.search(r"\([^()]*\)[.;,:]?\s*$", whole)
    start, end = remark.span() if remark and whole[: remark.start()].strip() else (0, 0)
    at_character = 0
    for run in paragraph.runs:
        kept = "".join(c for i, c in enumerate(run.text, at_character) if not start <= i < end)
        at_character += len(run.text)
        if kept.strip():
            yield Run(kept, run.characters)


# Judging the rule under a part: a line that is drawn, not an underline.

NEAR = 3
"""Paragraphs after a part in which its line may be drawn, or have its anchor."""


def wrong_rule(subject: FormSubject, part: Component, *, wanted: str) -> Iterator[Finding]:
    """Yield a finding if a part has no rule under it, or an underline instead of one."""
    paragraphs = list(subject.of(part))
    if not paragraphs:
        return
    last = paragraphs[-1]
    if any(run.characters.underlined for p in paragraphs for run in printed(p)):
        message = f"{WORDS[part]} gạch chân thay cho đường kẻ"
        yield at(last, part, message, "chữ gạch chân (Underline)", wanted)
    elif not any(_draws(line) for line in _around(subject, paragraphs)) and not _far(subject, part):
        yield at(last, part, f"dưới {WORDS[part]} không có đường kẻ", "không có đường kẻ", wanted)


def _around(subject: FormSubject, paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the part, and what follows in the same cell, or near it in the text."""
    yield from paragraphs
    lines = [line for _, line in subject.placed]
    start = next(i for i, line in enumerate(lines) if line is paragraphs[-1]) + 1
    for near, line in enumerate(lines[start:]):
        if _cell(line) != _cell(paragraphs[-1]) or (near >= NEAR and line.cell is None):
            return
        yield line


def _cell(line: Paragraph) -> tuple[int, int] | None:
    # The row doesn't matter: a rule may stand in a row of its own.
    return (line.cell.table, line.cell.column) if line.cell else None


def _draws(line: Paragraph) -> bool:
    """Return whether a line is drawn at a paragraph, or typed out of signs that make one."""
    typed = TYPED.fullmatch("".join(line.text.split()))
    underlined = line.blank and any(
        run.characters.underlined and ("\t" in run.text or len(run.text) > NEAR)
        for run in line.runs
    )
    return bool(line.lines or typed or underlined)


TYPED = re.compile(r"[_\-–—─━*oO0.=]{3,}|[─━—]+")
"""A line that is typed: "--------", "-----o0o-----"."""


def _far(subject: FormSubject, part: Component) -> bool:
    """Return whether a part has its line anchored elsewhere, or drawn as the border of a cell.

    Word lets a shape be anchored at any paragraph: a line in the same column is the part's, where
    the head has two or more each of its two sides has one, and where there are as many lines
    above the text as parts that want one, each part has its own.
    """
    above = [line for _, line in takewhile(lambda row: row[0] not in RUNNING, subject.placed)]
    below = [line for _, line in subject.placed[len(above) : len(above) + NEAR]]
    margins = subject.paper.margin_of(0) if subject.paper.sections else ()
    ruled = [p for p in (Component.AGENCY, Component.MOTTO, Component.SUBJECT) if subject.first(p)]
    if _count([*above, *below, *margins]) >= len(ruled):
        return True
    if part is Component.SUBJECT:
        return any(_draws(line) for line in subject.of(Component.KIND))
    last = subject.first(part)
    column = last.cell.column if last and last.cell else None
    drawn = [line for _, line in takewhile(lambda row: row[0] not in _BELOW, subject.placed)]
    beside = [line for line in drawn if line.cell and line.cell.column == column]
    bordered = last and last.cell and subject.paper.tables[last.cell.table].bordered
    return bool(bordered or _count(beside)) or _count(drawn) > 1


def _count(lines: Iterable[Paragraph]) -> int:
    return sum(max(1, len(line.lines)) for line in lines if _draws(line))


_BELOW = (
    Component.KIND,
    Component.SUBJECT,
    Component.ADDRESSEE,
    Component.ISSUER,
    Component.BASIS,
    *RUNNING,
)


# How wide a text is in Times New Roman, of 1 pt: measured on its metric twin, Liberation Serif.

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


# Judging a text of the letterhead that has one wording.


def wrong_text(subject: FormSubject, part: Component, wanted: str) -> Iterator[Finding]:
    """Yield a finding if a part is missing, or its text isn't the wanted one to the letter."""
    paragraph = subject.first(part)
    if paragraph is None:
        if Component.AGENCY not in subject.tabbed:
            yield departure(part, f"không có {WORDS[part]}", "không có", wanted)
        return
    # How a letter is composed is another rule's business; capitals may come from the formatting.
    written = single_spaced(paragraph.text)
    if all(run.characters.caps for run in paragraph.runs if run.text.strip()):
        written = written.upper()
    if written != wanted:
        yield at(paragraph, part, f"{WORDS[part]} viết sai", written, wanted)


# Colours as a reader sees them: black or not, and their names.

BLACK = frozenset({"auto", "black", ""})
DARKEST = 0x40
"""Of each of red, green and blue: a colour that goes no further is taken for black on paper."""

_NAMES = {"FF0000": "đỏ", "0000FF": "xanh", "0563C1": "xanh (liên kết)", "FFFFFF": "trắng"}


def is_black(colour: str) -> bool:
    """Return whether a colour of `CharacterFormat` prints black, or as good as black."""
    dark = re.fullmatch("[0-9A-Fa-f]{6}", colour) and max(bytes.fromhex(colour)) <= DARKEST
    return bool(dark) or colour.lower() in BLACK


def named_colour(colour: str) -> str:
    """Return a colour's name for a message: "đỏ", "của chủ đề (accent1)", "#1F4E79"."""
    if colour.startswith("theme:"):
        return f"của chủ đề ({colour.removeprefix('theme:')})"
    return _NAMES.get(colour.upper(), f"#{colour}")

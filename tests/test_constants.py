"""The figures that were tuned: none of them moves unseen.

They are looked up in the source by name, wherever it stands; a name may become more telling
(`MOST` is found as `MOST_TASKS`). Who changes a figure on purpose changes its row here too.
"""

import ast
import operator
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import cchc

Value = float | tuple[float, ...]

TUNED: tuple[tuple[str, Value], ...] = (
    ("ALIKE", 0.85),  # how alike two tasks must be to be told
    ("AUTOMATIC_SPACE", 14.0),  # points that Word puts for "auto", as a browser does around <p>
    ("AVERAGE", 0.44),  # a letter of running text, upright, spaces counted
    ("BAR", 26),  # pixels of a bar in a workbook's chart
    ("BETWEEN", 0.3),  # lines between paragraphs of a cell
    ("CAPITALS", 0.78),  # letters in the room of a digit, as far as lines can be filled
    ("CARRIED", 0.25),  # share of a duty's words that a task must have
    ("CELL_MARGIN", 1.9),  # millimetres beside a cell's text
    ("COLUMNS", 40),  # characters of a week's line beside its bar
    ("CONTENT", 110),  # characters of a content in a message that reminds
    ("CONTENT", 80),  # characters of a content on the board's first screen
    ("CONTEXT", 4),  # words that are shown on each side of a changed one
    ("COUNT", 11),  # characters of a count's column in the summary
    ("DATE", 10),  # characters of a listing's column of days
    ("DEFAULT_SIZE", 10.0),  # points, where nothing is said (17.3.2.38)
    ("EDGE", 4.0),  # points above and below a cell's text
    ("ENDS", 0.55),  # margins in inches
    ("ENOUGH", 0.6),  # share of the words that two texts have in common when one is the other
    ("EXCERPT", 80),  # characters of a text that are shown
    ("FEWEST", 6),  # words of a duty that is looked for
    ("FILE_WIDTH", 100),  # characters to a line in a file
    ("FIXED", 9),  # lines of the first screen that stand in any case
    ("FRAME", 140),  # pixels of that chart's height without bars
    ("GAP", 2),  # blanks between a report's columns
    ("GAP", 28),  # points between the lines of a chart's pattern
    ("HEAD", 3),  # the row of a workbook's headings, from 0
    ("HEADING", 6),  # paragraphs with text that an appendix's heading takes at most
    ("LEAD", 10),  # characters of a listing's column of who leads
    ("LETTERS", 1.08),  # letters in the room of a digit, as far as lines can be filled
    ("LIKE", 0.35),  # how alike two texts must be for one to be an edit of the other
    ("LIMIT", 60_000),  # characters of a comment on a change
    ("LINE", 14.5),  # points that a line of 11 pt text takes
    ("LINES", 20),  # lines of the first screen at 80 columns
    ("LONG", 120),  # characters; a shorter paragraph in bold may be a title
    ("LONG", 90),  # characters of a text that is told whole
    ("LONGEST", 150),  # characters; what is longer is a sentence, not a heading
    ("LONGEST", 200),  # characters of a task's content that a sentence takes
    ("LONGEST", 300),  # characters of a text that are shown
    ("LONGEST", 4),  # words of a phrase that is looked for twice
    ("LONGEST", 40),  # paragraphs a closing takes that stands in no table
    ("LONGEST", 90),  # characters a title without a mark at its end has at most
    ("LONGEST_NUMBER", 9),  # digits of a number in a date
    ("MANY", 3),  # changes of one kind that are told one by one
    ("MARK", 12),  # days that a mark of the timeline is wide
    ("MAX_ABOUT", 80),  # characters of the help beside a Tab's answer
    ("MAX_BYTES", 8_388_608),  # bytes of a plan
    ("MAX_COMPARED", 250_000),  # pairs of tasks that are compared
    ("MAX_DEPTH", 200),  # elements inside each other, in a foreign document
    ("MAX_DEPTH", 32),  # levels of a plan's YAML
    ("MAX_ENTRIES", 5000),  # parts of a foreign package
    ("MAX_EXCERPT", 100),  # characters of a line that are shown around the caret
    ("MAX_EXCERPT", 200),  # characters of a paragraph that are shown
    ("MAX_FAULTS", 200),  # faults of a YAML file that are told
    ("MAX_FILE", 100_000_000),  # bytes of a foreign file
    ("MAX_NAMES", 12),  # names of a renamed plan that are followed
    ("MAX_PARAGRAPHS", 50_000),  # paragraphs of a foreign document
    ("MAX_PART", 32_000_000),  # bytes of one XML part, unpacked: some ten thousand pages
    ("MAX_RATIO", 250),  # bytes unpacked against packed
    ("MAX_TAGS", 2_000_000),  # tags of one part of a foreign document
    ("MAX_TAGS", 5000),  # tags of a template
    ("MAX_TEXT", 4_194_304),  # bytes of XML that are read for tags
    ("MAX_TOTAL", 500_000_000),  # bytes of all parts, unpacked; pictures make the most of it
    ("MOST", 10),  # annotations of a kind that GitHub shows for a step
    ("MOST", 1000),  # tasks that a duty is compared with
    ("MOST", 120),  # characters of a link that a template leads to
    ("MOST", 200),  # characters of what the template engine says
    ("MOST", 200),  # faults of a plan that are told
    ("MOST", 250_000),  # comparisons of every paragraph with every other
    ("MOST", 400),  # tasks that are compared with one another
    ("MOST", 50),  # different phrases that are told of one text
    ("MOST_DAYS", 366),  # days that --within looks ahead
    ("MOST_EQUAL", 20_000_000),  # pairs of equal items
    ("MOST_MARKS", 8),  # marks on one letter
    ("MOST_TURNS", 64),  # turns of one clause that are tried
    ("NARROW", 20.0),  # millimetres of an appendix column that says no width
    ("NARROW", 8),  # letters of a subject in a column of its own
    ("NEAR", 12),  # paragraphs between who signs and the recipients, where who signs stands above
    ("NEAR", 12),  # items in which "định kỳ" meets its "báo cáo"
    ("NEAR", 3),  # paragraphs after a part in which its line may be drawn, or have its anchor
    ("NODE", 20),  # work of a template's node
    ("NUMBERS", 12),  # paragraphs that are named of those with the same fault
    ("ONE_LINE", 95),  # characters that surely fit on one line don't show how they are aligned
    ("PADDING", 3.0),  # millimetres: a cell's own margins
    ("PASSES", 6),  # passes of mending before validation
    ("PHRASES", 4096),  # phrases that are remembered
    ("REACH", 160),  # characters of a row's look ahead
    ("RIGHT", 110),  # margins of the chart, in points
    ("ROUNDS", 5),  # rounds of mending
    ("ROWS", 12),  # rows of a table that surely fits on a page
    ("SAME_NAME", 0.25),  # an equal id makes up for as many words
    ("SEARCHED", 12),  # paragraphs after the letterhead in which the title is looked for
    ("SEARCHED", 40),  # paragraphs at the beginning of a document in which a letterhead is sought
    ("SECONDS", 180.0),  # seconds that LibreOffice may take
    ("SHIFTED", 5.0),  # millimetres of first line that can be seen as off the middle
    ("SHORT", 1500),  # characters of a table that surely fits on a page
    ("SHOWN", 40),  # characters of a tag that are shown
    ("SIDES", 0.4),  # margins in inches
    ("SINGLE", 1.15),  # a single line of Times New Roman, in sizes of its letters
    ("SIZE", 11),  # points of a workbook's letters
    ("SIZE_TOLERANCE", 0.01),  # points of a letter's size
    ("SOON", 14),  # days from today in which an office's next work is counted
    ("SOON", 7),  # days in which a milestone is near
    ("SOON", 7),  # days in which a milestone is near
    ("STATE", 16),  # characters of a listing's column of states
    ("STEP", 100),  # work of a template's step
    ("STEPS", 31),  # places of a mark in a month
    ("SUMMARY", 72),  # characters of the content that stand in an event's title
    ("SURELY", 1.3),  # pages that a text must take to be on a second one for sure
    ("TEXTS", 8192),  # texts that are remembered
    ("THICKEST", 150),  # points of the chart's thickest bar
    ("THIN", 40_000),  # EMU; a shape no higher is a line
    ("TIMEOUT", 60.0),  # seconds that git may take
    ("TITLE_REACH", 14),  # items back to the noun that a year names
    ("TOLERANCE", 0.07),  # lines of spacing
    ("TOLERANCE", 0.4),  # millimetres of a first line
    ("TOLERANCE", 0.6),  # millimetres of a page's margin
    ("TOLERANCE", 1.0),  # millimetres of a page's size
    ("TOLERANCE", 5.0),  # millimetres of a table's width
    ("TOP", 14),  # paragraphs a letterhead takes at most that stands in no table
    ("UNITS", 7),  # lines of the first screen for units
    ("WAIT", 60.0),  # seconds to wait for another run to let go of the ledger
    ("WIDEST", 60),  # letters of the longest bar on a wide screen
    ("WIDE_ENOUGH", 60),  # below this the columns of a listing can't stand side by side
    ("WIDTH", 1920),  # points of a report's chart
    ("WIDTH", 515),  # pixels of that chart's width
    ("WIDTH", 88),  # characters to a line of prose
    ("WIDTHS", (9, 46)),  # characters of the summary's columns for code and name
    ("WORK", 40_000_000),  # work that a template may do
)


@pytest.mark.parametrize(("name", "value"), sorted(set(TUNED), key=str))
def test_a_tuned_figure_stays(name: str, value: Value) -> None:
    called = [(n, v) for n, v in FIGURES if f"_{name}_" in f"_{n}_"]
    found = sum(v == value for _, v in called)
    assert found >= Counter(TUNED)[name, value], f"{name} = {value} is gone; there are {called}"


def _figures() -> Iterator[tuple[str, Value]]:
    for file in Path(cchc.__file__).parent.rglob("*.py"):
        for statement in ast.parse(file.read_text("utf-8")).body:
            match statement:
                case (
                    ast.Assign(targets=[target], value=value)
                    | ast.AnnAssign(target=target, value=ast.expr() as value)
                ):
                    yield from _named(target, value)


def _named(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, Value]]:
    match target, value:
        case ast.Tuple(elts=names), ast.Tuple(elts=parts) if len(names) == len(parts):
            for name, part in zip(names, parts, strict=True):
                yield from _named(name, part)
        case ast.Name(id=name), ast.Tuple(elts=parts):
            figures = [figure for figure in map(_reckoned, parts) if figure is not None]
            if len(figures) == len(parts):
                yield name.strip("_"), tuple(figures)
        case ast.Name(id=name), _:
            reckoned = _reckoned(value)
            if reckoned is not None:
                yield name.strip("_"), reckoned


_SIGNS = {ast.Mult: operator.mul, ast.Add: operator.add, ast.Div: operator.truediv}


def _reckoned(value: ast.expr) -> float | None:
    """Return the figure that an expression of figures alone comes to."""
    match value:
        case ast.Constant(value=int() | float() as figure):
            return figure
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _SIGNS:
            a, b = _reckoned(left), _reckoned(right)
            return float(_SIGNS[type(sign)](a, b)) if a is not None and b is not None else None
    return None


FIGURES = tuple(_figures())

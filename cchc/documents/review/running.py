"""The whole review of a template: its file, its tags, its names, and a trial print."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from cchc.diagnostics import Finding, Problem, Severity
from cchc.documents.opening import Opened, open_template
from cchc.documents.render import fill, in_vietnamese
from cchc.documents.review.finding import WHOLE, fault, problem
from cchc.documents.review.spots import spot_of
from cchc.documents.review.structure import structure
from cchc.documents.review.walking import Line, lines, single_braces
from cchc.documents.review_names import slips
from cchc.documents.runs import mend_split_tags
from cchc.documents.variables import SPECIMENS, THINGS, specimen
from cchc.documents.word import OutsideText
from cchc.errors import CchcError

if TYPE_CHECKING:
    from docx.opc.part import Part


def review(path: Path, kind: str = "") -> list[Problem]:
    """Return what is wrong with a template, in reading order within each kind of fault.

    `kind` is the built-in template it takes the place of; without it, by the name of the file.
    Raises `UnreadableFile`, `RefusedFile`: then nothing can be said of it.
    """
    opened = open_template(path)
    tagged = list(lines(opened.document))
    kind = kind or kind_of(path)
    found: list[Problem] = []
    # What is wrong with the tags hides the names, and both hide what a trial print would say.
    for stage in (_file(opened, tagged, kind), _words(opened, tagged, kind), _trials(path, kind)):
        found += (problem(path, finding) for finding in stage)
        if any(one.severity is Severity.ERROR for one in found):
            break
    return found


def kind_of(path: Path) -> str:
    """Return the built-in template that a file takes the place of: the plan's if none is named."""
    return path.stem if path.stem in SPECIMENS else next(iter(SPECIMENS))


def _file(opened: Opened, tagged: list[Line], kind: str) -> Iterator[Finding]:
    for notice in opened.notices:
        yield fault("linked-template", notice, WHOLE)
    yield from structure(tagged)
    for line in tagged:
        yield from _mended(line)
    for line, name in single_braces(opened.document):
        if name.partition(".")[0] in _names_of(kind):
            said = f"{{ {name} }} in ra nguyên như thế, không phải biến"
            yield fault("single-brace", said, line.spot, f"viết hai dấu ngoặc: {{{{ {name} }}}}")


def _names_of(kind: str) -> set[str]:
    """Return the names that a template of a kind can begin a variable with."""
    return {*specimen(kind).full, *(thing.name for thing in THINGS[kind])}


def _words(opened: Opened, tagged: list[Line], kind: str) -> Iterator[Finding]:
    for part in opened.document.parts():
        yield from _names(opened, part, [line for line in tagged if line.part is part], kind)


def _mended(line: Line) -> Iterator[Finding]:
    for tag in mend_split_tags(line.element):
        said = f"Word đã cắt lệnh {tag} thành nhiều mảnh; cchc tự ghép lại khi in"
        yield fault("split-tag", said, line.spot, "không cần sửa")


def _names(opened: Opened, part: "Part", tagged: list[Line], kind: str) -> Iterator[Finding]:
    try:
        code = opened.document.source_lines(part)
        found = slips("\n".join(code), kind)
    except OutsideText as error:
        yield fault("hidden-tag", str(error), WHOLE)
    except TemplateSyntaxError as error:
        yield fault("syntax", in_vietnamese(error), spot_of(error.lineno, "", code, tagged))
    else:
        for slip in found:
            spot = spot_of(slip.line, slip.name, code, tagged)
            yield fault(slip.rule, slip.message, spot, slip.hint)


def _trials(path: Path, kind: str) -> Iterator[Finding]:
    """Yield what fails only when a plan is printed: one that has everything, one that has least."""
    made = specimen(kind)
    for context in (made.full, made.least):
        try:
            fill(open_template(path), context)
        except CchcError as error:
            said = str(error).removeprefix(f"mẫu {path}: ")
            yield fault("fails", said, WHOLE)
            return

"""What a template did wrong, told so that whoever edits it in Word finds the place."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from xml.sax.saxutils import unescape

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from cchc.documents.complaints import in_vietnamese
from cchc.documents.sandbox import NotInGrammar
from cchc.errors import CchcError, FaultyTemplate, UnknownVariable, UnsafeTemplate
from cchc.plan.spelling import nearest

if TYPE_CHECKING:
    from cchc.documents.word import WordTemplate


def fault_of(
    path: Path, document: "WordTemplate", context: Mapping[str, object], error: Exception
) -> CchcError:
    """Return the error that tells what the template did wrong, and in which paragraph."""
    place = _paragraph(document, line_of(error))
    name = _unknown_name(error) if isinstance(error, UndefinedError) else ""
    if name:
        return UnknownVariable(path, name, _tags_about(name, place), nearest(name, _names(context)))
    if isinstance(error, SecurityError):
        return UnsafeTemplate(path, in_vietnamese(error), place)
    return FaultyTemplate(path, in_vietnamese(error), place)


def _unknown_name(error: UndefinedError) -> str:
    # "'x' is undefined", "'dict object' has no attribute 'x'"; an index out of range names nothing.
    return "".join(re.findall(r"'([^']*)'", str(error))[-1:])


def _names(value: object) -> Iterator[str]:
    """Yield every name that a template can use, at any depth."""
    if isinstance(value, Mapping):
        yield from value
        for inner in value.values():
            yield from _names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner)


def line_of(error: Exception) -> int:
    """Return the line of the template's text that failed, from 1, or 0."""
    if isinstance(error, TemplateSyntaxError):
        return int(error.lineno)
    if isinstance(error, NotInGrammar):
        return error.line
    line, frame = 0, error.__traceback__
    while frame:
        line = _template_line(frame) or line
        frame = frame.tb_next
    return line


def _template_line(frame: TracebackType) -> int:
    return frame.tb_lineno if frame.tb_frame.f_code.co_filename in _FROM_TEXT else 0


def _paragraph(document: "WordTemplate", line: int) -> str:
    """Return the words of a line of what docxtpl gave to Jinja: it makes a line a paragraph."""
    if line <= 0:
        return ""
    lines = document.source_lines(document.current_rendering_part or document.docx.part)
    words = re.sub(r"<[^>]+>", "", lines[line - 1]) if line <= len(lines) else ""
    return unescape(words).strip()[:_MOST]


def _tags_about(name: str, words: str) -> str:
    """Return only the tags that have the name in them, where there are any."""
    tags = [tag for tag in re.findall(r"\{[{%].*?[%}]\}", words) if name in tag]
    return " ".join(dict.fromkeys(tags)) or words


_FROM_TEXT = ("<template>", "<unknown>")
_MOST = 200

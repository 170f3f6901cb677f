"""The Jinja environment of every template: shut in, strict, and all text escaped."""

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from cchc.documents.printing import printable


def environment() -> ImmutableSandboxedEnvironment:
    """Return the one environment that templates are filled in."""
    shut_in = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_printed
    )
    for name in _UNESCAPING:
        del shut_in.filters[name]
    return shut_in


def _printed(value: object) -> Markup:
    """Return a value as it stands in the document's XML: data, whatever it looks like."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, list | dict):
        raise TypeError(_NOT_A_TEXT)
    text = printable(str(value))  # an unknown variable says so in str()
    # docxtpl turns {_{ into {{ when it has rendered: the sign between is written as a number.
    escaped = escape(text)
    return escaped.replace("{_", _OPEN).replace("_}", _CLOSE) if "_" in text else escaped


_UNESCAPING = ("safe", "urlize", "xmlattr")
"""Filters that put a text past the escaping, or HTML into a Word document."""
_OPEN, _CLOSE = Markup("{&#95;"), Markup("&#95;}")
_NOT_A_TEXT = "biến này là một danh sách, phải đi qua từng phần tử bằng lệnh for"

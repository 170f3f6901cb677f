"""The Jinja environment of every template: shut in, strict, and all text escaped."""

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from cchc.errors import UnprintableText
from cchc.plan.letters import hidden_character


def environment() -> SandboxedEnvironment:
    """Return the one environment that templates are filled in."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_printed)


def _printed(value: object) -> Markup:
    """Return a value as it stands in the document's XML: data, whatever it looks like."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, list | dict):
        raise TypeError(_NOT_A_TEXT)
    text = str(value)  # an unknown variable says so here
    if hidden := hidden_character(text):
        raise UnprintableText(text, hidden)
    # docxtpl turns {_{ into {{ when it has rendered: the sign between is written as a number.
    return escape(text).replace("{_", _OPEN).replace("_}", _CLOSE)


_OPEN, _CLOSE = Markup("{&#95;"), Markup("&#95;}")
_NOT_A_TEXT = "biến này là một danh sách, phải đi qua từng phần tử bằng lệnh for"

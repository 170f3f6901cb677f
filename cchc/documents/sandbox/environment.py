"""The Jinja environment of every template: strict, escaping, and counted."""

from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import pass_context
from markupsafe import Markup, escape

from cchc.documents.printing import printable
from cchc.documents.sandbox.filters import Filter, filters
from cchc.documents.sandbox.grammar import FLAT, JOIN, PAY, WEIGH, counted
from cchc.documents.sandbox.meter import STEP, Meter, weight
from cchc.documents.sandbox.operators import OPERATORS, as_text, joined
from cchc.documents.sandbox.reach import GLOBALS, TESTS, within_reach


class Sandbox(SandboxedEnvironment):
    """The environment of one rendering: its meter is used up by it."""

    intercepted_binops = frozenset(OPERATORS)

    def __init__(self) -> None:
        # Without the optimizer, which would work ahead of the meter, when a template is read.
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._printed,
            optimized=False,
        )
        self.meter = Meter()
        self.globals = {name: self.globals[name] for name in GLOBALS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.filters = filters(self.meter) | self._counting()

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether the attribute is in the list of its kind of value."""
        return within_reach(obj, attr)

    def wrap_str_format(self, value: Any) -> None:
        """Return nothing: `format` is an attribute as any other, and in no list."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what an operator makes, paid for before it is made."""
        self.meter.charge(STEP)
        return OPERATORS[operator](self.meter, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Return what a call gives, paid for."""
        __self.meter.charge(STEP + sum(map(weight, args)))
        result = super().call(__context, __obj, *args, **kwargs)
        __self.meter.charge(weight(result))
        return result

    def _generate(
        self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False
    ) -> str:
        return super()._generate(counted(source), name, filename, defer_init)

    def _counting(self) -> dict[str, Filter]:
        meter = self.meter

        @pass_context
        def pay(context: Context, units: int) -> str:
            meter.charge(units)
            return ""

        @pass_context
        def weigh(context: Context, value: object) -> object:
            meter.charge(weight(value))
            return value

        @pass_context
        def flat(context: Context, value: list[object] | tuple[object, ...]) -> object:
            # Lists of lists of the same list grow tenfold with each line of a template.
            if any(isinstance(item, list | tuple | dict | range) for item in value):
                raise TypeError(_NESTED)
            meter.charge(weight(value))
            return value

        @pass_context
        def join(context: Context, parts: list[object]) -> str:
            return joined(meter, parts)

        return {PAY: pay, WEIGH: weigh, FLAT: flat, JOIN: join}

    def _printed(self, value: object) -> Markup:
        """Return a value as it stands in the document's XML: data, whatever it looks like."""
        if isinstance(value, Markup):
            self.meter.charge(len(value))
            return value
        text = printable(as_text(value))
        self.meter.charge(len(text))
        # docxtpl turns {_{ into {{ when it has rendered: the sign between is written as a number.
        escaped = escape(text)
        return escaped.replace("{_", _OPEN).replace("_}", _CLOSE) if "_" in text else escaped


_OPEN, _CLOSE = Markup("{&#95;"), Markup("&#95;}")
_NESTED = "danh sách viết trong mẫu chỉ chứa chữ và số"

"""The filters of a template: each pays for what it goes through and for what it makes."""

from collections.abc import Callable, Collection, Iterator

from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.utils import pass_context

from cchc.documents.sandbox.meter import ITEM, STEP, Meter, weight

Filter = Callable[..., object]


def filters(meter: Meter) -> dict[str, Filter]:
    """Return every filter that a template may use, by name."""
    return {name: _paid(meter, FILTERS[name], _BOUNDS.get(name)) for name in FILTER_NAMES}


def _paid(meter: Meter, function: Filter, bound: Callable[..., int] | None) -> Filter:
    first = _FIRST.get(getattr(getattr(function, "jinja_pass_arg", None), "name", ""), _nothing)

    @pass_context
    def paid(context: Context, value: object, *args: object, **kwargs: object) -> object:
        meter.charge(STEP + weight(value) + sum(map(weight, args)))
        if bound:
            meter.charge(bound(value, *args, **kwargs))
        result = function(*first(context), value, *args, **kwargs)
        if isinstance(result, Iterator):
            # At once: a chain of lazy ones would do its work where nobody counts it.
            result = list(result)
        meter.charge(weight(result))
        return result

    return paid


def _nothing(context: Context) -> tuple[object, ...]:
    return ()


# What a filter of Jinja is given before its value.
_FIRST: dict[str, Callable[[Context], tuple[object, ...]]] = {
    "context": lambda context: (context,),
    "eval_context": lambda context: (context.eval_ctx,),
    "environment": lambda context: (context.environment,),
}


def _replaced(value: object, old: object, new: object, count: object = None) -> int:
    text, old = str(value), str(old)
    return len(text) + (text.count(old) if old else len(text) + 1) * len(str(new))


def _joined(value: object, d: object = "", attribute: object = None) -> int:
    if not isinstance(value, Collection):
        raise TypeError(_NOT_A_LIST)
    texts = sum(map(weight, value)) if isinstance(value, list | tuple) else 0
    return texts + len(value) * (len(str(d)) + ITEM)


def _pieces(value: object, number: object, fill_with: object = None) -> int:
    return ITEM * _whole(number)


def _summed(value: object, attribute: object = None, start: object = 0) -> int:
    _whole(start)  # a list as the start would add lists
    return 0


def _rounded(value: object, precision: object = 0, method: object = "common") -> int:
    return int(10 ** min(_whole(precision), 9))  # rounding up takes ten to that power


def _whole(number: object) -> int:
    if not isinstance(number, int):
        raise TypeError(_NOT_A_NUMBER)
    return abs(number)


_NOT_A_LIST = "bộ lọc này cần một danh sách"
_NOT_A_NUMBER = "bộ lọc này cần một số"

# The most that a filter can make of what it is given, where that is more than it is given.
_BOUNDS: dict[str, Callable[..., int]] = {
    "replace": _replaced,
    "join": _joined,
    "batch": _pieces,
    "slice": _pieces,
    "sum": _summed,
    "round": _rounded,
}

FILTER_NAMES = (
    *("abs", "batch", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first"),
    *("float", "groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max"),
    *("min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr"),
    *("slice", "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper"),
    "wordcount",
)
"""Not there: what puts text past the escaping (safe, urlize, xmlattr), what makes any length of
nothing (center, indent, format, wordwrap, tojson, pprint), what differs each time (random)."""

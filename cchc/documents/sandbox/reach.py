"""What of a value a template may reach: a list of names for each kind of value, nothing else."""

from jinja2.runtime import LoopContext
from jinja2.utils import Namespace

GLOBALS = ("range", "namespace")

TESTS = (
    *("boolean", "defined", "divisibleby", "eq", "equalto", "even", "false", "float", "integer"),
    *("iterable", "lower", "mapping", "ne", "none", "number", "odd", "sequence", "string", "true"),
    *("undefined", "upper", "==", "!="),
)

# Methods whose result is about as long as the text they are asked of.
_TEXT = (
    *("capitalize", "count", "endswith", "find", "isdecimal", "isdigit", "islower", "isupper"),
    *("lower", "lstrip", "removeprefix", "removesuffix", "rstrip", "split", "splitlines"),
    *("startswith", "strip", "title", "upper"),
)
LOOP = (
    *("changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length"),
    *("nextitem", "previtem", "revindex", "revindex0"),
)

NAMES: tuple[tuple[type, frozenset[str]], ...] = (
    (str, frozenset(_TEXT)),
    (dict, frozenset(("items", "keys", "values", "get"))),
    (LoopContext, frozenset(LOOP)),
    (tuple, frozenset(("grouper", "list"))),
)


def within_reach(value: object, name: str) -> bool:
    """Return whether a template may ask a value for its attribute of this name."""
    if isinstance(value, Namespace):
        return not name.startswith("_")
    return any(isinstance(value, kind) and name in names for kind, names in NAMES)

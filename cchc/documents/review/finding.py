"""A fault of a template is a value: what, how grave, and in which paragraph of the Word file."""

from dataclasses import dataclass

from cchc.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a template: where it is ("bảng 2, hàng 3"), and what it says."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its spot. A warning is what was mended, or what only may be a fault."""

    rule: str
    message: str
    spot: Spot
    hint: str = ""
    severity: Severity = Severity.ERROR

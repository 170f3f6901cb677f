"""What can be mended: the slips that know what should stand there, and faults of other rules."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from cchc.checks.running import Verdict
from cchc.checks.slip import Slip
from cchc.errors import AmbiguousUnit, NoSuchUnit
from cchc.plan.models import Plan
from cchc.plan.problem import Problem
from cchc.plan.reading import Document
from cchc.plan.spelling import fold
from cchc.plan.tree import Scalar, scalars
from cchc.plan.units import find_unit, nearest_units


def mendable(document: Document[Plan], verdict: Verdict, *, unsafe: bool) -> list[Slip]:
    """Return the slips that a run may mend, from the last to the first, none over another.

    Without `unsafe` no word becomes another one.
    """
    found = [*verdict.slips.values(), *_of_other_rules(document, verdict.problems)]
    wanted = [slip for slip in found if slip.instead is not None and (slip.safe or unsafe)]
    return _apart(sorted(wanted, key=lambda slip: (slip.start, slip.end), reverse=True))


def _apart(slips: Iterable[Slip]) -> list[Slip]:
    out: list[Slip] = []
    for slip in slips:
        if not out or slip.end <= out[-1].start:
            out.append(slip)
    return out


def _of_other_rules(document: Document[Plan], problems: Iterable[Problem]) -> Iterator[Slip]:
    for rule, mender in _MENDERS.items():
        mine = [problem for problem in problems if problem.rule == rule]
        if mine:
            yield from mender(document, [p for p in mine if p.path == document.path])


def _composed(document: Document[Plan], _: list[Problem]) -> Iterator[Slip]:
    """Yield every text whose accents are loose; the problem tells only the first of them."""
    for scalar, raw in _written(document):
        loose = _LOOSE.sub(lambda m: chr(int(m[1], 16)), raw) if raw.startswith('"') else raw
        composed = unicodedata.normalize("NFC", loose)
        if composed != raw:
            yield _slip(scalar.start, scalar.end, composed)


def _unhidden(document: Document[Plan], _: list[Problem]) -> Iterator[Slip]:
    for scalar, raw in _written(document):
        for found in (_WIDTHLESS if raw.startswith('"') else _BARE).finditer(raw):
            yield _slip(scalar.start + found.start(), scalar.start + found.end(), "")


def _coded(document: Document[Plan], problems: list[Problem]) -> Iterator[Slip]:
    """Yield the code for each name of an office that stands where a code should."""
    places = {(problem.line, problem.column) for problem in problems}
    for scalar, raw in _written(document):
        line, column = document.source.place(scalar.start)
        name = column + 1 if raw[:1] in {'"', "'"} else column
        if document.model and places & {(line, column), (line, name)}:
            yield from _code(document.model, scalar)


def _code(plan: Plan, scalar: Scalar) -> Iterator[Slip]:
    name = fold(scalar.text or "")
    owners = [code for code, unit in plan.units.items()
              if name in map(fold, (code, unit.name, *unit.spellings))]  # fmt: skip
    if len(owners) == 1:
        yield _slip(scalar.start, scalar.end, owners[0])
    elif not owners and (code := _meant(plan, scalar.text or "")):
        yield _slip(scalar.start, scalar.end, code, safe=False)


def _meant(plan: Plan, name: str) -> str:
    """Return the one code that a name is like, or ""."""
    try:
        return find_unit(plan, name)
    except AmbiguousUnit:
        return ""
    except NoSuchUnit:
        near = nearest_units(plan, name)
        return near[0] if len(near) == 1 else ""


def _written(document: Document[Plan]) -> Iterator[tuple[Scalar, str]]:
    text = document.source.text
    for scalar in scalars(document.tree.top):
        yield scalar, text[scalar.start : scalar.end]


def _slip(start: int, end: int, instead: str, *, safe: bool = True) -> Slip:
    return Slip(start, end, "", "", instead, safe)


_MENDERS: dict[str, Callable[[Document[Plan], list[Problem]], Iterator[Slip]]] = {
    "not-nfc": _composed,
    "hidden-character": _unhidden,
    "unknown-unit": _coded,
}
_LOOSE = re.compile(r"\\u(03[0-6][0-9A-Fa-f])")
_BARE = re.compile("[\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_WIDTHLESS = re.compile(rf"{_BARE.pattern}|\\u(?:200[BEFbef]|206[0-4]|[Ff][Ee][Ff][Ff])")

"""The manual: each rule's docstring as a page, with its examples apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from cchc.checks.choice import rule_named, rules
from cchc.checks.reading_faults import READING_FAULTS
from cchc.checks.rules import RULEBOOK
from cchc.diagnostics import Rule, Severity


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a page: prose, or an example as it stands in a file."""

    text: str
    example: bool
    bad: bool
    """For an example: whether it breaks the rule or keeps it."""


@dataclass(frozen=True, slots=True)
class ManualPage:
    """What a rule is about, why, and examples. `strict` is True for rules of `--strict` alone."""

    name: str
    severity: Severity
    strict: bool
    fact: str
    chapters: tuple[Chapter, ...]

    def examples(self, *, bad: bool) -> list[str]:
        """Return the examples that break the rule, or those that keep it."""
        return [c.text for c in self.chapters if c.example and c.bad is bad]

    @property
    def why(self) -> str:
        """Return the reason, without its "Vì sao: "."""
        found = next((c.text for c in self.chapters if c.text.startswith(_WHY)), "")
        return found.removeprefix(_WHY)


def manual() -> list[ManualPage]:
    """Return all pages, by the alphabet of their names."""
    return [page_of(_RULES[name]) for name in rules()]


def page_named(wanted: str, others: Sequence[str] = ()) -> ManualPage:
    """Return the page of the rule that is meant. Raises `Unknown`; `others` may be meant too."""
    return page_of(_RULES[rule_named(wanted, others)])


def page_of(rule: Rule[Any]) -> ManualPage:
    """Return the page that a rule's docstring is."""
    fact, _, body = cleandoc(rule.page).partition("\n\n")
    chapters = tuple(_chapters(body))
    return ManualPage(rule.name, rule.severity, rule.strict, " ".join(fact.split()), chapters)


def _chapters(body: str) -> Iterator[Chapter]:
    bad = False
    for block in _blocks(body):
        if block.startswith("    "):
            yield Chapter(cleandoc(f"\n{block}"), example=True, bad=bad)
        else:
            heading = _HEADING.match(block)
            bad = heading[1] == "Sai" if heading else bad
            yield Chapter(" ".join(block.split()), example=False, bad=bad)


def _blocks(body: str) -> Iterator[str]:
    """Yield the paragraphs; an example with empty lines in it is one."""
    example: list[str] = []
    for block in body.split("\n\n"):
        if block.startswith("    "):
            example.append(block)
            continue
        if example:
            yield "\n\n".join(example)
            example = []
        yield block
    if example:
        yield "\n\n".join(example)


_RULES: dict[str, Rule[Any]] = {rule.name: rule for rule in (*READING_FAULTS, *RULEBOOK)}
_WHY = "Vì sao: "
_HEADING = re.compile(r"(Sai|Đúng)\b")

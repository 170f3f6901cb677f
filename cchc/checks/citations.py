"""The documents that a plan cites, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.checks.text import PlanProse, citations
from cchc.diagnostics import Where
from cchc.plan.loader import Document
from cchc.plan.models import Plan, Task
from cchc.plan.yaml_tree import Mapping, Scalar
from cchc.references import Reference
from cchc.text import fold


@dataclass(frozen=True, slots=True)
class CitationPlace:
    """Where a document is cited: in words ("II.04", "căn cứ 1"), and by line and column from 1."""

    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that is cited; what no citation of it says is "" or None."""

    kind: str
    code: str
    day: date | None
    issuer: str
    places: tuple[CitationPlace, ...]

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Return what the list is ordered by: kind, day, code."""
        return self.kind, self.day.isoformat() if self.day else "", self.code


def cited_documents(document: Document[Plan]) -> list[Cited]:
    """Return the documents a plan cites, by kind and day; the plan need not be sound."""
    found = citations(PlanProse(document.source.text, document.tree.top))
    by_document: dict[tuple[str, str, date | None], list[Reference]] = {}
    for citation in found:
        by_document.setdefault(_key(citation, found), []).append(citation)
    cited = [_cited(document, same) for same in by_document.values()]
    return sorted(cited, key=lambda one: one.sort_key)


def _key(citation: Reference, found: Sequence[Reference]) -> tuple[str, str, date | None]:
    """Return what tells documents apart: of a short citation, what the only full one says."""
    full = {(c.issuer, c.day) for c in found if c.code == citation.code and c.day}
    only = next(iter(full)) if len(full) == 1 else (citation.issuer, citation.day)
    issuer, day = (citation.issuer or only[0], citation.day or only[1])
    return citation.code, fold(issuer), day


def _cited(document: Document[Plan], same: Sequence[Reference]) -> Cited:
    first = same[0]
    return Cited(
        kind=next((c.named_kind for c in same if c.named_kind), ""),
        code=first.code,
        day=next((c.day for c in same if c.day), None),
        issuer=max((c.issuer for c in same), key=len),
        places=tuple(_place(document, citation) for citation in same),
    )


def _place(document: Document[Plan], citation: Reference) -> CitationPlace:
    line, column = document.source.place(citation.start)
    return CitationPlace(_named(document, citation.where), line, column)


def _named(document: Document[Plan], where: Where) -> str:
    match where:
        case ("phu_luc", ("nhom" | "nhiem_vu"), *_) if row := _row(document, where):
            return row.id
        case ("can_cu", int(index), *_):
            return f"căn cứ {index + 1}"
        case ("phan", int(part), "muc", int(item), *_):
            numbers = [
                _text(document, place, "so") or str(index + 1)
                for place, index in (
                    (("phan", part), part),
                    (("phan", part, "muc", item), item),
                )
            ]
            return f"phần {'.'.join(numbers)}"
        case ("phan", int(part), *_):
            return f"phần {_text(document, ('phan', part), 'so') or part + 1}"
        case _:
            return _NAMES.get(str(where[0]), str(where[0])) if where else ""


def _row(document: Document[Plan], where: Where) -> Task | None:
    """Return the innermost row of the appendix that holds a place."""
    rows = document.model.rows if document.model else ()
    inside = (row for row in rows if where[: len(row.where)] == row.where)
    return max(inside, key=lambda row: len(row.where), default=None)


def _text(document: Document[Plan], where: Where, key: str) -> str:
    node = document.tree.node(where)
    value = node.items.get(key) if isinstance(node, Mapping) else None
    return (value.text or "") if isinstance(value, Scalar) else ""


_NAMES = {"mo_dau": "mở đầu", "ket": "kết", "trich_yeu": "trích yếu", "phu_luc": "phụ lục"}

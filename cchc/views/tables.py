"""The offices of a plan, in every form: code, name, what they lead and support, spellings."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from shutil import get_terminal_size
from textwrap import fill

from cchc.checks.citations import Cited
from cchc.documents.templates import Offer
from cchc.plan.lookup import members
from cchc.plan.models import Plan, Unit
from cchc.views.formats import dumps, escaped
from cchc.views.words import vietnamese_date


@dataclass(frozen=True, slots=True)
class Office:
    """An office with the number of tasks it leads, and of those it takes part in otherwise."""

    code: str
    unit: Unit
    leads: int
    supports: int


def offices(plan: Plan) -> list[Office]:
    """Return the offices in the plan's order."""
    tasks = list(plan.tasks)
    return [
        Office(
            code,
            unit,
            sum(code in task.lead.codes for task in tasks),
            sum(code in members(plan, task.support) for task in tasks),
        )
        for code, unit in plan.units.items()
    ]


def offices_json(found: list[Office]) -> str:
    """Return the offices as a JSON list."""
    return dumps(
        [
            {
                "code": office.code,
                "name": office.unit.name,
                "spellings": list(office.unit.spellings),
                "members": list(office.unit.members),
                "since": _iso(office.unit.since),
                "until": _iso(office.unit.until),
                "successor": office.unit.successor,
                "leads": office.leads,
                "supports": office.supports,
            }
            for office in found
        ]
    )


def offices_csv(found: list[Office]) -> str:
    """Return the offices as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    heading = ["code", "name", "leads", "supports", "spellings", "since", "until", "successor"]
    writer.writerow(heading)
    for o in found:
        unit = o.unit
        row = [o.code, unit.name, o.leads, o.supports, "; ".join(unit.spellings)]
        writer.writerow([*row, _iso(unit.since), _iso(unit.until), unit.successor])
    return out.getvalue().removesuffix("\r\n")


def offices_markdown(found: list[Office]) -> str:
    """Return the offices as a Markdown table."""
    rows = [
        f"| {o.code} | {o.unit.name} | {o.leads} | {o.supports} | {_time(o.unit)} |" for o in found
    ]
    heading = "| Mã | Tên | Chủ trì | Phối hợp | Thời gian |"
    return "\n".join([heading, "| --- | --- | ---: | ---: | --- |", *rows])


def offices_table(found: list[Office]) -> str:
    """Return the offices in words, a paragraph each."""
    return "\n".join(_paragraph(office) for office in found) or "Kế hoạch không kê đơn vị nào."


UNIT_FORMS: dict[str, Callable[[list[Office]], str]] = {
    "table": offices_table,
    "json": offices_json,
    "csv": offices_csv,
    "md": offices_markdown,
}


def _paragraph(office: Office) -> str:
    unit = office.unit
    lines = [f"{office.code:<6} {unit.name}: chủ trì {office.leads}, phối hợp {office.supports}"]
    if time := _time(unit):
        lines.append(time)
    if unit.members:
        lines.append(f"gồm: {', '.join(unit.members)}")
    if unit.spellings:
        lines.append(f"cũng viết: {'; '.join(unit.spellings)}")
    width = max(get_terminal_size().columns, 40)
    return "\n".join(
        fill(line, width, initial_indent=" " * 7 * bool(n), subsequent_indent=" " * 7)
        for n, line in enumerate(lines)
    )


def _time(unit: Unit) -> str:
    """Return from when until when an office is there, and who takes its work over, or ""."""
    since = f"từ {vietnamese_date(unit.since)}" if unit.since else ""
    until = f"đến hết {vietnamese_date(unit.until)}" if unit.until else ""
    after = f", sau đó {unit.successor} nhận việc" if unit.until and unit.successor else ""
    return f"{' '.join(part for part in (since, until) if part)}{after}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# The documents a plan cites, in every form.

COLUMNS = ("kind", "number", "date", "issuer", "places")


def citations_text(cited: Sequence[Cited]) -> str:
    """Return a paragraph a document: what it is, and under it where it is cited."""
    width = max(get_terminal_size().columns, 40)
    paragraphs = [
        f"{_name(one)}\n"
        + fill(_places(one), width, initial_indent=" " * 6, subsequent_indent=" " * 6)
        for one in cited
    ]
    return "\n".join([*paragraphs, f"{len(cited)} văn bản được viện dẫn"])


def citations_json(cited: Sequence[Cited]) -> str:
    """Return the documents as a JSON list; dates are ISO, lines and columns count from 1."""
    return dumps(
        [
            {
                "kind": one.kind,
                "number": one.code,
                "date": one.day.isoformat() if one.day else None,
                "issuer": one.issuer,
                "places": [
                    {"place": p.name, "line": p.line, "column": p.column} for p in one.places
                ],
            }
            for one in cited
        ]
    )


def citations_csv(cited: Sequence[Cited]) -> str:
    """Return the documents as CSV, one line each."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in cited:
        day = one.day.isoformat() if one.day else ""
        # A spreadsheet would take a cell that begins so for a formula.
        issuer = f"'{one.issuer}" if one.issuer.startswith(("=", "+", "-", "@")) else one.issuer
        writer.writerow([one.kind, one.code, day, issuer, _places(one)])
    return out.getvalue().removesuffix("\r\n")


def citations_markdown(cited: Sequence[Cited]) -> str:
    """Return the documents as a Markdown table."""
    heading = ["| Văn bản | Ngày | Cơ quan | Viện dẫn ở |", "| --- | --- | --- | --- |"]
    rows = [
        f"| {escaped(f'{one.kind} số {one.code}')} | {vietnamese_date(one.day) if one.day else ''}"
        f" | {escaped(one.issuer)} | {escaped(_places(one))} |"
        for one in cited
    ]
    return "\n".join([*heading, *rows])


CITATION_FORMS: dict[str, Callable[[Sequence[Cited]], str]] = {
    "table": citations_text,
    "text": citations_text,
    "json": citations_json,
    "csv": citations_csv,
    "md": citations_markdown,
}


def _name(one: Cited) -> str:
    day = f" ngày {vietnamese_date(one.day)}" if one.day else ""
    issuer = f" của {one.issuer}" if one.issuer else ""
    return f"{one.kind or 'Văn bản'} số {one.code}{day}{issuer}"


def _places(one: Cited) -> str:
    return ", ".join(f"{place.name} (dòng {place.line})" for place in one.places)


# The Word templates there are, for a person and for a program.


def templates_text(offers: Sequence[Offer]) -> str:
    """Return a line for each template, with a star at those that are taken."""
    width = max((len(offer.name) for offer in offers), default=0)
    return "\n".join(
        f"{'*' if offer.taken else ' '} {offer.name:{width}}  "
        f"{'của cơ quan' if offer.own else 'có sẵn':11}  {offer.path}"
        for offer in offers
    )


def templates_json(offers: Sequence[Offer]) -> str:
    """Return the templates as a JSON list."""
    return dumps(
        [
            {
                "name": offer.name,
                "own": offer.own,
                "taken": offer.taken,
                "path": offer.path.as_posix(),
            }
            for offer in offers
        ]
    )


TEMPLATE_FORMS: dict[str, Callable[[Sequence[Offer]], str]] = {
    "text": templates_text,
    "json": templates_json,
}

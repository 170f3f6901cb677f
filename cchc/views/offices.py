"""The offices of a plan, in every form: code, name, what they lead and support, spellings."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from shutil import get_terminal_size
from textwrap import fill

from cchc.plan.models import Plan, Unit
from cchc.plan.units import members
from cchc.views.as_json import dumps
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


FORMS: dict[str, Callable[[list[Office]], str]] = {
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

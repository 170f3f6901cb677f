"""Writing what `cchc export` was asked for, in each of its forms."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cchc.cli.answering import answer
from cchc.cli.opening import Opened
from cchc.cli.running import say
from cchc.errors import WrongUsage
from cchc.exchange.extract import Extract, extract
from cchc.exchange.naming import file_names
from cchc.progress.terms import Role
from cchc.views.listing import Listing


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be exported: of which plan, for which office in which role."""

    opened: Opened
    role: Role
    listing: Listing

    @property
    def extract(self) -> Extract:
        """Return the items of the office that was asked for, or of all."""
        whole = extract(self.opened.plan, self.opened.ledger, self.opened.day)
        return whole.of(self.listing.unit, self.role) if self.listing.unit else whole


def file_name(asked: Asked, unit: str | None, form: str) -> str:
    """Return what a file is called unless it was said: "ke-hoach-2025-TPHT.ics"."""
    units = asked.opened.plan.units
    whose = f"-{file_names(units)[unit]}" if unit else ""
    return f"ke-hoach-{asked.opened.plan.year}{whose}.{form}"


def write_calendars(asked: Asked, folder: Path) -> None:
    """Write a calendar for each office that has something with a due day."""
    whole = asked.extract
    for code in whole.units:
        part = whole.of(code, asked.role)
        if part.dated:
            _save_calendar(part, folder / file_name(asked, code, "ics"))


def _write_calendar(asked: Asked, target: Path) -> None:
    part = asked.extract
    if not part.dated:
        raise WrongUsage("không có mốc nào có hạn để ghi vào lịch; bỏ --unit, hoặc thử --role any")
    _save_calendar(part, target)


def _save_calendar(part: Extract, target: Path) -> None:
    from cchc.exchange.calendar import calendar

    dated, undated = len(part.dated), len(part.rows) - len(part.dated)
    left_out = f", {undated} mốc không có hạn không vào lịch" if undated else ""
    _save(target, calendar(part), f": {dated} mốc{left_out}")


def _write_workbook(asked: Asked, target: Path) -> None:
    from cchc.exchange.workbook import workbook

    _save(target, workbook(asked.extract, asked.role))


def _write_board(asked: Asked, target: Path) -> None:
    from cchc.cli.output import put
    from cchc.views.board import board_html

    put(board_html(asked.listing), target)


def _write_listing(form: str) -> Callable[[Asked, Path], None]:
    return lambda asked, target: answer(asked.listing, form, target)


def _save(target: Path, data: bytes, told: str = "") -> None:
    from cchc.documents.saving import save

    save(target, data)
    say(f"đã ghi {target}{told}")


FORMS: dict[str, Callable[[Asked, Path], None]] = {
    "ics": _write_calendar,
    "xlsx": _write_workbook,
    "csv": _write_listing("csv"),
    "json": _write_listing("json"),
    "html": _write_board,
}
"""The formats by their option and file ending. A new one is a function, a row, and a flag."""

"""What `cchc remind` writes: one message or letter, or a file for each office."""

from collections.abc import Sequence
from pathlib import Path

from cchc.cli.opening import Opened
from cchc.cli.running import say
from cchc.documents.reminders import render_letter
from cchc.documents.reminders.message import message
from cchc.documents.reminders.reminder import Reminder, reminder, reminders
from cchc.documents.saving import save
from cchc.errors import WrongUsage
from cchc.exchange.naming import file_names
from cchc.plan.succession import acting_unit
from cchc.plan.units import find_unit


def reminders_of(opened: Opened, unit: str | None, within: int) -> Sequence[Reminder]:
    """Return the reminder of the office that was asked for, else of all; says which it took."""
    plan, day = opened.plan, opened.day
    if unit is None:
        return reminders(plan, opened.ledger, day, within)
    code = find_unit(plan, unit)
    if unit != code:
        say(f'"{unit}" là {code} ({plan.units[code].name})')
    acting = acting_unit(plan, code, day)
    if acting != code:
        say(f"việc của {code} nay do {acting} ({plan.units[acting].name}) làm")
    return (reminder(plan, opened.ledger, code, day, within),)


def with_something(reminders: Sequence[Reminder]) -> list[Reminder]:
    """Return the reminders of the offices that there is something to tell."""
    return [reminder for reminder in reminders if not reminder.empty]


def write_letter(
    opened: Opened, reminders: Sequence[Reminder], template: Path | None, target: Path
) -> None:
    """Write one letter to the offices that have something; say so if none has."""
    told = with_something(reminders)
    if not told:
        say(f"{_whose(reminders)}không có gì để đôn đốc; không ghi công văn")
        return
    save(target, render_letter(told, opened.path, template, tell=say))
    say(f"đã ghi {target}")


def write_each(
    opened: Opened,
    reminders: Sequence[Reminder],
    folder: Path,
    template: Path | None,
    *,
    docx: bool,
) -> None:
    """Write a file for each office that has something; all are made before one is written."""
    if not folder.is_dir():
        raise WrongUsage(f"-o: không có thư mục {folder}; tạo thư mục ấy rồi chạy lại")
    files = {folder / name: data for name, data in _files(opened, reminders, template, docx=docx)}
    for target, data in files.items():
        save(target, data)
        say(f"đã ghi {target}")
    if idle := [r.code for r in reminders if r.empty]:
        say(f"không có gì để nhắc, không ghi tệp: {', '.join(idle)}")


def _files(
    opened: Opened, reminders: Sequence[Reminder], template: Path | None, *, docx: bool
) -> list[tuple[str, bytes]]:
    names = file_names(opened.plan.units)
    told = with_something(reminders)
    if docx:
        return [
            (f"cong-van-don-doc-{names[r.code]}.docx",
             render_letter([r], opened.path, template, tell=say))
            for r in told
        ]  # fmt: skip
    return [(f"nhac-viec-{names[r.code]}.txt", f"{message(r)}\n".encode()) for r in told]


def _whose(reminders: Sequence[Reminder]) -> str:
    return f"{reminders[0].unit.name}: " if len(reminders) == 1 else ""

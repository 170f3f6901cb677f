"""A recording that leads by the hand: `cchc done` with nothing behind it, on a terminal."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc.cli.open import Opened, open_plan
from cchc.cli.output import ask, picked, put, say
from cchc.errors import CchcError, WrongUsage
from cchc.plan.locate import ledger_path
from cchc.progress.ledger import Deed
from cchc.progress.record import Request, preview, record_all
from cchc.progress.words import milestone_name, standing_words
from cchc.progress.worklist import Item, worklist
from cchc.text import fold
from cchc.views.recorded import recorded_words, sentence
from cchc.views.words import shortened

MOST = 12
"""Tasks that are offered at once: what is late and what comes first."""


def record_guided(plan: Path | None, as_of: str | None) -> None:
    """Ask for a task, its milestone and its document, show what it comes to, and record it.

    Ctrl-C, and the end of the input, leave the ledger as it was.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUsage("thiếu tham số MÃ…; xem `cchc done --help`")
    opened = open_plan(plan, as_of)
    item = _milestone_of(opened, _task(opened))
    request = _proof(Request(Deed.DONE, item.id, item.milestone.key))
    ledger = ledger_path(opened.path)
    (came,) = preview(opened.plan, ledger, [request], opened.day)
    if isinstance(came, CchcError):
        raise came
    say(f"sẽ ghi: {sentence(came)}")
    if fold(_asked("Ghi vào sổ? Gõ c để ghi", "thôi")) not in ("c", "co", "y"):
        say("thôi; chưa ghi gì")
        return
    put(recorded_words(record_all(opened.plan, ledger, [request], opened.day), ledger), None)


def _task(opened: Opened) -> str:
    """Return the id of the task that is meant: a number of the list, an id, or words to find."""
    work = worklist(opened.plan, opened.ledger, opened.day)
    left = sorted(_open(work.items), key=lambda item: item.standing.due or date.max)
    shown = _first_of_each(left)
    while True:
        offered = shown[:MOST]
        _print(_line(number, item, opened.day) for number, item in enumerate(offered, 1))
        answer = _asked("Việc nào? (số, mã, hoặc chữ để tìm)")
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(offered):
            return offered[int(answer) - 1].id
        if any(fold(answer) == fold(item.id) for item in left):
            return next(item.id for item in left if fold(answer) == fold(item.id))
        found = [i for i in _first_of_each(left) if fold(answer) in fold(i.content)]
        if not found:
            say(f"không có việc nào còn mở mang mã hay chữ {answer!r}")
        shown = found or shown


def _first_of_each(items: Iterable[Item]) -> list[Item]:
    """Return the first item of each task."""
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(item.id, item)
    return list(first.values())


def _open(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.open]


def _milestone_of(opened: Opened, task: str) -> Item:
    work = worklist(opened.plan, opened.ledger, opened.day)
    items = [item for item in _open(work.items) if item.id == task]
    items.sort(key=lambda item: item.standing.due or date.max)
    if len(items) == 1:
        return items[0]
    said = [_said(item, opened.day) for item in items]
    place = picked(f"{task} còn {len(items)} mốc; mốc nào?", said, 0)
    if place is None:
        raise WrongUsage("không có số ấy; chưa ghi gì")
    return items[place]


_SUCH_AS = 'như "Quyết định số 15/QĐ-UBND ngày 24/01/2025"'


def _proof(request: Request) -> Request:
    document = _asked(
        'Văn bản chứng minh, như "Quyết định số 15/QĐ-UBND ngày 24/01/2025"', "không có"
    )
    if document:
        return replace(request, document=document)
    return replace(request, note=_asked("Không có văn bản: vì sao?"))


def _line(number: int, item: Item, day: date) -> str:
    lead = ", ".join(item.lead.codes)
    said = f"{number:>3}. {item.id:<7} {standing_words(item.standing, day)}  {lead}  "
    return said + shortened(item.content, max(79 - len(said), 20))


def _said(item: Item, day: date) -> str:
    what = milestone_name(item) or shortened(item.content, 40)
    return f"{item.milestone.key}  {standing_words(item.standing, day)}  {what}"


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        ask(line, "\n")


def _asked(question: str, enter: str = "") -> str:
    """Return what a person types, nothing only where `enter` says what that means."""
    said = f" (Enter: {enter})" if enter else ""
    while True:
        ask(f"{question}{said}: ")
        line = sys.stdin.readline()
        if not line:
            raise WrongUsage("hết chỗ gõ; chưa ghi gì")
        if line.strip() or enter:
            return line.strip()

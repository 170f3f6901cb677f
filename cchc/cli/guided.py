"""A recording that leads by the hand: `cchc done` with nothing behind it, on a terminal."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import get_terminal_size

from cchc.cli.open import open_plan
from cchc.cli.options import day_of
from cchc.cli.output import ask, picked, put, say
from cchc.dates import vietnamese_date
from cchc.errors import CchcError, WrongUsage
from cchc.plan.locate import ledger_path
from cchc.progress.append import Book
from cchc.progress.ledger import Event, Remarks
from cchc.progress.record import Request, preview, record_all
from cchc.progress.words import milestone_name, status_words
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
    left = worklist(opened.plan, opened.ledger, opened.day).still_open().items
    left = tuple(sorted(left, key=lambda item: item.status.due or date.max))
    item = _milestone(_milestones_of_one(left, opened.day), opened.day)
    request = _proof(Request(Event.DONE, item.id, item.milestone.key), opened.day)
    ledger = Book(ledger_path(opened.path), tell=say)
    (came,) = preview(opened.plan, ledger.main, [request], opened.day)
    if isinstance(came, CchcError):
        raise came
    say(f"sẽ ghi: {sentence(came)}")
    if fold(_asked("Ghi vào sổ? Gõ c để ghi", "thôi")) not in ("c", "co", "y"):
        say("thôi; chưa ghi gì")
        return
    put(recorded_words(record_all(opened.plan, ledger, [request], opened.day), ledger.file), None)


def _milestones_of_one(left: Sequence[Item], day: date) -> list[Item]:
    """Return what is open of the task that is meant: by its number, its id, or words to find."""
    first: dict[str, Item] = {}
    for item in left:
        first.setdefault(item.id, item)
    shown = list(first.values())
    while True:
        offered = shown[:MOST]
        for line in _lines(offered, day):
            ask(line, "\n")
        answer = _asked("Việc nào? (số, mã, hoặc chữ để tìm)")
        wanted = fold(answer)
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(offered):
            wanted = fold(offered[int(answer) - 1].id)
        if mine := [item for item in left if fold(item.id) == wanted]:
            return mine
        found = [item for item in first.values() if wanted in fold(item.content)]
        if not found:
            say(f"không có việc nào còn mở mang mã hay chữ {answer!r}")
        shown = found or shown


def _milestone(items: Sequence[Item], day: date) -> Item:
    if len(items) == 1:
        return items[0]
    keys = _columns([(item.milestone.key, status_words(item.status, day)) for item in items])
    said = [
        f"{key}  {milestone_name(item) or shortened(item.content, 40)}"
        for key, item in zip(keys, items, strict=True)
    ]
    place = picked(f"{items[0].id} còn {len(items)} mốc; mốc nào?", said, 0)
    if place is None:
        raise WrongUsage("không có số ấy; chưa ghi gì")
    return items[place]


def _proof(request: Request, day: date) -> Request:
    document = _asked(
        'Văn bản chứng minh, như "Quyết định số 15/QĐ-UBND ngày 24/01/2025"', "không có"
    )
    if document:
        request = replace(request, document=document)
    else:
        note = _asked("Không có văn bản: vì sao?")
        on = _asked("Ngày xong, như 15/2", vietnamese_date(day))
        request = replace(request, note=note, on=day_of(on, "ngày xong", day) if on else None)
    return replace(
        request, remarks=Remarks(*(_asked(question, "không ghi") for question in _QUESTIONS))
    )


_QUESTIONS = ("Kết quả", "Khó khăn, vướng mắc", "Kiến nghị, đề xuất")


def _lines(items: Sequence[Item], day: date) -> Iterator[str]:
    """Yield a numbered line for each item, in columns as wide as what stands in them."""
    width = max(get_terminal_size().columns, 60)
    cells = [(i.id, status_words(i.status, day), ", ".join(i.lead.codes)) for i in items]
    for number, (begin, item) in enumerate(zip(_columns(cells), items, strict=True), 1):
        said = f"{number:>3}. {begin}  "
        yield said + shortened(item.content, max(width - 1 - len(said), 20))


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)) for row in rows]


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

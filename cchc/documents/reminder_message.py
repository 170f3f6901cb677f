"""A reminder as plain text, to paste into a chat or an e-mail: short lines and no markup."""

from collections.abc import Iterable, Iterator

from cchc.dates import vietnamese_date
from cchc.documents.fields import brief, named_plan
from cchc.documents.reminder import collector
from cchc.documents.report import still_open
from cchc.progress.reminders import Reminder
from cchc.progress.words import milestone_name, time_left
from cchc.progress.worklist import Item

WIDTH = 60
"""Characters of the longest line: what a phone shows without folding it."""
_CONTENT = 110
"""Characters of a task's content."""
_HANGING = "   "


def message(reminder: Reminder) -> str:
    """Return the reminder of one office; one that has nothing to do is told so."""
    plan, day = reminder.plan, vietnamese_date(reminder.day)
    lines = [*folded(f"Kính gửi {reminder.unit.name}, ngày {day}.")]
    if reminder.empty:
        return "\n".join([*lines, *folded(_nothing(reminder))])
    lines += folded(f"{plan.agency.in_sentence} nhắc việc theo {named_plan(plan)}:")
    number = 0
    for title, items in _sorts(reminder):
        lines += ["", *folded(f"{title} ({len(items)})")]
        for item, said in items:
            number += 1
            lines += _item(number, item, said)
    return "\n".join([*lines, "", *folded(_closing(reminder))])


def folded(text: str, first: str = "", hanging: str = "") -> Iterator[str]:
    """Yield a text as lines of at most `WIDTH` characters; those after the first hang in.

    No line begins with a sign that a spreadsheet takes for a formula: it stays with the word before
    it. What can't be seen is left out.
    """
    line, empty = first, True
    for piece in _pieces(text):
        joined = f"{line}{piece}" if empty else f"{line} {piece}"
        if len(joined) > WIDTH and not empty:
            yield line
            # What is all signs can't be kept from beginning with one.
            joined = f"{hanging or ' ' * (piece[0] in _SIGNS)}{piece}"
        line, empty = joined, False
    yield line


def _pieces(text: str) -> Iterator[str]:
    """Yield what must stay on one line: words, with a sign that follows them; long ones cut."""
    room = WIDTH - len(_HANGING) - 3
    pieces: list[str] = []
    for word in "".join(c if c.isprintable() else " " for c in text).split():
        if pieces and word[0] in _SIGNS and len(pieces[-1]) + len(word) < room:
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
    for piece in pieces:
        yield from _cut(piece, room)


def _cut(piece: str, room: int) -> Iterator[str]:
    while len(piece) > room:
        end = room
        while end > 1 and piece[end] in _SIGNS:
            end -= 1
        yield piece[:end]
        piece = piece[end:]
    yield piece


def _sorts(reminder: Reminder) -> Iterator[tuple[str, list[tuple[Item, str]]]]:
    until = vietnamese_date(reminder.until)
    rows: tuple[tuple[str, Iterable[Item]], ...] = (
        ("QUÁ HẠN", reminder.late),
        (f"SẮP ĐẾN HẠN, đến hết {until}", reminder.soon),
        ("ĐÃ XONG NHƯNG CHƯA CÓ VĂN BẢN", reminder.unproved),
    )
    for title, items in rows:
        if told := [(item, _said(reminder, item)) for item in items]:
            yield title, told


def _said(reminder: Reminder, item: Item) -> str:
    standing = item.standing
    note = f"; đã ghi: {brief(standing.note, _CONTENT)}" if standing.note else ""
    if item.open:
        return f"{still_open(standing, time_left(standing.due, reminder.day))}{note}"
    return (
        f"hoàn thành ngày {vietnamese_date(standing.done_on)}, cần số, ký hiệu, ngày văn bản{note}"
    )


def _item(number: int, item: Item, said: str) -> Iterator[str]:
    action = milestone_name(item)
    about = f"{brief(item.content, _CONTENT)}{f': {action}' if action else ''}"
    which = f" ({item.task.id})" if item.task else ""
    yield from folded(f"{about}{which}", f"{number}. ", _HANGING)
    yield from folded(said[:1].upper() + said[1:], _HANGING, _HANGING)


def _nothing(reminder: Reminder) -> str:
    return (
        f"Không có việc quá hạn, không có việc đến hạn trong {reminder.within} ngày tới, không"
        " thiếu văn bản chứng minh."
    )


def _closing(reminder: Reminder) -> str:
    gathers = collector(reminder.plan, reminder)
    other = gathers if gathers != reminder.code else None
    to = reminder.plan.units[other].name if other else reminder.plan.agency.in_sentence
    return f"Xong việc nào, xin báo {to} kèm số, ký hiệu, ngày văn bản."


_SIGNS = "=+-@"

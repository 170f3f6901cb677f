"""A reminder as plain text, to paste into a chat or an e-mail: no markup, no broken lines.

A phone folds a long line itself; one that was folded before reads as a flight of stairs.
"""

from collections.abc import Iterable, Iterator

from cchc.dates import day_and_month, vietnamese_date
from cchc.documents.fields import brief, leaders, named_plan
from cchc.documents.reminder import collector
from cchc.documents.report import still_open
from cchc.progress.reminders import Reminder
from cchc.progress.words import milestone_name, time_left
from cchc.progress.worklist import Item

_CONTENT = 110
"""Characters of a task's content."""


def message(reminder: Reminder) -> str:
    """Return the reminder of one office; one that has nothing to do is told so."""
    plan, day = reminder.plan, vietnamese_date(reminder.day)
    lines = [f"Kính gửi {reminder.unit.in_print}, ngày {day}."]
    if reminder.empty:
        return "\n".join(map(_one_line, [*lines, _nothing(reminder)]))
    lines.append(f"{plan.agency.in_sentence} nhắc việc theo {named_plan(plan)}:")
    number = 0
    for title, items in _sorts(reminder):
        lines += ["", f"{title} ({len(items)})"]
        for item, said in items:
            number += 1
            lines += _item(number, item, said)
    return "\n".join(map(_one_line, [*lines, "", _closing(reminder)]))


def _one_line(text: str) -> str:
    """Return a line as a chat takes it: what can't be seen is left out, the indent stays."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    indent = " " * (len(shown) - len(shown.lstrip(" ")))
    return indent + " ".join(shown.split())


def _sorts(reminder: Reminder) -> Iterator[tuple[str, list[tuple[Item, str]]]]:
    rows: tuple[tuple[str, Iterable[Item]], ...] = (
        ("QUÁ HẠN", reminder.late),
        *_coming(reminder),
        ("ĐÃ XONG NHƯNG CHƯA CÓ VĂN BẢN", reminder.unproved),
    )
    for title, items in rows:
        if remarks := [(item, _said(reminder, item)) for item in items]:
            yield title, remarks


def _coming(reminder: Reminder) -> Iterator[tuple[str, Iterable[Item]]]:
    """Yield what is due soon: by weeks in a weekly digest, else in one list."""
    if not reminder.weeks:
        yield f"SẮP ĐẾN HẠN, đến hết {vietnamese_date(reminder.until)}", reminder.soon
        return
    for name, week in zip(("TUẦN NÀY", "TUẦN SAU"), reminder.weeks, strict=True):
        days = f"{day_and_month(week.start)} - {day_and_month(week.end)}"
        yield f"{name} ({days})", [i for i in reminder.soon if i.status.due in week]


def _said(reminder: Reminder, item: Item) -> str:
    status = item.status
    remarks = status.remarks.words
    note = f"; {brief(remarks, _CONTENT)}" if remarks else ""
    note += _shared(reminder, item)
    if item.open:
        return f"{still_open(status, time_left(status.due, reminder.day))}{note}"
    return f"hoàn thành ngày {vietnamese_date(status.done_on)}, cần số, ký hiệu, ngày văn bản{note}"


def _item(number: int, item: Item, said: str) -> Iterator[str]:
    action = milestone_name(item)
    about = f"{brief(item.content, _CONTENT)}{f': {action}' if action else ''}"
    which = f" ({item.task.id})" if item.task else ""
    begin = f"{number}. "
    yield f"{begin}{about}{which}"
    yield f"{' ' * len(begin)}{said[:1].upper()}{said[1:]}"


def _shared(reminder: Reminder, item: Item) -> str:
    """Return who leads it, where the office doesn't lead it alone."""
    alone = item.lead.codes == (reminder.code,)
    return "" if alone else f"; cùng chủ trì: {leaders(reminder.plan, item)}"


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

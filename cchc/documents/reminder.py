"""The variables of a công văn đôn đốc: letterhead, addressees, and what each is reminded of."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cchc.dates import vietnamese_date
from cchc.documents.fields import Fields, issuer, letter_fields, named_plan, properties
from cchc.documents.report import as_it_stands, rows
from cchc.documents.templates import find_template
from cchc.plan.lookup import acting_units
from cchc.plan.schedule import Schedule
from cchc.progress.reminders import Reminder
from cchc.progress.worklist import Item
from cchc.timing.holidays import day_off

if TYPE_CHECKING:
    from cchc.documents.render import Tell


def letter_of(reminders: Sequence[Reminder], answer_by: date | None = None) -> Fields:
    """Return the variables of one letter to the offices of the reminders.

    Without `answer_by` they are to answer within five working days.
    """
    plan, day = reminders[0].plan, reminders[0].day
    office = collector(plan, reminders[0])
    symbol = "-".join(part for part in (issuer(plan), office.upper()) if part)
    several = len(reminders) > 1
    answer = vietnamese_date(answer_by or working_days_after(day, ANSWER))
    return letter_fields(plan, symbol, day) | {
        "ve_viec": subject(plan),
        "ngay_xet": vietnamese_date(day),
        "tra_loi": answer,
        "mo_dau": _opening(reminders),
        "don_vi": [_office(r, n if several else 0) for n, r in enumerate(reminders, 1)],
        "ket": _closing(reminders, answer),
        "noi_nhan": ["Như trên", _archive(plan)],
    }


ANSWER = 5
"""Working days to answer in."""


def working_days_after(day: date, count: int) -> date:
    """Return the last of so many days after a day on which offices work."""
    while count:
        day += timedelta(days=1)
        count -= day_off(day) is None
    return day


def subject(plan: Schedule) -> str:
    """Return what the letter is about: "V/v đôn đốc thực hiện Kế hoạch …"."""
    of = plan.subject[:1].lower() + plan.subject[1:]
    return f"V/v đôn đốc thực hiện {plan.kind.capitalize()} {of}"


def collector(plan: Schedule, reminder: Reminder) -> str:
    """Return the code of the office that gathers the reports on the day, "" if none is named."""
    codes = (code for entry in plan.reporting for code in entry.lead.codes if code in plan.units)
    return next(iter(acting_units(plan, codes, reminder.day)), "")


def _opening(reminders: Sequence[Reminder]) -> str:
    plan, day = reminders[0].plan, reminders[0].day
    whom = "các đơn vị" if len(reminders) > 1 else reminders[0].unit.in_print
    return (
        f"Thực hiện {named_plan(plan)}, qua theo dõi đến ngày {vietnamese_date(day)},"
        f" {plan.agency.in_sentence} đề nghị {whom} tập trung thực hiện các nhiệm vụ sau (mã trong"
        " ngoặc là nhóm và số thứ tự trong Phụ lục Kế hoạch):"
    )


def _closing(reminders: Sequence[Reminder], answer: str) -> str:
    plan = reminders[0].plan
    gathers = collector(plan, reminders[0])
    itself = [reminder.code for reminder in reminders] == [gathers]
    to = plan.units[gathers].in_print if gathers and not itself else plan.agency.in_sentence
    whom = "các đơn vị" if len(reminders) > 1 else reminders[0].unit.in_print
    return (
        f"Đề nghị {whom} khẩn trương thực hiện, báo cáo kết quả kèm số, ký hiệu, ngày của văn bản"
        f" (việc chưa xong thì nêu nguyên nhân, thời gian hoàn thành) về {to} chậm nhất ngày"
        f" {answer} để tổng hợp./."
    )


def _office(reminder: Reminder, number: int) -> Fields:
    """Return an office with its items; with a number it has a heading of its own."""
    name = reminder.unit.in_print
    return {
        "ma": reminder.code,
        "ten": name,
        "de_muc": f"{number}. {name}" if number else "",
        "loai": _sorts(reminder),
    }


def _sorts(reminder: Reminder) -> list[Fields]:
    """Return the rows of an office by kind, numbered through."""
    kinds: tuple[tuple[str, Sequence[Item], Callable[[Item], str]], ...] = (
        ("Nhiệm vụ quá hạn", reminder.late, lambda item: f"{item.status.days_late}\u00a0ngày"),
        (
            f"Nhiệm vụ đến hạn đến hết ngày {vietnamese_date(reminder.until)}",
            reminder.soon,
            lambda item: _left(item, reminder.day),
        ),
        ("Đã hoàn thành, chưa có văn bản", reminder.unproved, lambda _: "Thiếu văn bản"),
    )
    number, sections = 0, []
    for title, items, late in kinds:
        table = rows(items, as_it_stands, plan=reminder.plan, most=100)
        for row, item in zip(table, items, strict=True):
            number += 1
            row |= {"tt": str(number), "qua_han": late(item)}
        if table:
            sections.append({"tieu_de": title, "viec": table})
    return cast("list[Fields]", sections)


def _left(item: Item, day: date) -> str:
    left = (item.status.due - day).days if item.status.due else 0
    return f"Còn {left}\u00a0ngày" if left else "Hôm nay"


def _archive(plan: Schedule) -> str:
    last = plan.recipients[-1] if plan.recipients else ""
    return last if last.startswith("Lưu") else "Lưu: VT"


# Reminders: what an office has to be told, as a message to paste and as a công văn đôn đốc.

TEMPLATE = "cong-van-don-doc.docx"


def render_letter(
    reminders: Sequence[Reminder],
    plan_path: Path,
    template: Path | None = None,
    *,
    answer_by: date | None = None,
    tell: "Tell" = len,
) -> bytes:
    """Return one công văn to the offices of the reminders, at least one: same input, same bytes.

    Without `template` it is the office's own cong-van-don-doc.docx, else the built-in one. Raises
    `Missing`, `RefusedFile`, or what is wrong in the template.
    """
    plan, day = reminders[0].plan, reminders[0].day
    found = find_template(plan_path, template, TEMPLATE)
    from cchc.documents.render import render

    return render(
        found, letter_of(reminders, answer_by), properties(plan, subject(plan), day), tell
    )

"""The variables of a công văn đôn đốc: letterhead, addressees, and what each is reminded of."""

from collections.abc import Sequence
from pathlib import Path

from cchc.documents.fields import Fields, issuer, letter_fields, named_plan, properties
from cchc.documents.render import Tell, render
from cchc.documents.report import done, still_open, tasks
from cchc.documents.templates import find_template
from cchc.plan.lookup import acting_units
from cchc.plan.models import Plan
from cchc.progress.reminders import Reminder
from cchc.text import roman


def letter_of(reminders: Sequence[Reminder]) -> Fields:
    """Return the variables of one letter to the offices of the reminders."""
    plan, day = reminders[0].plan, reminders[0].day
    office = collector(plan, reminders[0])
    symbol = "-".join(part for part in (issuer(plan), office.upper()) if part)
    several = len(reminders) > 1
    return letter_fields(plan, symbol, day) | {
        "ve_viec": subject(plan),
        "ngay_xet": f"{day:%d/%m/%Y}",
        "mo_dau": _opening(reminders),
        "don_vi": [_office(r, n if several else 0) for n, r in enumerate(reminders, 1)],
        "ket": _closing(reminders),
        "noi_nhan": ["Như trên", _archive(plan)],
    }


def subject(plan: Plan) -> str:
    """Return what the letter is about: "V/v đôn đốc thực hiện Kế hoạch …"."""
    of = plan.subject[:1].lower() + plan.subject[1:]
    return f"V/v đôn đốc thực hiện {plan.kind.capitalize()} {of}"


def collector(plan: Plan, reminder: Reminder) -> str:
    """Return the code of the office that gathers the reports on the day, "" if none is named."""
    codes = (code for entry in plan.reporting for code in entry.lead.codes if code in plan.units)
    return next(iter(acting_units(plan, codes, reminder.day)), "")


def _opening(reminders: Sequence[Reminder]) -> str:
    plan, day = reminders[0].plan, reminders[0].day
    whom = "các đơn vị" if len(reminders) > 1 else reminders[0].unit.in_print
    return (
        f"Thực hiện {named_plan(plan)}, qua theo dõi đến ngày {day:%d/%m/%Y},"
        f" {plan.agency.in_sentence} đề nghị {whom} tập trung thực hiện các nhiệm vụ sau (số trong"
        " ngoặc là nhóm và số thứ tự của nhiệm vụ trong Phụ lục Kế hoạch):"
    )


def _closing(reminders: Sequence[Reminder]) -> str:
    plan = reminders[0].plan
    gathers = collector(plan, reminders[0])
    itself = [reminder.code for reminder in reminders] == [gathers]
    to = plan.units[gathers].in_print if gathers and not itself else plan.agency.in_sentence
    whom = "các đơn vị" if len(reminders) > 1 else reminders[0].unit.in_print
    return f"Đề nghị {whom} khẩn trương thực hiện và báo cáo kết quả về {to} để tổng hợp./."


def _office(reminder: Reminder, number: int) -> Fields:
    """Return an office with its items; with a number it has a heading of its own."""
    name = reminder.unit.in_print
    return {
        "ma": reminder.code,
        "ten": name,
        "de_muc": f"{roman(number)}. {name.upper()}" if number else "",
        "loai": _sorts(reminder),
    }


def _sorts(reminder: Reminder) -> list[Fields]:
    day, until = (f"{d:%d/%m/%Y}" for d in (reminder.day, reminder.until))
    parts = (
        ("Nhiệm vụ quá hạn", tasks(reminder.plan, reminder.late, still_open, noted=_NOTED)),
        (f"Nhiệm vụ đến hạn từ ngày {day} đến hết ngày {until}",
         tasks(reminder.plan, reminder.soon, still_open, noted=_NOTED)),
        ("Nhiệm vụ đã hoàn thành nhưng chưa có văn bản chứng minh",
         tasks(reminder.plan, reminder.unproved, done)),
    )  # fmt: skip
    shown = [(title, lines) for title, lines in parts if lines]
    return [
        {"de_muc": f"{number}. {title}", "tieu_de": title, "viec": lines}
        for number, (title, lines) in enumerate(shown, 1)
    ]


def _archive(plan: Plan) -> str:
    last = plan.recipients[-1] if plan.recipients else ""
    return last if last.startswith("Lưu") else "Lưu: VT"


_NOTED = "đã ghi"
"""Before what the ledger notes, which the office itself may have said."""


# Reminders: what an office has to be told, as a message to paste and as a công văn đôn đốc.

TEMPLATE = "cong-van-don-doc.docx"


def render_letter(
    reminders: Sequence[Reminder],
    plan_path: Path,
    template: Path | None = None,
    *,
    tell: Tell = len,
) -> bytes:
    """Return one công văn to the offices of the reminders, at least one: same input, same bytes.

    Without `template` it is the office's own cong-van-don-doc.docx, else the built-in one. Raises
    `Missing`, `RefusedFile`, or what is wrong in the template.
    """
    plan, day = reminders[0].plan, reminders[0].day
    found = find_template(plan_path, template, TEMPLATE)
    return render(found, letter_of(reminders), properties(plan, subject(plan), day), tell)

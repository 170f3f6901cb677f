"""A task's whole story: its columns, its milestones as they stand, and what was recorded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cchc.dates import vietnamese_date
from cchc.plan.lookup import acting_units, followed, printed_offices
from cchc.plan.schedule import Schedule, Task
from cchc.progress.ledger import REPORTS, Entry, Event
from cchc.progress.state import Happening, State
from cchc.progress.words import KINDS, done_words, event_words, status_words
from cchc.progress.worklist import Item
from cchc.references import Evidence, parse
from cchc.timing import Kind, Milestone, Reading
from cchc.views.formats import item_records
from cchc.views.table import dumps
from cchc.views.words import day_with_weekday

Value = str | int | list[str] | dict[str, str] | None


@dataclass(frozen=True, slots=True)
class NumberedEntry:
    """An entry with its number in its task and what it came to: nothing, if it was withdrawn."""

    number: int
    happening: Happening
    withdrawn: bool = False

    @property
    def entry(self) -> Entry:
        """Return the entry."""
        return self.happening.entry


def entry_fields(numbered: NumberedEntry) -> dict[str, Value]:
    """Return an entry for a program: what it says, and what it came to; dates are ISO.

    `milestones` are those it touched, `due_before` is the due date that an extension moved.
    """
    happening, entry = numbered.happening, numbered.entry
    evidence = parse(entry.document or "")
    before = _due_before(happening)
    return {
        "number": numbered.number,
        "day": entry.day.isoformat(),
        "milestone": entry.milestone,
        "milestones": [before.milestone.key for before in happening.about],
        "deed": entry.event.value,
        "document": entry.document,
        "evidence": _evidence_fields(evidence) if evidence else None,
        "file": entry.file,
        "sha256": entry.sha256,
        "due_before": before,
        "until": entry.until.isoformat() if entry.until else None,
        "days_late": happening.days_late,
        "result": entry.result,
        "difficulty": entry.difficulty,
        "proposal": entry.proposal,
        "note": entry.note,
        "withdrawn": numbered.withdrawn,
    }


def entry_words(happening: Happening) -> str:
    """Return an entry in words: "gia hạn 2025-Q1: hạn cũ … → hạn mới … theo …"."""
    said = "; ".join(_said(happening))
    return f"{_event(happening)}{f': {said}' if said else ''}"


def _event(happening: Happening) -> str:
    entry = happening.entry
    event = "gia hạn" if entry.event is Event.EXTEND else event_words(entry)
    keys = [before.milestone.key for before in happening.about]
    if not keys and entry.milestone:
        return f"{event} {entry.milestone} (không có mốc nào như vậy)"
    if not keys:
        return f"{event} (không mốc nào đổi)"
    late = f", trễ {happening.days_late} ngày" if happening.days_late else ""
    late += " (đã đóng trước đó)" if happening.again else ""
    shown = ", ".join(keys[:6]) + (f" và {len(keys) - 6} mốc khác" if len(keys) > 6 else "")
    return f"{event} {shown}{late}"


def _said(happening: Happening) -> Iterator[str]:
    entry = happening.entry
    if entry.until:
        due = happening.about[0].due if happening.about else None
        old = f"hạn cũ {vietnamese_date(due)} → " if due else ""
        by = f" theo {entry.document}" if entry.document else ""
        yield f"{old}hạn mới {vietnamese_date(entry.until)}{by}"
    elif entry.document:
        yield entry.document
    if entry.result:
        yield f"kết quả: {entry.result}"
    if entry.difficulty:
        yield f"khó khăn: {entry.difficulty}"
    if entry.proposal:
        yield f"kiến nghị: {entry.proposal}"
    if entry.note:
        yield entry.note
    if entry.file:
        yield f"tệp {entry.file}"


def _plain_entry(entry: Entry) -> str:
    said = (f"{event_words(entry)} {entry.milestone or ''}".rstrip(), entry.document, entry.note)
    return ": ".join(part for part in said if part)


def _due_before(happening: Happening) -> str | None:
    due = happening.about[0].due if happening.entry.until and happening.about else None
    return due.isoformat() if due else None


def _evidence_fields(evidence: Evidence) -> dict[str, str]:
    return {
        "kind": evidence.kind,
        "number": evidence.number,
        "symbol": evidence.symbol,
        "date": evidence.day.isoformat(),
    }


# A task's whole story: its columns, its milestones as they stand, and what was recorded.


@dataclass(frozen=True, slots=True)
class Story:
    """A task of a plan, its milestones as they stand on a day, and what happened until then.

    `task` is None for the plan's own reports; `entries` are by day, those that were withdrawn and
    the withdrawals among them; `later` counts those of days to come.
    """

    plan: Schedule
    task: Task | None
    items: Sequence[Item]
    entries: Sequence[NumberedEntry]
    later: int
    day: date


def story_json(story: Story) -> str:
    """Return the story as a JSON object: the columns, the milestones as items, the entries."""
    task = story.task
    return dumps(
        {
            "task": task.id if task else None,
            "group": task.group if task else None,
            "number": task.number if task else None,
            "content": task.content if task else _REPORTS_TITLE,
            "lead": list(task.lead.codes) if task else [],
            "support": list(task.support.codes) if task else [],
            "acting": list(acting_units(story.plan, task.lead.codes, story.day)) if task else [],
            "products": list(task.products) if task else [],
            "timing": task.timing if task else None,
            "note": task.note if task else None,
            "milestones": [
                fields | {"reason": _why(item) or None}
                for fields, item in zip(item_records(story.items), story.items, strict=True)
            ],
            "entries": [entry_fields(numbered) for numbered in story.entries],
        }
    )


def print_story(story: Story, console: Console) -> None:
    """Print the story, the columns under their names."""
    if story.task:
        _print_columns(story.plan, story.task, story.day, console)
    else:
        console.print(Text(f"{REPORTS}  ({_REPORTS_TITLE})", style="bold"))
    console.print(Text("\nCác mốc", style="bold"))
    milestones = _grid(max(len(item.milestone.key) for item in story.items))
    last = ""
    for item in story.items:
        words, why = Text(_milestone(item, story.day)), _why(item)
        # What recurs has one reason for all of its days.
        if why != last:
            words.append(f"\nvì: {why}" if why else "", style="dim")
        last = why
        milestones.add_row(Text(item.milestone.key), words)
    console.print(milestones)
    console.print(Text("\nSổ theo dõi", style="bold"))
    _print_entries(story, console)


_REPORTS_TITLE = "báo cáo định kỳ của kế hoạch"


def _print_columns(plan: Schedule, task: Task, day: date, console: Console) -> None:
    console.print(Text(f"{task.id}  ({plan.headings[task.group]})", style="bold"))
    columns = _grid(9)
    for name, value in _columns(plan, task, day):
        columns.add_row(Text(name, style="dim"), Text(value))
    console.print(columns)


def _print_entries(story: Story, console: Console) -> None:
    entries = Table.grid(padding=(0, 2, 0, 0))
    entries.add_column(no_wrap=True, justify="right")
    entries.add_column(width=10, no_wrap=True)
    entries.add_column(overflow="fold")
    numbers = {numbered.entry.wording: numbered.number for numbered in story.entries}
    for numbered in story.entries:
        entry, words = numbered.entry, Text()
        if entry.event is Event.WITHDRAW:
            number = numbers.get(entry.withdrawn or "")
            words.append(f"rút lại mục {number}" if number else "rút lại một mục")
            words.append(f": {entry.note}" if entry.note else "")
        elif numbered.withdrawn:
            words.append(_plain_entry(entry))
        else:
            words.append(entry_words(numbered.happening))
        if numbered.withdrawn:
            words.stylize("strike dim")
            words.append(" (đã rút lại)")
        entries.add_row(Text(str(numbered.number)), Text(vietnamese_date(entry.day)), words)
    console.print(entries if story.entries else Text("chưa ghi lần nào"))
    if story.later:
        after = f"(còn {story.later} mục của những ngày sau {vietnamese_date(story.day)})"
        console.print(Text(after, style="dim"))


def _grid(width: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _columns(plan: Schedule, task: Task, day: date) -> Iterator[tuple[str, str]]:
    yield "Nội dung", task.content or ""
    for name, offices in (("Chủ trì", task.lead), ("Phối hợp", task.support)):
        now = filter(None, (followed(plan, code, day) for code in offices.codes))
        yield name, "\n".join([printed_offices(plan, offices), *(f"(nay do {one})" for one in now)])
    yield "Sản phẩm", "\n".join(task.products)
    yield "Thời gian", task.timing or ""
    if task.note:
        yield "Ghi chú", task.note


def _milestone(item: Item, day: date) -> str:
    status = item.status
    by = f"theo {status.document}" if status.document else ""
    parts = (item.milestone.action, _due(item), _state(item, day), by)
    return "; ".join(part for part in parts if part)


def _why(item: Item) -> str:
    """Return why the wording comes to this day, and where the calendar bent it."""
    return "; ".join(part for part in (item.milestone.reason, item.milestone.bent) if part)


def _due(item: Item) -> str:
    status, promised = item.status, item.milestone.due
    if not status.due:
        return ""
    moved = status.due != promised and promised
    was = f" (gia hạn, hạn cũ {vietnamese_date(promised)})" if moved and promised else ""
    return f"hạn {day_with_weekday(status.due)}{was}"


def _state(item: Item, day: date) -> str:
    status = item.status
    if status.state is not State.DONE or not status.done_on:
        return status_words(status, day)
    return done_words(status)


# How a phrase was read, for a person and for a program.


def reading_json(reading: Reading) -> str:
    """Return the reading as a JSON object (DESIGN, section 7); recurring work lists each time."""
    return dumps(
        {
            "phrase": reading.phrase,
            "understood": reading.understood,
            "milestones": [_fields(milestone) for milestone in reading.milestones],
            "unread": [span.text for span in reading.unread],
            "hint": reading.hint or None,
        }
    )


def reading_words(reading: Reading) -> str:
    """Return the reading in Vietnamese, a line a milestone."""
    lines = [line for milestones in _of_one_time(reading) for line in _described(milestones)]
    lines += [f'chưa hiểu: "{span.text}"' for span in reading.unread]
    lines += ["ngày âm lịch mỗi năm một khác: hãy ghi ngày dương lịch"] if reading.lunar else []
    lines += [f'có phải: "{reading.hint}"?'] if reading.hint else []
    if not lines:
        lines.append("không thấy thời hạn nào trong câu này")
    if not reading.understood and not reading.hint:
        lines.append("các cách viết đọc được: cchc explain thoi-gian")
    return "\n".join(lines)


FORMS: dict[str, Callable[[Reading], str]] = {"table": reading_words, "json": reading_json}


def _fields(milestone: Milestone) -> dict[str, str | None]:
    return {
        "kind": milestone.kind.value,
        "start": milestone.start.isoformat() if milestone.start else None,
        "due": milestone.due.isoformat() if milestone.due else None,
        "action": milestone.action,
        "key": milestone.key,
        "reason": milestone.reason,
        "bent": milestone.bent or None,
    }


def _of_one_time(reading: Reading) -> list[list[Milestone]]:
    """Return the milestones in groups: the occurrences of one time in the phrase together."""
    groups: list[list[Milestone]] = []
    for milestone in reading.milestones:
        if groups and groups[-1][0].span == milestone.span:
            groups[-1].append(milestone)
        else:
            groups.append([milestone])
    return groups


def _described(milestones: list[Milestone]) -> list[str]:
    reasons = dict.fromkeys(each.reason for each in milestones)
    lines = [_line(each) for each in milestones]
    lines += [f"  vì: {each.bent} → {vietnamese_date(each.due)}" for each in milestones
              if each.bent and each.due]  # fmt: skip
    return [*lines, f"  vì: {next(iter(reasons))}"] if len(reasons) == 1 else [
        *lines, *(f"  vì: {reason}" for reason in reasons)]  # fmt: skip


def _line(milestone: Milestone) -> str:
    action = f": {milestone.action}" if milestone.action else ""
    return f"{KINDS[milestone.kind]:<14} {_days(milestone):<28}{action}".rstrip()


def _days(milestone: Milestone) -> str:
    start, due = milestone.start, milestone.due
    if due and start:
        return f"{vietnamese_date(start)} – {vietnamese_date(due)}"
    if due:
        return f"hạn cuối {vietnamese_date(due)}"
    if milestone.kind is Kind.REPORT:
        return "theo chế độ báo cáo"
    return f"từ {vietnamese_date(start)}" if start else "không có hạn"

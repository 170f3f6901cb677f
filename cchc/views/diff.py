"""Changes as lines for a reader: in parts, with what belongs together in one line."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cchc.dates import vietnamese_date
from cchc.history.changes import Change, ChangeKind, Value
from cchc.history.git import Commit
from cchc.history.task_log import Step, TaskLog
from cchc.history.wording import word_changes
from cchc.plan.models import Task
from cchc.progress.ledger import REPORTS, Entry
from cchc.text import on_one_line
from cchc.views.diff_words import PLAIN, TextPen, change_words
from cchc.views.table import dumps, escaped
from cchc.views.words import FIELDS, shortened

TASKS = "Nhiệm vụ"
MANY = 3
"""Changes of one kind that are told one by one; of more, the others are counted."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What it is about ("" where the words say it), what happened, and whether it is flagged."""

    subject: str
    words: str
    flagged: bool = False
    struck: bool = False


def part_of(change: Change) -> str:
    """Return the part of the plan that a change is about."""
    if change.subject == REPORTS and change.kind not in _OF_LEDGER:
        return _PARTS["report"]
    return _PARTS.get(change.kind.split("_")[0], TASKS)


def lines_by_part(
    changes: Iterable[Change], pen: TextPen = PLAIN
) -> list[tuple[str, list[ChangeLine]]]:
    """Return the lines of each part that changed, in the order a reader wants them."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(part_of(change), []).append(change)
    return [(part, lines(found[part], pen)) for part in _ORDER if part in found]


def lines(changes: Sequence[Change], pen: TextPen = PLAIN) -> list[ChangeLine]:
    """Return a line a change, but one for what happened to many tasks alike."""
    bundles: dict[Hashable, list[Change]] = {}
    for place, change in enumerate(changes):
        together = _bundle(change)
        bundles.setdefault(place if together is None else together, []).append(change)
    return [line for bundle in bundles.values() for line in _bundled(bundle, pen)]


def line(change: Change, pen: TextPen = PLAIN) -> ChangeLine:
    """Return the line of one change."""
    subject = FIELDS.get(change.subject, change.subject)
    flagged = change.flag is not None
    return ChangeLine(pen.text(subject), change_words(change, pen), flagged, change.withdrawn)


def _bundle(change: Change) -> Hashable | None:
    if change.kind is ChangeKind.TASK_RENUMBERED:
        return change.kind
    if _follows_calendar(change):
        return (change.milestone, change.old, change.new)
    if change.kind in _OF_DEADLINES:
        return (change.subject, change.kind, change.flag)
    return None


def _bundled(bundle: list[Change], pen: TextPen) -> Iterator[ChangeLine]:
    first, *others = bundle
    if others and _follows_calendar(first):
        yield _same_for_all(bundle, pen)
    elif first.kind is ChangeKind.TASK_RENUMBERED and len(bundle) > MANY:
        said = ", ".join(f"{change.old} → {change.new}" for change in bundle)
        yield ChangeLine("", f"đánh số lại {len(bundle)} nhiệm vụ: {said}")
    elif len(bundle) > MANY + 1:
        yield from (line(change, pen) for change in bundle[:MANY])
        yield ChangeLine(
            first.subject, f"… và {len(bundle) - MANY} mốc khác", first.flag is not None
        )
    else:
        yield from (line(change, pen) for change in bundle)


def _same_for_all(bundle: list[Change], pen: TextPen) -> ChangeLine:
    telling = next((change for change in bundle if change.flag), bundle[0])
    tasks = ", ".join(change.subject for change in bundle)
    return ChangeLine("", f"{tasks}: {change_words(telling, pen)}", telling.flag is not None)


def _follows_calendar(change: Change) -> bool:
    moved = change.kind is ChangeKind.DEADLINE_MOVED and change.field == "reporting"
    return moved and change.subject != REPORTS


_OF_DEADLINES = frozenset(
    {ChangeKind.DEADLINE_MOVED, ChangeKind.DEADLINE_ADDED, ChangeKind.DEADLINE_REMOVED}
)
_OF_LEDGER = frozenset(kind for kind in ChangeKind if kind.startswith("entry_"))
_PARTS = {
    "group": "Nhóm nhiệm vụ",
    "entry": "Sổ theo dõi",
    "report": "Chế độ báo cáo",
    "section": "Phần lời",
    "unit": "Đơn vị",
    "head": "Thể thức",
}
_ORDER = (TASKS, *_PARTS.values())


# What `cchc diff` has found: the common form that its views show.


@dataclass(frozen=True, slots=True)
class Difference:
    """Two editions by their names, the day they are judged on, and what changed between them.

    `only_form`: the files differ, in nothing that is said.
    """

    old: str
    new: str
    day: date
    changes: tuple[Change, ...]
    only_form: bool = False

    @property
    def flagged(self) -> tuple[Change, ...]:
        """Return the changes that somebody must look at."""
        return tuple(change for change in self.changes if change.flag)

    @property
    def summary(self) -> str:
        """Return the sums in one sentence."""
        if not self.changes:
            form = " (chỉ khác chú thích, cách trình bày)" if self.only_form else ""
            return f"Nội dung không đổi{form}."
        return f"{', '.join(f'{count} {words}' for words, count in self._counts() if count)}."

    def _counts(self) -> Iterator[tuple[str, int]]:
        added, removed = (
            self._subjects(ChangeKind.TASK_ADDED),
            self._subjects(ChangeKind.TASK_REMOVED),
        )
        tasks = {c.subject for c in self.changes if part_of(c) == TASKS}
        rest = [
            c for c in self.changes if part_of(c) != TASKS and c.kind is not ChangeKind.ENTRY_ADDED
        ]
        yield "nhiệm vụ thêm", len(added)
        yield "nhiệm vụ bỏ", len(removed)
        yield "nhiệm vụ thay đổi", len(tasks - added - removed)
        yield "mục sổ mới", sum(c.kind is ChangeKind.ENTRY_ADDED for c in self.changes)
        yield "thay đổi khác", len(rest)
        yield "điểm phải xem lại", len(self.flagged)

    def _subjects(self, kind: ChangeKind) -> set[str]:
        return {change.subject for change in self.changes if change.kind is kind}


# Changes as JSON, for programs: English fields, ISO dates, ids and codes as in the plan.


def changes_json(found: Difference) -> str:
    """Return what changed as a JSON object; `flags` counts the changes to be looked at."""
    return dumps(
        {
            "old": found.old,
            "new": found.new,
            "as_of": found.day.isoformat(),
            "flags": len(found.flagged),
            "changes": [change_fields(change) for change in found.changes],
        }
    )


def change_fields(change: Change, pen: TextPen = PLAIN) -> dict[str, object]:
    """Return one change's fields; `message` is the sentence people read, in a pen's words."""
    return {
        "kind": change.kind.value,
        "task": change.task,
        "subject": change.subject,
        "field": change.field or None,
        "old": _value(change.old, pen),
        "new": _value(change.new, pen),
        "words": changed_words(change.old, change.new),
        "milestone": change.milestone or None,
        "action": change.action or None,
        "days": change.days or None,
        "days_late": change.days_late or None,
        "flag": change.flag.value if change.flag else None,
        "withdrawn": change.withdrawn,
        "message": change_words(change, pen),
    }


def changed_words(old: Value, new: Value) -> list[dict[str, str]] | None:
    """Return the words that changed, each with what took its place; None for what is no text."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return None
    pieces = (piece for piece in word_changes(old, new) if piece.changed)
    return [{"old": piece.old.strip(), "new": piece.new.strip()} for piece in pieces]


def _value(value: Value, pen: TextPen) -> object:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case Entry():
            return _entry(value) | ({"note": value.note} if pen.notes else {})
        case Task():
            return _task(value)
        case _:
            return value


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "day": entry.day.isoformat(),
        "task": entry.task,
        "milestone": entry.milestone,
        "deed": entry.event.value,
        "document": entry.document,
        "until": entry.until.isoformat() if entry.until else None,
        "result": entry.result,
        "difficulty": entry.difficulty,
        "proposal": entry.proposal,
    }


def _task(task: Task) -> dict[str, object]:
    return {
        "task": task.id,
        "group": task.group,
        "number": task.number,
        "content": task.content,
        "lead": list(task.lead.codes),
        "support": list(task.support.codes),
        "products": list(task.products),
        "timing": task.timing,
        "note": task.note,
    }


# `cchc diff` on the terminal: what must be looked at first, then part by part.

NARROW = 8
"""A subject up to this long stands in a column of its own."""


def print_changes(found: Difference, console: Console) -> None:
    """Print what changed, grouped, and the sums."""
    day = vietnamese_date(found.day)
    console.print(Text(f"{found.old} → {found.new}, xét ngày {day}", style="dim"))
    if found.flagged:
        _print_part(console, "Phải xem lại", lines(found.flagged))
    for heading, part_lines in lines_by_part(found.changes):
        _print_part(console, heading, part_lines)
    console.print(Text(f"\n{found.summary}", style="bold"))


def _print_part(console: Console, heading: str, part_lines: Sequence[ChangeLine]) -> None:
    console.print(Text(f"\n{heading}", style="bold"))
    console.print(Padding(line_table(part_lines), (0, 0, 0, 1)))


def line_table(part_lines: Sequence[ChangeLine]) -> Table:
    """Return the lines with "!" before the flagged ones, and what they are about told once."""
    table = Table.grid(padding=(0, 1, 0, 0))
    short = [f"{line.subject}:" for line in part_lines if 0 < len(line.subject) <= NARROW]
    table.add_column(width=1)
    if short:
        table.add_column(width=max(map(len, short)), no_wrap=True)
    table.add_column(overflow="fold")
    before = ""
    for line in part_lines:
        style = "bold red" if line.flagged else "strike dim" if line.struck else ""
        alone = 0 < len(line.subject) <= NARROW
        subject = f"{line.subject}:" if alone and line.subject != before else ""
        inside = f"{line.subject}: " if line.subject and not alone else ""
        before = line.subject
        cells = ["!" if line.flagged else "", *([subject] if short else []), inside + line.words]
        table.add_row(*(Text(cell, style=style) for cell in cells))
    return table


# `cchc log`: a task's history, for a person and for a program.

KEEPER = replace(PLAIN, notes=True)
"""How who keeps the ledger is told."""

CUT = "Bản sao này bị cắt lịch sử; chạy `git fetch --unshallow` để xem các bản trước nữa."


def print_log(log: TaskLog, console: Console) -> None:
    """Print each commit's day, author, id and reason, and under it what it did to the task."""
    console.print(Text(f"{log.task}  {shortened(log.content, console.width * 2)}", style="bold"))
    for step in log.steps:
        console.print(Text(f"\n{_heading(step.commit)}", style="cyan"))
        console.print(Padding(line_table(_lines(step)), (0, 0, 0, 1)))
    if not log.steps:
        console.print(Text("\nGit không giữ thay đổi nào của nhiệm vụ này."))
    if log.cut:
        console.print(Text(f"\n{CUT}", style="bold"))


def log_json(log: TaskLog) -> str:
    """Return the history as a JSON object, the newest step first.

    `commit` is null for what isn't committed; `cut` says that the clone lacks older commits.
    """
    return dumps(
        {
            "task": log.task,
            "content": log.content,
            "cut": log.cut,
            "steps": [_step_fields(step) for step in log.steps],
        }
    )


def _step_fields(step: Step) -> dict[str, object]:
    commit = step.commit
    return {
        "commit": commit.id if commit else None,
        "author": commit.author if commit else None,
        "date": commit.written.isoformat() if commit else None,
        "subject": commit.subject if commit else None,
        "trouble": step.trouble or None,
        "changes": [_in_its_task(change) for change in step.changes],
    }


def _in_its_task(change: Change) -> dict[str, object]:
    return change_fields(change, KEEPER) | {"number": change.number or None}


def _heading(commit: Commit | None) -> str:
    if commit is None:
        return "Bản đang sửa, chưa ghi vào lịch sử"
    day = vietnamese_date(commit.written.date())
    return on_one_line(f"{day}  {commit.author}  {commit.id[:10]}  {commit.subject}")


def _lines(step: Step) -> list[ChangeLine]:
    said = [replace(line(change, KEEPER), subject="") for change in step.changes]
    return [*said, *([ChangeLine("", on_one_line(step.trouble))] if step.trouble else [])]


# `cchc diff` as a comment on a pull request: nothing in a plan becomes markup, link or mention.

LIMIT = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""


def changes_markdown(found: Difference) -> str:
    """Return what changed as Markdown, cut between lines where a comment would be too long."""
    day = vietnamese_date(found.day)
    out = [f"### Thay đổi của kế hoạch: {_code(found.old)} → {_code(found.new)}", ""]
    out += [f"{escaped(found.summary)} Xét ngày {day}."]
    if found.flagged:
        out += ["", "#### Phải xem lại", "", *map(markdown_item, lines(found.flagged, MARKDOWN))]
    for heading, part_lines in lines_by_part(found.changes, MARKDOWN):
        out += ["", f"#### {heading}", "", *map(markdown_item, part_lines)]
    return "\n".join(within_limit(out, "xem đủ bằng `cchc diff`"))


def _swapped(old: str, new: str) -> str:
    return " ".join(part for part in (old and f"~~{old}~~", new and f"**{new}**") if part)


MARKDOWN = TextPen(escaped, _swapped, "~~{}~~".format)


def markdown_item(line: ChangeLine) -> str:
    """Return a line as an item of a list."""
    subject = f"**{line.subject}:** " if line.subject else ""
    return f"- {'⚠ ' if line.flagged else ''}{subject}{line.words}"


def _code(text: str) -> str:
    return f"`{text.replace('`', '')}`" if text.isprintable() else escaped(repr(text))


def within_limit(out: list[str], way: str) -> list[str]:
    """Return as many lines as a comment takes, then how many are left and the `way` to them."""
    length = 0
    for place, line in enumerate(out):
        length += len(line) + 1
        if length > LIMIT:
            left = sum(line.startswith("- ") for line in out[place:])
            return [*out[:place], "", f"… và {left} dòng nữa; {way}."]
    return out

"""`cchc log`: a task's history, for a person and for a program."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cchc.history.commits import Commit
from cchc.history.task_log import Step, TaskLog
from cchc.views.as_json import dumps
from cchc.views.change_lines import Line, line
from cchc.views.changes_json import change_fields
from cchc.views.changes_text import line_table
from cchc.views.words import shortened, vietnamese_date

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
        "changes": [change_fields(change) for change in step.changes],
    }


def _heading(commit: Commit | None) -> str:
    if commit is None:
        return "Bản đang sửa, chưa commit"
    day = vietnamese_date(commit.written.date())
    return _visible(f"{day}  {commit.author}  {commit.id[:10]}  {commit.subject}")


def _lines(step: Step) -> list[Line]:
    said = [Line("", line(change).words, change.flag is not None) for change in step.changes]
    return [*said, *([Line("", _visible(step.trouble))] if step.trouble else [])]


def _visible(text: str) -> str:
    """Return a text of a commit, in which anything may stand, with nothing that steers a screen."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)

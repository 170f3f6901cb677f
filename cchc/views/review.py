"""`cchc review`: one page a range, for a person, a pull request, a program and a CI service."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cchc.dates import vietnamese_date
from cchc.diagnostics import Problem, Severity
from cchc.history.review import Review, Reviewed
from cchc.views.diff import (
    MARKDOWN,
    ChangeLine,
    change_fields,
    line_table,
    lines,
    lines_by_part,
    markdown_item,
    within_limit,
)
from cchc.views.diff_words import change_words
from cchc.views.problems import Checked, located, problem_fields, problems_text, sentence
from cchc.views.table import dumps, escaped

FLAGS = "Phải xem lại"
SUPPRESSIONS = "Mới bỏ qua quy tắc"


def checked(review: Review, *, strict: bool = False) -> Checked:
    """Return the faults of a review, as `cchc check` has them."""
    found = [problem for file in review.files for problem in file.problems]
    return Checked([file.path for file in review.files], found, strict)


def failed(review: Review, *, strict: bool = False) -> bool:
    """Return whether anything must be looked at or mended before the range is taken."""
    flagged = any(file.flagged for file in review.files)
    return flagged or checked(review, strict=strict).failed


def annotations(review: Review, *, strict: bool = False) -> Checked:
    """Return all that is to be seen beside its line: faults, flags, and rules that are silenced."""
    found = [problem for file in review.files for problem in _annotations(file)]
    return Checked([file.path for file in review.files], found, strict)


def _annotations(file: Reviewed) -> Iterator[Problem]:
    yield from file.problems
    for change in file.flagged:
        path, place = file.place(change)
        rule = change.flag.replace("_", "-") if change.flag else ""
        said = f"{change.subject}: {change_words(change)}"
        yield Problem(path, place, rule, Severity.ERROR, said, "xem lại trước khi nhận")
    yield from file.suppressions


# In words.


def _summary(review: Review) -> str:
    faults = [problem for file in review.files for problem in file.problems]
    errors = sum(problem.severity is Severity.ERROR for problem in faults)
    counts = (
        (len(review.files), "kế hoạch bị động đến"),
        (errors, "lỗi"),
        (len(faults) - errors, "cảnh báo"),
        (sum(len(file.flagged) for file in review.files), "điểm phải xem lại"),
        (sum(len(file.suppressions) for file in review.files), "chỗ mới bỏ qua quy tắc"),
    )
    if not review.files:
        return "Không động đến kế hoạch hay sổ theo dõi nào."
    return f"{', '.join(f'{count} {word}' for count, word in counts)}."


def _notes(review: Review) -> Iterator[str]:
    """Yield what a reader must know before the page is trusted."""
    base, head = review.asked
    if not review.base:
        yield "Không có bản gốc để so: mọi tệp được coi là mới."
    if review.behind:
        yield (
            f"{base} có {review.behind} commit mà {head} chưa có: so với chỗ hai bên tách nhau;"
            f" gộp {base} vào rồi xem lại."
        )
    if review.cut:
        yield "Bản sao này bị cắt lịch sử; `git fetch --unshallow` để xem đủ."


def _heading(file: Reviewed) -> str:
    was, now = file.was, file.now
    name = file.path.as_posix()
    if was is None or was.plan is None:
        tasks = len(list(now.model.tasks)) if now and now.model else 0
        return f"{name} (mới: {tasks} nhiệm vụ)" if now and now.plan else name
    if now is None or now.plan is None:
        return f"{was.plan.path.as_posix()} (đã bỏ)"
    return name if was.name == now.name else f"{name} (trước là {was.plan.path.as_posix()})"


def _asked(review: Review) -> str:
    base, head = review.asked
    start = review.base[:10] or "không có"
    return f"{base} ({start}) → {head} ({review.head[:10]})"


def print_review(review: Review, console: Console) -> None:
    """Print file by file what must be looked at, what is wrong, what is silenced, what changed."""
    day = vietnamese_date(review.day)
    console.print(Text(f"{_asked(review)}, xét ngày {day}", style="dim"))
    for note in _notes(review):
        console.print(Text(note, style="yellow"))
    for file in review.files:
        console.print(Text(f"\n{_heading(file)}", style="bold underline"))
        _print_file(file, console)
    console.print(Text(f"\n{_summary(review)}", style="bold"))


def _print_file(file: Reviewed, console: Console) -> None:
    if file.flagged:
        _print_lines(console, FLAGS, lines(file.flagged))
    if file.problems:
        console.print(Text("\nLỗi và cảnh báo", style="bold"))
        console.print(Text(problems_text(Checked([file.path], file.problems))))
    if file.suppressions:
        said = [ChangeLine("", f"dòng {one.line}: {one.message}") for one in file.suppressions]
        _print_lines(console, SUPPRESSIONS, said)
    for part, found in lines_by_part(file.changes):
        _print_lines(console, part, found)
    if not (file.changes or file.problems or file.suppressions):
        console.print(Text(" Nội dung không đổi, không có lỗi."))


def _print_lines(console: Console, heading: str, found: Sequence[ChangeLine]) -> None:
    console.print(Text(f"\n{heading}", style="bold"))
    console.print(Padding(line_table(found), (0, 0, 0, 1)))


def review_markdown(review: Review) -> str:
    """Return the page for a pull request, cut between lines where a comment would be too long."""
    day = vietnamese_date(review.day)
    out = [f"### Xem xét {escaped(_asked(review))}", "", f"{_summary(review)} Xét ngày {day}."]
    out += [line for note in _notes(review) for line in ("", f"> {escaped(note)}")]
    # Of a page that is cut the beginning stays: first of each file what must be looked at.
    for file in review.files:
        out += ["", f"#### {escaped(_heading(file))}", *_markdown_judged(file)]
    for file in review.files:
        for part, found in lines_by_part(file.changes, MARKDOWN):
            heading = f"##### {escaped(file.path.as_posix())}: {part}"
            out += ["", heading, "", *map(markdown_item, found)]
    return "\n".join(within_limit(out, "xem đủ bằng `cchc review`"))


def _markdown_judged(file: Reviewed) -> Iterator[str]:
    if file.flagged:
        yield from ("", f"**{FLAGS}**", "", *map(markdown_item, lines(file.flagged, MARKDOWN)))
    if file.problems:
        yield from ("", "**Lỗi và cảnh báo**", "")
        for problem in file.problems:
            word = "" if problem.severity is Severity.ERROR else "cảnh báo: "
            where = f"{located(problem)}: {problem.rule}: {word}{sentence(problem)}"
            yield f"- {escaped(where)}"
    if file.suppressions:
        yield from ("", f"**{SUPPRESSIONS}**", "")
        yield from (f"- {escaped(f'{located(one)}: {one.message}')}" for one in file.suppressions)
    if not (file.changes or file.problems or file.suppressions):
        yield from ("", "Nội dung không đổi, không có lỗi.")


# For a program.


def review_json(review: Review, *, strict: bool = False) -> str:
    """Return the review as a JSON object: changes as `cchc diff`, problems as `cchc check`."""
    faults = checked(review, strict=strict).problems
    return dumps(
        {
            "base": review.asked[0],
            "head": review.asked[1],
            "base_commit": review.base or None,
            "head_commit": review.head,
            "as_of": review.day.isoformat(),
            "behind": review.behind,
            "cut": review.cut,
            "failed": failed(review, strict=strict),
            "flags": sum(len(file.flagged) for file in review.files),
            "errors": sum(problem.severity is Severity.ERROR for problem in faults),
            "warnings": sum(problem.severity is Severity.WARNING for problem in faults),
            "suppressions": sum(len(file.suppressions) for file in review.files),
            "files": [_file_fields(file) for file in review.files],
        }
    )


def _file_fields(file: Reviewed) -> dict[str, object]:
    was, now = file.was, file.now
    return {
        "path": file.path.as_posix(),
        "old": was.plan.path.as_posix() if was and was.plan else None,
        "new": now.plan.path.as_posix() if now and now.plan else None,
        "ledgers": [one.path.as_posix() for one in now.ledgers] if now else [],
        "changes": [change_fields(change) for change in file.changes],
        "problems": [problem_fields(problem) for problem in file.problems],
        "suppressions": [problem_fields(problem) for problem in file.suppressions],
    }

"""A report as Markdown: tables of the counts, then the lists."""

from collections.abc import Iterable, Iterator

from cchc.documents.milestones import milestone_name
from cchc.progress.figures import Row
from cchc.progress.reporting import Report
from cchc.progress.terms import REPORTS
from cchc.views.as_markdown import escaped, row
from cchc.views.report_lines import COLUMNS, called, figures_of, heading, lists, told


def report_markdown(report: Report) -> str:
    """Return the report to paste into a comment or a page; no letter of the plan is markup."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"# {escaped(heading(report))}\n\n{figures_of(report.period)}.\n"
    total = Row("", "Tổng cộng", report.figures.total)
    yield from _counts("Nhóm", [*map(_numbered, report.figures.by_group), total])
    yield from _counts("Đơn vị chủ trì", [*report.figures.by_unit, total])
    for title, items in lists(report):
        yield f"## {escaped(title)}\n"
        for item in items:
            action = f" → {milestone_name(item)}" if milestone_name(item) else ""
            about = escaped(f"{item.content}{action}")
            yield f"- {called(item)} {about}: {escaped(told(report, item))}"
        yield ""
    if report.notes:
        yield "## Khó khăn, vướng mắc\n"
        yield from (f"- {note.entry.task}: {escaped(note.text)}" for note in report.notes)
        yield ""
    yield f"Việc thường xuyên: {', '.join(task.id for task in report.continuous) or 'không có'}."


def _counts(title: str, rows: Iterable[Row]) -> Iterator[str]:
    yield row([title, *(" ".join(name.split()) for name, _ in COLUMNS)])
    yield row(["---", *(["---:"] * len(COLUMNS))])
    for each in rows:
        yield row([escaped(each.name), *(str(count(each.counts)) for _, count in COLUMNS)])
    yield ""


def _numbered(group: Row) -> Row:
    name = group.name if group.code == REPORTS else f"{group.code}. {group.name}"
    return Row(group.code, name, group.counts)

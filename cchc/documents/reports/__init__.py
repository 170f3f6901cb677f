"""The official report (báo cáo) on a plan, for a period of its reporting calendar."""

from pathlib import Path

from cchc.documents.letters import properties
from cchc.documents.pictures import Picture
from cchc.documents.rendering import Tell, render
from cchc.documents.reports.fields import CHART, report_fields, subject
from cchc.documents.template import find_template
from cchc.progress.reporting import Report

TEMPLATE = "bao-cao.docx"


def render_report(
    report: Report, plan_path: Path, template: Path | None = None, *, tell: Tell = len
) -> bytes:
    """Return the report as a .docx: same report and template, same bytes. Nothing is written.

    Without `template` it is the office's own bao-cao.docx, else the built-in one. Raises
    `NoTemplate`, `NotWordTemplate`, `HarmfulTemplate`, or what is wrong in the template.
    """
    found = find_template(plan_path, template, TEMPLATE)
    fields = report_fields(report)
    about = properties(report.plan, f"BÁO CÁO {subject(report)}", report.day)
    return render(found, fields, about, tell, _pictures(report, str(fields[CHART])))


def _pictures(report: Report, alt: str) -> dict[str, Picture]:
    if not alt:
        return {}
    from cchc.documents.reports.chart import chart

    return {CHART: Picture(chart(report.figures.by_group), alt)}

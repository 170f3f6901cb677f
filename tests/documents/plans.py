"""Small plans to print, and what is read back from the print."""

from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table

from cchc.documents import render_plan
from cchc.plan.loader import sound_plan
from cchc.plan.models import Plan

ROOT = Path(__file__).parents[2]
REAL = ROOT / "plans" / "2025.yaml"
NOWHERE = Path("/nowhere/plans/2025.yaml")
LEAST = {"nam": "2025", "trich_yeu": "Thử nghiệm", "co_quan": {"ban_hanh": "ỦY BAN"}}


def plan_of(**keys: object) -> Plan:
    """Return the least plan that can be, with these keys of the YAML over it."""
    return Plan.model_validate(LEAST | keys)


def one_task(**keys: object) -> Plan:
    """Return a plan whose appendix has one task of these keys."""
    group = {"tieu_de": "NHÓM", "nhiem_vu": [{"stt": "01", **keys}]}
    return plan_of(phu_luc={"tieu_de": "PHỤ LỤC", "nhom": [group]})


def real_plan() -> Plan:
    """Return the plan of the year 2025, whole."""
    return sound_plan(REAL)[1]


def printed(plan: Plan, template: Path | None = None) -> Document:
    """Return the document of a plan, read back."""
    return docx.Document(BytesIO(render_plan(plan, NOWHERE, template)))


def words(document: Document) -> list[str]:
    """Return every paragraph that isn't empty, in reading order, tables row by row."""
    found: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found += [p.text for row in block.rows for c in row.cells for p in c.paragraphs]
        else:
            found.append(block.text)
    return [text for text in found if text]

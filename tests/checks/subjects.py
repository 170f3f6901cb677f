"""A subject for a rule: a small plan whose task has the words of a test."""

from datetime import date
from pathlib import Path

from cchc.checks.subject import Subject
from cchc.plan.loader import document_of
from cchc.plan.models import Plan
from cchc.progress.ledger import Ledger
from cchc.progress.ledger_file import books_of
from tests.checks.examples import whole


def subject_of(example: str) -> Subject:
    """Return the subject of a plan that says what an example says."""
    path = Path("2025.yaml")
    document = document_of(path, whole(example).encode(), Plan, "")
    assert document.model
    ledger = books_of(Path("2025.tien-do.yaml"), {})
    return Subject(document, document.model, ledger, Ledger(()), date(2025, 6, 30))


def content(words: str) -> Subject:
    """Return the subject of a plan with a task whose content is some words."""
    return subject_of(f"noi_dung: |-\n  {words}")

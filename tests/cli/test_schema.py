"""`cchc schema`: JSON Schema for editors."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("arguments", "name"), [((), "ke-hoach"), (("plan",), "ke-hoach"), (("ledger",), "so-theo-doi")]
)
def test_a_schema_is_printed_as_it_is_committed(
    cchc: Run, arguments: tuple[str, ...], name: str
) -> None:
    answer = cchc("schema", *arguments)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (ROOT / "schema" / f"{name}.schema.json").read_text("utf-8")


def test_it_is_written_to_a_file(cchc: Run, office: Path) -> None:
    assert cchc("schema", "-o", "a.json").code == 0
    assert (office / "a.json").read_text("utf-8") == cchc("schema").out


def test_another_kind_is_refused_with_the_kinds_there_are(cchc: Run) -> None:
    answer = cchc("schema", "report")
    assert (answer.code, answer.out) == (2, "")
    assert "plan hoặc ledger" in answer.err

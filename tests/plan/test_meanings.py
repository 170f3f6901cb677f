"""Every key of the plan file has a title, and one line that says what it means."""

from cchc.plan.models import PlanPart, meanings

PARTS = [part for part in PlanPart.__subclasses__() if part.__module__ == "cchc.plan.models"]


def test_every_key_of_every_part_has_a_title_and_a_meaning() -> None:
    assert len(PARTS) > 12
    for part in PARTS:
        assert list(meanings(part)) == [field.alias for field in part.model_fields.values()]
        assert all(field.title and field.description for field in part.model_fields.values())


def test_a_meaning_fits_in_the_cell_of_a_table() -> None:
    lines = [line for part in PARTS for line in meanings(part).values()]
    assert lines
    assert not [line for line in lines if "\n" in line or "|" in line or len(line) > 80]

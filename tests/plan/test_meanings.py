"""Every key of the plan file has one line that says what it means."""

from cchc.plan.models import MEANINGS, Part


def test_every_key_of_every_part_has_a_meaning_and_nothing_else_has() -> None:
    parts = [part for part in Part.__subclasses__() if part.__module__ == "cchc.plan.models"]
    assert len(parts) > 10
    for part in parts:
        assert list(MEANINGS[part]) == [field.alias for field in part.model_fields.values()]


def test_a_meaning_fits_in_the_cell_of_a_table() -> None:
    lines = [line for keys in MEANINGS.values() for line in keys.values()]
    assert lines
    assert not [line for line in lines if "\n" in line or "|" in line or len(line) > 80]

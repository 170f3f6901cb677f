"""The offices of the plan: one code each, found under every name the source gives them."""

from itertools import combinations

import pytest
import yaml

from tests.plans.mends import README, Mend, Table, read_mends
from tests.plans.printed import PLAN, Entry

OFFICE_CELLS = [m for m in read_mends(README.read_text("utf-8")) if m.table is Table.CELLS]


def bare(name: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


@pytest.fixture(scope="module")
def spellings() -> dict[str, set[str]]:
    plan = Entry(yaml.load(PLAN.read_text("utf-8"), yaml.BaseLoader))  # noqa: S506
    codes = ("VPTK", "TPHT", "TCKT", "VHXH", "DCXD", "CM", "DT")
    units = {code: plan.entry("don_vi").entry(code) for code in codes}
    fields = ("ten", "ten_in", "chuc_danh")
    return {
        code: {
            bare(code),
            *(bare(unit.text(f)) for f in fields),
            *map(bare, unit.texts("ten_khac")),
        }
        - {""}
        for code, unit in units.items()
    }


@pytest.mark.parametrize("cell", OFFICE_CELLS, ids=lambda cell: cell.source)
def test_each_name_in_the_scan_finds_its_office(spellings: dict[str, set[str]], cell: Mend) -> None:
    names, codes = cell.source.split(", "), cell.reason.removeprefix("mã ").split(", ")
    for name, code in zip(names, codes, strict=True):
        assert bare(name) in spellings[code]


def test_no_name_finds_two_offices(spellings: dict[str, set[str]]) -> None:
    for (one, names), (other, others) in combinations(spellings.items(), 2):
        assert not names & others, f"{one}, {other}"

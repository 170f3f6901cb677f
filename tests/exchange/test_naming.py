"""Names that a sheet or a file can have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.exchange.extract import LONGEST, SUMMARY, TASKS, file_names, sheet_names


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("VPTK", "VPTK"),
        ("ĐC-XD", "ĐC-XD"),
        ("A/B:C*", "A-B-C-"),
        ("'nháy'", "nháy"),
        ("?", "-"),
        ("History", "History (2)"),
        (TASKS, f"{TASKS} (2)"),
        ("x" * 40, "x" * 31),
    ],
)
def test_a_code_is_the_name_where_a_sheet_can_have_it(code: str, name: str) -> None:
    assert sheet_names([code]) == {code: name}


def test_two_codes_never_share_a_name_whatever_the_case() -> None:
    assert sheet_names(["ab", "AB", "a?b", "a*b"]) == {
        "ab": "ab", "AB": "AB (2)", "a?b": "a-b", "a*b": "a-b (2)",
    }  # fmt: skip


@given(st.lists(st.text(min_size=1), unique=True, max_size=8))
def test_any_codes_give_names_that_excel_takes(codes: list[str]) -> None:
    names = [*sheet_names(codes).values(), SUMMARY, TASKS]
    assert len({name.casefold() for name in names}) == len(codes) + 2
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not set("[]:*?/\\") & set(name)
        assert not name.startswith("'")
        assert not name.endswith("'")


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (["VPTK", "ĐCXD"], ["VPTK", "ĐCXD"]),
        (["../T CKT", "/"], ["T-CKT", "don-vi"]),
        (["A/B", "A-B", "a b"], ["A-B", "A-B-2", "a-b-3"]),
    ],
)
def test_a_file_is_named_after_the_code_and_stays_in_its_folder(
    codes: list[str], names: list[str]
) -> None:
    assert list(file_names(codes).values()) == names

"""An office is found by any spelling, and a group office takes in its members."""

import pytest

from tests.cli.conftest import Run


def tasks(cchc: Run, *more: str) -> set[str]:
    answer = cchc("list", "--format", "json", *more)
    assert answer.code == 0
    return {item["task"] for item in answer.json["items"]}


@pytest.mark.parametrize("written", ["van phong", "VP-TK", "Văn phòng – Thống kê", "vptk"])
def test_the_office_that_was_taken_is_said(cchc: Run, written: str) -> None:
    answer = cchc("overdue", "--unit", written)
    assert answer.code == 0
    assert f'"{written}" là VPTK (Văn phòng - Thống kê)' in answer.err


def test_its_code_needs_no_saying(cchc: Run) -> None:
    assert cchc("overdue", "--unit", "VPTK").err == ""


def test_the_lead_is_the_responsible_one_alone_or_in_a_group(cchc: Run) -> None:
    assert tasks(cchc, "--unit", "Tư pháp xã") == {
        "II.01", "II.02", "II.03", "II.04", "II.05", "II.06", "III.04", "III.11", "III.12",
    }  # fmt: skip
    assert tasks(cchc, "--unit", "CM") == {"III.04"}


def test_a_group_office_takes_in_its_members_for_support(cchc: Run) -> None:
    support = tasks(cchc, "--unit", "TCKT", "--role", "support")
    assert {"I.01", "II.04", "VI.01"} <= support
    assert not {"III.11", "III.12"} & support
    assert tasks(cchc, "--unit", "TCKT", "--role", "any") == support | {"VI.01", "VI.04", "III.04"}
    assert tasks(cchc, "--unit", "DT", "--role", "support") == {"I.01"}


def test_no_office_gets_a_suggestion_and_exit_2(cchc: Run) -> None:
    answer = cchc("due", "--unit", "VPKT")
    assert (answer.code, answer.out) == (2, "")
    assert "có phải: VPTK?" in answer.err


def test_units_lists_them_all(cchc: Run) -> None:
    codes = [unit["code"] for unit in cchc("units", "--format", "json").json]
    assert codes == ["VPTK", "TPHT", "TCKT", "VHXH", "DCXD", "CM", "DT"]
    assert "Tư pháp - Hộ tịch: chủ trì 8" in cchc("units").out

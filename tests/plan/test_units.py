"""An office is found by whatever a person writes, and never guessed between two."""

from pathlib import Path

import pytest

from cchc.errors import Ambiguous, Unknown
from cchc.plan.loader import sound_plan
from cchc.plan.lookup import find_unit, members, printed_offices
from cchc.plan.models import Offices, Plan


@pytest.fixture
def plan(real_plan: Path) -> Plan:
    return sound_plan(real_plan)[1]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("VPTK", "VPTK"),
        ("vptk", "VPTK"),
        ("van phong", "VPTK"),
        ("VP-TK", "VPTK"),
        ("Văn phòng -Thống kê UBND xã", "VPTK"),
        ("Bộ phận Văn phòng- thống kê", "VPTK"),
        ("Tư pháp xã", "TPHT"),
        ("Bộ phận Tư pháp xã.", "TPHT"),
        ("Tư pháp- HT", "TPHT"),
        ("tư pháp - hộ tịch", "TPHT"),
        ("cong chuc tai chinh ke toan", "TCKT"),
        ("Tài chính-kế toán", "TCKT"),
        ("Phòng VH XH", "VHXH"),
        ("Văn hoá – xã hội", "VHXH"),
        ("van hoa xa hoi", "VHXH"),
        ("ĐCXD", "DCXD"),
        ("địa chính", "DCXD"),
        ("Các Bộ phận CM có liên quan.", "CM"),
        ("các bộ phận chuyên môn", "CM"),
        ("HĐT xã", "DT"),
    ],
)
def test_an_office_is_found(plan: Plan, written: str, code: str) -> None:
    assert find_unit(plan, written) == code


@pytest.mark.parametrize("written", ["Sở Nội vụ", "VPKT", "Văn phòng HĐND - UBND", "", "?"])
def test_what_is_no_office_is_not_guessed(plan: Plan, written: str) -> None:
    with pytest.raises(Unknown):
        find_unit(plan, written)


def test_a_slip_of_the_hand_gets_a_suggestion(plan: Plan) -> None:
    with pytest.raises(Unknown, match=r"có phải: VPTK\?"):
        find_unit(plan, "VPKT")


def test_a_name_of_two_offices_is_refused(plan: Plan) -> None:
    with pytest.raises(Ambiguous, match=r"VHXH .* hoặc DT"):
        find_unit(plan, "hội")


def test_a_group_office_takes_in_its_members(plan: Plan) -> None:
    assert members(plan, Offices(codes=("CM",))) == {
        "CM", "VPTK", "TPHT", "TCKT", "VHXH", "DCXD",
    }  # fmt: skip


def test_offices_are_printed_by_their_printed_names(plan: Plan) -> None:
    assert printed_offices(plan, Offices(codes=("VHXH", "DT"))) == (
        "Bộ phận Văn hóa - Xã hội, Các hội đoàn thể xã"
    )

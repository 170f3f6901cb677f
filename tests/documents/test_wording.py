"""The lines the form words: numbers and days padded as the decree says, blanks where unknown."""

import pytest

from cchc.documents.fields import attachment_line, date_line, number_line
from tests.documents.plans import plan_of


@pytest.mark.parametrize(
    ("number", "symbol", "line"),
    [
        (None, "KH-UBND", "        /KH-UBND"),
        ("5", "KH-UBND", "05/KH-UBND"),
        ("05", "KH-UBND", "05/KH-UBND"),
        ("12", "KH-UBND", "12/KH-UBND"),
        ("5a", "KH-UBND", "5a/KH-UBND"),
        ("7", None, "07"),
    ],
)
def test_a_number_below_ten_has_a_leading_zero(
    number: str | None, symbol: str | None, line: str
) -> None:
    assert number_line(plan_of(so=number, ky_hieu=symbol)) == line


@pytest.mark.parametrize(
    ("issued", "line"),
    [
        ("2024", "ngày      tháng      năm 2024"),
        ("2024-12", "ngày      tháng 12 năm 2024"),
        ("2025-01", "ngày      tháng 01 năm 2025"),
        ("2025-02-03", "ngày 03 tháng 02 năm 2025"),
        ("2025-03-10", "ngày 10 tháng 3 năm 2025"),
        ("2024-12-25", "ngày 25 tháng 12 năm 2024"),
        (None, "ngày      tháng      năm"),
    ],
)
def test_days_below_ten_and_months_below_three_are_padded(issued: str | None, line: str) -> None:
    assert date_line(plan_of(ngay_ban_hanh=issued)) == line


def test_the_place_stands_before_the_date() -> None:
    plan = plan_of(dia_danh="Sơn Hạ", ngay_ban_hanh="2024-12-25")
    assert date_line(plan) == "Sơn Hạ, ngày 25 tháng 12 năm 2024"


def test_an_appendix_says_which_document_it_goes_with() -> None:
    agency = {"ban_hanh": "ỦY BAN NHÂN DÂN XÃ SƠN HẠ", "ten": "UBND xã Sơn Hạ"}
    plan = plan_of(so="9", ky_hieu="KH-UBND", ngay_ban_hanh="2024-12-25", co_quan=agency)
    assert attachment_line(plan, paper=True) == (
        "(Kèm theo Kế hoạch số 09/KH-UBND ngày 25 tháng 12 năm 2024 của UBND xã Sơn Hạ)"
    )


def test_an_agency_without_a_short_name_is_named_in_full() -> None:
    line = attachment_line(plan_of(ten_loai="CHƯƠNG TRÌNH"), paper=True)
    assert line.endswith("của ỦY BAN)")
    assert line.startswith("(Kèm theo Chương trình số")


def test_an_electronic_appendix_leaves_number_and_day_blank() -> None:
    plan = plan_of(so="9", ky_hieu="KH-UBND", ngay_ban_hanh="2024-12-25")
    line = attachment_line(plan, paper=False)
    assert line == "(Kèm theo Kế hoạch số         /KH-UBND ngày      tháng 12 năm 2024 của ỦY BAN)"
    assert attachment_line(plan_of(), paper=False) == attachment_line(plan_of(), paper=True)

"""Offices are cut out of lists by how their names begin; whole cells are known first."""

import pytest

from cchc.exchange.intake.units import Register


def names(cell: str, *others: str) -> list[str]:
    register = Register([*others, cell])
    return [register.by_code[code].name for code in register.offices(cell).codes]


@pytest.mark.parametrize(
    ("cell", "cut"),
    [
        ("Sở Nội vụ, Sở Tư pháp", ["Sở Nội vụ", "Sở Tư pháp"]),
        ("Sở Nội vụ; Công an tỉnh", ["Sở Nội vụ", "Công an tỉnh"]),
        ("- Sở Nội vụ;\n- Sở Tư pháp.", ["Sở Nội vụ", "Sở Tư pháp"]),
        ("Sở Nội vụ\nSở Tư pháp", ["Sở Nội vụ", "Sở Tư pháp"]),
        ("Sở Nội vụ và Sở Tư pháp", ["Sở Nội vụ", "Sở Tư pháp"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Báo và Phát thanh, Truyền hình tỉnh", ["Báo và Phát thanh, Truyền hình tỉnh"]),
        ("UBND các xã, phường, đặc khu", ["UBND các xã, phường, đặc khu"]),
        ("Các sở, ban, ngành", ["Các sở, ban, ngành"]),
        ("Văn phòng HĐND và UBND huyện", ["Văn phòng HĐND và UBND huyện"]),
        ("Lãnh đạo\nSở Y tế", ["Lãnh đạo Sở Y tế"]),
        ("Sở Y tế, các sở, ngành, UBND xã", ["Sở Y tế", "các sở, ngành", "UBND xã"]),
    ],
)
def test_a_cell_is_cut_where_a_new_name_begins(cell: str, cut: list[str]) -> None:
    assert names(cell) == cut


def test_names_without_a_mark_between_are_cut_where_both_are_known() -> None:
    cell = "Sở Khoa học và Công nghệ Sở Công Thương"
    others = ("Sở Khoa học và Công nghệ", "Sở Công Thương")
    assert names(cell, *others) == list(others)


@pytest.mark.parametrize(
    "cell", ["Theo phân công tại Quyết định số 14/QĐ-UBND", "Các Cục: Báo chí; Xuất bản, In"]
)
def test_prose_is_no_list_of_offices_and_is_kept(cell: str) -> None:
    offices = Register([cell]).offices(cell)
    assert (offices.codes, offices.wording) == ((), cell)


def test_a_code_is_the_initials_and_never_two_offices() -> None:
    register = Register(
        ["Sở Nội vụ", "Sở Ngoại vụ", "UBND các xã, phường", "Sở Giáo dục và Đào tạo"]
    )
    assert list(register.by_code) == ["SNV", "SNV2", "UBNDCXP", "SGDDT"]


def test_the_words_of_a_cell_are_kept_where_the_names_print_otherwise() -> None:
    register = Register(["Sở Nội vụ, Sở Tư pháp", "Sở Tư pháp và Sở Nội vụ"])
    assert register.offices("Sở Nội vụ, Sở Tư pháp").wording == ""
    assert register.offices("Sở Tư pháp và Sở Nội vụ").wording == "Sở Tư pháp và Sở Nội vụ"


def test_spellings_of_one_office_share_its_code() -> None:
    register = Register(
        ["Các cơ quan, đơn vị", "các cơ quan, đơn vị", "Uỷ ban nhân dân xã", "UBND xã"]
    )
    assert len(register.by_code) == 2
    assert register.by_code["CCQDV"].others == ["các cơ quan, đơn vị"]


def test_initials_are_taken_for_the_name_in_full_and_told() -> None:
    register = Register(["Sở Khoa học và Công nghệ", "Sở KH&CN"])
    assert list(register.by_code) == ["SKHCN"]
    assert register.merged == [("Sở KH&CN", "Sở Khoa học và Công nghệ")]

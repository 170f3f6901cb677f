"""TCVN3 and VNI: what an old font shows is what is read; the tables are held against sentences."""

import pytest

from cchc.exchange.intake.blocks import tidy
from cchc.exchange.intake.legacy import converted, detected, encoding_of, in_capitals


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"), (".VnArial", "TCVN3"), (".VnTimeH", "TCVN3 hoa"),
        ("VNI-Times", "VNI"), ("Times New Roman", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_font_says_how_its_letters_are_written(font: str, encoding: str) -> None:
    assert encoding_of(font) == encoding


@pytest.mark.parametrize(
    ("encoding", "typed", "shown"),
    [
        ("TCVN3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("TCVN3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("TCVN3", "®­îc th­êng xuyªn, kÞp thêi", "được thường xuyên, kịp thời"),
        ("TCVN3 hoa", "Uû ban nh©n d©n", "UỶ BAN NHÂN DÂN"),
        ("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("VNI", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("VNI", "ñöôïc thöôøng xuyeân, kòp thôøi", "được thường xuyên, kịp thời"),
        ("VNI", "HAØNH CHÍNH COÂNG", "HÀNH CHÍNH CÔNG"),
    ],
)
def test_a_sentence_is_read_as_its_font_shows_it(encoding: str, typed: str, shown: str) -> None:
    assert tidy(converted(typed, encoding)) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ñY BAN NH¢N D¢N TØNH", "ỦY BAN NHÂN DÂN TỈNH"),
        ("Bé Y TÕ", "BỘ Y TẾ"),
        ("Së KH&CN", "Sở KH&CN"),
        ("Së Néi vô tØnh", "Sở Nội vụ tỉnh"),
        # "KÕ" has one plain letter: it looks like a word that begins a sentence.
        ("KÕ HO¹CH cña tØnh", "Kế HOẠCH của tỉnh"),
    ],
)
def test_capitals_that_the_table_lacks_are_given_back(typed: str, shown: str) -> None:
    text = converted(typed, "TCVN3")
    assert in_capitals(text, [(typed, "TCVN3")]) == shown


def test_text_of_other_fonts_is_left_alone() -> None:
    assert in_capitals("Kế HOạCH", [("Kế HOạCH", "")]) == "Kế HOạCH"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("C¬ quan chñ tr×: Së Néi vô tØnh", "TCVN3"), ("Cơ quan chủ trì: Sở Nội vụ", "")],
)
def test_old_text_without_a_font_is_known_by_its_letters(text: str, encoding: str) -> None:
    assert detected(text) == encoding

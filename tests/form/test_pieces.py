"""The lines and numbers of a document read into their pieces, however people write them."""

import pytest

from cchc.form.anatomy import ARABIC
from cchc.form.document import Component
from cchc.form.judging import italic_width
from cchc.form.notation import WrittenDate, written_date, written_number
from cchc.form.sequences import expected_numbers
from cchc.text import unaccented
from cchc.word.xml import millimetres, named_font, points


@pytest.mark.parametrize(
    ("line", "word", "number", "symbol"),
    [
        ("Số: 05/KH-UBND", "Số:", "05", "KH-UBND"),
        ("Số:         /KH-UBND", "Số:", "", "KH-UBND"),
        ("Số: …/QĐ-UBND", "Số:", "", "QĐ-UBND"),
        ("Số 12/UBND-VP", "Số", "12", "UBND-VP"),
        ("Số: 01/2024/QĐ-UBND", "Số:", "01/2024", "QĐ-UBND"),
        ("SỐ: 7 / TTr - UBND", "SỐ:", "7", " TTr - UBND"),
    ],
)
def test_a_number_has_a_word_figures_and_a_symbol(
    line: str, word: str, number: str, symbol: str
) -> None:
    written = written_number(line)
    assert written is not None
    assert (written.word, written.number, written.symbol) == (word, number, symbol)


@pytest.mark.parametrize("line", ["Số:", "Số: 05", "05", "", "Quyết định"])
def test_a_line_without_a_symbol_is_no_number(line: str) -> None:
    assert written_number(line) is None


@pytest.mark.parametrize(
    ("symbol", "abbreviation", "small"),
    [
        ("KH-UBND", "KH", False),
        ("TTr-UBND", "TTr", False),
        ("kh-UBND", "kh", True),
        ("QĐ-TTg", "QĐ", False),
        ("UBND-NgV", "UBND", False),
        ("SGDĐT-GDTrH&GDTX", "SGDĐT", False),
        ("KH-Ubnd", "KH", True),
        ("KH-ubnd", "KH", True),
    ],
)
def test_a_symbol_begins_with_the_kind(symbol: str, abbreviation: str, small: bool) -> None:
    written = written_number(f"Số: 05/{symbol}")
    assert written is not None
    assert (written.abbreviation, written.has_small_letters) == (abbreviation, small)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Sơn Hạ, ngày 05 tháng 12 năm 2024", ("Sơn Hạ", ",", "05", "12", "2024")),
        ("Sơn Hạ, ngày      tháng 12 năm 2024", ("Sơn Hạ", ",", "", "12", "2024")),
        ("Sơn Hạ, ngày … tháng … năm 2025", ("Sơn Hạ", ",", "", "", "2025")),
        ("ngày 5 tháng 3 năm 2025", ("", "", "5", "3", "2025")),
        ("TP. Quảng Ngãi ngày 31 tháng 1 năm", ("TP. Quảng Ngãi", "", "31", "1", "")),
    ],
)
def test_a_date_has_a_place_and_figures(line: str, pieces: tuple[str, ...]) -> None:
    assert written_date(line) == WrittenDate(*pieces)


@pytest.mark.parametrize("line", ["Sơn Hạ, 05/12/2024", "ngày mười tháng 3 năm 2025", ""])
def test_another_form_is_no_date(line: str) -> None:
    assert written_date(line) is None


KINDS = {
    "I": Component.HEADING,
    "V": Component.HEADING,
    "Đ": Component.ARTICLE,
    "C": Component.CHAPTER,
    "P": Component.CHAPTER,
    "A": Component.CHAPTER,
    "B": Component.CHAPTER,
    "H": Component.CHAPTER,
    "K": Component.CHAPTER,
    "-": Component.BODY,
    "Q": Component.BODY,
}


def expected(*lines: str) -> list[str]:
    rows = []
    for line in lines:
        letter = Component.POINT if line[1:2] == ")" else Component.CLAUSE
        part = KINDS.get(line[0], letter)
        rows.append((part, line if part is Component.BODY else f"{line} Việc"))
    return expected_numbers(rows)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("I.", "II.", "III.", "IV."), ["", "", "", ""]),
        (("I.", "III."), ["", "II."]),
        (("II.",), ["I."]),
        (("I.", "I."), ["", "II."]),
        (("Chương I", "I.", "II.", "Chương II", "I."), [""] * 5),
        (("I.", "1.", "2.", "II.", "1.", "2."), [""] * 6),
        (("I.", "1.", "2.", "II.", "3.", "4."), [""] * 6),
        (("I.", "1.", "2.", "II.", "4."), ["", "", "", "", "1."]),
        (("I.", "II.", "Chương A", "Chương B", "III."), [""] * 5),
        # A list under a heading: at once under it, in small letters, or the headings go on.
        (("I.", "II.", "I.", "II.", "III.", "IV.", "III."), [""] * 7),
        (("I.", "II.", "-", "I.", "-", "II.", "-", "III."), [""] * 8),
        (("I.", "II.", "I.", "II.", "-"), [""] * 5),
        (("I.", "-", "I.", "-", "II.", "-"), ["", "", "II.", "", "", ""]),
        (("I.", "-", "II.", "-", "I.", "-"), ["", "", "", "", "III.", ""]),
        (("I.", "-", "II.", "-", "I.", "-", "IV."), ["", "", "", "", "III.", "", ""]),
        (("I.", "II.", "I.", "II.", "IV.", "III."), ["", "", "", "", "III.", ""]),
        (("I.", "II.", "I.", "II.", "II.", "III."), ["", "", "", "", "III.", ""]),
        # One slip is told once.
        (("I.", "II.", "IV.", "IV.", "V."), ["", "", "III.", "", ""]),
        (("I.", "II.", "II.", "IV."), ["", "", "III.", ""]),
        # Parts with headings, or headings with parts.
        (("I.", "II.", "A.", "I.", "II.", "B.", "I.", "II.", "III."), [""] * 9),
        (("I.", "II.", "A.", "I.", "II.", "B.", "I.", "C.", "I.", "III."), [""] * 10),
        (("I.", "II.", "H.", "I.", "K.", "III."), [""] * 6),
        (("Phần I", "I.", "II.", "Phần II", "I.", "III."), ["", "", "", "", "", "II."]),
        (("Phần I", "I.", "II.", "Phần II", "III.", "IV."), [""] * 6),
        (("Phần I", "A.", "I.", "B.", "I.", "Phần II", "A.", "I.", "II."), [""] * 9),
        (("Phần I", "I.", "-", "I.", "-", "Phần II", "I.", "II."), [*[""] * 3, "II.", *[""] * 4]),
        (
            ("Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3.", "Điều 3."),
            [*[""] * 5, "Điều 4."],
        ),
        # Another document in the same file.
        (
            ("Điều 1.", "1.", "Điều 2.", "QUY CHẾ", "Điều 1.", "1.", "Điều 3."),
            [*[""] * 6, "Điều 2."],
        ),
        (("I.", "-", "II.", "KẾ HOẠCH", "I.", "-", "II.", "-", "IV."), [*[""] * 8, "III."]),
        (("I.", "1.1.", "1.2.", "II.", "2.1.", "2.2.", "2.4."), [*[""] * 6, "2.3."]),
        # Clauses over a list of their own.
        (("1.", "1.", "2.", "3.", "2.", "3.", "4."), [""] * 7),
        (("1.", "2.", "1.", "2.", "2."), ["", "", "", "", "3."]),
        (("1.", "2.", "4."), ["", "", "3."]),
        (("1.", "2.", "2."), ["", "", "3."]),
        (("1.", "1.1.", "1.2.", "2.", "2.1."), [""] * 5),
        (("1.", "2.1.", "2.2.", "2.3"), [""] * 4),
        (("1.", "1.1.", "1.3."), ["", "", "1.2."]),
        (("1.", "2.", "1.", "2.", "3."), [""] * 5),
        (("1.", "a)", "b)", "2.", "a)"), [""] * 5),
        (("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"), [""] * 9),
        (("a)", "b)", "c)", "d)", "e)"), ["", "", "", "", "đ)"]),
        (("a)", "c)", "d)"), ["", "b)", ""]),
        (("Điều 1.", "Điều 2.", "Điều 4."), ["", "", "Điều 3."]),
    ],
)
def test_a_number_follows_the_one_before(lines: tuple[str, ...], wanted: list[str]) -> None:
    assert expected(*lines) == wanted


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Nơi  Nhận:", "noi nhan:"), ("ĐỘC LẬP – Tự do", "doc lap - tu do"), ("Số\u00a05", "so 5")],
)
def test_folded_text_has_no_marks_case_or_long_dashes(text: str, plain: str) -> None:
    assert unaccented(text) == plain


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("1134", 56.7), ("20mm", 56.69), ("2cm", 56.69), ("1in", 72), ("12pt", 12), ("-240", -12)],
)
def test_a_length_is_in_twentieths_of_a_point_or_names_its_unit(text: str, wanted: float) -> None:
    assert points(text) == pytest.approx(wanted, abs=0.01)


def test_what_is_no_length_is_none() -> None:
    assert [points(None), points(""), points("rộng"), millimetres("12 em")] == [None] * 4


def test_a_font_that_the_theme_leaves_open_has_no_name() -> None:
    assert named_font("theme:minorEastAsia", {"minoreastasia": ""}) == ("", True)
    assert named_font("Arial", {}) == ("Arial", False)
    assert named_font(None, {}) == ("", False)


def test_accents_take_no_room_but_letters_do() -> None:
    assert italic_width("Hạ") == italic_width("Ha")
    assert 62 < italic_width("Sơn Hạ, ngày 05 tháng 12 năm 2024") * 13 * 25.4 / 72 < 70


def test_a_clause_typed_without_a_space_after_its_number_counts() -> None:
    texts = ("6.1.Rà soát", "6.2. Quản lý")
    rows = [(Component.CLAUSE, text) for text in texts]
    assert ARABIC.match("6.1.Công tác rà soát")
    assert expected_numbers(rows) == ["", ""]


def test_a_heading_that_never_goes_on_is_told_each_time_and_in_time() -> None:
    told = expected_numbers([(Component.HEADING, "I. Việc")] * 5000)
    assert (told[0], told[1], told.count("")) == ("", "II.", 1)

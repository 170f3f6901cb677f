"""Room for wrapped text."""

from cchc.exchange.workbook_style import LINE, height


def test_the_longest_cell_decides() -> None:
    short, long = ("một dòng", 40.0), ("từ " * 60, 12.0)
    assert height([short, long]) == height([long]) > height([short]) > LINE


def test_a_line_of_the_text_is_a_line_of_the_cell() -> None:
    assert height([("a\n\nb", 40)]) - height([("a", 40)]) == 2 * LINE


def test_no_row_is_higher_than_excel_allows() -> None:
    assert height([("từ " * 9999, 5)]) == 409


def test_an_empty_row_has_the_height_of_a_line() -> None:
    assert height([]) == height([("", 10)]) == height([("a", 0)])


def test_capitals_are_wider() -> None:
    assert height([("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH", 46)]) == 2 * LINE + 4
    assert height([("Công tác chỉ đạo, điều hành cải cách hành chính", 46)]) == LINE + 4

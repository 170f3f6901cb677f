"""The chart: in black and white, the same always, and each stretch as long as its count."""

from io import BytesIO

import pytest
from PIL import Image

from cchc.documents.report_chart import HEIGHT, WIDTH, chart, vietnamese_font
from cchc.progress.overview import Counts
from cchc.progress.report import CountRow

NAMES = {
    "I": "I. Công tác chỉ đạo, điều hành cải cách hành chính ở một xã có tên rất dài",
    "II": "Ỷ",
}


@pytest.fixture
def no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw as on a machine without a font that has Vietnamese letters."""
    monkeypatch.setattr("cchc.documents.report_chart.vietnamese_font", lambda size: None)


def drawn(*rows: CountRow) -> Image.Image:
    image = Image.open(BytesIO(chart(rows, {})))
    assert image.format == "PNG"
    assert image.size == (WIDTH, HEIGHT)
    return image.convert("L")


def black(image: Image.Image) -> int:
    """Return how many points are nearly black."""
    return sum(image.histogram()[:64])


def bars(image: Image.Image) -> int:
    """Return how many bars a line down through their beginnings meets."""
    column = [image.getpixel((135, y)) == 0 for y in range(HEIGHT)]
    return sum(now and not before for before, now in zip([False, *column], column, strict=False))


def solid(name: str) -> CountRow:
    return CountRow(name, name, Counts(on_time=3))


def test_the_same_counts_are_the_same_bytes() -> None:
    assert chart([solid("I")], {}) == chart([solid("I")], {})


@pytest.mark.usefixtures("no_font")
def test_there_is_a_bar_for_each_group_that_has_something() -> None:
    image = drawn(solid("I"), CountRow("II", "", Counts(cancelled=2)), solid("III"))
    assert bars(image) == 2


@pytest.mark.usefixtures("no_font")
def test_a_bar_of_double_the_count_is_double_as_long() -> None:
    image = drawn(CountRow("I", "", Counts(on_time=4)), CountRow("II", "", Counts(on_time=2)))
    ends = []
    for y in (40, 190):
        points = [x for x in range(131, WIDTH) if image.getpixel((x, y)) == 0]
        ends.append(points[-1] - 130)
    assert abs(ends[0] - 2 * ends[1]) <= 4


def test_the_four_states_differ_without_colour() -> None:
    shades = [
        black(drawn(CountRow("I", "", Counts(**{name: 3}))))
        for name in ("on_time", "late", "in_time", "overdue")
    ]
    assert len({shade // 5000 for shade in shades}) == 4


def test_nothing_to_draw_is_an_empty_picture() -> None:
    assert drawn().size == (WIDTH, HEIGHT)


def test_many_groups_fit() -> None:
    assert drawn(*(solid(str(n)) for n in range(40))).size == (WIDTH, HEIGHT)


@pytest.mark.skipif(vietnamese_font(40) is None, reason="no font with Vietnamese letters")
def test_the_names_stand_beside_the_bars() -> None:
    rows = [solid("I"), solid("II")]
    named, other = (
        Image.open(BytesIO(chart(rows, names))).convert("L")
        for names in (NAMES, NAMES | {"II": "A"})
    )
    left = (0, 0, 650, HEIGHT)
    assert black(named.crop(left)) > black(drawn(*rows).crop(left)) > 0
    assert named.tobytes() != other.tobytes()


def test_a_font_is_taken_only_with_its_vietnamese_letters() -> None:
    font = vietnamese_font(40)
    if font is not None:
        box = bytes(font.getmask("\uffff"))
        assert all(bytes(font.getmask(letter)) != box for letter in "ảộưềỹĐƯỞ")

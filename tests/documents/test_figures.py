"""The decree's figures on paper: sizes, weights and places that LibreOffice's PDF really has.

Source of the figures: Nghị định 30/2020/NĐ-CP, Phụ lục I, written here anew and not taken from the
profile, so that a slip in the profile is seen.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from cchc.documents import render_plan
from tests.documents.pages import MISSING, to_pdf
from tests.documents.plans import REAL, real_plan

READER = "pdftohtml"
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        bool(MISSING) or shutil.which(READER) is None, reason="not installed: office, poppler-utils"
    ),
]

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on a page; places in points from the page's upper left."""

    page: int
    left: int
    top: int
    width: int
    size: int
    bold: bool
    italic: bool
    text: str


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    folder = tmp_path_factory.mktemp("figures")
    (folder / "a.docx").write_bytes(render_plan(real_plan(), REAL))
    to_pdf(folder, folder / "a.docx")
    return lines_of(folder / "a.pdf")


def lines_of(pdf: Path) -> list[Line]:
    command = [READER, "-xml", "-zoom", "1", "-i", "-stdout", str(pdf)]
    said = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    found: list[Line] = []
    sizes: dict[str, int] = {}
    for number, page in enumerate(said.split("<page ")[1:], 1):
        sizes |= {
            i: int(size) for i, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', page)
        }
        for top, left, width, font, text in re.findall(_TEXT, page):
            bold, italic = "<b>" in text, "<i>" in text
            words = unescape(re.sub(r"</?[bi]>", "", text)).strip()
            place = int(left), int(top), int(width)
            found.append(Line(number, *place, sizes[font], bold, italic, words))
    return found


_TEXT = r'<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="\d+" font="(\d+)">(.*?)</text>'


def line(lines: list[Line], start: str) -> Line:
    return next(line for line in lines if line.text.startswith(start))


@pytest.mark.parametrize(
    ("start", "low", "high", "bold", "italic"),
    [
        ("ỦY BAN NHÂN DÂN", 12, 13, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, 14, True, False),
        ("Số:", 13, 13, False, False),
        ("Sơn Hạ, ngày", 13, 14, False, True),
        ("KẾ HOẠCH", 13, 14, True, False),
        ("Cải cách hành chính năm 2025 Xã", 13, 14, True, False),
        ("Căn cứ", 13, 14, False, True),
        ("UBND xã ban hành", 13, 14, False, False),
        ("I. MỤC ĐÍCH", 13, 14, True, False),
        ("1. Mục đích", 13, 14, True, False),
        ("- Tiếp tục quán triệt", 13, 14, False, False),
        ("2.1. Công chức", 13, 14, True, False),
        ("Trên đây là", 13, 14, False, False),
        ("TM. ỦY BAN NHÂN DÂN", 13, 14, True, False),
        ("CHỦ TỊCH", 13, 14, True, False),
        ("Đinh Trường Sơn", 13, 14, True, False),
        ("Nơi nhận:", 12, 12, True, True),
        ("- UBND huyện;", 11, 11, False, False),
        ("Phụ lục", 14, 14, True, False),
        ("NỘI DUNG, NHIỆM VỤ", 13, 14, True, False),
        ("(Kèm theo", 13, 14, False, True),
        ("STT", 11, 13, True, False),
    ],
)
def test_each_part_has_its_size_and_weight(
    lines: list[Line], start: str, low: int, high: int, *, bold: bool, italic: bool
) -> None:
    found = line(lines, start)
    assert low <= found.size <= high
    assert (found.bold, found.italic) == (bold, italic)


def test_the_parts_stand_one_under_the_other(lines: list[Line]) -> None:
    order = (
        "CỘNG HÒA",
        "Độc lập",
        "Sơn Hạ, ngày",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2025 Xã",
        "Căn cứ",
        "UBND xã ban hành",
        "I. MỤC ĐÍCH",
        "II. NHIỆM VỤ",
        "III. TỔ CHỨC",
        "IV. CHẾ ĐỘ",
        "Trên đây là",
        "TM. ỦY BAN",
        "CHỦ TỊCH",
        "Đinh Trường Sơn",
        "Phụ lục",
        "NỘI DUNG, NHIỆM VỤ",
        "(Kèm theo",
        "STT",
    )
    places = [(line(lines, start).page, line(lines, start).top) for start in order]
    assert places == sorted(places)


def test_what_stands_side_by_side_is_level(lines: list[Line]) -> None:
    for left, right in (("ỦY BAN", "CỘNG HÒA"), ("Số:", "Sơn Hạ, ngày"), ("Nơi nhận:", "TM. ỦY")):
        one, other = line(lines, left), line(lines, right)
        assert one.page == other.page
        assert abs(one.top - other.top) <= 2
        assert one.left + one.width < other.left


def test_the_margins_and_the_first_line_are_the_decrees(lines: list[Line]) -> None:
    width = 210 * MILLIMETRE
    body = [line for line in lines if line.page == 2 and line.size == 14 and line.text != "2"]
    assert len(body) > 20
    lefts = sorted({line.left for line in body})
    assert 30 * MILLIMETRE - 1 <= lefts[0] <= 35 * MILLIMETRE
    assert 10 * MILLIMETRE - 1 <= lefts[1] - lefts[0] <= 12.7 * MILLIMETRE + 1
    right = width - max(line.left + line.width for line in body)
    assert 15 * MILLIMETRE - 2 <= right <= 20 * MILLIMETRE + 1
    assert min(line.top for line in body) >= 20 * MILLIMETRE - 4


def test_centred_lines_are_centred_under_each_other(lines: list[Line]) -> None:
    def middle(start: str) -> float:
        found = line(lines, start)
        return found.left + found.width / 2

    assert abs(middle("CỘNG HÒA") - middle("Độc lập")) <= 2
    assert abs(middle("CỘNG HÒA") - middle("Sơn Hạ, ngày")) <= 2
    assert abs(middle("KẾ HOẠCH") - middle("Cải cách hành chính năm 2025 Xã")) <= 2
    assert abs(middle("TM. ỦY") - middle("Đinh Trường Sơn")) <= 2


def test_the_page_number_stands_in_the_middle_of_the_upper_margin(lines: list[Line]) -> None:
    number = next(line for line in lines if line.page == 2 and line.text == "2")
    assert 13 <= number.size <= 14
    assert number.top < 20 * MILLIMETRE
    middle = (30 + (210 - 30 - 15) / 2) * MILLIMETRE
    assert abs(number.left + number.width / 2 - middle) <= 2
    assert not [line for line in lines if line.page == 1 and line.text == "1"]


def test_there_is_room_for_the_signature_and_the_seal(lines: list[Line]) -> None:
    position, name = line(lines, "CHỦ TỊCH"), line(lines, "Đinh Trường Sơn")
    assert name.top - position.top >= 25 * MILLIMETRE

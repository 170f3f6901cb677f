"""Rules about pages, fonts, colours and letters of the whole document."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from cchc.diagnostics import Finding, Severity
from cchc.form.document import RUNNING, WORDS, Component, FormSubject
from cchc.form.judging import (
    allowed,
    at,
    departure,
    figure,
    is_black,
    is_within,
    named_colour,
    printed,
    rule,
    wrong_characters,
)
from cchc.form.profile import Allowed, Page
from cchc.text import hidden_character, legacy_encoding, unaccented
from cchc.word.layout import CharacterFormat, PageSection, Paragraph, Region

TOLERANCE = 1.0
"""Millimetres."""


@rule("page-size", Severity.ERROR)
def page_size(subject: FormSubject) -> Iterator[Finding]:
    """Trang không phải khổ A4.

    Vì sao: văn bản hành chính in trên giấy A4 (210 mm × 297 mm); khổ Letter mà Word đặt sẵn làm
    lệch lề và số trang khi in. Bảng lớn được xoay ngang, vẫn là A4.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.1 (khổ giấy).
    """
    wrong: dict[str, list[int]] = {}
    small = Component.KIND in {
        part for part, p in subject.placed if SMALL.match(unaccented(p.text))
    }
    for number, section in enumerate(subject.paper.sections, 1):
        if not _is_a4(section, subject.profile.page):
            found = f"{figure(round(section.width))} × {figure(round(section.height), 'mm')}"
            wrong.setdefault(found, []).append(number)
    for found, numbers in wrong.items():
        if not found.startswith(A3) and not (small and found.startswith(A5)):
            message = f"khổ giấy của phần trang {_listed(numbers)} là {found}"
            yield departure(Component.PAGE, message, found, "A4, 210 × 297 mm")


A3 = ("420 × 297", "297 × 420")
"""A sheet for a table that is too wide for A4: folded, it is A4."""
A5 = ("148 × 210", "210 × 148", "149 × 210", "210 × 149")
SMALL = re.compile(r"(giay (gioi thieu|bien nhan)|phieu (gui|chuyen|bao))\b")
"""Titles of the papers that the decree lets be of A5."""


def _is_a4(section: PageSection, page: Page) -> bool:
    sides = sorted((section.width, section.height))
    return abs(sides[0] - page.width) <= TOLERANCE and abs(sides[1] - page.height) <= TOLERANCE


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


@rule("page-orientation", Severity.ERROR)
def page_orientation(subject: FormSubject) -> Iterator[Finding]:
    """Trang đầu của văn bản nằm ngang.

    Vì sao: văn bản trình bày theo chiều dài của khổ A4; chỉ bảng, biểu ở phần trang riêng mới xoay
    ngang.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.2 (kiểu trình bày).
    """
    if subject.paper.sections[0].landscape:
        message = "trang đầu của văn bản nằm ngang"
        yield departure(
            Component.PAGE, message, "nằm ngang", "trang đứng; chỉ phụ lục có bảng được ngang"
        )


PAGE_MARGINS_TOLERANCE = 0.6
"""Millimetres: Word rounds what is typed in inches or centimetres."""


@rule("page-margins", Severity.ERROR)
def page_margins(subject: FormSubject) -> Iterator[Finding]:
    """Lề trang không đúng.

    Vì sao: lề trái rộng để đóng hồ sơ, lề trên đủ chỗ cho số trang.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.3: cách mép trên và mép dưới 20 -
    25 mm, mép trái 30 - 35 mm, mép phải 15 - 20 mm. Ở trang nằm ngang bốn lề đổi chỗ cho nhau,
    nên chỉ cần trong khoảng 15 - 35 mm.
    """
    wrong: dict[tuple[str, str, str], list[int]] = {}
    for number, section in enumerate(subject.paper.sections, 1):
        # Without a page of its own a section has the top and the bottom of the page it is on.
        shared = section.continuous and subject.paper.pages(number - 1) < SURELY
        for side, length, span in _sides(section, subject.profile.page)[2 * shared :]:
            if not is_within(length, span, PAGE_MARGINS_TOLERANCE):
                found = figure(round(length, 1), "mm")
                wrong.setdefault((side, found, allowed(span, "mm")), []).append(number)
    for (side, found, wanted), numbers in wrong.items():
        message = f"lề {side} của phần trang {_listed(numbers)} là {found}"
        yield departure(Component.PAGE, message, found, wanted)


def _sides(section: PageSection, page: Page) -> tuple[tuple[str, float, Allowed], ...]:
    margins = section.margins
    any_side = Allowed(page.right.low, page.left.high, page.left.low)
    spans = (page.top, page.bottom, page.left, page.right)
    top, bottom, left, right = (any_side,) * 4 if section.landscape else spans
    return (
        ("trên", margins.top, top),
        ("dưới", margins.bottom, bottom),
        ("trái", margins.left, left),
        ("phải", margins.right, right),
    )


@rule("page-number-missing", Severity.ERROR)
def page_number_missing(subject: FormSubject) -> Iterator[Finding]:
    """Văn bản nhiều trang không có số trang.

    Vì sao: tờ rời nhau thì không xếp lại được, và không ai biết có đủ trang hay không.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: đánh từ số 1, bằng chữ số Ả Rập. Mỗi
    phần trang (section) xét riêng; phần ước chừng chưa hết hai trang thì không bị báo.
    """
    paper = subject.paper
    long = [
        number
        for number, section in enumerate(paper.sections)
        if paper.pages(number) > SURELY and not section.continuous
    ]
    bare = [number + 1 for number in long if not _numbers(paper.sections[number].default)]
    if bare and not any(_numbers(section.default) for section in paper.sections):
        message = "văn bản nhiều trang mà không có số trang"
    elif bare:
        message = f"phần trang {_listed(bare)} không có số trang"
    elif halves := [
        number + 1
        for number in long
        if paper.even_differs
        and paper.pages(number) > 2 * SURELY
        and not _numbers(paper.sections[number].even)
    ]:
        message = f"trang chẵn của phần trang {_listed(halves)} không có số trang"
    else:
        return
    yield departure(Component.PAGE_NUMBER, message, "không có", "số trang ở giữa, trong lề trên")


SURELY = 1.3
"""Pages, as they are guessed, of a section that surely takes more than one."""


def _numbers(margin: Iterable[Paragraph]) -> list[Paragraph]:
    return [paragraph for paragraph in margin if "PAGE" in paragraph.fields]


@rule("page-number-place", Severity.ERROR)
def page_number_place(subject: FormSubject) -> Iterator[Finding]:
    """Số trang không ở giữa lề trên.

    Vì sao: nơi nhận lật tìm trang ở một chỗ; Word đặt sẵn số trang ở chân trang, bên phải.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: canh giữa theo chiều ngang trong
    phần lề trên của văn bản.
    """
    for paragraph in _numbers(subject.paper.marginal()):
        if wrong := _wrong(paragraph):
            message = f"số trang nằm ở {wrong}"
            yield departure(Component.PAGE_NUMBER, message, wrong, "ở giữa, trong lề trên")


def _wrong(paragraph: Paragraph) -> str:
    if paragraph.region is Region.FOOTER:
        return "chân trang"
    # A frame or a tab stop sets a number in the middle as well, and a box stands anywhere.
    frame = paragraph.shape.frame_align
    centred = "center" in {frame, paragraph.align if frame in {None, "distance"} else ""}
    tabbed = paragraph.text.startswith("\t") and not paragraph.text.startswith("\t\t")
    return (
        ""
        if centred or tabbed or paragraph.boxed or frame == "distance"
        else "đầu trang nhưng không ở giữa"
    )


@rule("page-number-first", Severity.ERROR)
def page_number_first(subject: FormSubject) -> Iterator[Finding]:
    """Số trang hiện ở trang thứ nhất.

    Vì sao: trang đầu đã có Quốc hiệu và tên cơ quan, nhìn là biết. Trong Word: Layout > Header &
    Footer > Different First Page.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: không hiển thị số trang thứ nhất.
    """
    section = subject.paper.sections[0]
    shown = section.first if section.first_differs else section.default
    if _numbers(shown):
        message = "trang thứ nhất hiện số trang"
        yield departure(
            Component.PAGE_NUMBER, message, "hiện số trang 1", "không hiện ở trang thứ nhất"
        )


@rule("page-number-letters", Severity.ERROR)
def page_number_letters(subject: FormSubject) -> Iterator[Finding]:
    """Số trang sai cỡ chữ, kiểu chữ hoặc kiểu số.

    Vì sao: số trang là một phần của văn bản, cùng phông và cỡ với nội dung, bằng chữ số Ả Rập.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu
    chữ đứng.
    """
    numbers = _numbers(subject.paper.marginal())
    yield from wrong_characters(subject, Component.PAGE_NUMBER, numbers)
    forms = {section.number_form for section in subject.paper.sections} - {"decimal"}
    if numbers and forms:
        message = "số trang không phải chữ số Ả Rập"
        yield departure(Component.PAGE_NUMBER, message, ", ".join(sorted(forms)), "1, 2, 3 …")


@rule("page-number-appendix", Severity.WARNING)
def page_number_appendix(subject: FormSubject) -> Iterator[Finding]:
    """Số trang của phụ lục không bắt đầu lại từ 1.

    Vì sao: phụ lục có thể tách khỏi văn bản để dùng riêng. Trong Word: Page Number > Format > Start
    at 1.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): số trang của phụ lục được
    đánh số riêng.
    """
    sections = subject.paper.sections
    before = 0
    for paragraph in subject.of(Component.APPENDIX_WORD):
        own = before < paragraph.section < len(sections)
        if own and sections[paragraph.section].start != "1":
            message = "số trang của phụ lục đánh tiếp theo văn bản"
            yield at(paragraph, Component.APPENDIX_WORD, message, "đánh tiếp", "bắt đầu lại từ 1")
        before = paragraph.section


SIGNS = ("symbol", "wingdings", "webdings")
"""Fonts of signs: a box to tick isn't text."""


@rule("font", Severity.ERROR)
def font(subject: FormSubject) -> Iterator[Finding]:
    """Chữ không phải phông Times New Roman.

    Vì sao: văn bản mở ở máy nào cũng phải như nhau; phông theo chủ đề (Calibri, Cambria, Aptos
    …) đổi theo máy, phông TCVN3 (.VnTime) và VNI không phải Unicode.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: Times New Roman, bộ mã Unicode TCVN
    6909:2001.
    """
    wanted = subject.profile.font
    for part, paragraph in subject.everything():
        if wrong := _others(paragraph, wanted):
            found = ", ".join(wrong)
            yield at(paragraph, part, f"{WORDS[part]} dùng phông {found}", found, wanted)


def _others(paragraph: Paragraph, wanted: str) -> list[str]:
    used: set[str] = set()
    for run in printed(paragraph):
        # Letters of ASCII take the first slot, all other Vietnamese letters the second (17.3.2.26).
        slots = {0 if c.isascii() else 1 for c in run.text if c.isalnum()}
        used |= {run.characters.fonts[slot] for slot in slots}
    # Where nothing is said Word takes Times New Roman; "TimesNewRomanPSMT" is what a PDF calls it.
    right = _squeezed(wanted)
    return sorted(f for f in used if f and not _squeezed(f).startswith((right, *SIGNS)))


def _squeezed(font: str) -> str:
    return "".join(font.lower().split())


SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


@rule("font-slots", Severity.WARNING)
def font_slots(subject: FormSubject) -> Iterator[Finding]:
    """Phông Times New Roman chỉ đặt cho một phần, hoặc lấy từ chủ đề.

    Vì sao: mỗi chữ trong Word có bốn ô phông (ascii, hAnsi, eastAsia, cs). Ô còn lại ghi phông
    khác thì chữ gõ thêm, dấu ngoặc kép, hoặc máy khác, ra phông khác. Phông theo chủ đề đổi khi
    ai đó đổi chủ đề.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4 (phông chữ).
    """
    seen: set[str] = set()
    for _, paragraph in subject.everything():
        for run in printed(paragraph):
            for found in _font_slots_wrong(run.characters, subject.profile.font):
                if found not in seen:
                    seen.add(found)
                    message = f"ô phông {found}"
                    yield at(
                        paragraph, Component.OTHER, message, found, "Times New Roman ở cả bốn ô"
                    )


def _font_slots_wrong(characters: CharacterFormat, wanted: str) -> Iterator[str]:
    for slot, name, themed in zip(SLOTS, characters.fonts, characters.themed, strict=True):
        # What the rule `font` tells of the first two slots isn't told again.
        other = slot in SLOTS[2:] and name.lower() not in {wanted.lower(), ""}
        if themed and (name.lower() == wanted.lower() or slot in SLOTS[2:]):
            yield f"{slot} lấy theo chủ đề{f' ({name})' if name else ''}"
        elif other:
            yield f"{slot} là {name}"


@rule("colour", Severity.ERROR)
def colour(subject: FormSubject) -> Iterator[Finding]:
    """Chữ không phải màu đen.

    Vì sao: văn bản hành chính in chữ màu đen; liên kết và kiểu đầu mục có sẵn của Word thường màu
    xanh.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: phông chữ tiếng Việt Times New
    Roman, màu đen.
    """
    for part, paragraph in subject.everything():
        colours = {run.characters.colour for run in printed(paragraph)}
        wrong = sorted(colour for colour in colours if not is_black(colour))
        if wrong:
            found = ", ".join(map(named_colour, wrong))
            yield at(paragraph, part, f"{WORDS[part]} in màu {found}", found, "màu đen")


UNRULED = (*RUNNING, Component.TABLE, Component.APPENDIX)
"""Text and tables have no rule of the decree: what is drawn there is a figure or a frame."""


@rule("rule-colour", Severity.ERROR)
def rule_colour(subject: FormSubject) -> Iterator[Finding]:
    """Đường kẻ không phải màu đen.

    Vì sao: đường kẻ vẽ bằng Shapes mà không chọn màu thì lấy màu của chủ đề, thường là xanh.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II: dưới Tiêu ngữ, tên cơ quan và
    trích yếu có đường kẻ ngang, nét liền; màu đen như chữ (mục I.4).
    """
    ruled = (row for row in subject.placed if row[0] not in UNRULED)
    for part, paragraph in ruled:
        wrong = sorted({colour for colour in paragraph.lines if not is_black(colour)})
        if wrong:
            found = ", ".join(map(named_colour, wrong))
            yield at(paragraph, part, f"đường kẻ màu {found}", found, "đường kẻ màu đen")


@rule("composed-letters", Severity.WARNING)
def composed_letters(subject: FormSubject) -> Iterator[Finding]:
    """Chữ có dấu viết bằng tổ hợp (Unicode tổ hợp).

    Vì sao: "ế" gõ thành "e" + dấu nhìn như nhau, nhưng tìm, sắp xếp và đối chiếu không ra, và nhiều
    máy in lệch dấu. Đổi bằng công cụ của bộ gõ: Unicode tổ hợp sang Unicode dựng sẵn.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: bộ mã Unicode theo TCVN 6909:2001.
    """
    for part, paragraph in subject.everything():
        if not unicodedata.is_normalized("NFC", paragraph.text):
            message = "chữ có dấu viết bằng Unicode tổ hợp"
            yield at(paragraph, part, message, "Unicode tổ hợp", "Unicode dựng sẵn")


@rule("legacy-encoding", Severity.ERROR)
def legacy_encoding_check(subject: FormSubject) -> Iterator[Finding]:
    """Chữ gõ bằng bảng mã cũ TCVN3 (ABC) hoặc VNI.

    Vì sao: chỉ đọc được khi máy có đúng phông cũ; tìm kiếm và trục liên thông văn bản đọc ra
    chữ lạ.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4: bộ mã Unicode theo TCVN 6909:2001.
    """
    for part, paragraph in subject.everything():
        if encoding := legacy_encoding(paragraph.text):
            message = f"chữ gõ bằng bảng mã {encoding}"
            yield at(paragraph, part, message, encoding, "chuyển sang bảng mã Unicode")


@rule("hidden-letters", Severity.WARNING)
def hidden_letters(subject: FormSubject) -> Iterator[Finding]:
    """Trong chữ có ký tự ẩn.

    Vì sao: ký tự không có bề rộng, ký tự đảo chiều viết thường theo chữ sao chép từ trang web; nhìn
    không thấy nhưng làm tìm kiếm và đối chiếu sai.

    Nguồn: thực tế; Nghị định 30/2020/NĐ-CP chỉ nói bộ mã Unicode.
    """
    for part, paragraph in subject.everything():
        if hidden := hidden_character(paragraph.text.replace("\t", " ")):
            yield at(paragraph, part, f"có ký tự ẩn {hidden}", hidden, "xóa ký tự đó")


@rule("tabbed-layout", Severity.WARNING)
def tabbed_layout(subject: FormSubject) -> Iterator[Finding]:
    """Đầu trang hoặc phần ký chia hai bên bằng phím Tab.

    Vì sao: hai bên của đầu trang và phần ký nằm trong bảng hai cột không viền thì không lệch
    khi sửa chữ; chia bằng phím Tab thì không xét được từng phần.

    Nguồn: thực tế trình bày; Nghị định 30/2020/NĐ-CP chỉ nói vị trí các phần.
    """
    for part, words in ((Component.AGENCY, "đầu trang"), (Component.RECIPIENT, "phần ký")):
        if part in subject.tabbed and not (subject.boxed and part is Component.AGENCY):
            message = f"{words} chia hai bên bằng phím Tab"
            yield departure(part, message, "phím Tab", "bảng hai cột không viền")

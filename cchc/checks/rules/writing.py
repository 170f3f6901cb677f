"""Rules about the pen: spaces, dashes, quotes, letters and dates in the plan's own words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import name2codepoint
from itertools import compress, count, islice
from operator import eq

from cchc.checks.registry import rule, text_rule
from cchc.checks.subject import Subject
from cchc.checks.text import slip
from cchc.diagnostics import Finding, Severity
from cchc.text import may_be_legacy, remembered
from cchc.timing.written import WrittenDay, days_written

CONFUSIONS = {
    "niềm yết": "niêm yết",
    "niệm yết": "niêm yết",
    "đơn đốc": "đôn đốc",
    "đồn đốc": "đôn đốc",
    "thời gia quy định": "thời gian quy định",
    "thời gia thực hiện": "thời gian thực hiện",
    "thơi gian": "thời gian",
    "thông kê": "thống kê",
    "tránh đề trường hợp": "tránh để trường hợp",
    "kế hoach": "kế hoạch",
    "kê hoạch": "kế hoạch",
    "kế họach": "kế hoạch",
    "thực hiên": "thực hiện",
    "thưc hiện": "thực hiện",
    "thục hiện": "thực hiện",
    "triển khại": "triển khai",
    "triên khai": "triển khai",
    "cải các hành chính": "cải cách hành chính",
    "cải cach": "cải cách",
    "hành chinh": "hành chính",
    "hành chình": "hành chính",
    "chinh phủ": "chính phủ",
    "chính phú": "chính phủ",
    "chính quyên": "chính quyền",
    "chuyên đổi số": "chuyển đổi số",
    "chuyển đối số": "chuyển đổi số",
    "quyêt định": "quyết định",
    "quyết đinh": "quyết định",
    "nghị đinh": "nghị định",
    "nghi định": "nghị định",
    "nghị quyêt": "nghị quyết",
    "chi thị số": "chỉ thị số",
    "thủ tuc": "thủ tục",
    "thú tục": "thủ tục",
    "ủy bàn nhân dân": "ủy ban nhân dân",
    "úy ban nhân dân": "ủy ban nhân dân",
    "ùy ban": "ủy ban",
    "hội đông nhân dân": "hội đồng nhân dân",
    "nhân đân": "nhân dân",
    "báo cảo": "báo cáo",
    "bảo cáo": "báo cáo",
    "tuyên truyên": "tuyên truyền",
    "tuyền truyền": "tuyên truyền",
    "ban hanh": "ban hành",
    "phôi hợp": "phối hợp",
    "phối hơp": "phối hợp",
    "rà soat": "rà soát",
    "ra soát": "rà soát",
    "kiêm tra": "kiểm tra",
    "kiếm tra": "kiểm tra",
    "đia phương": "địa phương",
    "địa phượng": "địa phương",
    "dich vụ": "dịch vụ",
    "dịch vu công": "dịch vụ công",
    "trực tuyên": "trực tuyến",
    "cán bô": "cán bộ",
    "công chưc": "công chức",
    "tư phap": "tư pháp",
    "hô tịch": "hộ tịch",
    "hộ tich": "hộ tịch",
    "tài chinh": "tài chính",
    "đinh kỳ": "định kỳ",
    "sửa đối": "sửa đổi",
    "bô sung": "bổ sung",
    "tô chức": "tổ chức",
    "tổ chưc": "tổ chức",
    "giải quyêt": "giải quyết",
    "trách nhiêm": "trách nhiệm",
    "nhiêm vụ": "nhiệm vụ",
}

UNLESS_BEFORE = {
    "kiêm tra": ("cứu",),  # tìm kiếm, tra cứu
    "kiếm tra": ("cứu",),
    "ra soát": ("xét",),
    "sửa đối": ("với",),
    "trực tuyên": ("truyền", "giáo", "huấn"),  # thường trực Tuyên giáo
    "bảo cáo": ("trạng", "buộc", "bạch"),
    "thông kê": ("khai", "biên"),  # giao thông kê khai
    "tài chinh": ("phục",),
    "hành chinh": ("phục", "phạt"),
}
"""Words after which a pair does stand together: one word's end and another's beginning."""

FIGURES = (
    (re.compile(r"(?<=[0-9])[OoОо](?=[0-9])|(?<=\b20[0-9])[OoОо]\b"), "0"),
    (re.compile(r"\b[lI](?=[0-9]{1,3}/(?:[0-9]{4}/)?[A-ZĐ])|(?<=[0-9])[lI](?=[0-9])"), "1"),
)
"""Letters for figures: 2O25, l5/QĐ-UBND."""


@text_rule("odd-spaces", Severity.WARNING)
def odd_spaces(text: str) -> Iterator[Finding]:
    """Dấu cách thừa, thiếu, hoặc lạ.

    Vì sao: in ra hở hoặc dính chữ, tìm và so sánh không khớp; dấu cách lạ (U+00A0) thường theo
    chữ chép từ trang mạng hay bản quét.

    Sai:

        noi_dung: Ban hành  Kế hoạch tuyên truyền ,phổ biến

    Đúng:

        noi_dung: Ban hành Kế hoạch tuyên truyền, phổ biến

    `cchc check --fix` sửa được.
    """
    for shape in _SHAPES:
        for found in shape.pattern.finditer(text) if shape.may_be_in(text) else ():
            start, end = found.span("odd")
            hint = f'sửa thành "{_shown(found.string, start, end, shape.instead)}"'
            yield slip((start, end), shape.fact, hint, shape.instead, safe=True)


def _shown(text: str, start: int, end: int, instead: str) -> str:
    """Return the words around the place as they should read."""
    before = text[max(0, start - 20) : start].rpartition("\n")[2].rsplit(" ", 1)[-1]
    after = re.split(r"\s", text[end : end + 20], maxsplit=1)[0]
    return f"{before}{instead}{after}"


@dataclass(frozen=True, slots=True)
class _Shape:
    """Letters that it has for sure, its pattern, what should stand instead of `odd`, the fact."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    instead: str
    fact: str

    def may_be_in(self, text: str) -> bool:
        # Plain searches for a few letters cost next to nothing; the pattern much more.
        return any(sign in text for sign in self.signs)


_ODD = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SHAPES = (
    _Shape(
        ("  ", *_ODD),
        # Not after a backslash: in "…" it makes the space it stands before another one.
        re.compile(rf"(?<=[^\s\\])(?P<odd>[ {_ODD}]{{2,}})(?=[^\s#])"),
        " ",
        "hai dấu cách liền nhau",
    ),
    _Shape(
        tuple(_ODD),
        re.compile(rf"(?P<odd>[{_ODD}])(?<=[^\s{_ODD}].)(?![\s{_ODD}])"),
        " ",
        "dấu cách lạ giữa câu",
    ),
    _Shape(
        (" ,", " ;"),
        re.compile(r"(?P<odd> )(?<=[\w)] )(?=[,;](?:\s|\w|$))", re.MULTILINE),
        "",
        "dấu cách thừa trước dấu câu",
    ),
    _Shape(
        (" .", " :", " ?", " !"),
        re.compile(r"(?P<odd> )(?<=\w )(?=[.:?!](?:\s|$))", re.MULTILINE),
        "",
        "dấu cách thừa trước dấu câu",
    ),
    _Shape(
        (",", ";"),
        re.compile(r"[,;](?P<odd>)(?=[^\W\d_]{2})"),
        " ",
        "thiếu dấu cách sau dấu câu",
    ),
    _Shape(
        ("( ", "[ ", " )", " ]"),
        re.compile(r"(?P<odd> )(?:(?<=[(\[] )(?=\w)|(?<=\w )(?=[)\]]))"),
        "",
        "dấu cách thừa bên trong ngoặc",
    ),
)


@rule("odd-dash", Severity.WARNING)
def odd_dash(subject: Subject) -> Iterator[Finding]:
    """Gạch nối lạ, hoặc cách không đều hai bên.

    Vì sao: "Tài chính- Kế toán" và "Tài chính - Kế toán" là hai tên khác nhau khi tìm kiếm;
    gạch ngang dài lẫn với gạch nối thì bản in lộn xộn.

    Sai:

        noi_dung: Kế hoạch tài chính- ngân sách giai đoạn 2023 -2025

    Đúng:

        noi_dung: Kế hoạch tài chính - ngân sách giai đoạn 2023 - 2025

    `cchc check --fix` sửa được. Gạch ngang dài (–) chỉ bị nhắc khi tệp đã dùng gạch nối ở chỗ khác.
    """
    prose = subject.prose
    yield from prose.slips(odd_dash_slips)
    # Of long dashes alone a file may be proud; beside hyphens in the same place they are slips.
    dashed = list(prose.slips(long_dashes))
    if dashed and _SPACED.search(prose.flat):
        yield from dashed


@remembered
def odd_dash_slips(text: str) -> tuple[Finding, ...]:
    """Return the dashes of one text that are wrong in any file."""
    uneven = (
        slip(found.span(), "gạch nối chỉ cách một bên", 'sửa thành " - "', " - ", safe=True)
        for found in _UNEVEN.finditer(text)
    )
    return (*map(_strange, _ODD_DASHES.finditer(text)), *uneven)


@remembered
def long_dashes(text: str) -> tuple[Finding, ...]:
    """Return the long dashes of one text."""
    return tuple(map(_strange, _LONG.finditer(text)))


def _strange(found: re.Match[str]) -> Finding:
    instead = "" if found[0] == _SOFT else "-"
    message = f"gạch U+{ord(found[0]):04X} thay vì gạch nối"
    return slip(found.span(), message, 'sửa thành "-"', instead, safe=True)


_SOFT = "\u00ad"
_ODD_DASHES = re.compile("[\u2010\u2011\u2012\u2212\u00ad]")
_LONG = re.compile("[\u2013\u2014]")
_SPACED = re.compile(r"\w - \w")
# Both letters, or both numbers: "-nt-" and "04-NQ/TU" are no words joined.
_UNEVEN = re.compile(
    r"-(?:(?<=[^\W\d_]{2}-) (?=[^\W\d_]{2})|(?<=[0-9]{4}-) (?=[0-9]{4}))"
    r"|(?<=[^\W\d_]{2}) -(?=[^\W\d_]{2})|(?<=[0-9]{4}) -(?=[0-9]{4})"
)


@text_rule("odd-quotes", Severity.WARNING)
def odd_quotes(text: str) -> Iterator[Finding]:
    """Dấu ngoặc kép lạ, hoặc mở một kiểu đóng một kiểu.

    Vì sao: bản in lộn xộn, và người đọc không biết câu trích hết ở đâu.

    Sai:

        noi_dung: Thực hiện cơ chế “một cửa" và „một cửa liên thông”

    Đúng:

        noi_dung: Thực hiện cơ chế “một cửa” và “một cửa liên thông”

    `cchc check --fix` sửa được.
    """
    if _MARKS.isdisjoint(text):
        return
    for found in _ODD_QUOTES.finditer(text):
        instead = _ODD_MARKS[found[0]]
        message = f"dấu ngoặc kép lạ {found[0]}"
        yield slip(found.span(), message, f"sửa thành {instead}", instead, safe=True)
    for pattern, mark in _PAIRS:
        for found in pattern.finditer(text):
            start, end = found.span("wrong")
            start -= found.string[start - 1] == "\\"
            # The mark that YAML itself puts around a text is none of the text's.
            if start > 0 and end < len(text):
                fault = f"mở {found['open'][-1]} mà đóng {found['close'][-1]}"
                yield slip(
                    (start, end), f"dấu ngoặc kép {fault}", f"sửa thành {mark}", mark, safe=True
                )


_ODD_MARKS = {"„": "“", "‟": "“", "〝": "“", "〞": "”", "＂": "”", "«": "“", "»": "”"}
_MARKS = frozenset("“”") | _ODD_MARKS.keys()
_ODD_QUOTES = re.compile(f"[{''.join(_ODD_MARKS)}]")
_PAIRS = (
    (re.compile(r'(?P<open>“)[^“”"\n\\]{1,120}\\?(?P<wrong>(?P<close>"))'), "”"),
    (re.compile(r'(?P<wrong>(?P<open>"))[^“”"\n\\]{1,120}(?P<close>”)'), "“"),
)


@text_rule("unbalanced-bracket", Severity.WARNING)
def unbalanced_bracket(text: str) -> Iterator[Finding]:
    """Dấu ngoặc mở mà không đóng, hoặc đóng mà không mở.

    Vì sao: người đọc không biết phần trong ngoặc hết ở đâu, thường là sót chữ khi chép.

    Sai:

        noi_dung: Rà soát thủ tục hành chính (trong tháng 3 và công khai

    Đúng:

        noi_dung: Rà soát thủ tục hành chính (trong tháng 3) và công khai

    Dấu đóng của số thứ tự ("a)", "1)") không bị nhắc.
    """
    if _BRACKETS.isdisjoint(text):
        return
    opened: list[tuple[str, int]] = []
    numbered = {found.end() - 1 for found in _NUMBERED.finditer(text)}
    for found in _BRACKET.finditer(text):
        sign, place = found[0], found.start()
        if place in numbered:
            continue
        if sign in _CLOSING.values():
            opened.append((sign, place))
        elif opened and opened[-1][0] == _CLOSING[sign]:
            opened.pop()
        else:
            yield slip(found.span(), f'đóng "{sign}" mà không mở', "thêm dấu mở, hoặc bỏ dấu này")
    for sign, place in opened:
        message = f'mở "{sign}" mà không đóng'
        yield slip((place, place + 1), message, "thêm dấu đóng, hoặc bỏ dấu này")


_CLOSING = {")": "(", "]": "[", "}": "{"}
_BRACKETS = frozenset("()[]{}")
_BRACKET = re.compile(r"[()\[\]{}]")
_NUMBERED = re.compile(
    r"""(?:^|[\n;:,."'-])\s*(?:[a-zđ]|[0-9]{1,2}(?:\.[0-9]{1,2})?|[ivxIVX]{1,5})\)"""
)


@text_rule("foreign-letter", Severity.WARNING)
def foreign_letter(text: str) -> Iterator[Finding]:
    """Chữ cái của tiếng khác lẫn trong từ tiếng Việt.

    Vì sao: nhìn như nhau mà là chữ khác ("ð" không phải "đ", "А" của tiếng Nga không phải "A"), nên
    tìm không ra và phông chữ in ra lạc nét.

    Sai:

        noi_dung: Thực hiện Nghị ðịnh của Chính phủ

    Đúng:

        noi_dung: Thực hiện Nghị định của Chính phủ

    `cchc check --fix` sửa được.
    """
    for found in _FOREIGN.finditer(text) if not _ALL.isdisjoint(text) else ():
        instead = "".join(_LIKE.get(letter, letter) for letter in found[0])
        code = " ".join(f"U+{ord(letter):04X}" for letter in found[0] if letter in _LIKE)
        message = f'"{found[0]}" có chữ cái của tiếng khác ({code})'
        yield slip(found.span(), message, f'sửa thành "{instead}"', instead, safe=True)


_LIKE = {
    "ð": "đ", "Ð": "Đ", "Ɖ": "Đ",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "Х": "X", "І": "I", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y",
    "х": "x", "і": "i",
    "Α": "A", "Β": "B", "Ε": "E", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O",
    "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o",
}  # fmt: skip
# A whole word of another alphabet is a name; one letter of it inside a Latin word is a slip.
_ALL = frozenset(_LIKE)
_LETTERS = "".join(_LIKE)
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_FOREIGN = re.compile(rf"\b(?=\w*[{_LETTERS}])(?=\w*[{_LATIN}])[{_LATIN}{_LETTERS}]+\b")


@text_rule("ocr-slip", Severity.WARNING)
def ocr_slip(text: str) -> Iterator[Finding]:
    """Chữ mà máy quét thường đọc sai.

    Vì sao: những chuỗi này không có trong tiếng Việt, hoặc không đứng cạnh nhau như thế; bản
    quét hay cho ra chúng thay cho từ đúng, và từ điển soi chính tả thường bỏ lọt.

    Sai:

        noi_dung: Niềm yết công khai, đơn đốc thực hiên kế hoach năm 2O25

    Đúng:

        noi_dung: Niêm yết công khai, đôn đốc thực hiện kế hoạch năm 2025

    `cchc check --fix` sửa được.
    """
    lowered = text.lower()
    words = {token.strip(_SIGNS) for token in lowered.split()}
    for word in words & _TELLING.keys():
        for wrong in _TELLING[word]:
            if wrong in lowered:
                yield from _ocr_places(text, wrong, CONFUSIONS[wrong])
    for pattern, figure in FIGURES:
        for found in pattern.finditer(text):
            message = f'chữ "{found[0]}" giữa các con số'
            yield slip(found.span(), message, f"sửa thành {figure}", figure, safe=True)


def _ocr_places(text: str, wrong: str, right: str) -> Iterator[Finding]:
    other = "|".join(UNLESS_BEFORE.get(wrong, ("(?!)",)))
    pattern = re.compile(rf"\b{re.escape(wrong)}\b(?!\s+(?:{other})\b)", re.IGNORECASE)
    for found in pattern.finditer(text):
        instead = _in_the_case_of(found[0], right)
        message = f'"{found[0]}" thường là chữ quét sai'
        yield slip(found.span(), message, f'sửa thành "{instead}"', instead, safe=True)


def _by_last_word() -> dict[str, list[str]]:
    """Return the confusions by their last word: few texts have one of these words at all."""
    out: dict[str, list[str]] = {}
    for wrong in CONFUSIONS:
        out.setdefault(wrong.split()[-1], []).append(wrong)
    return out


_TELLING = _by_last_word()
_SIGNS = ".,;:()[]\"'“”?!-"


def _in_the_case_of(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    pairs = zip(written.split(), right.split(), strict=False)
    return " ".join(new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in pairs)


@text_rule("date-padding", Severity.WARNING)
def date_padding(text: str) -> Iterator[Finding]:
    """Ngày dưới 10, tháng 1 và tháng 2 viết thiếu số 0.

    Vì sao: Nghị định 30/2020/NĐ-CP yêu cầu ghi thêm số 0 đứng trước, để không ai thêm được chữ số.

    Sai:

        thoi_gian: Trước ngày 5/2/2025

    Đúng:

        thoi_gian: Trước ngày 05/02/2025

    `cchc check --fix` sửa được.
    """
    for written in days_written(text):
        said = text[written.start : written.stop]
        month = f"{written.month:02}" if written.month < 3 else said.rpartition(written.between)[2]
        instead = f"{written.day:02}{written.between}{month}"
        named = 1 <= written.day <= 31 and 1 <= written.month <= 12
        if instead != said and named and _is_day(text, written):
            message = f'"{said}" thiếu số 0 ở ngày hoặc tháng'
            place = (written.start, written.stop)
            yield slip(place, message, f'viết "{instead}"', instead, safe=True)


def _is_day(text: str, written: WrittenDay) -> bool:
    """Return whether it is a day for certain: 1/2 may be a half, 5/2/QĐ a number."""
    led = text.endswith(("ngày ", "Ngày "), 0, written.start)
    if written.between == "/":
        apart = not (text[written.start - 1 : written.start] or " ").isalnum()
        numbered = text[written.end : written.end + 1] == "/"
        return (led or (apart and written.year is not None)) and not numbered
    return led and written.year is not None and written.between == " tháng "


LONGEST = 4
"""Words of a phrase that is looked for twice."""
MOST = 50
"""Different phrases that are told of one text: each costs a search."""


@text_rule("doubled-word", Severity.WARNING)
def doubled_word(text: str) -> Iterator[Finding]:
    """Từ hoặc cụm từ viết lặp hai lần liền nhau.

    Vì sao: thường là chép, dán hai lần, hoặc máy quét đọc lại cuối dòng.

    Sai:

        noi_dung: Ban hành Kế hoạch của UBND xã của UBND xã

    Đúng:

        noi_dung: Ban hành Kế hoạch của UBND xã

    Từ láy ("thường thường", "dần dần") không bị nhắc. `cchc check --unsafe-fixes` bỏ được chỗ lặp.
    """
    words = text.lower().split()
    found = (p for length in range(1, LONGEST + 1) for p in _repeated(words, length))
    for phrase in islice(found, MOST):
        yield from _places(text, phrase)


def _repeated(words: list[str], length: int) -> Iterator[str]:
    """Yield each phrase of so many words that comes again at once, each phrase once."""
    same = compress(count(), map(eq, words, islice(words, length, None)))
    run, last, seen = 0, -2, set()
    for i in same:
        run = run + 1 if i == last + 1 else 1
        last = i
        phrase = words[i - length + 1 : i + 1]
        if run >= length and _counts(phrase) and tuple(phrase) not in seen:
            seen.add(tuple(phrase))
            yield " ".join(phrase)


def _counts(phrase: list[str]) -> bool:
    """Return whether a phrase said twice is a slip; "dần dần" is a word."""
    if len(phrase) == 1:
        return phrase[0] in _SMALL
    return len(set(phrase)) > 1 and all(word.isalpha() for word in phrase)


def _places(text: str, phrase: str) -> Iterator[Finding]:
    once = r"\s+".join(map(re.escape, phrase.split()))
    pattern = re.compile(rf"\b(?P<first>{once})(?P<again>\s+{once})\b", re.IGNORECASE)
    for found in pattern.finditer(text):
        message = f'"{phrase}" viết hai lần liền nhau'
        yield slip(found.span("again"), message, "bỏ một lần", "")


# Not "ra" ("ra ra vào vào") nor "năm" ("năm năm" is five years).
_SMALL = frozenset(
    {"của", "và", "các", "được", "trong", "về", "theo", "là", "có", "cho", "với", "tại", "để",
     "trên", "những", "đến", "này", "hoặc", "bởi", "do", "không", "đã", "sẽ", "khi", "bằng",
     "giữa", "cùng", "việc", "tới", "nhằm", "nếu", "như", "thì", "mà", "vào", "bị", "số", "quý",
     "xã", "huyện", "tỉnh"}
)  # fmt: skip


@rule("mixed-tone-marks", Severity.WARNING)
def mixed_tone_marks(subject: Subject) -> Iterator[Finding]:
    """Hai kiểu bỏ dấu thanh trong một tệp (hóa và hoá).

    Vì sao: "hóa" và "hoá" là hai chuỗi chữ khác nhau, tìm chữ này không ra chữ kia; bản in
    không đều.

    Sai:

        noi_dung: Số hóa hồ sơ; tuyên truyền văn hoá, văn hóa công sở

    Đúng:

        noi_dung: Số hóa hồ sơ; tuyên truyền văn hóa, văn hóa công sở

    Kiểu dùng nhiều hơn trong tệp được coi là kiểu của tệp; mỗi kiểu dùng suốt tệp đều đúng.
    `cchc check --unsafe-fixes` viết lại theo kiểu của tệp (tên người thì xem lại).
    """
    marked = [
        (_Syllable(passage.start + syllable.start, syllable.word, syllable.vowels), is_new)
        for passage, written in subject.prose.passages
        for syllable, is_new in syllables(written)
    ]
    old = [syllable for syllable, is_new in marked if not is_new]
    new = [syllable for syllable, is_new in marked if is_new]
    fewer, usual = (new, old) if len(new) <= len(old) else (old, new)
    like = {syllable.vowels.lower(): syllable.word for syllable in reversed(usual)}
    for syllable in fewer if usual else ():
        yield _slip(syllable, like.get(_moved(syllable.vowels).lower(), usual[0].word))


@dataclass(frozen=True, slots=True)
class _Syllable:
    """A syllable that ends in oa, oe or uy with a tone mark; its two vowels begin at `start`."""

    start: int
    word: str
    vowels: str


@remembered
def syllables(text: str) -> tuple[tuple[_Syllable, bool], ...]:
    """Return the syllables of one text that can be written in two ways, True for the new way."""
    found = (*_OLD.finditer(text), *_NEW.finditer(text))
    if found and may_be_legacy(text):
        return ()
    return tuple((_Syllable(m.start(), _word(m), m[0]), m.re is _NEW) for m in found)


def _slip(syllable: _Syllable, like: str) -> Finding:
    word, instead = syllable.word, _moved(syllable.vowels)
    message = f'"{word}": dấu thanh đặt khác với "{like}" trong tệp này'
    hint = f'viết "{word.removesuffix(syllable.vowels)}{instead}"'
    return slip((syllable.start, syllable.start + 2), message, hint, instead)


def _word(found: re.Match[str]) -> str:
    """Return the whole syllable that ends where a match ends."""
    start = found.start()
    while start and found.string[start - 1].isalpha():
        start -= 1
    return found.string[start : found.end()]


def _moved(vowels: str) -> str:
    """Return two vowels with the tone mark on the other one: óa ↔ oá."""
    (a, mark_a), (b, mark_b) = map(_apart, vowels)
    return unicodedata.normalize("NFC", a + mark_b) + unicodedata.normalize("NFC", b + mark_a)


def _apart(letter: str) -> tuple[str, str]:
    """Return a letter without its tone mark, and the mark."""
    parts = unicodedata.normalize("NFD", letter)
    mark = "".join(part for part in parts if part in _TONES)
    return "".join(part for part in parts if part not in _TONES), mark


_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Both cases are spelled out, since ignoring case makes the search slow.
_END = r"(?![^\W\d_])"
_OLD = re.compile(rf"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ](?<![qQ].)[yY]){_END}")
_NEW = re.compile(rf"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU](?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ]){_END}")


@text_rule("leftover-markup", Severity.WARNING)
def leftover_markup(text: str) -> Iterator[Finding]:
    """Thẻ đánh dấu, mã hoặc chữ mẫu còn sót trong câu.

    Vì sao: chữ chép từ trang mạng, bản quét hay mẫu cũ kéo theo thẻ `<p>`, `&nbsp;`, `**`; in
    ra thì lộ nguyên.

    Sai:

        noi_dung: "<p>Ban hành **Kế hoạch** tuyên truyền&nbsp;</p>"

    Đúng:

        noi_dung: Ban hành Kế hoạch tuyên truyền

    `cchc check --unsafe-fixes` xóa được.
    """
    if _LEFTOVER_MARKUP_SIGNS.isdisjoint(text):
        return
    for pattern, what in _LEFTOVER_MARKUP_SHAPES:
        for found in pattern.finditer(text):
            message = f"còn sót {what} {found[0][:30]}"
            if found[0].startswith("&"):
                yield from _entity(found, message)
            else:
                yield slip(found.span(), message, "xóa đi", None if "{" in found[0] else "")


def _entity(found: re.Match[str], message: str) -> Iterator[Finding]:
    """Yield an entity of HTML; "TN&MT;" is an abbreviation, and names none."""
    name = found[1]
    if not name.startswith("#") and (name not in name2codepoint or name.isupper()):
        return
    letter = " " if name == "nbsp" else unescape(found[0])
    if letter.isprintable():
        yield slip(found.span(), message, f'sửa thành "{letter}"', letter)
    else:
        yield slip(found.span(), message, "xóa đi")


_LEFTOVER_MARKUP_SIGNS = frozenset("<&*{_[")
_TAGS = "p|br|b|i|u|strong|em|span|div|ul|ol|li|table|tbody|tr|td|th|font|a|sup|sub|h[1-6]|o:p|img"
_LEFTOVER_MARKUP_SHAPES = (
    (re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE), "thẻ"),
    (re.compile(r"&([A-Za-z]{2,8}|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});"), "mã"),
    (re.compile(r"\*\*|(?<!\w)__|__(?!\w)"), "dấu in đậm"),
    (re.compile(r"\{\{.{0,60}?\}\}|\{%.{0,60}?%\}"), "chữ mẫu"),
)

"""Rules about spelling: no Vietnamese syllable, letters of other tongues, what a scan misread."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cchc.checks.registry import rule, text_rule
from cchc.checks.subject import Subject
from cchc.checks.text import slip
from cchc.diagnostics import Finding, Severity
from cchc.plan.models import Plan
from cchc.syllables import is_name, is_possible, near
from cchc.text import may_be_legacy

OFFERED = 3
"""Words that are offered for one that is none."""


@rule("impossible-syllable", Severity.WARNING)
def impossible_syllable(subject: Subject) -> Iterator[Finding]:
    """Chữ không thể là một tiếng Việt.

    Vì sao: tiếng Việt có một số hữu hạn cách ghép âm đầu, vần và dấu thanh; chữ nằm ngoài đó
    ("tcụ", "Thuờng", "kếhoạch") là gõ nhầm, quét nhầm hoặc dính chữ, tìm không ra và in ra thì lộ.

    Sai:

        noi_dung: Rà soát, đơn giản hóa thủ tcụ hành chính

    Đúng:

        noi_dung: Rà soát, đơn giản hóa thủ tục hành chính

    Chữ viết tắt, tên riêng khai trong kế hoạch, tên tiếng dân tộc ("Đắk", "Krông") không bị nhắc.
    Chữ chắc chắn được đoán ra thì `cchc check --unsafe-fixes` sửa được.
    """
    flat = subject.prose.flat
    odd = _odd_in(flat)
    if not odd:
        return
    odd -= {word for word in odd if word.lower() in _names(subject.plan)}
    pairs = _pairs(flat)
    for passage, written in subject.prose.passages:
        for start, word, before in _places(written, odd):
            place = (passage.start + start, passage.start + start + len(word))
            yield _finding(place, word, _meant(word, before, pairs))


def _odd_in(text: str) -> set[str]:
    """Return the words of a text that are no syllable."""
    odd: set[str] = set()
    for token in set(text.split()) - _SOUND:
        words = (word for word in _WORD.findall(token) if not word.isascii())
        found = [word for word in words if not is_possible(word) and _is_meant_as_one(word)]
        odd.update(found)
        if not found and len(_SOUND) < _MOST:
            _SOUND.add(token)
    return odd


def _places(text: str, odd: set[str]) -> Iterator[tuple[int, str, str]]:
    """Yield where the odd words stand in one text: place, word, and the word before it."""
    if not any(word in text for word in odd):
        return
    if may_be_legacy(text) or not unicodedata.is_normalized("NFC", text):
        return  # told as such
    before = ""
    for found in _WORD.finditer(text):
        if found[0] in odd:
            yield found.start(), found[0], before.lower()
        before = found[0]


_SOUND: set[str] = set()
"""What stood between two blanks and was found sound: few plans have a word that no other has."""
_MOST = 50_000


def _is_meant_as_one(word: str) -> bool:
    """Return whether a word can only be a Vietnamese one: no abbreviation, no name, no loan."""
    toned = any(mark in _TONES for mark in unicodedata.normalize("NFD", word))
    spoken = len(word) > 1 and _VOWEL.search(unicodedata.normalize("NFD", word))
    abbreviated = not toned and word[1:] != word[1:].lower()
    if not spoken or abbreviated or not _VIETNAMESE.fullmatch(word.lower()):
        return False
    return not is_name(word) and word.lower() not in _LOANS


def _meant(word: str, before: str, pairs: Counter[str]) -> list[str]:
    """Return what may be meant, the likeliest first: what the plan writes after the same word."""
    candidates = list(near(word))
    likely = [c for c in candidates if pairs[f"{before} {c}"]]
    common = [c for c in candidates if all(pairs[part] for part in c.split())]
    usual = sorted(likely, key=lambda c: -pairs[f"{before} {c}"])
    return list(dict.fromkeys([*usual, *sorted(common, key=lambda c: -pairs[c]), *candidates]))


def _finding(place: tuple[int, int], word: str, meant: list[str]) -> Finding:
    shown = [_cased(candidate, word) for candidate in meant[:OFFERED]]
    hint = f"có phải: {', '.join(shown)}?" if shown else "viết lại cho đúng"
    message = f'"{word[:40]}" không thể là một tiếng Việt'
    return slip(place, message, hint, shown[0] if len(meant) == 1 else None)


def _cased(candidate: str, word: str) -> str:
    if word.isupper():
        return candidate.upper()
    return candidate[:1].upper() + candidate[1:] if word[:1].isupper() else candidate


def _pairs(text: str) -> Counter[str]:
    """Count the words of the plan, and its pairs of words that follow one another."""
    words = [word.lower() for word in _WORD.findall(text)]
    pairs = pairwise(words)
    return Counter(words) + Counter(f"{one} {other}" for one, other in pairs)


def _names(plan: Plan) -> set[str]:
    """Return the words, in lower case, of the names of people and places in the plan's head."""
    said = (plan.signer.name, plan.place, plan.agency.name, plan.agency.parent)
    return {word.lower() for name in said if name for word in _WORD.findall(name)}


# Not after a backslash: in "…" the letter behind it is an escape's.
_WORD = re.compile(r"(?<![\\\w])[^\W\d_]+(?!\w)")
_VIETNAMESE = re.compile("[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ]+")
_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOANS = frozenset(
    {"ôtô", "kiốt", "êđê", "môđun", "êkíp", "bêtông", "xêri", "côngtơ", "côngtenơ",
     "rơmoóc", "đôla", "áptômát", "ốpla", "sơmi", "xíchlô", "pôliêtilen", "ôxy", "cácbon",
     "prôtêin", "vácxin", "vắcxin", "rôbốt", "catalô", "menuê", "kilôgam", "kilômét",
     "xăngđan", "plây", "đăk", "đắk", "krông"}
)  # fmt: skip


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

DIGITS = (
    (re.compile(r"(?<=[0-9])[OoОо](?=[0-9])|(?<=\b20[0-9])[OoОо]\b"), "0"),
    (re.compile(r"\b[lI](?=[0-9]{1,3}/(?:[0-9]{4}/)?[A-ZĐ])|(?<=[0-9])[lI](?=[0-9])"), "1"),
)
"""Letters for digits: 2O25, l5/QĐ-UBND."""


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
    for pattern, digit in DIGITS:
        for found in pattern.finditer(text):
            message = f'chữ "{found[0]}" giữa các con số'
            yield slip(found.span(), message, f"sửa thành {digit}", digit, safe=True)


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

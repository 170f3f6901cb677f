"""Rules about what stands between the words: spaces, dashes, quotes and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.checks.registry import rule, text_rule
from cchc.checks.subject import Subject
from cchc.checks.text import slip
from cchc.diagnostics import Finding, Severity
from cchc.text import remembered


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

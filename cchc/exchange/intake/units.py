"""The offices that cells name: cut out of lists, known under one code in all their spellings.

A name is told from a list by how names of offices begin ("Sở", "Ban", "UBND" …): "Sở Văn hóa, Thể
thao và Du lịch" is one, "Sở Nội vụ, Sở Tư pháp" are two. Whatever is cut, the cell's own words stay
beside the codes wherever the names alone would print otherwise.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_HEAD = re.compile(
    r"Sở|Bộ|Ban|Cục|Vụ|Phòng|UBND|UBMTTQ|MTTQ|HĐND|Hội|Đoàn|Các|Đài|Báo|Trường|Viện|Thuế|Quỹ|Hạt"
    r"|Đội|BCH|BQL|BCĐ|VP|VPTK|VP-TK|CA|TAND|VKSND|LĐLĐ|Đảng|Tỉnh|Huyện|Xã|Phường|Ngành|Khu|Thôn"
    r"|Cổng|Trưởng|Đ/c"
)
"""How names of offices, and of those who stand for them, begin."""
_PAIR = re.compile(
    r"(?:ủy|uỷ) ban|liên (?:đoàn|minh|hiệp)|mặt trận|văn phòng|trung (?:tâm|ương)|thanh tra|kho bạc"
    r"|công (?:an|ty|chức|đoàn)|chi (?:cục|nhánh)|chủ (?:tịch|đầu)|cơ (?:quan|sở)|đơn vị|bệnh viện"
    r"|quân (?:sự|khu|đội)|bảo (?:hiểm|tàng)|ngân hàng|doanh nghiệp|tập đoàn|tổng (?:cục|công)"
    r"|thường trực|lãnh đạo|giám đốc|thủ (?:trưởng|tướng)|chánh (?:văn|thanh)|t(?:òa|oà) án|cán bộ"
    r"|người đứng|nhà (?:trường|máy|văn|thiếu)|địa (?:phương|chính)|học viện|nhân (?:viên|dân)"
    r"|bưu (?:điện|cục)|hiệp hội|thành (?:phố|đoàn|ủy|viên)|toàn thể|đặc khu|đồng chí|tạp chí"
    r"|kiểm (?:toán|lâm|sát)|phó (?:chủ|giám)|tổ (?:công|chuyên|chức|dân|giúp|trưởng)|trạm y"
)
"""Words that begin one only together: "Văn phòng" does, "Văn hóa" doesn't."""
_COLLECTIVE = re.compile(r"(?:các|những|toàn thể|mọi)\s+\w+", re.IGNORECASE)
_HALF = re.compile(
    r"(?:văn phòng\b.*\b(?:hđnd|đbqh|hội đồng nhân dân|quốc hội)|hđnd|đảng ủy|lãnh đạo)$",
    re.IGNORECASE,
)
"""What "và UBND" goes on of: "Văn phòng HĐND và UBND tỉnh" is one office."""
_PROSE = re.compile(
    r"\b(theo|phân công|quy định tại|tại (?:quyết định|kế hoạch)|khi|nếu|chịu trách nhiệm)\b",
    re.IGNORECASE,
)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class CellOffices:
    """The offices of a cell by their codes, and its own words where names print otherwise."""

    codes: tuple[str, ...]
    wording: str = ""


@dataclass(slots=True)
class SourceOffice:
    """An office: its code, the spelling met most, the others."""

    code: str
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """Return the spelling that was met most, of equals the first."""
        return max(self.spellings, key=lambda spelling: self.spellings[spelling])

    @property
    def others(self) -> list[str]:
        """Return the other spellings, in the order in which they were met."""
        return [spelling for spelling in self.spellings if spelling != self.name]


class Register:
    """The offices of a document, from the cells that name them."""

    def __init__(self, cells: Iterable[str]) -> None:
        texts = [cell for cell in cells if cell.strip()]
        self._sure = {
            _key(name) for text in texts if len(names := _cut(text)) == 1 for name in names
        }
        self._offices: dict[str, SourceOffice] = {}
        self.merged: list[tuple[str, str]] = []
        """Pairs of spellings that were taken for one office by their initials alone."""
        for text in texts:
            for name in self._names(text):
                self._note(name)
        self._join_abbreviated()
        self.by_code: dict[str, SourceOffice] = {}
        self._coin()

    def offices(self, text: str) -> CellOffices:
        """Return the offices that a cell names; no codes where it is prose."""
        if not text.strip():
            return CellOffices(())
        codes = tuple(dict.fromkeys(self._offices[_key(name)].code for name in self._names(text)))
        printed = [self.by_code[code].name for code in codes]
        joined = ("; " if any("," in name for name in printed) else ", ").join(printed)
        return CellOffices(codes, "" if joined == text else text)

    def _names(self, text: str) -> list[str]:
        names = _cut(text)
        return [known for name in names for known in self._cut_by_known(name)]

    def _cut_by_known(self, name: str) -> list[str]:
        """Return the names that follow each other in one without a mark between ("Sở A Sở B")."""
        starts = [found.start() for found in re.finditer(r"(?<=\w )(?=\w)", name)]
        for start in starts:
            before, after = name[:start].strip(), name[start:].strip()
            if _begins(after) and _key(before) in self._sure and _key(after) in self._sure:
                return [before, after]
        return [name]

    def _note(self, name: str) -> None:
        self._offices.setdefault(_key(name), SourceOffice("")).spellings[name] += 1

    def _join_abbreviated(self) -> None:
        """Take "Sở KH&CN" for "Sở Khoa học và Công nghệ": the same initials, one of them short."""
        for key, office in list(self._offices.items()):
            if not re.search(r"[A-ZĐ]&?[A-ZĐ]", office.name) or office.name.isupper():
                continue
            full = [
                other
                for other in self._offices.values()
                if other is not office and _initials(other.name) == _initials(office.name)
                and not re.search(r"[A-ZĐ]&?[A-ZĐ]", other.name)
                and other.name.split()[0] == office.name.split()[0]
            ]  # fmt: skip
            if len({id(other) for other in full}) == 1:
                self.merged.append((office.name, full[0].name))
                full[0].spellings.update(dict.fromkeys(office.spellings, 0))
                self._offices[key] = full[0]

    def _coin(self) -> None:
        for office in self._offices.values():
            if office.code:
                continue
            initials = _initials(office.name)[:14] or "DV"
            code, count = initials, 1
            while code in self.by_code:
                count += 1
                code = f"{initials}{count}"
            office.code = code
            self.by_code[code] = office


_ROLE = re.compile(
    r"(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:(?P<lead>chủ trì)(?: thực hiện)?\s*:"
    r"|phối hợp(?: thực hiện)?(?:\s*:|\s+với\s*:?))\s*",
    re.IGNORECASE,
)
_LEADS = re.compile(r"[\s(]*chủ trì[\s).,;]*$", re.IGNORECASE)


def by_role(text: str) -> tuple[str, str]:
    """Return who leads and who helps by a cell that says both: "Chủ trì: A; phối hợp: B"."""
    marks = list(_ROLE.finditer(text))
    if not marks:
        return text, ""
    said = {True: [_LEADS.sub("", text[: marks[0].start()])], False: []}
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(text)], strict=True):
        said[bool(mark["lead"])].append(text[mark.end() : end])
    lead, support = ([t.strip(" ,;.\n-–") for t in said[leads]] for leads in (True, False))
    return "\n".join(filter(None, lead)), "\n".join(filter(None, support))


def names_offices(text: str) -> bool:
    """Return whether a cell says nothing but names that begin as those of offices do."""
    names = _cut(text)
    return bool(names) and all(map(_begins, names))


def _cut(text: str) -> list[str]:
    """Return the names of offices in a cell, [] where it is prose."""
    names: list[str] = []
    for piece in _pieces(text):
        for part in _between_commas(piece):
            names += _between_and(part)
    names = [name for name in (re.sub(r"\s+", " ", n).strip(f"{_MARKS}.,") for n in names) if name]
    if not names or any(len(name) > _LONGEST for name in names):
        return []
    prose = any(_PROSE.search(name) for name in names)
    listed = re.search(r"\b[Cc]ác \w+:", text) is not None
    return [] if prose or (listed and len(names) > 1) else names


def _pieces(text: str) -> Iterator[str]:
    """Yield what stands between semicolons, and on lines of its own, without dashes before it."""
    held: list[str] = []
    for line in text.split("\n"):
        bare = line.strip(_MARKS)
        if held and (bare != line.strip() or _begins(bare)) and not _is_half(held[-1]):
            held.append(bare)
        else:
            held[-1:] = [f"{held[-1]} {bare}" if held else bare]
    for line in held:
        yield from (piece.strip(_MARKS) for piece in line.split(";"))


_MARKS = " -–—+•*"


def _is_half(name: str) -> bool:
    """Return whether a line only begins a name that the next one ends ("Lãnh đạo")."""
    return name.rstrip().endswith((" và", "Lãnh đạo", " của"))


def _between_commas(text: str) -> Iterator[str]:
    held = ""
    for piece in text.split(","):
        if held and _begins(piece.strip()):
            yield held
            held = piece.strip()
        else:
            held = f"{held}, {piece.strip()}" if held else piece.strip()
    yield held


def _between_and(text: str) -> Iterator[str]:
    for found in re.finditer(r"\s+(?:và|&)\s+", text):
        before, after = text[: found.start()], text[found.end() :]
        if _begins(after) and after[0].isupper() and _begins(before) and not _HALF.search(before):
            yield before
            yield from _between_and(after)
            return
    yield text


def _begins(text: str) -> bool:
    """Return whether a text begins as the name of an office does."""
    words = text.split()
    if not words:
        return False
    first = words[0].strip(":()")
    pair = " ".join(word.strip(",;:.()").casefold() for word in words[:2])
    alone = bool(_HEAD.fullmatch(first) or _COLLECTIVE.match(text))
    return alone or (first[:1].isupper() and bool(_PAIR.fullmatch(pair)))


_LONG = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "tp": "thành phố",
}


def _key(name: str) -> str:
    """Return a name as it is compared: small letters, the tone at the end of its word, no signs."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", name).casefold())
    plain = " ".join(_LONG.get(word, word) for word in words)
    return " ".join(_toneless(word) for word in plain.split())


def _toneless(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(c for c in letters if c not in tones) + tones


def _initials(name: str) -> str:
    """Return the first letters of the words, abbreviations whole: "Sở KH&CN tỉnh" → "SKHCNT"."""
    coined = []
    for word in re.findall(r"\w+", name):
        if word.casefold() in {"và", "của"}:
            continue
        short = len(word) > 1 and word.isupper()
        coined.append(word if short or word.isdigit() else word[0])
    bare = unicodedata.normalize("NFD", "".join(coined).upper().replace("Đ", "D"))
    return "".join(c for c in bare if c.isascii() and c.isalnum())

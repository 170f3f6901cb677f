"""What a column holds, told by its heading: offices write the same seven in many ways."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.text import fold

NUMBER, CONTENT, LEAD, SUPPORT = "stt", "noi_dung", "chu_tri", "phoi_hop"
PRODUCT, TIMING, NOTE = "san_pham", "thoi_gian", "ghi_chu"
KEYS = (NUMBER, CONTENT, LEAD, SUPPORT, PRODUCT, TIMING, NOTE)
SURE = 5
"""From this weight on a heading says by itself what its column is; below it is a doubt."""

_SHORT = {
    "cq": "co quan", "dv": "don vi", "bp": "bo phan", "ct": "chu tri", "ph": "phoi hop",
    "nd": "noi dung", "nv": "nhiem vu", "sp": "san pham", "kq": "ket qua", "th": "thuc hien",
    "tg": "thoi gian", "ht": "hoan thanh", "deadline": "thoi han",
}  # fmt: skip
"""The abbreviations that headings are written with, folded."""
_BODY = "(co quan|don vi|bo phan|phong ban|to chuc)"
_PERSON = "(ca nhan|can bo|cong chuc|nguoi|lanh dao)"
_LONGEST = 100
"""Letters of a heading: what is longer is a sentence."""
_WHO = f"({_BODY}|{_PERSON})"
_ALL = "(ten |noi dung |cac |danh muc |nhom )*"
_DOES = "(thuc hien|phu trach|dau moi|chiu trach nhiem|duoc (giao|phan cong)|soan thao|tham muu)"
_WORDS: tuple[tuple[str, int, str], ...] = (
    (NUMBER, 9, r"(s ?)?t ?t|so tt|so thu tu|thu tu"),
    (NUMBER, 3, r"so|no|ma|ma so|muc"),
    (LEAD, 9, r".*\bchu tri\b(?!.*\bphoi hop\b).*"),
    (LEAD, 7, rf"{_BODY}.* {_DOES}\b.*"),
    (LEAD, 5, rf"{_PERSON}.* {_DOES}\b.*"),
    (LEAD, 7, r".*\b(tham muu|dau moi|soan thao)\b.*"),
    (LEAD, 6, r"(phan cong )?trach nhiem( thuc hien| chinh)?|phan cong( thuc hien| nhiem vu)?"),
    (LEAD, 6, rf"phu trach|chiu trach nhiem|giao (cho|{_WHO})"),
    (LEAD, 4, r".*\bchu tri\b.*\bphoi hop\b.*"),
    (LEAD, 3, r".*\b(chiu trach nhiem|thuc hien boi|duoc giao|phu trach)\b.*"),
    (LEAD, 3, r"don vi|co quan|bo phan|co quan don vi|to chuc|ai( lam)?"),
    (SUPPORT, 9, r"(?!.*\bchu tri\b).*\bphoi hop\b.*"),
    (SUPPORT, 7, rf"({_WHO} |cung )?(ho tro|cong tac|tham gia|cung thuc hien)( thuc hien)?"),
    (SUPPORT, 4, rf".*\blien quan\b.*|{_WHO}.* tham gia"),
    (TIMING, 9, r"thoi (gian|han|diem|ky)\b.*|han (hoan thanh|xong|cuoi|thuc hien|nop|xu ly)\b.*"),
    (TIMING, 8, r".*\b(thoi gian|thoi han|han hoan thanh|thoi diem|ky han)\b.*"),
    (TIMING, 6, r"tien do( thuc hien| hoan thanh| trien khai)?|lo trinh.*|moc .*|han|lich .*"),
    (TIMING, 6, r"ngay (hoan thanh|ket thuc|xong|den han|bao cao|trinh)|hoan thanh.*"),
    (TIMING, 6, r"quy thang|thang quy|nam (thuc hien|hoan thanh)|tu ngay.* den ngay|dinh ky"),
    (TIMING, 3, r".*\b(han|tien do|lo trinh|bao gio|khi nao)\b.*"),
    (PRODUCT, 9, r".*\bsan pham\b.*|.*\bdau ra\b.*"),
    (PRODUCT, 7, r"(du kien |yeu cau )?ket qua\b.*"),
    (PRODUCT, 5, r"chi tieu (dat duoc|can dat|hoan thanh)|yeu cau( can dat| ket qua| dat duoc)?"),
    (PRODUCT, 5, r"muc tieu( can dat)?|minh chung|(hinh thuc )?van ban( (ban hanh|tham muu))?"),
    (PRODUCT, 3, r".*\bket qua\b.*"),
    (CONTENT, 9, rf"{_ALL}(noi dung|nhiem vu|cong viec|dau viec|hoat dong).{{0,40}}"),
    (CONTENT, 8, rf"{_ALL}(de an|du an|chuong trinh|giai phap|viec)\b.{{0,40}}"),
    (CONTENT, 8, rf"{_ALL}van ban\b(?! (ban hanh|tham muu)).{{0,40}}"),
    (CONTENT, 6, r"cong tac\b.{0,40}"),
    (CONTENT, 7, r"ke hoach|ke hoach (thuc hien|cong tac|trien khai)"),
    (CONTENT, 5, r"(linh vuc|tieu chi|chi tieu|muc tieu)\b.*\b(nhiem vu|noi dung|giai phap)\b.*"),
    (CONTENT, 4, r".*\b(nhiem vu|noi dung|cong viec|giai phap)\b.*"),
    (NOTE, 9, r"ghi chu.*|luu y"),
)  # fmt: skip
_PATTERNS = tuple((key, weight, re.compile(pattern)) for key, weight, pattern in _WORDS)

_OWN = re.compile(
    r"(?!.*\b(ket thuc|hoan thanh)\b).*\b(bat dau|khoi dong)\b.*|tu( ngay)?"
    r"|(?!thoi (gian|han)|van ban).*\bban hanh\b.*"
    r"|.*\b(kinh phi|den nay|theo doi|danh gia|chi dao|ky duyet|phe duyet)\b.*"
    r"|.*\b(tinh (hinh|trang)|ty le|don vi tinh|chuc vu)\b.*"
    r"|((quy|thang|tuan|nam) )?([ivx]+|\d{1,2}|20\d\d)( nam 20\d\d)?"
)
"""Headings of the office's own though they have words of a key: where a time begins, a period."""
_COUNTED = re.compile(
    r"don vi tinh|dvt|so luong|ty le|(thuc hien|ke hoach|muc tieu|uoc|chi tieu) (den )?nam \d+"
    r"|nam \d{4}|diem|thanh tien|don gia"
)
"""Headings of a table of figures: targets, budgets, scores."""


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """What a column is taken for: a key of a task, or "" for one of the office's own."""

    key: str
    weight: int = 9


def is_own(heading: str) -> bool:
    """Return whether a heading is plainly that of a column of the office's own."""
    return bool(_OWN.fullmatch(fold(heading)) or _COUNTED.fullmatch(fold(heading)))


def weights(heading: str) -> dict[str, int]:
    """Return how strongly a heading speaks for each key; empty where it speaks for none."""
    bare = fold(re.sub(r"\[\d+\]|\(\d+\)", "", heading))
    folded = " ".join(_SHORT.get(word, word) for word in bare.split())
    found: dict[str, int] = {}
    if len(folded) > _LONGEST or is_own(folded):
        return found
    for key, weight, pattern in _PATTERNS:
        if pattern.fullmatch(folded):
            found[key] = max(weight, found.get(key, 0))
    return found


def roles(
    headings: Sequence[str], mapped: Mapping[str, str], above: Sequence[str] = ()
) -> list[ColumnRole]:
    """Return the role of each column, no key twice; `mapped` is what a person said of headings.

    `above` are the headings that columns share with their neighbours: "Thời gian" over "Kết thúc".
    """
    said = {fold(heading): key for heading, key in mapped.items()}
    given = [said.get(fold(heading), "") for heading in headings]
    roles = [ColumnRole(key if key in KEYS else "") for key in given]
    wishes = sorted(
        (-weight, column, key)
        for column, heading in enumerate(headings)
        if not given[column]
        for key, weight in _spoken(heading, above[column] if above else "").items()
    )
    taken = {role.key for role in roles} - {""}
    settled = {column for column, key in enumerate(given) if key}
    for weight, column, key in wishes:
        if column not in settled and key not in taken:
            roles[column] = ColumnRole(key, -weight)
            settled.add(column)
            taken.add(key)
    return roles


def _spoken(heading: str, above: str) -> Mapping[str, int]:
    alone = weights(heading)
    if alone or not above or _OWN.fullmatch(fold(heading)):
        return alone
    return {key: min(weight, SURE) for key, weight in weights(f"{above} {heading}").items()}


def are_of_tasks(headings: Sequence[str], found: Sequence[ColumnRole]) -> bool:
    """Return whether columns with these roles hold tasks, not figures, names or signatures."""
    keys = {role.key for role in found} - {""}
    about = keys & {LEAD, SUPPORT, TIMING, PRODUCT}
    sure = {role.key for role in found if role.weight >= SURE} - {""}
    if len(sure) < 2 or not sure & about:
        return False
    counted = sum(bool(_COUNTED.fullmatch(fold(heading))) for heading in headings)
    if counted and not keys >= {CONTENT, LEAD, TIMING}:
        return False
    if CONTENT in keys:
        return bool(keys & {LEAD, TIMING}) or len(about) >= 2
    free = any(not role.key for role in found)
    return free and (
        len(sure & about) >= 2 or (NUMBER in keys and TIMING in keys and len(headings) >= 3)
    )


def is_numbering_row(texts: Sequence[str]) -> bool:
    """Return whether a row only counts the columns: "(1) (2) (3)", "A B 1 2"."""
    said = [re.sub(r"[()\[\].\s]", "", text) for text in texts if text.strip()]
    if len(said) < 3 or not all(re.fullmatch(r"[0-9]{1,2}|[A-Za-z]", text) for text in said):
        return False
    counted = [int(text) for text in said if text.isdecimal()]
    return len(counted) >= 2 and counted == list(range(counted[0], counted[0] + len(counted)))

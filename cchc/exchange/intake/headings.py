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

_WHO = "(co quan|don vi|bo phan|phong ban|to chuc|ca nhan|can bo|cong chuc|nguoi)"
_ALL = "(ten |noi dung |cac |danh muc )*"
_WORDS: tuple[tuple[str, int, str], ...] = (
    (NUMBER, 9, r"(s ?)?t ?t|so tt|so thu tu|thu tu"),
    (NUMBER, 3, r"so|no|ma|ma so|muc"),
    (LEAD, 9, r".*\bchu tri\b(?!.*\bphoi hop\b).*"),
    (LEAD, 7, rf"{_WHO} (thuc hien|phu trach|dau moi).*"),
    (LEAD, 7, r"(don vi|co quan|bo phan)?.*\b(tham muu|dau moi)\b.*"),
    (LEAD, 6, r"(phan cong )?trach nhiem( thuc hien| chinh)?|phan cong( thuc hien| nhiem vu)?"),
    (LEAD, 6, r"phu trach"),
    (LEAD, 6, rf".*{_WHO}.* (thuc hien|phu trach|chiu trach nhiem|duoc giao)"),
    (LEAD, 4, r".*\bchu tri\b.*\bphoi hop\b.*"),
    (LEAD, 3, r".*\b(chiu trach nhiem|thuc hien boi|duoc giao)\b.*|don vi|co quan|bo phan"),
    (SUPPORT, 9, r"(?!.*\bchu tri\b).*\bphoi hop\b.*"),
    (SUPPORT, 4, r".*\blien quan\b.*|don vi tham gia"),
    (TIMING, 9, r"thoi (gian|han|diem)\b.*|han (hoan thanh|xong|cuoi|thuc hien|nop)\b.*"),
    (TIMING, 8, r".*\b(thoi gian|thoi han|han hoan thanh|thoi diem)\b.*"),
    (TIMING, 6, r"tien do( thuc hien| hoan thanh)?|lo trinh.*|moc .*|ngay hoan thanh"),
    (TIMING, 6, r"hoan thanh (truoc|trong).*"),
    (PRODUCT, 9, r".*\bsan pham\b.*|.*\bdau ra\b.*"),
    (PRODUCT, 7, r"ket qua\b.*"),
    (PRODUCT, 5, r"chi tieu (dat duoc|can dat|hoan thanh)|yeu cau( can dat| ket qua)?"),
    (PRODUCT, 5, r"muc tieu( can dat)?"),
    (CONTENT, 9, rf"{_ALL}(noi dung|nhiem vu|cong viec|dau viec|hoat dong).{{0,40}}"),
    (CONTENT, 8, rf"{_ALL}(de an|du an|chuong trinh|giai phap|viec|ke hoach|van ban)\b.{{0,40}}"),
    (CONTENT, 5, r"(linh vuc|tieu chi|chi tieu|muc tieu)\b.*\b(nhiem vu|noi dung|giai phap)\b.*"),
    (CONTENT, 4, r".*\b(nhiem vu|noi dung|cong viec|giai phap)\b.*"),
    (NOTE, 9, r"ghi chu.*|luu y"),
)  # fmt: skip
_PATTERNS = tuple((key, weight, re.compile(pattern)) for key, weight, pattern in _WORDS)

_COUNTED = re.compile(
    r"don vi tinh|dvt|so luong|ty le|thuc hien nam \d+|ke hoach nam \d+|nam \d{4}|diem|thanh tien"
)
"""Headings of a table of figures: targets, budgets, scores."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a column is taken for: a key of a task, or "" for one of the office's own."""

    key: str
    weight: int = 9


def weights(heading: str) -> dict[str, int]:
    """Return how strongly a heading speaks for each key; empty where it speaks for none."""
    folded = fold(re.sub(r"\[\d+\]|\(\d+\)", "", heading))
    found: dict[str, int] = {}
    for key, weight, pattern in _PATTERNS:
        if pattern.fullmatch(folded):
            found[key] = max(weight, found.get(key, 0))
    return found


def roles(headings: Sequence[str], mapped: Mapping[str, str]) -> list[Role]:
    """Return the role of each column, no key twice; `mapped` is what a person said of headings."""
    said = {fold(heading): key for heading, key in mapped.items()}
    given = [said.get(fold(heading), "") for heading in headings]
    roles = [Role(key if key in KEYS else "") for key in given]
    wishes = sorted(
        (-weight, column, key)
        for column, heading in enumerate(headings)
        if not given[column]
        for key, weight in weights(heading).items()
    )
    taken = {role.key for role in roles} - {""}
    settled = {column for column, key in enumerate(given) if key}
    for weight, column, key in wishes:
        if column not in settled and key not in taken:
            roles[column] = Role(key, -weight)
            settled.add(column)
            taken.add(key)
    return roles


def are_of_tasks(headings: Sequence[str], found: Sequence[Role]) -> bool:
    """Return whether columns with these roles hold tasks, not figures, names or signatures."""
    keys = {role.key for role in found} - {""}
    about = keys & {LEAD, SUPPORT, TIMING, PRODUCT}
    counted = sum(bool(_COUNTED.fullmatch(fold(heading))) for heading in headings)
    if counted and not keys >= {CONTENT, LEAD, TIMING}:
        return False
    if CONTENT in keys:
        return bool(keys & {LEAD, TIMING}) or len(about) >= 2
    return NUMBER in keys and TIMING in keys and len(headings) >= 3


def is_numbering_row(texts: Sequence[str]) -> bool:
    """Return whether a row only counts the columns: "(1) (2) (3)", "A B 1 2"."""
    said = [re.sub(r"[()\[\].\s]", "", text) for text in texts if text.strip()]
    if len(said) < 3 or not all(re.fullmatch(r"[0-9]{1,2}|[A-Za-z]", text) for text in said):
        return False
    counted = [int(text) for text in said if text.isdecimal()]
    return len(counted) >= 2 and counted == list(range(counted[0], counted[0] + len(counted)))

"""An office's folder, begun: a sound plan, an empty ledger, and what git, CI and editors need."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import cchc
from cchc.errors import WrongUsage
from cchc.files import save
from cchc.text import fold
from cchc.timing.holidays import day_off


@dataclass(frozen=True, slots=True)
class NewOffice:
    """Who begins: the agency in its own words, its level, and what its papers say."""

    agency: str
    level: str
    year: int
    place: str
    signer: str
    position: str


def begin(
    folder: Path, office: NewOffice, more: Mapping[str, str]
) -> tuple[list[Path], list[Path]]:
    """Write an office's folder; return the files that were written, and those that were there.

    `more` are files by their names beside those of every folder: the schemas. What is there already
    is never touched. Raises `WrongUsage` for an unknown level or year, and
    `UnwritableFile`.
    """
    if office.level not in LEVELS:
        raise WrongUsage(f"--level phải là một trong: {', '.join(LEVELS)}")
    if not 2000 <= office.year <= 2100:
        raise WrongUsage("--year phải có bốn chữ số; viết như 2026")
    return _written(folder, {**_files(office), **more})


def begin_sample(folder: Path, more: Mapping[str, str]) -> tuple[list[Path], list[Path]]:
    """Write a folder like `begin`, with the plan that every example of the guide is about."""
    package = Path(str(files(cchc)))
    places = (package / "sample" / _SAMPLE, package.parent / "plans" / _SAMPLE)
    plan = next(place for place in places if place.is_file())
    ledger = _begun("ledger.yaml").format(year=plan.stem)
    own = {f"plans/{_SAMPLE}": plan.read_text("utf-8"), f"plans/{plan.stem}.tien-do.yaml": ledger}
    return _written(folder, {**own, **_copies(), **more})


_SAMPLE = "2025.yaml"


def _written(folder: Path, texts: Mapping[str, str]) -> tuple[list[Path], list[Path]]:
    written, kept = [], []
    for name, text in texts.items():
        path = folder / name
        if path.exists() or path.is_symlink():
            kept.append(path)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        save(path, text.encode())
        written.append(path)
    return written, kept


def _files(office: NewOffice) -> Mapping[str, str]:
    return {
        f"plans/{office.year}.yaml": plan_text(office),
        f"plans/{office.year}.tien-do.yaml": _begun("ledger.yaml").format(year=office.year),
        **_copies(),
    }


# The plan an office starts from: the frame of its level, and a first task of each field.


def plan_text(office: NewOffice) -> str:
    """Return a sound plan in YAML, with comments that say what to fill in."""
    level = LEVELS[office.level]
    short = re.sub("^ủy ban nhân dân", "UBND", office.agency.strip(), flags=re.IGNORECASE)
    council = short.startswith("UBND")
    authority = _quoted("TM. ỦY BAN NHÂN DÂN") if council else ""
    symbol = "KH-UBND" if council else f"KH-{_initials(short)}"
    units = "".join(f"  {code}: {{ten: {_quoted(name)}}}\n" for code, name in level.units)
    return _begun("plan.yaml").format(
        year=office.year,
        before=office.year - 1,
        subject=_quoted(f"Cải cách hành chính năm {office.year} của {short}"),
        symbol=_quoted(symbol),
        place=_quoted(office.place.strip()),
        parent="" if council else " # cơ quan cấp trên in phía trên tên cơ quan, chữ in hoa",
        agency=_quoted(office.agency.strip().upper()),
        short=_quoted(short),
        units=units,
        opening=_quoted(f"{short} ban hành Kế hoạch cải cách hành chính năm {office.year}:"),
        closing=_quoted(
            f"Trên đây là Kế hoạch cải cách hành chính năm {office.year} của {short}./."
        ),
        authority=authority,
        position=_quoted(office.position.strip()),
        signer=_quoted(office.signer.strip()),
        reports="".join(_reports(office.year, level.units[0][0])),
        groups="".join(_groups(office.year, [code for code, _ in level.units])),
    )


def _reports(year: int, code: str) -> Iterator[str]:
    for period, month in (("quý I", 3), ("6 tháng", 6), ("9 tháng", 9), ("năm", 12)):
        day = date(year, month, 14)
        while day_off(day):
            day -= timedelta(days=1)
        written = f"{day.day:02}/{day.month}"
        yield f"  - {{ky: {period}, cham_nhat: {written}, chu_tri: [{code}]}}\n"


def _groups(year: int, codes: list[str]) -> Iterator[str]:
    group = _begun("group.yaml")
    for place, (title, content, product, when) in enumerate(_FIELDS):
        lead, other = codes[place % len(codes)], codes[(place + 1) % len(codes)]
        yield group.format(
            title=title,
            content=_quoted(content.format(year=year)),
            lead=lead,
            other=other,
            product=_quoted(product),
            when=_quoted(when.format(year=year)),
        )


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isalpha()).upper()


def _quoted(text: str) -> str:
    """Return a text as YAML reads it, whatever letters it has: JSON is YAML."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def place_of(agency: str) -> str:
    """Return the place that an agency's name ends with: "Ủy ban nhân dân xã Sơn Mỹ" → "Sơn Mỹ"."""
    words = agency.split()
    kinds = [i for i, word in enumerate(words) if fold(word) in ("xa", "phuong", "huyen", "tinh")]
    return " ".join(words[kinds[-1] + 1 :]) if kinds else ""


@dataclass(frozen=True, slots=True)
class AgencyLevel:
    """What offices of a level have in common: their parts, and who signs."""

    position: str
    units: tuple[tuple[str, str], ...]


_COMMUNE = (
    ("VP", "Văn phòng HĐND và UBND"),
    ("KT", "Phòng Kinh tế"),
    ("VHXH", "Phòng Văn hóa - Xã hội"),
    ("TTHCC", "Trung tâm Phục vụ hành chính công"),
)
LEVELS = {
    "xa": AgencyLevel("CHỦ TỊCH", _COMMUNE),
    "phuong": AgencyLevel("CHỦ TỊCH", _COMMUNE),
    "huyen": AgencyLevel(
        "CHỦ TỊCH",
        (
            ("PNV", "Phòng Nội vụ"),
            ("VP", "Văn phòng HĐND và UBND"),
            ("PTP", "Phòng Tư pháp"),
            ("PTCKH", "Phòng Tài chính - Kế hoạch"),
        ),
    ),
    "so": AgencyLevel(
        "GIÁM ĐỐC",
        (("VPS", "Văn phòng Sở"), ("TCCB", "Phòng Tổ chức cán bộ"), ("KHTC", "Phòng Kế hoạch")),
    ),
    "tinh": AgencyLevel(
        "CHỦ TỊCH",
        (
            ("SNV", "Sở Nội vụ"),
            ("VPUB", "Văn phòng UBND tỉnh"),
            ("STP", "Sở Tư pháp"),
            ("STC", "Sở Tài chính"),
            ("SKHCN", "Sở Khoa học và Công nghệ"),
        ),
    ),
}
_FIELDS = (
    (
        "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "Ban hành Kế hoạch tuyên truyền cải cách hành chính năm {year}",
        "Kế hoạch",
        "Quý I năm {year}",
    ),
    (
        "CẢI CÁCH THỂ CHẾ",
        "Rà soát, hệ thống hóa văn bản quy phạm pháp luật còn hiệu lực",
        "Báo cáo kết quả rà soát",
        "Quý III năm {year}",
    ),
    (
        "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        "Công khai, cập nhật thủ tục hành chính tại nơi tiếp nhận hồ sơ",
        "Danh mục thủ tục hành chính được công khai",
        "Thường xuyên",
    ),
    (
        "CẢI CÁCH TỔ CHỨC BỘ MÁY",
        "Rà soát chức năng, nhiệm vụ của các đơn vị trực thuộc",
        "Báo cáo rà soát",
        "Quý II năm {year}",
    ),
    (
        "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        "Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính",
        "Kết luận kiểm tra",
        "6 tháng cuối năm {year}",
    ),
    (
        "CẢI CÁCH TÀI CHÍNH CÔNG",
        "Công khai dự toán, quyết toán ngân sách của cơ quan",
        "Quyết định công khai",
        "Hằng quý",
    ),
    (
        "XÂY DỰNG CHÍNH QUYỀN SỐ",
        "Nâng tỷ lệ hồ sơ giải quyết trực tuyến toàn trình",
        "Báo cáo tỷ lệ hồ sơ trực tuyến",
        "Quý IV năm {year}",
    ),
)
# What is written stands in the folder `begun`; the plan and the ledger have fields in it.

_FILES = {
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".github/workflows/ke-hoach.yml": "review.yml",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
}
"""What every folder has beside its plan and ledger, and the file it is a copy of."""


def _begun(name: str) -> str:
    return (files(cchc) / "exchange" / "begun" / name).read_text("utf-8")


def _copies() -> dict[str, str]:
    return {name: _begun(copied) for name, copied in _FILES.items()}

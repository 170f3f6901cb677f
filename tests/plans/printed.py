"""The plan's YAML as its paper would read, by a reader that knows nothing of cchc."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.plans.paper import Paper, Row

PLAN = Path(__file__).parents[2] / "plans" / "2025.yaml"
_NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_HEADER = (
    "STT",
    "Nội dung/ Nhiệm vụ",
    "Cơ quan chủ trì thực hiện",
    "Cơ quan phối hợp",
    "Sản phẩm",
    "Thời gian thực hiện",
    "Ghi chú",
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping of the plan, whose every scalar is text."""

    node: object

    def text(self, key: str, default: str = "") -> str:
        value = self._mapping().get(key, default)
        assert isinstance(value, str), f"{key}: {value!r}"
        return value

    def texts(self, key: str) -> list[str]:
        return [str(value) for value in self._sequence(key)]

    def entry(self, key: str) -> "Entry":
        return Entry(self._mapping()[key])

    def entries(self, key: str) -> "list[Entry]":
        return [Entry(value) for value in self._sequence(key)]

    def is_mapping(self, key: str) -> bool:
        return isinstance(self._mapping()[key], dict)

    def _mapping(self) -> dict[str, object]:
        assert isinstance(self.node, dict), f"{self.node!r}"
        return self.node

    def _sequence(self, key: str) -> list[object]:
        value = self._mapping().get(key, [])
        assert isinstance(value, list), f"{key}: {value!r}"
        return value


def print_plan(text: str) -> Paper:
    """Return the paper of a plan given as YAML text."""
    plan = Entry(yaml.load(text, yaml.BaseLoader))  # noqa: S506 -- makes nothing but text
    return Paper(tuple(_body(plan)), (_HEADER, *_rows(plan)))


def _body(plan: Entry) -> Iterator[str]:
    agency = plan.entry("co_quan")
    number, date = f"{plan.text('so')}/{plan.text('ky_hieu')}", _date(plan.text("ngay_ban_hanh"))
    yield from (agency.text("ban_hanh"), *_NATION)
    yield f"Số: {number}"
    yield f"{plan.text('dia_danh')}, {date}"
    yield from (plan.text("ten_loai", "KẾ HOẠCH"), plan.text("trich_yeu"))
    yield from _closed(f"Căn cứ {basis}" for basis in plan.texts("can_cu"))
    yield plan.text("mo_dau")
    for part in plan.entries("phan"):
        yield from _part(part, plan.entry("don_vi"))
    yield plan.text("ket")
    yield "Nơi nhận:"
    yield from _closed(f"- {name}" for name in plan.texts("noi_nhan"))
    yield from (plan.entry("nguoi_ky").text(key) for key in ("quyen_han", "chuc_vu", "ho_ten"))
    yield from ("Phụ lục", plan.entry("phu_luc").text("tieu_de"))
    yield f"(Kèm theo Kế hoạch số {number} {date} của {agency.text('ten')})"


def _date(value: str) -> str:
    year, month, *day = value.split("-")
    shown = month if int(month) < 3 else str(int(month))
    return f"ngày {' '.join(day)} tháng {shown} năm {year}".replace("  ", " ")


def _closed(lines: Iterator[str]) -> list[str]:
    *first, last = lines
    return [*(f"{line};" for line in first), f"{last}."]


def _part(part: Entry, units: Entry) -> Iterator[str]:
    unit = part.text("don_vi")
    title = units.entry(unit).text("chuc_danh") if unit else part.text("tieu_de")
    yield f"{part.text('so')}. {title} {part.text('ghi_chu')}".strip()
    yield from part.texts("doan")
    yield from (f"- {line}" for line in part.texts("y"))
    for inner in part.entries("muc"):
        yield from _part(inner, units)
    if note := part.text("luu_y"):
        yield f"Lưu ý: {note}"


def _rows(plan: Entry) -> Iterator[Row]:
    for number, group in zip(_ROMAN, plan.entry("phu_luc").entries("nhom"), strict=False):
        yield (f"{number}. {group.text('tieu_de')}", "", "", "", "", "", "")
        for task in group.entries("nhiem_vu"):
            yield (
                task.text("stt"),
                task.text("noi_dung"),
                _units(task, "chu_tri", plan.entry("don_vi")),
                _units(task, "phoi_hop", plan.entry("don_vi")),
                _products(task.texts("san_pham")),
                task.text("thoi_gian"),
                task.text("ghi_chu"),
            )


def _units(task: Entry, key: str, units: Entry) -> str:
    if task.is_mapping(key):
        return task.entry(key).text("van_ban")
    entries = [units.entry(code) for code in task.texts(key)]
    return ", ".join(unit.text("ten_in", unit.text("ten")) for unit in entries)


def _products(items: list[str]) -> str:
    if all(item[0].islower() for item in items[1:]):
        return "; ".join(items)
    return "\n".join(f"- {item}" for item in items)

"""What an editor shows of a key: its name in full, and how a value looks."""

from collections.abc import Mapping

from pydantic import BaseModel

from cchc.plan import models
from cchc.plan.models import (
    MEANINGS,
    Agency,
    ExplicitMilestone,
    Offices,
    Part,
    Plan,
    ReportDate,
    Section,
    Shape,
    Signer,
    Task,
    Unit,
)
from cchc.progress.ledger_file import Entry, LedgerFile

TITLES: Mapping[str, str] = {
    "ban_hanh": "Cơ quan ban hành",
    "can_cu": "Căn cứ",
    "cham_nhat": "Chậm nhất ngày",
    "che_do_bao_cao": "Chế độ báo cáo",
    "chu_quan": "Cơ quan chủ quản",
    "chu_tri": "Chủ trì",
    "chuc_danh": "Chức danh",
    "chuc_vu": "Chức vụ",
    "co_quan": "Cơ quan",
    "den_ngay": "Đến ngày",
    "dia_danh": "Địa danh",
    "doan": "Đoạn văn",
    "don_vi": "Đơn vị",
    "ghi_chu": "Ghi chú",
    "gom": "Gồm các đơn vị",
    "ho_ten": "Họ và tên",
    "ke_thua_boi": "Đơn vị kế thừa",
    "ket": "Câu kết",
    "ky": "Kỳ báo cáo",
    "ky_hieu": "Ký hiệu",
    "luu_y": "Lưu ý",
    "mo_dau": "Mở đầu",
    "moc": "Mốc",
    "muc": "Mục",
    "nam": "Năm",
    "ngay": "Ngày",
    "ngay_ban_hanh": "Ngày ban hành",
    "nguoi_ky": "Người ký",
    "nhiem_vu": "Nhiệm vụ",
    "nhom": "Nhóm nhiệm vụ",
    "noi_dung": "Nội dung",
    "noi_nhan": "Nơi nhận",
    "phan": "Phần",
    "phoi_hop": "Phối hợp",
    "phu_luc": "Phụ lục",
    "quyen_han": "Quyền hạn",
    "san_pham": "Sản phẩm",
    "sha256": "Mã SHA-256",
    "so": "Số",
    "stt": "Số thứ tự",
    "ten": "Tên",
    "ten_in": "Tên in",
    "ten_khac": "Cách viết khác",
    "ten_loai": "Tên loại",
    "tep": "Tệp",
    "thoi_gian": "Thời gian thực hiện",
    "tieu_de": "Tiêu đề",
    "trang_thai": "Trạng thái",
    "trich_yeu": "Trích yếu",
    "truoc": "Trước ngày",
    "tu_ngay": "Từ ngày",
    "van_ban": "Văn bản",
    "viec": "Việc",
    "y": "Các ý",
}
"""By YAML key."""

DESCRIPTIONS: Mapping[type[Part], Mapping[str, str]] = {
    **MEANINGS,
    Entry: {
        "ngay": "ngày việc ấy xảy ra",
        "nhiem_vu": "mã nhiệm vụ, như II.04; BC là các báo cáo theo chế độ",
        "moc": "mã mốc, như 2025-Q1; bỏ trống là mốc sớm nhất còn mở",
        "trang_thai": "đang thực hiện, hoàn thành, gia hạn, hủy hoặc mở lại",
        "van_ban": "văn bản chứng minh: tên loại, số, ký hiệu, ngày",
        "den_ngay": "hạn mới, chỉ khi gia hạn",
        "ghi_chu": "ghi chú; hoàn thành mà không có văn bản thì nói vì sao",
        "tep": "tệp của văn bản, đường dẫn từ thư mục của kế hoạch",
        "sha256": "mã SHA-256 của tệp, 64 chữ số thập lục phân",
    },
}

EXAMPLES: Mapping[type[Part], Mapping[str, list[object]]] = {
    Plan: {
        "nam": [2025],
        "ten_loai": ["KẾ HOẠCH"],
        "trich_yeu": ["Cải cách hành chính năm 2025 Xã Sơn Hạ"],
        "so": ["05"],
        "ky_hieu": ["KH-UBND"],
        "dia_danh": ["Sơn Hạ"],
        "ngay_ban_hanh": ["2024-12", "2024-12-25"],
        "can_cu": [["Kế hoạch số 234/KH-UBND ngày 19/12/2024 của UBND huyện về …"]],
        "ket": ["Trên đây là Kế hoạch Cải cách hành chính năm 2025 của UBND xã Sơn Hạ./."],
        "noi_nhan": [["UBND huyện", "Lưu: VT"]],
    },
    Agency: {
        "chu_quan": ["ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ"],
        "ban_hanh": ["ỦY BAN NHÂN DÂN XÃ SƠN HẠ"],
        "ten": ["UBND xã Sơn Hạ"],
    },
    Unit: {
        "ten": ["Văn phòng - Thống kê"],
        "ten_in": ["Bộ phận Văn phòng - Thống kê"],
        "chuc_danh": ["Công chức Văn phòng - Thống kê"],
        "ten_khac": [["VP-TK", "Văn phòng xã"]],
        "gom": [["VPTK", "TPHT"]],
        "tu_ngay": ["2025-07-01"],
        "den_ngay": ["2025-06-30"],
        "ke_thua_boi": ["VHXH"],
    },
    Offices: {"don_vi": [["VPTK", "TPHT"]]},
    ExplicitMilestone: {
        "tu_ngay": ["2025-01-01"],
        "den_ngay": ["2025-01-31"],
        "viec": ["ban hành Kế hoạch"],
    },
    Section: {"so": ["I", "1", "2.1"], "don_vi": ["VPTK"], "ghi_chu": ["(Có phụ lục kèm theo)"]},
    ReportDate: {
        "ky": ["quý I", "6 tháng", "9 tháng", "năm"],
        "truoc": ["05/3"],
        "cham_nhat": ["04/3"],
        "chu_tri": [["VPTK"]],
    },
    Signer: {
        "quyen_han": ["TM. ỦY BAN NHÂN DÂN"],
        "chuc_vu": ["CHỦ TỊCH"],
        "ho_ten": ["Đinh Trường Sơn"],
    },
    Task: {
        "stt": ["01"],
        "chu_tri": [["VPTK"]],
        "phoi_hop": [["TPHT", "CM"]],
        "san_pham": [["Kế hoạch của UBND xã", "báo cáo kết quả thực hiện"]],
        "thoi_gian": [
            "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo kết quả thực hiện",
            "Trước ngày 15/11/2025",
            "Thường xuyên trong năm",
        ],
        "moc": [[{"den_ngay": "2025-01-31"}]],
    },
    Entry: {
        "ngay": ["2025-01-24"],
        "nhiem_vu": ["II.04"],
        "moc": ["2025-01-31"],
        "van_ban": ["Quyết định số 15/QĐ-UBND ngày 24/01/2025"],
        "den_ngay": ["2025-04-30"],
        "tep": ["van-ban/qd-15.pdf"],
    },
}
"""By model and YAML key; a key that speaks for itself has none."""


# Building the schemas from the models, so that they accept what the models accept.

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> Shape:
    """Return the schema of a plan file."""
    made = _of(Plan, "Kế hoạch", "Tệp kế hoạch của cchc: điều đã hứa, đúng lời văn chính thức.")
    offices = made["$defs"]["Offices"]
    # A cell is a list of codes, or says more than codes.
    listed = {"type": "array", "items": models.TEXT}
    made["$defs"]["Offices"] = {"anyOf": [listed, offices]}
    made["properties"]["don_vi"]["additionalProperties"] = False
    return _shortened(made)


def ledger_schema() -> Shape:
    """Return the schema of a ledger file."""
    words = "Sổ theo dõi của cchc: điều đã làm, mỗi mục một ngày, chỉ ghi thêm vào cuối."
    made = _of(LedgerFile, "Sổ theo dõi", words)
    made["type"] = ["array", "null"]  # a ledger of comments alone is one without entries
    made["items"] = {"$ref": "#/$defs/Entry"}
    made["$defs"]["Entry"]["allOf"] = _RELATIONS
    return _shortened(made)


def _of(model: type[BaseModel], title: str, words: str) -> Shape:
    made = model.model_json_schema(by_alias=True)
    for name, part in _PARTS.items():
        shape = made if part is model else made.get("$defs", {}).get(name)
        if shape:
            _label(part, shape)
    return {"$schema": DRAFT} | made | {"title": title, "description": words}


def _label(part: type[Part], shape: Shape) -> None:
    """Give the keys of a model the words that an editor shows."""
    shape.pop("title", None)
    shape.pop("description", None)
    for key, value in shape["properties"].items():
        value.pop("default", None)
        value["title"] = TITLES[key]
        value["description"] = _sentence(DESCRIPTIONS[part][key])
        if examples := EXAMPLES.get(part, {}).get(key):
            value["examples"] = examples


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _shortened(made: Shape) -> Shape:
    """Return the schema with each shape of a value under its name, instead of in full each time."""
    short = {key: _named(value) for key, value in made.items() if key != "$defs"}
    parts = {key: _named(value) for key, value in made["$defs"].items()}
    used = str(short) + str(parts)
    named = {name: dict(shape) for name, shape in _NAMED.items() if f"#/$defs/{name}'" in used}
    return short | {"$defs": named | parts}


def _named(value: object) -> object:
    if isinstance(value, list):
        return [_named(inner) for inner in value]
    if not isinstance(value, Mapping):
        return value
    for name, shape in _NAMED.items():
        if shape.items() <= value.items():
            rest = {key: inner for key, inner in value.items() if key not in shape}
            return {"$ref": f"#/$defs/{name}"} | rest
    return {key: _named(inner) for key, inner in value.items()}


_PARTS: dict[str, type[Part]] = {
    name: part
    for name, part in {**vars(models), "Entry": Entry}.items()
    if isinstance(part, type) and issubclass(part, Part) and part is not Part
}
_NAMED: dict[str, Shape] = {
    "chu": models.TEXT,
    "cac_chu": models.TEXTS,
    "nam": models.YEAR,
    "ngay": models.DATE,
    "ngay_ban_hanh": models.ISSUE_DATE,
    "ngay_thang": models.DAY_MONTH,
    "ma_sha256": models.DIGEST,
}
_EXTENDS: Shape = {"properties": {"trang_thai": {"const": "gia_han"}}, "required": ["trang_thai"]}
_GIVEN: Shape = {"not": {"type": "null"}}
_RELATIONS: list[Shape] = [
    {
        "if": _EXTENDS,
        "then": {
            "properties": {"den_ngay": _GIVEN, "van_ban": _GIVEN},
            "required": ["den_ngay", "van_ban"],
        },
        "else": {"properties": {"den_ngay": {"type": "null"}}},
    },
    {
        "if": {"properties": {"sha256": {"type": "string"}}, "required": ["sha256"]},
        "then": {"properties": {"tep": _GIVEN}, "required": ["tep"]},
    },
]
"""What `Entry` asks of several keys together."""

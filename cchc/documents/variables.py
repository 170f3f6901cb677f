"""Every variable of the built-in templates, with its meaning: where it comes from, what it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache, reduce
from pathlib import Path
from typing import cast

from cchc.documents.fields import Fields, plan_fields
from cchc.plan.models import (
    Agency,
    Appendix,
    ExplicitMilestone,
    Group,
    Plan,
    ReportDate,
    Section,
    Signer,
    Table,
    Task,
    Unit,
    meanings,
)
from cchc.plan.schedule import scheduled
from cchc.progress.ledger_file import ledger_from

DAY = date(2025, 5, 15)


@dataclass(frozen=True, slots=True)
class Specimen:
    """The variables of a template, filled with everything, and with the least there can be."""

    full: Fields
    least: Fields


def specimen(template: str) -> Specimen:
    """Return the specimen of a built-in template, by its name without the ending."""
    return SPECIMENS[template]()


def _plan() -> Specimen:
    full, least = plan_fields(FULL), plan_fields(LEAST)
    units = cast("dict[str, object]", full["don_vi"])
    one = next(iter(units.values()))
    return Specimen(full | {"don_vi": _ByCode(units, one)}, least | {"don_vi": _ByCode({}, one)})


class _ByCode(dict[str, object]):
    """The offices by their codes; an office's template names codes that no specimen has."""

    def __init__(self, units: dict[str, object], other: object) -> None:
        super().__init__(units)
        self._other = other

    def __missing__(self, code: str) -> object:
        if code != code.upper() or code.startswith("_"):
            raise KeyError(code)
        return self._other


def _report() -> Specimen:
    from cchc.documents.report import report_fields
    from cchc.progress.periods import Looked, period_of
    from cchc.progress.report import report

    looked = Looked(DAY, named=True)
    full, least = (
        report_fields(report(plan, ledger, period_of(plan, "BC-Q2", looked), DAY))
        for plan, ledger in ((scheduled(FULL), EVENTS), (scheduled(LEAST), NO_EVENTS))
    )
    return Specimen(full, least)


def _letter() -> Specimen:
    from cchc.documents.reminder import letter_of
    from cchc.progress.reminders import reminders

    full = letter_of(reminders(scheduled(FULL), EVENTS, DAY, within=60))
    one = LEAST.model_copy(update={"units": {"DT": FULL.units["DT"]}})
    return Specimen(full, letter_of(reminders(scheduled(one), NO_EVENTS, DAY, within=60)))


def _province() -> Specimen:
    from cchc.documents.province import Gathered, ReportScope, province_fields
    from cchc.plan.communes import Commune, Fault
    from cchc.progress.rollup import account_of, survey

    made = []
    for plan, ledger, faulty in (
        (scheduled(FULL), EVENTS, [Fault(Path("xa/plans/2025.yaml"), "tệp trống")]),
        (scheduled(LEAST), NO_EVENTS, []),
    ):
        gathered = Gathered(ReportScope(DAY))
        commune = Commune("xa", Path("xa/plans/2025.yaml"), 2025, ())
        gathered.add(commune, survey(account_of(plan, ledger), DAY))
        made.append(province_fields(plan, gathered, faulty))
    return Specimen(*made)


SPECIMENS: dict[str, Callable[[], Specimen]] = {
    "ke-hoach": _plan,
    "bao-cao": _report,
    "bao-cao-tinh": _province,
    "cong-van-don-doc": _letter,
}
"""By the name of the built-in template, in the order they are told of."""


def _task(number: int, timing: str, **more: object) -> dict[str, object]:
    office = {"don_vi": ["VPTK"], "van_ban": "Công chức phụ trách"}
    return {
        "stt": f"{number:02}",
        "noi_dung": f"Một việc số {number}",
        "chu_tri": office,
        "phoi_hop": office,
        "san_pham": ["Báo cáo"],
        "thoi_gian": timing,
        "ghi_chu": "Ghi chú",
        **more,
    }


def _event(number: int, event: str, **more: str) -> dict[str, str]:
    return {"ngay": "2025-05-10", "nhiem_vu": f"I.{number:02}", "trang_thai": event, **more}


_INNERMOST = {
    "so": "a",
    "tieu_de": "Điểm",
    "don_vi": "VPTK",
    "ghi_chu": "(Có phụ lục kèm theo)",
    "doan": ["Một đoạn."],
    "y": ["một ý"],
    "luu_y": "điều cần lưu ý",
    "bang": [{"tieu_de": "Bảng", "cot": ["Cột"], "hang": [["ô"]]}],
}
_MIDDLE = _INNERMOST | {"so": "1", "tieu_de": "Khoản", "muc": [_INNERMOST]}
_MILESTONE = {"tu_ngay": "01/01/2025", "den_ngay": "31/03/2025", "viec": "ban hành"}

FULL = Plan.model_validate(
    {
        "nam": "2025",
        "trich_yeu": "Trích yếu",
        "so": "05",
        "ky_hieu": "KH-UBND",
        "dia_danh": "Địa danh",
        "ngay_ban_hanh": "2024-12-20",
        "co_quan": {"chu_quan": "CHỦ QUẢN", "ban_hanh": "BAN HÀNH", "ten": "UBND xã"},
        "don_vi": {
            "VPTK": {"ten": "Văn phòng", "chuc_danh": "Công chức Văn phòng"},
            "DT": {"ten": "Các đoàn thể"},
        },
        "can_cu": ["Luật"],
        "mo_dau": "Mở đầu:",
        "phan": [_MIDDLE | {"so": "I", "tieu_de": "PHẦN", "muc": [_MIDDLE]}],
        "ket": "Kết./.",
        "che_do_bao_cao": [{"ky": "quý II", "truoc": "05/6", "chu_tri": ["VPTK"]}],
        "noi_nhan": ["Cơ quan cấp trên", "Lưu: VT"],
        "nguoi_ky": {"quyen_han": "TM.", "chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn Mẫu"},
        "phu_luc": {
            "tieu_de": "DANH MỤC NHIỆM VỤ",
            "cot": ["stt", "noi_dung", "chu_tri", "phoi_hop", "san_pham", "thoi_gian", "ghi_chu"],
            "bang": [{"tieu_de": "Bảng", "cot": ["Cột"], "hang": [["ô"]]}],
            "nhom": [
                {
                    "tieu_de": "NHÓM",
                    "nhiem_vu": [
                        _task(1, "Quý I", moc=[_MILESTONE]),
                        _task(2, "Chậm nhất ngày 30/4/2025"),
                        _task(3, "Chậm nhất ngày 12/5/2025"),
                        _task(4, "Quý II"),
                        _task(5, "Quý III"),
                        _task(6, "Quý IV"),
                        _task(7, "Thường xuyên"),
                        _task(8, "Tháng 6"),
                    ],
                }
            ],
        },
    }
)

LEAST = Plan.model_validate(
    {"nam": "2025", "trich_yeu": "Trích yếu", "co_quan": {"ban_hanh": "CƠ QUAN"}}
)

EVENTS = ledger_from(
    [
        _event(2, "hoan_thanh", van_ban="Công văn số 1"),
        _event(4, "dang_thuc_hien", ghi_chu="thiếu kinh phí"),
        _event(6, "hoan_thanh", ghi_chu="chưa có văn bản"),
        _event(8, "huy", van_ban="Công văn số 2"),
    ]
)
NO_EVENTS = ledger_from([])


# What the variables of the reports mean, which are no keys of the plan file: one line a name.

Meanings = Mapping[str, str]

LETTERHEAD: Meanings = {
    "nam": "năm của kế hoạch",
    "so_ky_hieu": "cả dòng số, ký hiệu, chừa chỗ cho số",
    "dia_danh": "địa danh ghi trước ngày ban hành",
    "ngay_thang": "cả dòng địa danh, ngày tháng, chừa chỗ cho ngày",
    "co_quan": "cơ quan ban hành",
    "noi_nhan": "các nơi nhận, không có gạch đầu dòng và dấu ở cuối",
    "nguoi_ky": "người ký",
    "ke_hoach": "kế hoạch viết trong câu: “Kế hoạch số 05/KH-UBND ngày … về …”",
    "mo_dau": "đoạn mở đầu",
    "ket": "câu kết, hết bằng ./.",
}
REPORT: Meanings = {
    **LETTERHEAD,
    "ten_loai": "BÁO CÁO",
    "trich_yeu": "trích yếu: kết quả thực hiện kế hoạch nào, kỳ nào",
    "ky": "tên kỳ báo cáo, như “quý I năm 2025”",
    "tu_ngay": "ngày đầu kỳ",
    "den_ngay": "ngày cuối kỳ",
    "chot_so_lieu": "số liệu tính đến hết ngày này",
    "han_bao_cao": "ngày cuối còn đúng hạn gửi báo cáo",
    "dan_y": "các phần của báo cáo theo thứ tự",
    "ky_sau": "tên kỳ tiếp theo",
    "kem_theo": "dòng “(Kèm theo Báo cáo số … ngày … của …)” dưới tên phụ lục",
    "ten_phu_luc": "tên phụ lục số liệu, chữ in hoa",
    "so_lieu": "hàng tổng cộng",
    "theo_nhom": "số liệu theo nhóm, mỗi nhóm một hàng",
    "theo_don_vi": "số liệu theo đơn vị chủ trì, mỗi đơn vị một hàng",
    "chi_tieu": "bảng chỉ tiêu thống kê, mỗi nhóm nhiệm vụ một phần",
    "bieu_do": "lời của biểu đồ; hình có tên bieu_do trong mẫu thì được vẽ lại",
}
AREA: Meanings = {"de_muc": "tên nhóm nhiệm vụ", "dong": "các chỉ tiêu"}
INDICATOR: Meanings = {
    "stt": "số thứ tự",
    "ten": "chỉ tiêu",
    "don_vi": "đơn vị tính",
    "so_lieu": "số liệu tính từ kế hoạch và sổ theo dõi; trống thì người lập báo cáo điền",
    "ghi_chu": "ghi chú",
}
PROVINCE: Meanings = {
    **{name: REPORT[name] for name in (*LETTERHEAD, "ten_loai", "chot_so_lieu", "dan_y")},
    "trich_yeu": "trích yếu: tiến độ kế hoạch nào, kỳ nào, của những ai",
    "ky": "tên kỳ báo cáo, như “quý I năm 2025”; không chọn kỳ thì là năm",
    "kem_theo": REPORT["kem_theo"],
    "ten_phu_luc": REPORT["ten_phu_luc"],
    "bang": "các bảng số liệu: theo xã, nhóm, đơn vị, quý",
    "qua_han": "các xã có mốc quá hạn, mỗi xã với những mốc ấy",
}
PROVINCE_PART: Meanings = {
    "de_muc": "số La Mã và tên của phần",
    "doan": "các đoạn văn",
    "y": "các ý gạch đầu dòng",
    "can_viet": "điều người lập báo cáo phải viết; trống khi không cần",
}
TABLE: Meanings = {
    "tieu_de": "số và tên của bảng",
    "cot": "tên cột đầu",
    "hang": "các hàng, mỗi xã, nhóm, đơn vị hoặc quý một hàng",
    "cong": "hàng tổng cộng",
}
LATE: Meanings = {"ten": "tên xã và số mốc quá hạn", "viec": "các mốc, lâu nhất xếp trước"}
PART: Meanings = {
    "de_muc": "số La Mã và tên của phần",
    "muc": "các mục của phần",
}
SECTION: Meanings = {
    "de_muc": "số và tên của mục, trống khi phần không chia mục",
    "tieu_de": "tên của mục",
    "doan": "các đoạn văn",
    "y": "các ý gạch đầu dòng",
    "viec": "bảng việc, mỗi mốc một hàng",
    "viec_toi": "bảng việc của kỳ tới",
    "can_viet": "điều người lập báo cáo phải viết; trống khi không cần",
}
SORT: Meanings = {
    "tieu_de": "tên loại việc, như “Nhiệm vụ quá hạn”",
    "viec": "bảng việc của loại này, mỗi mốc một hàng",
}
WORK: Meanings = {
    "tt": "số thứ tự trong bảng",
    "ma": "mã nhiệm vụ, như II.04; trống với báo cáo theo chế độ",
    "noi_dung": "nội dung nhiệm vụ, mã ở cuối",
    "moc": "tên mốc, trống khi việc chỉ có một mốc",
    "han": "ngày cuối còn đúng hạn",
    "qua_han": "số ngày quá hạn, trống khi không quá hạn",
    "chu_tri": "tên các đơn vị chủ trì",
    "ket_qua": "kết quả, như “Hoàn thành ngày …, đúng hạn (…)”",
}
COUNTS: Meanings = {
    "ma": "mã của hàng: số của nhóm, hoặc mã đơn vị",
    "ten": "tên của hàng",
    "tong": "tất cả các mốc",
    "xong_dung_han": "hoàn thành đúng hạn",
    "xong_qua_han": "hoàn thành quá hạn",
    "chua_trong_han": "chưa hoàn thành, còn trong hạn",
    "chua_qua_han": "chưa hoàn thành, quá hạn",
    "da_huy": "đã hủy",
}
LETTER: Meanings = {
    **LETTERHEAD,
    "ve_viec": "dòng “V/v …” dưới số, ký hiệu",
    "ngay_xet": "ngày xét",
    "tra_loi": "ngày cuối để trả lời",
    "don_vi": "các đơn vị được nhắc, cũng là nơi nhận ở dòng Kính gửi",
}
REMINDED: Meanings = {
    "ma": "mã đơn vị",
    "ten": "tên đơn vị",
    "de_muc": "số và tên, trống khi chỉ có một đơn vị",
    "loai": "việc của đơn vị, theo từng loại: quá hạn, sắp đến hạn, thiếu văn bản",
}


# What a variable of a template is: a text, a list of something, or further variables.


class ValueKind(StrEnum):
    """The kinds of values a template meets, as its writer would call them."""

    TEXT = "chữ"
    LIST = "danh sách"
    FIELDS = "nhóm biến"
    CODES = "nhóm biến theo mã"
    ANYTHING = "không rõ"


@dataclass(frozen=True, slots=True)
class ValueShape:
    """A kind, with the names inside it or what each of its elements is."""

    kind: ValueKind
    names: Mapping[str, "ValueShape"] = field(default_factory=dict)
    each: "ValueShape | None" = None

    @property
    def element(self) -> "ValueShape":
        """Return what an element of it is."""
        return self.each or ANYTHING


TEXT = ValueShape(ValueKind.TEXT)
ANYTHING = ValueShape(ValueKind.ANYTHING)


def list_of(element: ValueShape) -> ValueShape:
    """Return a list of elements of one shape."""
    return ValueShape(ValueKind.LIST, each=element)


def shape_of(value: object, codes: bool = False) -> ValueShape:
    """Return the shape of a value of a context; with `codes` its names are those of the plan."""
    if isinstance(value, list):
        return list_of(reduce(_both, map(shape_of, value), ANYTHING))
    if not isinstance(value, Mapping):
        return TEXT
    names = {key: shape_of(inner, codes=key == CODES) for key, inner in value.items()}
    if codes and names:
        return ValueShape(ValueKind.CODES, each=next(iter(names.values())))
    return ValueShape(ValueKind.FIELDS, names)


def _both(one: ValueShape, other: ValueShape) -> ValueShape:
    """Return what elements of two shapes have: a list that is empty in one tells nothing."""
    if one.kind is not other.kind:
        return other if one.kind is ValueKind.ANYTHING else one
    if one.kind is ValueKind.LIST:
        return list_of(_both(one.element, other.element))
    common = {key: _both(shape, one.names.get(key, shape)) for key, shape in other.names.items()}
    return ValueShape(one.kind, {**one.names, **common}, one.each)


CODES = "don_vi"
"""The variable whose names are the codes of the plan's offices."""


# Every variable of the built-in templates, with its meaning: where it comes from, what it is.


@dataclass(frozen=True, slots=True)
class Thing:
    """A table of variables: those of a template itself, or of what a loop goes through."""

    name: str
    """The loop variable's name in the built-in template; "" for the template itself."""
    title: str
    path: tuple[str, ...]
    """The way to it from the top; a list on the way stands for each of its elements."""
    meanings: Meanings


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: its name, what it is, what it means."""

    name: str
    shape: ValueShape
    meaning: str


@cache
def shape_of_template(template: str) -> ValueShape:
    """Return the shape of everything that a built-in template can reach."""
    return shape_of(specimen(template).full)


def variables(template: str, thing: Thing) -> Iterator[Variable]:
    """Yield the variables of a table, in the order the template has them."""
    shape = shape_of_template(template)
    for name in thing.path:
        shape = shape.names[name]
        shape = shape.element if shape.kind in (ValueKind.LIST, ValueKind.CODES) else shape
    for name, inner in shape.names.items():
        yield Variable(name, inner, thing.meanings[name])


_PLAN = {
    **meanings(Plan),
    "ten_loai": "tên loại văn bản, chữ in hoa; trống với công văn",
    "ve_viec": "dòng “V/v …” dưới số, ký hiệu của công văn; trống với loại khác",
    "tham_quyen": "ai ban hành quyết định: “GIÁM ĐỐC SỞ NỘI VỤ”; trống với loại khác",
    "lenh": "“QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:” trước các điều; trống với loại khác",
    "can_cu_dong": "các căn cứ như bản in ghi, có chữ “Căn cứ”, không có dấu cuối dòng",
    "so_ky_hieu": "cả dòng số, ký hiệu: “Số: 05/KH-UBND”, chừa chỗ khi chưa có số",
    "ngay_thang": "cả dòng địa danh, ngày tháng, chừa chỗ khi chưa có ngày",
    "kem_theo": "dòng “(Kèm theo Kế hoạch số … ngày … của …)” dưới tên phụ lục",
}
_SECTION = {**meanings(Section), "de_muc": "số và tên của phần, mục, như “1. Mục đích”"}
_GROUP = {**meanings(Group), "so": "số của nhóm: I, A …", "de_muc": "số và tên của nhóm"}
_CELLS = ("noi_dung", "chu_tri", "phoi_hop", "san_pham", "thoi_gian", "ghi_chu")
_TASK = {
    **meanings(Task),
    "ma": "mã nhiệm vụ, như II.04",
    "o": "các ô theo các cột đã khai ở phu_luc.cot",
    "chu_tri_van_ban": "nguyên văn ô chủ trì, trống khi ô chỉ là tên đơn vị",
    "phoi_hop_van_ban": "nguyên văn ô phối hợp, trống khi ô chỉ là tên đơn vị",
    **{f"{key}_doan": f"từng đoạn của {key}, mỗi đoạn là một đoạn của Word" for key in _CELLS},
}
_NAMES = {
    **meanings(Agency),
    "chu_quan_dong": "tên cơ quan chủ quản, đã xuống dòng cho đầu văn bản",
    "ban_hanh_dong": "tên cơ quan ban hành, đã xuống dòng cho đầu văn bản",
}
_CELL = {
    "doan": "từng đoạn của ô",
    "giua": "có chữ khi ô canh giữa",
}
_APPENDIX = {**meanings(Appendix), "so_cot": "số cột đã khai; 0 là bảy cột thường dùng"}
_TASKS = ("phu_luc", "nhom", "nhiem_vu")
_AGENCY = Thing("co_quan", "Cơ quan", ("co_quan",), _NAMES)
_SIGNER = Thing("nguoi_ky", "Người ký", ("nguoi_ky",), meanings(Signer))

THINGS: dict[str, tuple[Thing, ...]] = {
    "ke-hoach": (
        Thing("", "Kế hoạch", (), _PLAN),
        _AGENCY,
        _SIGNER,
        Thing("muc", "Một phần, mục", ("phan",), _SECTION),
        Thing("phu_luc", "Phụ lục", ("phu_luc",), _APPENDIX),
        Thing("nhom", "Một nhóm", ("phu_luc", "nhom"), _GROUP),
        Thing("nhiem_vu", "Một nhiệm vụ", _TASKS, _TASK),
        Thing("o", "Một ô của các cột đã khai", (*_TASKS, "o"), _CELL),
        Thing("moc", "Một mốc", (*_TASKS, "moc"), meanings(ExplicitMilestone)),
        Thing("bang", "Một bảng", ("phu_luc", "bang"), meanings(Table)),
        Thing("bao_cao", "Một kỳ báo cáo", ("che_do_bao_cao",), meanings(ReportDate)),
        Thing("don_vi", "Một đơn vị", ("don_vi",), meanings(Unit)),
    ),
    "bao-cao": (
        Thing("", "Báo cáo", (), REPORT),
        _AGENCY,
        _SIGNER,
        Thing("phan", "Một phần", ("dan_y",), PART),
        Thing("muc", "Một mục", ("dan_y", "muc"), SECTION),
        Thing("viec", "Một việc", ("dan_y", "muc", "viec"), WORK),
        Thing("hang", "Một hàng số liệu", ("theo_nhom",), COUNTS),
        Thing("linh_vuc", "Một phần của bảng chỉ tiêu", ("chi_tieu",), AREA),
        Thing("dong", "Một chỉ tiêu", ("chi_tieu", "dong"), INDICATOR),
    ),
    "bao-cao-tinh": (
        Thing("", "Báo cáo của tỉnh", (), PROVINCE),
        _AGENCY,
        _SIGNER,
        Thing("phan", "Một phần", ("dan_y",), PROVINCE_PART),
        Thing("mot", "Một bảng", ("bang",), TABLE),
        Thing("hang", "Một hàng số liệu", ("bang", "hang"), COUNTS),
        Thing("xa", "Một xã có mốc quá hạn", ("qua_han",), LATE),
        Thing("viec", "Một mốc quá hạn", ("qua_han", "viec"), WORK),
    ),
    "cong-van-don-doc": (
        Thing("", "Công văn", (), LETTER),
        _AGENCY,
        _SIGNER,
        Thing("noi", "Một đơn vị được nhắc", ("don_vi",), REMINDED),
        Thing("loai", "Một loại việc", ("don_vi", "loai"), SORT),
        Thing("viec", "Một việc", ("don_vi", "loai", "viec"), WORK),
    ),
}
"""The tables of each built-in template, from the outside inwards."""

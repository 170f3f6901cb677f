"""Plans at the edges of what an office writes: empty, long, many, and with every odd letter."""

from cchc.plan.models import Plan
from tests.documents.plans import plan_of

ODD = "A & B <c> \"d\" 'e' {{ x }} 😀"
SIGNER = {"quyen_han": "TM. ỦY BAN NHÂN DÂN", "chuc_vu": "CHỦ TỊCH", "ho_ten": "Đinh Văn A"}
LETTERHEAD: dict[str, object] = {
    "so": "5",
    "ky_hieu": "KH-UBND",
    "dia_danh": "Sơn Hạ",
    "ngay_ban_hanh": "2024-12-05",
    "trich_yeu": "Cải cách hành chính năm 2025",
    "co_quan": {"ban_hanh": "ỦY BAN NHÂN DÂN XÃ SƠN HẠ", "ten": "UBND xã Sơn Hạ"},
    "nguoi_ky": SIGNER,
    "noi_nhan": ["UBND huyện", "Lưu: VT"],
    "ket": "Trên đây là Kế hoạch cải cách hành chính năm 2025 của UBND xã./.",
}
UNITS = {"VPTK": {"ten": "Bộ phận Văn phòng - Thống kê"}}


def appendix(*tasks: dict[str, object], title: str = "CÔNG TÁC CHỈ ĐẠO") -> dict[str, object]:
    """Return an appendix of one group of these tasks."""
    group = {"tieu_de": title, "nhiem_vu": list(tasks)}
    return {"tieu_de": "NỘI DUNG, NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025", "nhom": [group]}


def task(number: int, content: str = "Xây dựng và ban hành Kế hoạch") -> dict[str, object]:
    """Return a task with all its columns."""
    return {
        "stt": f"{number:02}",
        "noi_dung": f"{content} {number}",
        "chu_tri": ["VPTK"],
        "phoi_hop": ["VPTK"],
        "san_pham": ["Kế hoạch", "báo cáo"],
        "thoi_gian": "Quý I năm 2025",
    }


def odd() -> Plan:
    """Return a plan with an odd text in every field that takes any text."""
    unit = {"ten": ODD, "chuc_danh": ODD}
    part = {"so": "I", "tieu_de": ODD, "ghi_chu": ODD, "doan": [ODD], "y": [ODD], "luu_y": ODD}
    deeper = {"so": "1", "don_vi": "VPTK", "y": [ODD]}
    row = dict.fromkeys(("noi_dung", "thoi_gian", "ghi_chu"), ODD)
    products: dict[str, object] = {"stt": ODD, "san_pham": [ODD], "chu_tri": ["VPTK"], **row}
    return plan_of(
        ten_loai=ODD,
        trich_yeu=ODD,
        so=ODD,
        ky_hieu=ODD,
        dia_danh=ODD,
        co_quan={"chu_quan": ODD, "ban_hanh": ODD, "ten": ODD},
        don_vi={"VPTK": unit},
        can_cu=[ODD],
        mo_dau=ODD,
        phan=[part | {"muc": [deeper]}],
        ket=ODD,
        noi_nhan=[ODD],
        nguoi_ky=dict.fromkeys(SIGNER, ODD),
        phu_luc={"tieu_de": ODD, "nhom": [{"tieu_de": ODD, "nhiem_vu": [products]}]},
    )


WORDS = [f"chữ{number}" for number in range(3000)]
RECIPIENTS = [f"Ban, ngành, đoàn thể số {number} của xã" for number in range(1, 40)]
PARTS: list[dict[str, object]] = [
    {"so": "I", "tieu_de": "MỤC ĐÍCH, YÊU CẦU"},
    {"so": "II", "tieu_de": "NHIỆM VỤ", "muc": [{"so": "1", "tieu_de": "Nhiệm vụ chung"}]},
    {"so": "III", "tieu_de": "TỔ CHỨC THỰC HIỆN", "y": ["Các bộ phận thực hiện Kế hoạch này."]},
]
TALL = "\n".join(" ".join(WORDS[start : start + 300]) for start in range(0, 3000, 300))

PLANS = {
    "empty-sections": plan_of(**LETTERHEAD, phan=PARTS),
    "long-cell": plan_of(
        **LETTERHEAD, don_vi=UNITS, phu_luc=appendix(task(1), task(2, TALL), task(3))
    ),
    "thousand": plan_of(
        **LETTERHEAD, don_vi=UNITS, phu_luc=appendix(*(task(n) for n in range(1, 1001)))
    ),
    "recipients": plan_of(**LETTERHEAD | {"noi_nhan": [*RECIPIENTS, "Lưu: VT"]}, phan=PARTS),
    "two-lines": plan_of(
        **LETTERHEAD
        | {
            "co_quan": {
                "chu_quan": "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",
                "ban_hanh": "BAN QUẢN LÝ KHU KINH TẾ DUNG QUẤT VÀ CÁC KHU CÔNG NGHIỆP QUẢNG NGÃI",
            },
            "trich_yeu": "Cải cách hành chính, chuyển đổi số và kiểm soát thủ tục hành chính "
            "năm 2025 trên địa bàn Khu kinh tế Dung Quất và các khu công nghiệp",
        },
        phan=PARTS,
    ),
    "odd": odd(),
    "no-closing": plan_of(
        **LETTERHEAD | {"ket": None},
        phan=[{"so": "I", "tieu_de": "MỤC", "y": [f"Ý thứ {n}, dài một dòng." for n in range(26)]}],
    ),
}
"""By name. Of all but the two long ones, every page is looked at by a person when they change."""

"""The kinds of official documents, by name and by the abbreviation that symbols begin with.

Sources: Nghị định 30/2020/NĐ-CP, phụ lục III; Luật Ban hành văn bản quy phạm pháp luật for those
above a commune's own.
"""

_NAMES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "KL": "Kết luận",
    "CV": "Công văn",
}
"""Abbreviations in symbols; CV is the Party's, the state writes a công văn without one."""
_WORDS = (*_NAMES.values(), "Chương trình hành động", "Luật", "Pháp lệnh", "Lệnh")
KINDS = {word.casefold(): word for word in _WORDS} | {a.casefold(): n for a, n in _NAMES.items()}
"""The name in full, by the name or the abbreviation in lower case."""

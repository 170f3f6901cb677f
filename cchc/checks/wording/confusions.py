"""What scanners make of common words of official Vietnamese, and what stood on the paper.

Only what can't be meant: a syllable that doesn't exist, or two that never stand together. Lower
case; the words of a pair are as many on both sides.
"""

import re

CONFUSIONS = {
    "niềm yết": "niêm yết",
    "niệm yết": "niêm yết",
    "đơn đốc": "đôn đốc",
    "đồn đốc": "đôn đốc",
    "thời gia quy định": "thời gian quy định",
    "thời gia thực hiện": "thời gian thực hiện",
    "thơi gian": "thời gian",
    "thông kê": "thống kê",
    "tránh đề trường hợp": "tránh để trường hợp",
    "kế hoach": "kế hoạch",
    "kê hoạch": "kế hoạch",
    "kế họach": "kế hoạch",
    "thực hiên": "thực hiện",
    "thưc hiện": "thực hiện",
    "thục hiện": "thực hiện",
    "triển khại": "triển khai",
    "triên khai": "triển khai",
    "cải các hành chính": "cải cách hành chính",
    "cải cach": "cải cách",
    "hành chinh": "hành chính",
    "hành chình": "hành chính",
    "chinh phủ": "chính phủ",
    "chính phú": "chính phủ",
    "chính quyên": "chính quyền",
    "chuyên đổi số": "chuyển đổi số",
    "chuyển đối số": "chuyển đổi số",
    "quyêt định": "quyết định",
    "quyết đinh": "quyết định",
    "nghị đinh": "nghị định",
    "nghi định": "nghị định",
    "nghị quyêt": "nghị quyết",
    "chi thị số": "chỉ thị số",
    "thủ tuc": "thủ tục",
    "thú tục": "thủ tục",
    "ủy bàn nhân dân": "ủy ban nhân dân",
    "úy ban nhân dân": "ủy ban nhân dân",
    "ùy ban": "ủy ban",
    "hội đông nhân dân": "hội đồng nhân dân",
    "nhân đân": "nhân dân",
    "báo cảo": "báo cáo",
    "bảo cáo": "báo cáo",
    "tuyên truyên": "tuyên truyền",
    "tuyền truyền": "tuyên truyền",
    "ban hanh": "ban hành",
    "phôi hợp": "phối hợp",
    "phối hơp": "phối hợp",
    "rà soat": "rà soát",
    "ra soát": "rà soát",
    "kiêm tra": "kiểm tra",
    "kiếm tra": "kiểm tra",
    "đia phương": "địa phương",
    "địa phượng": "địa phương",
    "dich vụ": "dịch vụ",
    "dịch vu công": "dịch vụ công",
    "trực tuyên": "trực tuyến",
    "cán bô": "cán bộ",
    "công chưc": "công chức",
    "tư phap": "tư pháp",
    "hô tịch": "hộ tịch",
    "hộ tich": "hộ tịch",
    "tài chinh": "tài chính",
    "đinh kỳ": "định kỳ",
    "sửa đối": "sửa đổi",
    "bô sung": "bổ sung",
    "tô chức": "tổ chức",
    "tổ chưc": "tổ chức",
    "giải quyêt": "giải quyết",
    "trách nhiêm": "trách nhiệm",
    "nhiêm vụ": "nhiệm vụ",
}

UNLESS_BEFORE = {
    "kiêm tra": ("cứu",),  # tìm kiếm, tra cứu
    "kiếm tra": ("cứu",),
    "ra soát": ("xét",),
    "sửa đối": ("với",),
    "trực tuyên": ("truyền", "giáo", "huấn"),  # thường trực Tuyên giáo
    "bảo cáo": ("trạng", "buộc", "bạch"),
    "thông kê": ("khai", "biên"),  # giao thông kê khai
    "tài chinh": ("phục",),
    "hành chinh": ("phục", "phạt"),
}
"""Words after which a pair does stand together: one word's end and another's beginning."""

FIGURES = (
    (re.compile(r"(?<=[0-9])[OoОо](?=[0-9])|(?<=\b20[0-9])[OoОо]\b"), "0"),
    (re.compile(r"\b[lI](?=[0-9]{1,3}/(?:[0-9]{4}/)?[A-ZĐ])|(?<=[0-9])[lI](?=[0-9])"), "1"),
)
"""Letters for figures: 2O25, l5/QĐ-UBND."""

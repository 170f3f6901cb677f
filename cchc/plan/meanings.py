"""What each key of the plan file means, in the words of an office: one line a key."""

from collections.abc import Mapping

from cchc.plan.models import (
    Agency,
    Appendix,
    ExplicitMilestone,
    Group,
    Offices,
    Part,
    Plan,
    ReportDate,
    Section,
    Signer,
    Task,
    Unit,
)

MEANINGS: Mapping[type[Part], Mapping[str, str]] = {
    Plan: {
        "nam": "năm của kế hoạch",
        "ten_loai": "tên loại văn bản, chữ in hoa; bỏ trống là KẾ HOẠCH",
        "trich_yeu": "trích yếu nội dung văn bản",
        "so": "số của văn bản, để trống khi chưa có",
        "ky_hieu": "ký hiệu của văn bản, như KH-UBND",
        "dia_danh": "địa danh ghi trước ngày ban hành",
        "ngay_ban_hanh": "ngày ban hành; khi chưa ký chỉ ghi năm và tháng",
        "co_quan": "cơ quan ban hành",
        "don_vi": "các đơn vị, mỗi đơn vị một mã",
        "can_cu": "các căn cứ, không có chữ “Căn cứ” ở đầu và dấu ở cuối",
        "mo_dau": "đoạn mở đầu, sau các căn cứ",
        "phan": "các phần I, II, III … của văn bản",
        "ket": "câu kết, hết bằng ./.",
        "che_do_bao_cao": "các kỳ báo cáo và hạn của từng kỳ",
        "noi_nhan": "các nơi nhận, không có gạch đầu dòng và dấu ở cuối",
        "nguoi_ky": "người ký",
        "phu_luc": "phụ lục: bảng nhiệm vụ",
    },
    Agency: {
        "chu_quan": "cơ quan chủ quản, nếu có",
        "ban_hanh": "tên cơ quan ban hành, chữ in hoa",
        "ten": "tên cơ quan viết trong câu, như UBND xã Sơn Hạ",
    },
    Unit: {
        "ten": "tên gọn của đơn vị",
        "ten_in": "tên đơn vị in trong phụ lục; bỏ trống là tên gọn",
        "chuc_danh": "chức danh của người được giao việc ở đơn vị",
        "ten_khac": "các cách viết khác của tên đơn vị",
        "gom": "mã các đơn vị mà tên chung này gồm",
        "tu_ngay": "ngày đơn vị bắt đầu hoạt động",
        "den_ngay": "ngày cuối đơn vị còn hoạt động",
        "ke_thua_boi": "mã đơn vị nhận việc khi đơn vị này kết thúc",
    },
    Offices: {
        "don_vi": "mã các đơn vị",
        "van_ban": "nguyên văn ô của bảng, khi ô không chỉ là tên đơn vị",
    },
    ExplicitMilestone: {
        "tu_ngay": "ngày đầu của mốc, nếu có",
        "den_ngay": "ngày cuối còn đúng hạn",
        "viec": "việc phải xong ở mốc này",
    },
    Task: {
        "stt": "số thứ tự trong nhóm",
        "noi_dung": "nội dung nhiệm vụ",
        "chu_tri": "cơ quan chủ trì thực hiện",
        "phoi_hop": "cơ quan phối hợp",
        "san_pham": "sản phẩm phải có",
        "thoi_gian": "thời gian thực hiện, đúng câu chữ của kế hoạch",
        "ghi_chu": "ghi chú",
        "moc": "các mốc ghi rõ ngày, khi câu chữ không nói hết được",
    },
    Group: {
        "tieu_de": "tên nhóm nhiệm vụ, không có số thứ tự",
        "nhiem_vu": "các nhiệm vụ của nhóm",
    },
    Appendix: {
        "tieu_de": "tên phụ lục, chữ in hoa",
        "nhom": "các nhóm nhiệm vụ",
    },
    Section: {
        "so": "số của phần, mục: I, 1, 2.1, a",
        "tieu_de": "tên phần, mục",
        "don_vi": "mã đơn vị, khi tên mục là chức danh của đơn vị ấy",
        "ghi_chu": "chữ ghi sau tên phần, mục, không in đậm",
        "doan": "các đoạn văn",
        "y": "các ý, không có gạch đầu dòng",
        "muc": "các mục nằm trong, cùng các biến như trên",
        "luu_y": "điều cần lưu ý, không có chữ “Lưu ý:” ở đầu",
    },
    ReportDate: {
        "ky": "kỳ báo cáo: quý I … IV, 6 tháng, 9 tháng, năm",
        "truoc": "báo cáo phải có trước ngày này",
        "cham_nhat": "báo cáo phải có chậm nhất ngày này",
        "chu_tri": "đơn vị làm báo cáo",
        "tu_ngay": "ngày đầu của kỳ số liệu; bỏ trống là ngày đầu của kỳ",
        "den_ngay": "ngày chốt số liệu; bỏ trống là hạn gửi báo cáo",
    },
    Signer: {
        "quyen_han": "quyền hạn ký: TM., KT., TL., Q., TUQ. …",
        "chuc_vu": "chức vụ người ký",
        "ho_ten": "họ và tên người ký",
    },
}
"""By model and YAML key; a test says so where a key has no line."""

"""What the variables of the reports mean, which are no keys of the plan file: one line a name."""

from collections.abc import Mapping

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
    "tong_quan": "một câu nói đủ các con số của kỳ",
    "nhom": "các nhóm có việc trong kỳ",
    "ngoai_ky": "việc đã xong trong kỳ mà hạn ở ngoài kỳ",
    "chua_xong": "việc chưa xong, theo từng loại: quá hạn, còn hạn, tồn, đã hủy",
    "de_muc_nhom": "số và tên của mục số liệu theo nhóm",
    "de_muc_don_vi": "số và tên của mục số liệu theo đơn vị",
    "so_lieu": "hàng tổng cộng",
    "theo_nhom": "số liệu theo nhóm, mỗi nhóm một hàng",
    "theo_don_vi": "số liệu theo đơn vị chủ trì, mỗi đơn vị một hàng",
    "bieu_do": "lời của biểu đồ; hình có tên bieu_do trong mẫu thì được vẽ lại",
    "kho_khan": "khó khăn, vướng mắc đã ghi trong sổ, theo đơn vị",
    "ky_sau": "tên kỳ tiếp theo",
    "viec_ky_sau": "việc đến hạn trong kỳ tiếp theo",
}
REPORT_GROUP: Meanings = {
    "de_muc": "số và tên nhóm",
    "tieu_de": "tên nhóm",
    "da_lam": "các việc đã làm xong",
    "co_viec": "“có” khi nhóm có mốc đến hạn trong kỳ",
    "thuong_xuyen": "số thứ tự các việc làm thường xuyên, cách nhau dấu phẩy",
}
SORT: Meanings = {
    "de_muc": "số và tên loại việc",
    "tieu_de": "tên loại việc, như “Nhiệm vụ quá hạn”",
    "viec": "các việc của loại này",
}
WORK: Meanings = {
    "ma": "mã nhiệm vụ, như II.04; trống với báo cáo theo chế độ",
    "noi_dung": "nội dung nhiệm vụ",
    "chu_tri": "tên các đơn vị chủ trì",
    "ket_qua": "kết quả, như “hoàn thành ngày …, đúng hạn (…)”",
    "cau": "cả câu: nội dung, kết quả, đơn vị",
    "moc": "từng mốc của việc",
}
WORK_MILESTONE: Meanings = {
    "ten": "tên mốc",
    "han": "ngày cuối còn đúng hạn",
    "ngay_xong": "ngày hoàn thành",
    "so_ngay_qua_han": "số ngày quá hạn, trống khi không quá hạn",
    "van_ban": "văn bản chứng minh",
    "ghi_chu": "ghi chú trong sổ",
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
DIFFICULTY: Meanings = {
    "don_vi": "tên đơn vị",
    "y": "các ý, mỗi ý có y.noi_dung và y.ma (mã các nhiệm vụ)",
}
LETTER: Meanings = {
    **LETTERHEAD,
    "ve_viec": "dòng “V/v …” dưới số, ký hiệu",
    "ngay_xet": "ngày xét",
    "don_vi": "các đơn vị được nhắc, cũng là nơi nhận ở dòng Kính gửi",
}
REMINDED: Meanings = {
    "ma": "mã đơn vị",
    "ten": "tên đơn vị",
    "de_muc": "số La Mã và tên, trống khi chỉ có một đơn vị",
    "loai": "việc của đơn vị, theo từng loại: quá hạn, sắp đến hạn, thiếu văn bản",
}

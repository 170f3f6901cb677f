"""What reading itself refuses: one page a fault, for whoever asks what a name means.

The faults are found in `cchc.plan` and `cchc.progress`; here they only have their pages, in the
order in which reading meets them: bytes, text, YAML, keys, values.
"""

from cchc.diagnostics import Rule, Severity

_WARNING = " (cảnh báo)"
_PAGES = r"""
== yaml

Tệp không đúng cú pháp YAML.

Vì sao: sai cú pháp thì không biết chữ nào thuộc ô nào, nên cả tệp chưa đọc được.

Sai:

    thoi_gian: Quý I: ban hành Kế hoạch

Đúng:

    thoi_gian: "Quý I: ban hành Kế hoạch"

== encoding

Tệp không phải chữ UTF-8.

Vì sao: lưu bằng bảng mã khác thì mỗi máy đọc ra một chữ khác; tệp lớn quá 8 MB cũng
không đọc.

Sai: tệp lưu bằng "Unicode" (UTF-16) hoặc "ANSI" của Notepad.

Đúng: mở tệp, chọn Lưu thành (Save As), mã hóa (Encoding) UTF-8, rồi lưu lại.

== empty-file

Tệp trống, hoặc chỉ có chú thích.

Vì sao: chưa có gì để kiểm tra; thường là lưu nhầm hoặc chỉ nhầm tệp.

Sai: tệp không có dòng nào.

Đúng:

    nam: 2025
    trich_yeu: Cải cách hành chính năm 2025
    co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ}

== merge-conflict

Tệp còn dấu xung đột của git.

Vì sao: hai người cùng sửa một chỗ, git để cả hai bản cho người chọn; chưa chọn thì
chưa biết bản
nào đúng.

Sai:

    <<<<<<< HEAD
    trich_yeu: Cải cách hành chính năm 2025
    =======
    trich_yeu: Cải cách hành chính xã Sơn Hạ năm 2025
    >>>>>>> sua-trich-yeu

Đúng:

    trich_yeu: Cải cách hành chính xã Sơn Hạ năm 2025

== hidden-character

Trong chữ có ký tự ẩn.

Vì sao: mắt không thấy mà máy thấy: tìm không ra, so không khớp, in ra thừa khoảng
trắng; ký tự
điều khiển còn có thể làm sai màn hình.

Sai:

    noi_dung: "Ban hành\u200b Kế hoạch tuyên truyền"

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền

`cchc check --fix` xóa được các ký tự rộng bằng không.

== legacy-encoding

Chữ viết bằng bảng mã cũ (TCVN3, VNI).

Vì sao: chữ ấy chỉ đọc được với phông của nó; in ra, tìm kiếm, gửi đi đều hỏng.

Sai:

    noi_dung: X©y dùng KÕ ho¹ch c¶i c¸ch hµnh chÝnh

Đúng:

    noi_dung: Xây dựng Kế hoạch cải cách hành chính

== not-nfc (cảnh báo)

Chữ tổ hợp (Unicode NFD): dấu là ký tự rời sau chữ cái.

Vì sao: nhìn như nhau mà máy cho là khác, nên tìm không ra; cchc đọc thành chữ dựng
sẵn (NFC).

Sai:

    noi_dung: "Ban ha\u0300nh Kế hoạch"

Đúng:

    noi_dung: Ban hành Kế hoạch

`cchc check --fix` viết lại thành chữ dựng sẵn.

== duplicate-key

Một khóa viết hai lần.

Vì sao: không biết lấy giá trị nào; nhiều chương trình lặng lẽ lấy giá trị sau.

Sai:

    thoi_gian: Quý I/2025
    thoi_gian: Quý II/2025

Đúng:

    thoi_gian: Quý II/2025

== anchor

Tham chiếu YAML (& và *).

Vì sao: một chữ đứng ở chỗ này mà nghĩa ở chỗ khác thì người xem lại không đọc được;
lồng nhau còn
làm tràn bộ nhớ.

Sai:

    chu_tri: &cq [VPTK]
    phoi_hop: *cq

Đúng:

    chu_tri: [VPTK]
    phoi_hop: [VPTK]

== tag

Thẻ YAML (bắt đầu bằng !).

Vì sao: thẻ đổi cách hiểu của chữ theo chương trình; trong kế hoạch mọi thứ đều là chữ.

Sai:

    thoi_gian: !!str Quý I/2025

Đúng:

    thoi_gian: Quý I/2025

== merge-key

Khóa gộp "<<".

Vì sao: nội dung của ô đứng ở chỗ khác, người xem lại không thấy.

Sai:

    <<: {phoi_hop: [VPTK]}

Đúng:

    phoi_hop: [VPTK]

== unknown-key

Khóa không có trong mẫu kế hoạch.

Vì sao: thường là viết sai tên khóa, nên nội dung của nó không được đọc.

Sai:

    noi_dug: Ban hành Kế hoạch tuyên truyền

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền

== missing-key

Thiếu khóa bắt buộc.

Vì sao: không có nó thì không in được hoặc không gọi được tên.

Sai:

    co_quan: {ten: UBND xã Sơn Hạ}

Đúng:

    co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ, ten: UBND xã Sơn Hạ}

== empty-value

Ô để trống mà phải có nội dung.

Vì sao: một ô trống trong danh sách hay ở chỗ bắt buộc thì không biết là quên hay cố ý.

Sai:

    san_pham: [Kế hoạch, ""]

Đúng:

    san_pham: [Kế hoạch]

== unquoted-colon

Dấu hai chấm giữa câu làm YAML hiểu thành khóa mới.

Vì sao: chữ trước dấu hai chấm bị hiểu là tên khóa, câu bị cắt đôi.

Sai:

    noi_nhan:
      - Lưu: VT

Đúng:

    noi_nhan:
      - "Lưu: VT"

== wrong-type

Giá trị không đúng loại: cần danh sách mà viết câu, cần câu mà viết danh sách.

Vì sao: không biết tách hay gộp thế nào cho đúng ý người viết.

Sai:

    chu_tri: VPTK

Đúng:

    chu_tri: [VPTK]

== wrong-value

Giá trị không đọc được: năm, ngày hoặc mã kiểm tra viết sai dạng.

Vì sao: chương trình tính hạn theo giá trị ấy, đoán thì sai.

Sai:

    nam: hai nghìn

Đúng:

    nam: 2025

== reversed-dates

Ngày cuối đứng trước ngày đầu.

Vì sao: một khoảng thời gian như thế không có ngày nào; thường là đổi chỗ hai ngày,
hoặc nhầm năm.

Sai:

    - {ky: quý I, truoc: 05/3, tu_ngay: 2025-01-01, den_ngay: 2024-02-28}

Đúng:

    - {ky: quý I, truoc: 05/3, tu_ngay: 2025-01-01, den_ngay: 2025-02-28}

== unknown-state

Trạng thái không có trong sổ theo dõi.

Vì sao: không biết việc đã xong hay chưa; chỉ có năm trạng thái.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: xong, ghi_chu: gửi bản giấy}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: hoan_thanh, ghi_chu: gửi bản giấy}

== extension-without-date

Gia hạn mà không có ngày mới.

Vì sao: không biết hạn lùi đến ngày nào.

Sai:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: gia_han, van_ban: CV 12/UBND ngày 03/3/2025}

Đúng:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: gia_han
      den_ngay: 2025-04-30
      van_ban: Công văn số 12/UBND ngày 03/3/2025

== extension-without-document

Gia hạn mà không có văn bản cho phép.

Vì sao: hạn do văn bản ấn định thì chỉ văn bản mới dời được.

Sai:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: gia_han, den_ngay: 2025-04-30}

Đúng:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: gia_han
      den_ngay: 2025-04-30
      van_ban: Công văn số 12/UBND ngày 03/3/2025

== withdrawal-without-entry

Mục rut_lai không nêu mục bị rút (muc), hoặc mục khác lại có muc.

Vì sao: không biết mục nào bị rút lại.

Sai:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: rut_lai

Đúng:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: hoan_thanh
      ghi_chu: gửi bản giấy

`cchc undo MÃ` tự viết mục ấy.

== date-without-extension

Có ngày mới (den_ngay) mà mục không phải là gia hạn.

Vì sao: không biết là gia hạn hay ghi nhầm ngày.

Sai:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: hoan_thanh
      den_ngay: 2025-04-30
      ghi_chu: gửi bản giấy

Đúng:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: hoan_thanh, ghi_chu: gửi bản giấy}

== digest-without-file

Có mã sha256 mà không có tên tệp.

Vì sao: mã chỉ để so với một tệp; không có tệp thì không so được.

Sai:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: hoan_thanh
      sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
      ghi_chu: gửi bản giấy

Đúng:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: hoan_thanh, ghi_chu: gửi bản giấy}

== plan-copy (cảnh báo)

Bên cạnh kế hoạch có tệp trông như bản sao của nó.

Vì sao: OneDrive, Dropbox, Google Drive để lại bản sao khi hai máy cùng sửa, như
`2025 (1).yaml`. cchc chỉ đọc `<năm>.yaml`, nên điều ai đó sửa trong bản sao không có
hiệu lực. Bản sao của sổ theo dõi mà tên bắt đầu như sổ (`2025.tien-do (1).yaml`) thì được
đọc, mỗi mục tính một lần.

Sai: cạnh `2025.yaml` có `2025 (1).yaml`.

Đúng: chỉ có `2025.yaml`.
"""


def _refused(page: str) -> Rule[None]:
    name, _, said = page.partition("\n")
    weight = Severity.WARNING if name.endswith(_WARNING) else Severity.ERROR
    return Rule(name.removesuffix(_WARNING), weight, said.strip(), about=None)


READING_FAULTS: tuple[Rule[None], ...] = tuple(map(_refused, _PAGES.split("\n== ")[1:]))

"""Chữ viết bằng bảng mã cũ (TCVN3, VNI).

Vì sao: chữ ấy chỉ đọc được với phông của nó; in ra, tìm kiếm, gửi đi đều hỏng.

Sai:

    noi_dung: X©y dùng KÕ ho¹ch c¶i c¸ch hµnh chÝnh

Đúng:

    noi_dung: Xây dựng Kế hoạch cải cách hành chính
"""

from cchc.plan.problem import Severity

NAME = "legacy-encoding"
SEVERITY = Severity.ERROR

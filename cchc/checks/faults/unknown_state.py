"""Trạng thái không có trong sổ theo dõi.

Vì sao: không biết việc đã xong hay chưa; chỉ có năm trạng thái.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: xong, ghi_chu: gửi bản giấy}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: hoan_thanh, ghi_chu: gửi bản giấy}
"""

from cchc.plan.problem import Severity

NAME = "unknown-state"
SEVERITY = Severity.ERROR

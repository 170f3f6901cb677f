"""Có ngày mới (den_ngay) mà mục không phải là gia hạn.

Vì sao: không biết là gia hạn hay ghi nhầm ngày.

Sai:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: hoan_thanh
      den_ngay: 2025-04-30
      ghi_chu: gửi bản giấy

Đúng:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: hoan_thanh, ghi_chu: gửi bản giấy}
"""

from cchc.plan.problem import Severity

NAME = "date-without-extension"
SEVERITY = Severity.ERROR

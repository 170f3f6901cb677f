"""Có mã sha256 mà không có tên tệp.

Vì sao: mã chỉ để so với một tệp; không có tệp thì không so được.

Sai:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: hoan_thanh
      sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
      ghi_chu: gửi bản giấy

Đúng:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: hoan_thanh, ghi_chu: gửi bản giấy}
"""

from cchc.plan.problem import Severity

NAME = "digest-without-file"
SEVERITY = Severity.ERROR

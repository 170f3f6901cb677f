"""Dấu hai chấm giữa câu làm YAML hiểu thành khóa mới.

Vì sao: chữ trước dấu hai chấm bị hiểu là tên khóa, câu bị cắt đôi.

Sai:

    noi_nhan:
      - Lưu: VT

Đúng:

    noi_nhan:
      - "Lưu: VT"
"""

from cchc.plan.problem import Severity

NAME = "unquoted-colon"
SEVERITY = Severity.ERROR

"""Gia hạn mà không có ngày mới.

Vì sao: không biết hạn lùi đến ngày nào.

Sai:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: gia_han, van_ban: CV 12/UBND ngày 03/3/2025}

Đúng:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: gia_han
      den_ngay: 2025-04-30
      van_ban: Công văn số 12/UBND ngày 03/3/2025
"""

from cchc.plan.problem import Severity

NAME = "extension-without-date"
SEVERITY = Severity.ERROR

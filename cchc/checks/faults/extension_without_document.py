"""Gia hạn mà không có văn bản cho phép.

Vì sao: hạn do văn bản ấn định thì chỉ văn bản mới dời được.

Sai:

    - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: gia_han, den_ngay: 2025-04-30}

Đúng:

    - ngay: 2025-03-03
      nhiem_vu: I.01
      trang_thai: gia_han
      den_ngay: 2025-04-30
      van_ban: Công văn số 12/UBND ngày 03/3/2025
"""

from cchc.plan.problem import Severity

NAME = "extension-without-document"
SEVERITY = Severity.ERROR

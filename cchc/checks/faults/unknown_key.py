"""Khóa không có trong mẫu kế hoạch.

Vì sao: thường là viết sai tên khóa, nên nội dung của nó không được đọc.

Sai:

    noi_dug: Ban hành Kế hoạch tuyên truyền

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền
"""

from cchc.plan.problem import Severity

NAME = "unknown-key"
SEVERITY = Severity.ERROR

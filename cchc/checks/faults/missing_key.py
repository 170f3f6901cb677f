"""Thiếu khóa bắt buộc.

Vì sao: không có nó thì không in được hoặc không gọi được tên.

Sai:

    co_quan: {ten: UBND xã Sơn Hạ}

Đúng:

    co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ, ten: UBND xã Sơn Hạ}
"""

from cchc.plan.problem import Severity

NAME = "missing-key"
SEVERITY = Severity.ERROR

"""Một khóa viết hai lần.

Vì sao: không biết lấy giá trị nào; nhiều chương trình lặng lẽ lấy giá trị sau.

Sai:

    thoi_gian: Quý I/2025
    thoi_gian: Quý II/2025

Đúng:

    thoi_gian: Quý II/2025
"""

from cchc.plan.problem import Severity

NAME = "duplicate-key"
SEVERITY = Severity.ERROR

"""Ngày cuối đứng trước ngày đầu.

Vì sao: một khoảng thời gian như thế không có ngày nào; thường là đổi chỗ hai ngày, hoặc nhầm năm.

Sai:

    - {ky: quý I, truoc: 05/3, tu_ngay: 2025-01-01, den_ngay: 2024-02-28}

Đúng:

    - {ky: quý I, truoc: 05/3, tu_ngay: 2025-01-01, den_ngay: 2025-02-28}
"""

from cchc.plan.problem import Severity

NAME = "reversed-dates"
SEVERITY = Severity.ERROR

"""Thẻ YAML (bắt đầu bằng !).

Vì sao: thẻ đổi cách hiểu của chữ theo chương trình; trong kế hoạch mọi thứ đều là chữ.

Sai:

    thoi_gian: !!str Quý I/2025

Đúng:

    thoi_gian: Quý I/2025
"""

from cchc.plan.problem import Severity

NAME = "tag"
SEVERITY = Severity.ERROR

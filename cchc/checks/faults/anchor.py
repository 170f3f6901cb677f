"""Tham chiếu YAML (& và *).

Vì sao: một chữ đứng ở chỗ này mà nghĩa ở chỗ khác thì người xem lại không đọc được; lồng nhau còn
làm tràn bộ nhớ.

Sai:

    chu_tri: &cq [VPTK]
    phoi_hop: *cq

Đúng:

    chu_tri: [VPTK]
    phoi_hop: [VPTK]
"""

from cchc.plan.problem import Severity

NAME = "anchor"
SEVERITY = Severity.ERROR

"""Khóa gộp "<<".

Vì sao: nội dung của ô đứng ở chỗ khác, người xem lại không thấy.

Sai:

    <<: {phoi_hop: [VPTK]}

Đúng:

    phoi_hop: [VPTK]
"""

from cchc.plan.problem import Severity

NAME = "merge-key"
SEVERITY = Severity.ERROR

"""Giá trị không đúng loại: cần danh sách mà viết câu, cần câu mà viết danh sách.

Vì sao: không biết tách hay gộp thế nào cho đúng ý người viết.

Sai:

    chu_tri: VPTK

Đúng:

    chu_tri: [VPTK]
"""

from cchc.plan.problem import Severity

NAME = "wrong-type"
SEVERITY = Severity.ERROR

"""Ô để trống mà phải có nội dung.

Vì sao: một ô trống trong danh sách hay ở chỗ bắt buộc thì không biết là quên hay cố ý.

Sai:

    san_pham: [Kế hoạch, ""]

Đúng:

    san_pham: [Kế hoạch]
"""

from cchc.plan.problem import Severity

NAME = "empty-value"
SEVERITY = Severity.ERROR

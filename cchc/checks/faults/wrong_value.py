"""Giá trị không đọc được: năm, ngày hoặc mã kiểm tra viết sai dạng.

Vì sao: chương trình tính hạn theo giá trị ấy, đoán thì sai.

Sai:

    nam: hai nghìn

Đúng:

    nam: 2025
"""

from cchc.plan.problem import Severity

NAME = "wrong-value"
SEVERITY = Severity.ERROR

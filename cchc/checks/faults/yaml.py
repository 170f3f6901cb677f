"""Tệp không đúng cú pháp YAML.

Vì sao: sai cú pháp thì không biết chữ nào thuộc ô nào, nên cả tệp chưa đọc được.

Sai:

    thoi_gian: Quý I: ban hành Kế hoạch

Đúng:

    thoi_gian: "Quý I: ban hành Kế hoạch"
"""

from cchc.plan.problem import Severity

NAME = "yaml"
SEVERITY = Severity.ERROR

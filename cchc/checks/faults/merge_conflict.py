"""Tệp còn dấu xung đột của git.

Vì sao: hai người cùng sửa một chỗ, git để cả hai bản cho người chọn; chưa chọn thì chưa biết bản
nào đúng.

Sai:

    <<<<<<< HEAD
    trich_yeu: Cải cách hành chính năm 2025
    =======
    trich_yeu: Cải cách hành chính xã Sơn Hạ năm 2025
    >>>>>>> sua-trich-yeu

Đúng:

    trich_yeu: Cải cách hành chính xã Sơn Hạ năm 2025
"""

from cchc.plan.problem import Severity

NAME = "merge-conflict"
SEVERITY = Severity.ERROR

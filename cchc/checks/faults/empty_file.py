"""Tệp trống, hoặc chỉ có chú thích.

Vì sao: chưa có gì để kiểm tra; thường là lưu nhầm hoặc chỉ nhầm tệp.

Sai: tệp không có dòng nào.

Đúng:

    nam: 2025
    trich_yeu: Cải cách hành chính năm 2025
    co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ}
"""

from cchc.plan.problem import Severity

NAME = "empty-file"
SEVERITY = Severity.ERROR

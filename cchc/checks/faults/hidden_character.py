r"""Trong chữ có ký tự ẩn.

Vì sao: mắt không thấy mà máy thấy: tìm không ra, so không khớp, in ra thừa khoảng trắng; ký tự
điều khiển còn có thể làm sai màn hình.

Sai:

    noi_dung: "Ban hành\u200b Kế hoạch tuyên truyền"

Đúng:

    noi_dung: Ban hành Kế hoạch tuyên truyền

`cchc check --fix` xóa được các ký tự rộng bằng không.
"""

from cchc.plan.problem import Severity

NAME = "hidden-character"
SEVERITY = Severity.ERROR

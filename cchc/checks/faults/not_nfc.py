r"""Chữ tổ hợp (Unicode NFD): dấu là ký tự rời sau chữ cái.

Vì sao: nhìn như nhau mà máy cho là khác, nên tìm không ra; cchc đọc thành chữ dựng sẵn (NFC).

Sai:

    noi_dung: "Ban ha\u0300nh Kế hoạch"

Đúng:

    noi_dung: Ban hành Kế hoạch

`cchc check --fix` viết lại thành chữ dựng sẵn.
"""

from cchc.plan.problem import Severity

NAME = "not-nfc"
SEVERITY = Severity.WARNING

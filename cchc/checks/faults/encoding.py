"""Tệp không phải chữ UTF-8.

Vì sao: lưu bằng bảng mã khác thì mỗi máy đọc ra một chữ khác; tệp lớn quá 8 MB cũng không đọc.

Sai: tệp lưu bằng "Unicode" (UTF-16) hoặc "ANSI" của Notepad.

Đúng: mở tệp, chọn Lưu thành (Save As), mã hóa (Encoding) UTF-8, rồi lưu lại.
"""

from cchc.plan.problem import Severity

NAME = "encoding"
SEVERITY = Severity.ERROR

"""`cchc template`: the Word templates, which belong to the office."""

COMMANDS = (
    ("list", "các mẫu có sẵn và của cơ quan; mẫu nào được dùng"),
    ("copy", "chép mẫu có sẵn vào thư mục templates/ để sửa bằng Word"),
    ("check", "kiểm tra mẫu: từng lỗi, đứng ở đoạn nào, sửa thế nào"),
)
"""Name and one line of help; the module of this package has the same name."""


def page() -> None:
    """Mẫu Word của cơ quan: liệt kê, chép ra để sửa, kiểm tra sau khi sửa.

    Mẫu là tệp Word thường, có các biến như {{ trich_yeu }} và các lệnh như {% if so %}. Muốn đổi
    quốc hiệu, cỡ chữ, số cột, thứ tự: chép mẫu ra, sửa bằng Word, kiểm tra, rồi in.

    \b
    Ví dụ:
      cchc template list
      cchc template copy
      cchc template check
    """

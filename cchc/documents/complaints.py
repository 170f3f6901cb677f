"""What Jinja and Python say of a faulty template, in Vietnamese."""

import re


def in_vietnamese(error: Exception) -> str:
    """Return what the error says; in its own words where no row of the table knows it."""
    said = str(error)
    for pattern, words in _WORDS:
        if found := re.search(pattern, said, re.IGNORECASE):
            return words.format(*found.groups())
    return said or type(error).__name__


_NEVER_CLOSED = "thiếu lệnh đóng (endif, endfor)"

# The first row that fits is taken, so what says more stands higher.
_WORDS = (
    (r"unknown tag '(end\w+)'", 'lệnh đóng "{0}" không có lệnh mở của nó'),
    (r"unknown tag '(.+?)'", 'không có lệnh "{0}"'),
    (r"unexpected end of template", _NEVER_CLOSED),
    (r"end of template", _NEVER_CLOSED),
    (r"expected an expression", "thiếu tên biến hoặc điều kiện"),
    (r"has no element (\d+)", "danh sách không có phần tử thứ {0} (đếm từ 0)"),
    (r"expected token 'end of print statement', got '(.+?)'", 'thừa "{0}" sau biến'),
    (r"got 'end of (print statement|statement block)'", "lệnh chưa viết hết"),
    (r"unexpected 'end of", "lệnh chưa viết hết"),
    (r"expected token '(.+?)', got '(.+?)'", 'cần "{0}" mà gặp "{1}"'),
    (r"unexpected '(.+?)'", 'không hiểu "{0}" ở chỗ này'),
    (r"unexpected char '(.+?)'", 'không hiểu "{0}" ở chỗ này'),
    (r"no filter named '(.+?)'", 'không có bộ lọc "{0}"'),
    (r"no test named '(.+?)'", 'không có phép thử "{0}"'),
    (r"too many statically nested", "vòng lặp lồng nhau quá sâu"),
    (r"maximum recursion depth", "mẫu gọi lại chính nó không dừng"),
    (r"access to attribute '(.+?)'", 'không được dùng "{0}"'),
    (r"not safely callable", "không được gọi hàm này"),
    (r"unsupported operand|bad operand|not supported between", "so sánh chữ với số"),
    (r"is not iterable|non-iterable", "đi qua một thứ không phải danh sách"),
    (r"sequence was empty", "danh sách trống, không có phần tử để lấy"),
    (r"(missing|takes) .*argument", "bộ lọc hoặc hàm thiếu hoặc thừa tham số"),
    (r"as an integer|must be integers|must be str|should be|must be a", "tham số sai loại"),
    (r"has no attribute 'items'|item pairs", "bộ lọc này cần một nhóm biến"),
    (r"unexpected char \"'\"", "dấu nháy mở mà không đóng"),
    (r"expected name or number", "thiếu tên sau dấu chấm"),
)

"""What YAML's parser can't read, said to a clerk: the place, the fact, and the way out."""

import re

import yaml

from cchc.plan.letters import hidden_character
from cchc.plan.tree import TreeFault

RULE = "yaml"
_QUOTE = 'đặt cả câu trong dấu ngoặc kép "…"'
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def text_fault(text: str) -> TreeFault | None:
    """Return what makes a text no YAML at all before any parsing, or None."""
    if conflict := _CONFLICT.search(text):
        message = f"dấu xung đột của git: {conflict.group()[:30].strip()}"
        hint = "chọn một trong hai phần rồi xóa các dòng <<<<<<<, =======, >>>>>>>"
        return TreeFault("merge-conflict", conflict.start(), message, hint)
    if raw := _UNPRINTABLE.search(text):
        message = f"có ký tự ẩn {hidden_character(raw.group())}"
        return TreeFault("hidden-character", raw.start(), message, "xóa ký tự đó")
    return None


def syntax_fault(text: str, error: yaml.YAMLError) -> TreeFault:
    """Return the parser's error as a fault, with a hint where its cause is a known one."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = min(mark.index, max(len(text) - 1, 0)) if mark else 0
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    if text[index : index + 1] == "\t" or "tab character" in said:
        return TreeFault(RULE, index, "thụt lề bằng dấu Tab", "thay mỗi dấu Tab bằng hai dấu cách")
    for words, message, hint in _CAUSES:
        if words in said:
            return TreeFault(RULE, index, message, hint)
    return TreeFault(RULE, index, f"không đúng cú pháp YAML ({said or 'lỗi đọc'})", _QUOTE)


# What a str can hold but YAML refuses raw (YAML 1.1, 5.1), tab and line ends apart.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_CAUSES = (
    (
        "mapping values are not allowed",
        "dấu hai chấm ': ' giữa câu làm YAML hiểu thành khóa mới, hoặc dòng thụt lề sai",
        _QUOTE,
    ),
    ("cannot start any token", "câu bắt đầu bằng ký hiệu riêng của YAML (% @ `)", _QUOTE),
    ("unexpected end of stream", "dấu ngoặc kép mở mà không đóng", "thêm dấu ngoặc kép cuối câu"),
    (
        "unexpected document indicator",
        "dấu ngoặc kép mở mà không đóng",
        "thêm dấu ngoặc kép cuối câu",
    ),
    (
        "did not find expected ',' or",
        "danh sách [...] hoặc {...} chưa đóng hay thiếu dấu phẩy",
        'thêm dấu phẩy hoặc dấu đóng; chữ có dấu phẩy phải đặt trong "…"',
    ),
    (
        "could not find expected ':'",
        "dòng này không có dấu hai chấm sau tên khóa, hoặc thụt lề sai",
        "viết 'khóa: nội dung', hoặc thụt lề dòng này vào trong câu trước",
    ),
    (
        "did not find expected key",
        "sau dấu ngoặc kép đóng còn chữ, hoặc dòng thụt lề lệch với các khóa khác",
        "cho các khóa thẳng cột; trong câu có dấu ngoặc kép thì bọc cả câu bằng '…'",
    ),
    (
        "did not find expected '-' indicator",
        "dòng thụt lề lệch với các mục '-' khác",
        "cho các dấu '-' thẳng cột",
    ),
    (
        "block sequence entries are not allowed",
        "dấu '-' của danh sách đứng sai chỗ",
        "đặt '-' ở đầu dòng mới",
    ),
    ("invalid Unicode character escape", "ký tự \\u… không có trong Unicode", "xóa ký tự đó"),
    ("unknown escape character", 'dấu \\ trong "…" không đúng', "viết \\\\ hoặc bọc câu bằng '…'"),
    ("alphabetic or numeric character", "câu bắt đầu bằng & hoặc *", _QUOTE),
    (
        "expected <document start>",
        "tệp có chữ thừa ngoài kế hoạch",
        "xóa chữ thừa hoặc cho thẳng cột",
    ),
)

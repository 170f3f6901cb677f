"""The operators that can make something large out of something small: + * % ** and ~."""

from collections.abc import Callable, Iterable

from jinja2 import Undefined
from markupsafe import Markup

from cchc.documents.sandbox.meter import Meter

Operator = Callable[[Meter, object, object], object]

MAX_NUMBER = 10**15
"""Larger numbers stand in no plan, and multiplied by themselves they fill the memory."""


def plus(meter: Meter, left: object, right: object) -> object:
    """Return a sum, or two texts as one; lists aren't added."""
    if isinstance(left, str) and isinstance(right, str):
        meter.charge(len(left) + len(right))
        return left + right
    return _number(left, right, lambda a, b: a + b)


def times(meter: Meter, left: object, right: object) -> object:
    """Return a product, or a text so many times."""
    text, count = (left, right) if isinstance(left, str) else (right, left)
    if isinstance(text, str) and isinstance(count, int):
        meter.charge(len(text) * max(count, 0))
        return text * count
    return _number(left, right, lambda a, b: a * b)


def remainder(meter: Meter, left: object, right: object) -> object:
    """Return the remainder of a division; "%" between texts is a format of any width."""
    return _number(left, right, lambda a, b: a % b)


def joined(meter: Meter, parts: Iterable[object]) -> str:
    """Return texts and numbers as one text, escaped where one of them is escaped already."""
    texts = [part if isinstance(part, str) else as_text(part) for part in parts]
    meter.charge(sum(map(len, texts)))
    escaped = any(isinstance(text, Markup) for text in texts)
    return Markup("").join(texts) if escaped else "".join(texts)


def as_text(value: object) -> str:
    """Return a text or a number as text. Raises TypeError for what isn't printed as it is."""
    if isinstance(value, str | int | float | Undefined):
        return str(value)  # an unknown variable says so in str()
    raise TypeError(_NOT_A_TEXT)


def _number(left: object, right: object, result: Callable[[float, float], float]) -> float:
    if isinstance(left, Undefined) or isinstance(right, Undefined):
        str(left), str(right)  # says which variable is unknown
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        raise TypeError(_NO_SUCH_SUM)
    value = result(left, right)
    if abs(value) > MAX_NUMBER:
        raise OverflowError(_TOO_LARGE)
    return value


_NOT_A_TEXT = "biến này là một danh sách hoặc một nhóm biến, phải đi qua từng phần tử bằng lệnh for"
_NO_SUCH_SUM = "phép tính này chỉ dùng cho số; nối chữ bằng dấu ~"
_TOO_LARGE = "số quá lớn"

OPERATORS: dict[str, Operator] = {"+": plus, "*": times, "%": remainder}
"""Every other operator gives something no larger than what it is given, or isn't in the grammar."""

"""Data → models, and what the models refuse told as findings in Vietnamese.

All faults are told in one run: what is refused is taken out and the rest validated again, so that
the rules can judge it too.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError

from cchc.plan.problem import Finding, Where
from cchc.plan.spelling import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)
Refusal = tuple[str, Finding]
"""A rule's name and what it found."""

_PASSES = 6
"""Mending one fault can uncover another below it, but not for ever."""
_MOST = 200
"""A file with more refusals is not a plan with slips: the first ones are told, and no rule runs."""
_PLACEHOLDER = "?"


def validate(model: type[Model], data: object) -> tuple[Model | None, dict[Where, Refusal]]:
    """Return the model of what is sound, and what was refused where; `data` is mended in place.

    None if something that must be there can't even be stood in for, so that no model is built.
    """
    refused: dict[Where, Refusal] = {}
    for _ in range(_PASSES):
        try:
            # The English names are Python's own: in a file they are keys like any unknown one.
            return model.model_validate(data, by_alias=True, by_name=False), refused
        except ValidationError as error:
            if error.error_count() > _MOST:
                details = error.errors(include_url=False)[:_MOST]
                return None, refused | {d["loc"]: _refusal(model, d) for d in details}
            details = error.errors(include_url=False)
            mended = [_mend(data, d, again=d["loc"] in refused) for d in details]
            for detail in details:
                if not _inside(detail["loc"], refused):
                    refused[detail["loc"]] = _refusal(model, detail)
            if not all(mended):
                break
    return None, refused


def _inside(where: Where, refused: Iterable[Where]) -> bool:
    return any(where[: len(r)] == r for r in refused)


def _mend(data: object, detail: "ErrorDetails", *, again: bool) -> bool:
    """Stand in for a text or take a key out, so that the rest can be judged; False if neither."""
    where, kind = detail["loc"], detail["type"]
    if not where:
        return False
    parent = _at(data, where[:-1])
    if not again and kind in _STAND_IN and isinstance(parent, dict):
        parent[where[-1]] = _PLACEHOLDER
        return True
    if kind != "missing" and isinstance(parent, dict) and where[-1] in parent:
        del parent[where[-1]]
        return True
    return _give_up_holder(data, where)


def _give_up_holder(data: object, where: Where) -> bool:
    """Take out what holds an item of a list, or a key that must be there: the nearest key above."""
    for length in range(len(where) - 1, 1, -1):
        holder = _at(data, where[: length - 1])
        if isinstance(holder, dict):
            return holder.pop(where[length - 1], holder) is not holder
    if isinstance(data, list) and isinstance(where[0], int):
        data[where[0]] = None  # the other items of the list keep their places
        return True
    return False


def _at(data: object, where: Where) -> object:
    for step in where:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def _refusal(model: type[BaseModel], detail: "ErrorDetails") -> Refusal:
    kind, where = detail["type"], detail["loc"]
    name = str(where[-1]) if where else "tệp"
    named = repr(name) if where and isinstance(where[-1], str) else "mục" if where else "tệp"
    value = detail["input"]
    if kind == "extra_forbidden":
        near = nearest(name, _keys_at(model, where[:-1]))
        hint = f"có phải: {', '.join(near)}?" if near else "xóa khóa này"
        return "unknown-key", Finding(where, f"không có khóa {name!r} ở đây", hint, at_key=True)
    if kind == "missing":
        return "missing-key", Finding(where[:-1], f"thiếu khóa {name!r}", f"thêm dòng '{name}: …'")
    if value is None or kind == "string_too_short":
        hint = "điền nội dung, hoặc xóa dòng này"
        return "empty-value", Finding(where, f"{named} để trống", hint)
    if where and kind in _WANTED and isinstance(value, dict) and len(value) == 1:
        message = "dấu hai chấm ': ' giữa câu làm YAML hiểu thành khóa mới"
        return "unquoted-colon", Finding(where, message, 'đặt cả câu trong dấu ngoặc kép "…"')
    if kind in _WANTED:
        return "wrong-type", Finding(where, f"{named} phải là {_WANTED[kind]}", _FORM[kind])
    fact, _, hint = str(detail["msg"]).partition("; ")
    rule = kind if "-" in kind else "wrong-value"
    shown = f"{value[:60]!r}: " if isinstance(value, str) else ""
    return rule, Finding(where, f"{shown}{fact}", hint)


def _keys_at(model: type[BaseModel], where: Where) -> list[str]:
    """Return the keys that the model allows at a place of the file."""
    top: Any = model.model_fields["root"].annotation if issubclass(model, RootModel) else model
    current = _innermost(top) if top is not model else model
    for step in where:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            fields = {f.alias or n: f.annotation for n, f in current.model_fields.items()}
            current = _innermost(fields.get(step))
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [field.alias or name for name, field in current.model_fields.items()]
    return []


def _innermost(annotation: Any) -> Any:
    """Return the model inside `tuple[Model, ...]`, `dict[str, Model]` or `Model | None`."""
    inner = [a for a in getattr(annotation, "__args__", ()) if a not in (type(None), ...)]
    return _innermost(inner[-1]) if inner else annotation


_STAND_IN = frozenset({"missing", "string_type", "string_too_short"})
_WANTED = {
    "string_type": "một câu chữ",
    "tuple_type": "một danh sách",
    "dict_type": "các cặp khóa: nội dung",
    "model_type": "các cặp khóa: nội dung",
    "model_attributes_type": "các cặp khóa: nội dung",
}
_FORM = {
    "string_type": "viết 'khóa: nội dung' trên một dòng",
    "tuple_type": "viết [mục, mục], hoặc mỗi mục một dòng bắt đầu bằng '- '",
    "dict_type": "viết mỗi khóa một dòng 'khóa: nội dung'",
    "model_type": "viết mỗi khóa một dòng 'khóa: nội dung'",
    "model_attributes_type": "viết mỗi khóa một dòng 'khóa: nội dung'",
}

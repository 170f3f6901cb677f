"""Writing a document's number and day into its plan once they are known.

The characters of the two values are replaced and no others: comments, order and line ends stay.
"""

import codecs
from datetime import date
from pathlib import Path

from cchc.errors import CchcError, WrongUsage
from cchc.files import bytes_of, save
from cchc.plan.loader import Document, document_of, sound_plan
from cchc.plan.models import Plan
from cchc.plan.yaml_tree import Mapping, Scalar


def issue(path: Path, number: str, day: date, *, force: bool = False) -> bool:
    """Write number and day of issue into a plan's file; return whether anything changed.

    Raises `WrongUsage` where the plan has another number or day and `force` isn't given, and what
    `sound_plan` does. Nothing is written unless the plan then says just this.
    """
    document, plan = sound_plan(path)
    wanted = {"so": number, "ngay_ban_hanh": f"{day:%Y-%m-%d}"}
    if not force:
        _refuse_another(path, plan, number, day)
    data = bytes_of(path)
    spliced = issued(document, data, wanted)
    after = document_of(path, spliced, Plan, "").model
    if after is None or (after.number, str(after.issued)) != tuple(wanted.values()):
        raise CchcError(f"{path}: không ghi được số và ngày vào tệp; chưa ghi gì")
    if spliced == data:
        return False
    save(path, spliced)
    return True


def issued(document: Document[Plan], data: bytes, values: dict[str, str]) -> bytes:
    """Return the bytes of a plan with these values under its top keys."""
    text = document.source.text
    top = document.tree.top
    assert isinstance(top, Mapping)  # noqa: S101 - a sound plan is one
    # From the last to the first, so that the places of the others stay true.
    keys = [*values][::-1]
    keys.sort(key=lambda key: _place(top, key), reverse=True)
    for key in keys:
        text = _with_value(text, top, key, values[key])
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")


def _place(top: Mapping, key: str) -> int:
    return top.keys[key].start if key in top.keys else _after(top)


def _with_value(text: str, top: Mapping, key: str, value: str) -> str:
    if key not in top.keys:
        start = text.find("\n", _after(top)) + 1 or len(text)
        newline = "\r\n" if text[:start].endswith("\r\n") else "\n"
        return f"{text[:start]}{key}: {value}{newline}{text[start:]}"
    node = top.items[key]
    if isinstance(node, Scalar) and node.text is not None:
        return f"{text[: node.start]}{value}{text[node.end :]}"
    # An empty value; a comment on its line stays in its column where there is room.
    start = text.index(":", top.keys[key].end) + 1
    rest = text[start:]
    blank = len(rest) - len(rest.lstrip(" "))
    room = max(blank - len(value) - 1, 1) if rest.lstrip(" ").startswith("#") else 0
    return f"{text[:start]} {value}{' ' * room}{rest[blank:]}"


def _after(top: Mapping) -> int:
    """Return where the subject ends, after which what isn't there yet is written."""
    return top.items["trich_yeu"].end


def _refuse_another(path: Path, plan: Plan, number: str, day: date) -> None:
    had = plan.issued
    if plan.number and plan.number != number:
        said = f"{path}: kế hoạch đã có số {plan.number}"
    elif had and had.day and had.latest != day:
        said = f"{path}: kế hoạch đã có ngày ban hành {had.latest:%d/%m/%Y}"
    else:
        return
    raise WrongUsage(f"{said}; nếu đúng là phải đổi, thêm --force")

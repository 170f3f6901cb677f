"""The JSON Schemas of plan and ledger, for editors: made of the models, words and all."""

from collections.abc import Mapping

from pydantic import BaseModel

from cchc.plan import models
from cchc.plan.models import Plan, Shape
from cchc.progress.ledger_file import LedgerFile

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> Shape:
    """Return the schema of a plan file."""
    made = _of(Plan, "Kế hoạch", "Tệp kế hoạch của cchc: điều đã hứa, đúng lời văn chính thức.")
    parts = made["$defs"]
    # A cell is a list of codes, or says more than codes; a column is a key, or has a heading too.
    listed = {"type": "array", "items": models.TEXT}
    parts["Offices"] = {"anyOf": [listed, parts["Offices"]]}
    parts["Column"] = {"anyOf": [models.TEXT, parts["Column"]]}
    for named in (made["properties"]["don_vi"], parts["Task"]["properties"]["khac"]):
        named["additionalProperties"] = False
    return _shortened(made)


def ledger_schema() -> Shape:
    """Return the schema of a ledger file."""
    words = "Sổ theo dõi của cchc: điều đã làm, mỗi mục một ngày, chỉ ghi thêm vào cuối."
    made = _of(LedgerFile, "Sổ theo dõi", words)
    made["type"] = ["array", "null"]  # a ledger of comments alone is one without entries
    made["items"] = {"$ref": "#/$defs/Entry"}
    made["$defs"]["Entry"]["allOf"] = _RELATIONS
    return _shortened(made)


def _of(model: type[BaseModel], title: str, words: str) -> Shape:
    made = model.model_json_schema(by_alias=True)
    for shape in (made, *made.get("$defs", {}).values()):
        _tidy(shape)
    return {"$schema": DRAFT} | made | {"title": title, "description": words}


def _tidy(shape: Shape) -> None:
    """Leave of the words only those that were written for who edits the file."""
    shape.pop("title", None)
    shape.pop("description", None)
    for value in shape.get("properties", {}).values():
        value.pop("default", None)
        value["description"] = _sentence(value["description"])


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _shortened(made: Shape) -> Shape:
    """Return the schema with each shape of a value under its name, instead of in full each time."""
    short = {key: _named(value) for key, value in made.items() if key != "$defs"}
    parts = {key: _named(value) for key, value in made["$defs"].items()}
    used = str(short) + str(parts)
    named = {name: dict(shape) for name, shape in _NAMED.items() if f"#/$defs/{name}'" in used}
    return short | {"$defs": named | parts}


def _named(value: object) -> object:
    if isinstance(value, list):
        return [_named(inner) for inner in value]
    if not isinstance(value, Mapping):
        return value
    for name, shape in _NAMED.items():
        if shape.items() <= value.items():
            rest = {key: inner for key, inner in value.items() if key not in shape}
            return {"$ref": f"#/$defs/{name}"} | rest
    return {key: _named(inner) for key, inner in value.items()}


_NAMED: dict[str, Shape] = {
    "chu": models.TEXT,
    "chu_hoac_trong": models.BLANK,
    "cac_chu": models.TEXTS,
    "nam": models.YEAR,
    "ngay": models.DATE,
    "ngay_ban_hanh": models.ISSUE_DATE,
    "ngay_thang": models.DAY_MONTH,
    "ma_sha256": models.DIGEST,
}
_EXTENDS: Shape = {"properties": {"trang_thai": {"const": "gia_han"}}, "required": ["trang_thai"]}
_GIVEN: Shape = {"not": {"type": "null"}}
_RELATIONS: list[Shape] = [
    {
        "if": _EXTENDS,
        "then": {
            "properties": {"den_ngay": _GIVEN, "van_ban": _GIVEN},
            "required": ["den_ngay", "van_ban"],
        },
        "else": {"properties": {"den_ngay": {"type": "null"}}},
    },
    {
        "if": {"properties": {"sha256": {"type": "string"}}, "required": ["sha256"]},
        "then": {"properties": {"tep": _GIVEN}, "required": ["tep"]},
    },
]
"""What `Entry` asks of several keys together."""

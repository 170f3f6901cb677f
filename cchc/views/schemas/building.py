"""Building the schemas from the models, so that they accept what the models accept.

What pydantic makes is right; here it gets the words that people read, and short names for the
shapes that come again and again.
"""

from collections.abc import Mapping

from pydantic import BaseModel

from cchc.plan import models, shapes
from cchc.plan.models import Part, Plan
from cchc.plan.shapes import Shape
from cchc.progress.entries import Entry, Ledger
from cchc.views.schemas.labels import DESCRIPTIONS, EXAMPLES, TITLES

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> Shape:
    """Return the schema of a plan file."""
    made = _of(Plan, "Kế hoạch", "Tệp kế hoạch của cchc: điều đã hứa, đúng lời văn chính thức.")
    offices = made["$defs"]["Offices"]
    # A cell is a list of codes, or says more than codes.
    listed = {"type": "array", "items": shapes.TEXT}
    made["$defs"]["Offices"] = {"anyOf": [listed, offices]}
    made["properties"]["don_vi"]["additionalProperties"] = False
    return _shortened(made)


def ledger_schema() -> Shape:
    """Return the schema of a ledger file."""
    words = "Sổ theo dõi của cchc: điều đã làm, mỗi mục một ngày, chỉ ghi thêm vào cuối."
    made = _of(Ledger, "Sổ theo dõi", words)
    made["type"] = ["array", "null"]  # a ledger of comments alone is one without entries
    made["items"] = {"$ref": "#/$defs/Entry"}
    made["$defs"]["Entry"]["allOf"] = _RELATIONS
    return _shortened(made)


def _of(model: type[BaseModel], title: str, words: str) -> Shape:
    made = model.model_json_schema(by_alias=True)
    for name, part in _PARTS.items():
        shape = made if part is model else made.get("$defs", {}).get(name)
        if shape:
            _label(part, shape)
    return {"$schema": DRAFT} | made | {"title": title, "description": words}


def _label(part: type[Part], shape: Shape) -> None:
    """Give the keys of a model the words that an editor shows."""
    shape.pop("title", None)
    shape.pop("description", None)
    for key, value in shape["properties"].items():
        value.pop("default", None)
        value["title"] = TITLES[key]
        value["description"] = _sentence(DESCRIPTIONS[part][key])
        if examples := EXAMPLES.get(part, {}).get(key):
            value["examples"] = examples


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


_PARTS: dict[str, type[Part]] = {
    name: part
    for name, part in {**vars(models), "Entry": Entry}.items()
    if isinstance(part, type) and issubclass(part, Part) and part is not Part
}
_NAMED: dict[str, Shape] = {
    "chu": shapes.TEXT,
    "cac_chu": shapes.TEXTS,
    "nam": shapes.YEAR,
    "ngay": shapes.DATE,
    "ngay_ban_hanh": shapes.ISSUE_DATE,
    "ngay_thang": shapes.DAY_MONTH,
    "ma_sha256": shapes.DIGEST,
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

"""The schemas accept what the models accept, and are fresh where they lie."""

import json
from copy import deepcopy
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from cchc.plan.loader import validate
from cchc.plan.models import Plan, Shape
from cchc.progress.ledger import Event
from cchc.progress.ledger_file import LedgerFile
from cchc.views.schema import ledger_schema, plan_schema
from cchc.views.table import dumps
from tests.conftest import ROOT
from tests.views.schemas.files import Data, damaged, ledgers, plans, typed

FILES = {"ke-hoach": plan_schema, "so-theo-doi": ledger_schema}
PLAN = jsonschema.Draft202012Validator(plan_schema())
LEDGER = jsonschema.Draft202012Validator(ledger_schema())
NEARLY = r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}"
BEYOND = {"reversed-dates"}
"""Of two dates that each are well no schema can say which is later."""


def accepted(model: type[BaseModel], data: Data) -> bool:
    """Return whether the models refuse nothing of a file that a schema could refuse."""
    made, refused = validate(model, deepcopy(data))
    return not {finding.rule for finding in refused.values()} - BEYOND and made is not None


@settings(max_examples=120)
@given(damaged(plans))
def test_a_plan_is_accepted_by_both_or_by_neither(data: Data) -> None:
    assert PLAN.is_valid(data) == accepted(Plan, data)


@settings(max_examples=100)
@given(damaged(ledgers))
def test_a_ledger_is_accepted_by_both_or_by_neither(data: Data) -> None:
    # A "-" with nothing after it is told by reading; the model alone keeps its place with None.
    assert LEDGER.is_valid(data) == (accepted(LedgerFile, data) and None not in data)


@settings(max_examples=100)
@given(plans, ledgers)
def test_what_is_sound_is_sound_in_the_types_of_an_editor_too(plan: Data, ledger: Data) -> None:
    assert PLAN.is_valid(plan)
    assert PLAN.is_valid(typed(plan))
    assert LEDGER.is_valid(typed(ledger)) == accepted(LedgerFile, ledger)


@settings(max_examples=100)
@given(st.dates().map(str) | st.from_regex(NEARLY, fullmatch=True))
def test_a_date_is_one_for_both_on_every_calendar_page(text: str) -> None:
    entry = [{"ngay": text, "nhiem_vu": "I.01", "trang_thai": "huy"}]
    assert LEDGER.is_valid(entry) == accepted(LedgerFile, entry)


def test_every_day_of_leap_and_common_years_and_the_days_beside_them() -> None:
    for year in (1900, 2000, 2023, 2024):
        for month in range(14):
            for day in range(33):
                for text in (f"{year}-{month:02}-{day:02}", f"{day}/{month}/{year}"):
                    entry = [{"ngay": text, "nhiem_vu": "I.01", "trang_thai": "huy"}]
                    assert LEDGER.is_valid(entry) == accepted(LedgerFile, entry), text


def test_the_real_plan_is_sound_as_text_and_as_any_yaml_program_reads_it() -> None:
    text = (ROOT / "plans" / "2025.yaml").read_text("utf-8")
    as_text = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    # That loader makes "" of what is empty; reading and editors make nothing of it.
    as_text["so"] = as_text["co_quan"]["chu_quan"] = None
    PLAN.validate(as_text)
    PLAN.validate(typed(as_text))


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schema_is_fresh_and_a_schema(name: str) -> None:
    schema = FILES[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    committed = (ROOT / "schema" / f"{name}.schema.json").read_text("utf-8")
    kind = "plan" if name == "ke-hoach" else "ledger"
    assert committed == dumps(schema) + "\n", f"cchc schema {kind} -o schema/{name}.schema.json"


def test_every_key_has_a_title_and_a_description() -> None:
    used = set()
    for schema in (plan_schema(), ledger_schema()):
        for shape in _objects(schema):
            for key, value in shape["properties"].items():
                used.add(key)
                assert value["title"][:1].isupper()
                assert value["description"].endswith(".")
    assert {"nam", "phan_viec", "cot", "bang", "den_nam", "trang_thai"} <= used


def test_every_example_is_one() -> None:
    for schema in (plan_schema(), ledger_schema()):
        for shape in _objects(schema):
            for value in shape["properties"].values():
                part = {key: inner for key, inner in value.items() if key != "examples"}
                for example in value.get("examples", []):
                    whole = {"$defs": schema["$defs"], **part}
                    jsonschema.Draft202012Validator(whole).validate(example)


def test_an_editor_is_told_where_the_schemas_are() -> None:
    settings_text = (ROOT / ".vscode" / "settings.json").read_text("utf-8")
    schemas = json.loads(settings_text)["yaml.schemas"]
    assert set(schemas) == {f"./schema/{name}.schema.json" for name in FILES}
    first = (ROOT / "plans" / "2025.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/ke-hoach.schema.json"
    wanted = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in wanted["recommendations"]


def test_the_ledger_has_the_states_of_the_models() -> None:
    states = ledger_schema()["$defs"]["Entry"]["properties"]["trang_thai"]["enum"]
    assert states == [event.value for event in Event]


def _objects(schema: Any) -> list[Shape]:
    """Return every shape of a schema that has keys with words."""
    if isinstance(schema, list):
        return [shape for inner in schema for shape in _objects(inner)]
    if not isinstance(schema, dict):
        return []
    mine = [schema] if "additionalProperties" in schema and "properties" in schema else []
    inner = [shape for key, value in schema.items() if key != "allOf" for shape in _objects(value)]
    return mine + inner

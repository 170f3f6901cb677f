"""The variables of a template are the keys of the plan's YAML, all of them, always."""

from collections.abc import Iterator, Mapping

import pytest
from pydantic import BaseModel

from cchc.documents.fields import plan_fields
from cchc.plan.models import Agency, Appendix, Group, Plan, ReportDate, Section, Signer, Task, Unit
from tests.documents.plans import plan_of, real_plan

INTERNAL = {"ten_khac", "gom", "tu_ngay", "den_ngay", "ke_thua_boi"}
"""Keys of an office for finding it, not for printing it."""


def names(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from names(inner)


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize(
    "model", [Plan, Agency, Unit, Section, ReportDate, Signer, Appendix, Group, Task]
)
def test_every_key_of_the_plan_is_a_variable(model: type[BaseModel]) -> None:
    keys = {field.alias for field in model.model_fields.values()} - INTERNAL
    assert keys
    assert keys <= set(names(plan_fields(real_plan())))


@pytest.mark.parametrize("plan", [real_plan(), plan_of()], ids=["real", "least"])
def test_variables_are_texts_and_never_none(plan: Plan) -> None:
    values = list(leaves(plan_fields(plan)))
    assert values
    assert {type(value) for value in values} == {str}


def test_a_plan_that_leaves_all_out_still_has_every_variable() -> None:
    assert plan_fields(plan_of()).keys() == plan_fields(real_plan()).keys()


def section(**keys: object) -> Mapping[str, object]:
    units = {"VPTK": {"ten": "Văn phòng", "chuc_danh": "Công chức Văn phòng"}}
    fields = plan_fields(plan_of(don_vi=units, phan=[keys]))["phan"]
    assert isinstance(fields, list)
    only = fields[0]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize(
    ("keys", "heading"),
    [
        ({"so": "I", "tieu_de": "MỤC ĐÍCH"}, "I. MỤC ĐÍCH"),
        ({"so": "2.1", "don_vi": "VPTK"}, "2.1. Công chức Văn phòng"),
        ({"so": "2.1", "don_vi": "VPTK", "tieu_de": "Riêng"}, "2.1. Riêng"),
        ({"so": "a", "tieu_de": "Điểm"}, "a) Điểm"),
        ({"so": "đ", "tieu_de": "Điểm"}, "đ) Điểm"),
        ({"so": "b)", "tieu_de": "Điểm"}, "b) Điểm"),
        ({"so": "3.", "tieu_de": "Khoản"}, "3. Khoản"),
        ({"tieu_de": "Không số"}, "Không số"),
        ({"so": "1"}, "1."),
        ({"don_vi": "XYZ"}, "XYZ"),
        ({"y": ["Chỉ có ý"]}, ""),
    ],
)
def test_a_heading_is_its_sign_and_its_title(keys: dict[str, object], heading: str) -> None:
    assert section(**keys)["de_muc"] == heading


def test_a_sign_without_a_title_stands_before_the_text() -> None:
    found = section(so="a", doan=["Một", "Hai"])
    assert (found["de_muc"], found["doan"]) == ("", ["a) Một", "Hai"])


def test_a_paragraph_of_several_lines_is_as_many_paragraphs() -> None:
    assert section(so="I", tieu_de="X", doan=["Một\nHai", "Ba"])["doan"] == ["Một", "Hai", "Ba"]

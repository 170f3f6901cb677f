"""The cells of the appendix, from codes and lists to what is printed."""

import pytest

from cchc.documents.fields import offices_lines, product_lines, task_fields
from cchc.plan.models import Offices
from tests.documents.plans import one_task, plan_of

UNITS = {
    "VPTK": {"ten": "Văn phòng", "ten_in": "Bộ phận Văn phòng"},
    "DT": {"ten": "Các đoàn thể"},
    "LD": {"ten": "Lao động, Thương binh"},
}


@pytest.mark.parametrize(
    ("codes", "line"),
    [
        (["VPTK"], "Bộ phận Văn phòng"),
        (["VPTK", "DT"], "Bộ phận Văn phòng, Các đoàn thể"),
        (["VPTK", "LD"], "Bộ phận Văn phòng; Lao động, Thương binh"),
        (["VPTK", "XYZ"], "Bộ phận Văn phòng, XYZ"),
        ([], ""),
    ],
)
def test_offices_are_printed_by_name(codes: list[str], line: str) -> None:
    assert offices_lines(plan_of(don_vi=UNITS), Offices.model_validate(codes)) == [line]


def test_the_cells_own_wording_is_printed_line_by_line() -> None:
    offices = Offices.model_validate({"don_vi": ["DT"], "van_ban": "- Một\n- Hai"})
    assert offices_lines(plan_of(don_vi=UNITS), offices) == ["- Một", "- Hai"]


@pytest.mark.parametrize(
    ("products", "lines"),
    [
        ((), [""]),
        (("Kế hoạch",), ["Kế hoạch"]),
        (("Kế hoạch", "báo cáo"), ["Kế hoạch; báo cáo"]),
        (("kế hoạch", "báo cáo", "ảnh"), ["kế hoạch; báo cáo; ảnh"]),
        (("Kế hoạch", "Báo cáo"), ["- Kế hoạch", "- Báo cáo"]),
        (("Kế hoạch", "báo cáo", "Đề án"), ["- Kế hoạch", "- báo cáo", "- Đề án"]),
        (("Kế hoạch", "05 báo cáo"), ["- Kế hoạch", "- 05 báo cáo"]),
    ],
)
def test_products_stand_in_one_line_where_each_goes_on_in_lower_case(
    products: tuple[str, ...], lines: list[str]
) -> None:
    assert product_lines(products) == lines


def test_every_cell_has_a_paragraph_even_where_the_plan_has_nothing() -> None:
    plan = one_task()
    fields = task_fields(plan, next(plan.tasks))
    lines = [value for key, value in fields.items() if key.endswith("_doan")]
    assert lines == [[""]] * 6


def test_a_text_of_several_lines_is_as_many_paragraphs() -> None:
    plan = one_task(noi_dung="(1) Một\n(2) Hai")
    fields = task_fields(plan, next(plan.tasks))
    assert fields["noi_dung_doan"] == ["(1) Một", "(2) Hai"]
    assert fields["noi_dung"] == "(1) Một\n(2) Hai"

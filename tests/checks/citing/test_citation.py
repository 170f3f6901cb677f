"""How citations read: kind, number, symbol, day, issuer; and what is no citation."""

from datetime import date

import pytest

from cchc.checks.registry import About
from cchc.checks.rules import RULEBOOK
from cchc.diagnostics import Finding
from tests.checks.edits import edited
from tests.checks.subjects import content, subject_of

RULES = {rule.name: rule for rule in RULEBOOK.about(About.PLAN)}


def read(words: str) -> list[tuple[str, str, date | None, str]]:
    return [(c.named_kind, c.code, c.day, c.issuer) for c in content(words).citations]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ quy định chi tiết",
            ("Nghị định", "59/2019/NĐ-CP", date(2019, 7, 1), "Chính phủ"),
        ),
        (
            "Nghị quyết số 04-NQ/TU, ngày 18 tháng 10 năm 2021 của Hội nghị Tỉnh ủy lần thứ 5",
            ("Nghị quyết", "04-NQ/TU", date(2021, 10, 18), "Hội nghị Tỉnh ủy"),
        ),
        (
            "theo chương trình hành động số 40-CTr/HU ngày 04/3/2022 của Huyện ủy Sơn Hà về việc",
            ("Chương trình hành động", "40-CTr/HU", date(2022, 3, 4), "Huyện ủy Sơn Hà"),
        ),
        ("Luật số 45/2019/QH14", ("Luật", "45/2019/QH14", None, "")),
        ("Công văn số 12/UBND-VP ngày 05.3.2025", ("Công văn", "12/UBND-VP", date(2025, 3, 5), "")),
        ("văn bản 16/CT-TTg ngày 20/5/2024", ("Chỉ thị", "16/CT-TTg", date(2024, 5, 20), "")),
        ("số 5a/QĐ-UBND của Chủ tịch xã", ("Quyết định", "5a/QĐ-UBND", None, "Chủ tịch xã")),
        ("Thông tư số 01/2023/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ.",
         ("Thông tư", "01/2023/TT-VPCP", None, "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ")),
        ("Nghị định số 59 / 2019 / NĐ - CP", ("Nghị định", "59/2019/NĐ-CP", None, "")),
    ],
)  # fmt: skip
def test_a_citation_is_read(words: str, told: tuple[str, str, date | None, str]) -> None:
    assert read(words) == [told]


@pytest.mark.parametrize(
    "words",
    [
        "giai đoạn 2021 - 2025; năm 2025 - UBND xã; TCVN ISO 9001:2015; 24/7; 05/3/2025",
        "mục 2.1; khoản 14 Điều 1; 100% hồ sơ; 03 năm 2026 - 2028; quý I/2025 - Báo cáo",
        "VP-TK, VH-XH; Covid-19; 4G/LTE; 1/2 số hộ; mức độ 3/4",
    ],
)
def test_what_is_no_citation_is_none(words: str) -> None:
    assert read(words) == []


def test_of_several_in_a_row_one_names_the_issuer() -> None:
    row = "Chỉ thị số 27/CT-TTg ngày 27/10/2023, 16/CT-TTg ngày 20/5/2024 của Thủ tướng Chính phủ"
    assert [issuer for _, _, _, issuer in read(row)] == ["Thủ tướng Chính phủ"] * 2
    before = "của Chính phủ tại Nghị định số 45/2020/NĐ-CP, Nghị định số 107/2021/NĐ-CP"
    assert [issuer for _, _, _, issuer in read(before)] == ["Chính phủ"] * 2
    other = "Kế hoạch số 1/KH-UBND, Quyết định số 2/QĐ-UBND của UBND xã"
    assert [issuer for _, _, _, issuer in read(other)] == ["", "UBND xã"]


def found(rule: str, example: str) -> list[Finding]:
    return list(RULES[rule].check(subject_of(example)))


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Chỉ thị số: 27/CT-TTg", "Chỉ thị số 27/CT-TTg"),
        ("Chỉ thị số27/CT-TTg", "Chỉ thị số 27/CT-TTg"),
        ("Chỉ thị số 27/CT–TTg", "Chỉ thị số 27/CT-TTg"),
        ("Chỉ thị số 27/ct-ttg", "Chỉ thị số 27/CT-TTg"),
        ("Nghị định số 59/2019/ND-CP", "Nghị định số 59/2019/NĐ-CP"),
        ("Nghị định số 59/2019/NÐ-CP", "Nghị định số 59/2019/NĐ-CP"),
        ("Quyết định số 15 /QD-UBND", "Quyết định số 15/QĐ-UBND"),
        ("Nghị định 59/2019/NĐ-CP", "Nghị định số 59/2019/NĐ-CP"),
    ],
)
def test_the_form_of_a_number_and_symbol_is_mended(words: str, right: str) -> None:
    example = f'noi_dung: "{words}"'
    text = subject_of(example).document.source.text
    slips = found("citation-form", example)
    assert all(slip.edits for slip in slips)
    assert f'noi_dung: "{right}"' in edited(text, slips)


SOUND = [
    "Nghị quyết số 45/2019/QH14; Luật số 45/2019/QH14; Công văn số 123/STP-PC ngày 05/3/2024",
    "Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Chấp hành Trung ương",
    "Chương trình hành động số 40-CTr/HU; Kế hoạch số 18/KH-UBND ngày 21/3/2022 của UBND xã",
    "Kế hoạch số 18/KH-UBND ngày 21/3/2022 của UBND xã; 18/KH-UBND ngày 10/3/2022 của UBND huyện",
    "Nghị quyết số 02/NQ-CP ngày 08/01/2022 và số 02/NQ-CP ngày 10/01/2024 của Chính phủ",
    "Chỉ thị số 31-CT/TU ngày 13/6/2014 của Ban Thường vụ Tỉnh ủy",
    "Nghị quyết số 93/NQ-HĐND ngày 08/12/2021 của Hội đồng nhân dân tỉnh",
    "Thông tư liên tịch số 01/2016/TTLT-BNV-BTC; Đề án số 06/ĐA-UBND; thực hiện Đề án 06",
]


@pytest.mark.parametrize("words", SOUND)
def test_an_honest_citation_has_no_fault(words: str) -> None:
    for rule in RULES:
        if rule.startswith("citation-"):
            assert [slip.message for slip in found(rule, f"noi_dung: {words}")] == []


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("citation-kind", "Nghị định số 76/NQ-CP"),
        ("citation-kind", "Kế hoạch số 1256/QĐ-UBND"),
        ("citation-kind", "công văn số 12/BC-UBND"),
        ("citation-year", "Nghị định số 59/2019/NĐ-CP ngày 01 tháng 7 năm 2020"),
        ("citation-form", "Nghị quyết số 76/NQ-CP ngày 31/6/2021"),
        ("citation-dates-differ", "số 7/QĐ-TTg ngày 02/3/2021; số 7/QĐ-TTg ngày 03/3/2021"),
        ("citation-after-plan", "Nghị quyết số 76/NQ-CP ngày 01/01/2025"),
        ("citation-issuer", "Nghị định số 76/2021/NĐ-CP của Thủ tướng Chính phủ"),
        ("citation-issuer", "Kế hoạch số 18/KH-UBND của Huyện ủy"),
    ],
)
def test_a_fault_of_a_citation_is_found(rule: str, words: str) -> None:
    assert len(found(rule, f"noi_dung: {words}")) == 1


def test_a_legal_basis_wants_day_and_issuer() -> None:
    (slip,) = found("citation-issuer", "can_cu: [Kế hoạch số 18/KH-UBND về cải cách hành chính]")
    assert "ngày ban hành và cơ quan ban hành" in slip.message
    assert found("citation-issuer", "can_cu: [Luật Tổ chức chính quyền địa phương]") == []

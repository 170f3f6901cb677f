"""`cchc citations`: every document the plan cites, once, and where."""

import csv
import io
from pathlib import Path

from tests.cli.conftest import Run


def test_the_real_plan_cites_these_documents(cchc: Run, real_plan: Path) -> None:
    cited = {one["number"]: one for one in cchc("citations", "--format", "json").json}
    text = real_plan.read_text("utf-8")
    assert len(cited) == 30
    for number in cited:
        assert number in text
    decree = cited["59/2019/NĐ-CP"]
    assert (decree["kind"], decree["date"], decree["issuer"]) == (
        "Nghị định",
        "2019-07-01",
        "Chính phủ",
    )
    assert [place["place"] for place in decree["places"]] == ["V.01"]
    assert [p["place"] for p in cited["18/KH-UBND"]["places"]] == ["căn cứ 2", "phần I.1"]
    assert cited["16/CT-TTg"]["kind"] == "Chỉ thị"
    for one in cited.values():
        for place in one["places"]:
            line = text.splitlines()[place["line"] - 1]
            assert one["number"] in line[place["column"] - 1 :]


def test_every_form_has_them_all(cchc: Run) -> None:
    assert "30 văn bản được viện dẫn" in cchc("citations").out
    assert cchc("citations", "--format", "text").out == cchc("citations").out
    table = cchc("citations", "--format", "md").out.splitlines()
    assert len(table) == 32
    rows = list(csv.DictReader(io.StringIO(cchc("citations", "--format", "csv").out)))
    assert len(rows) == 30
    assert list(rows[0]) == ["kind", "number", "date", "issuer", "places"]


def test_a_plan_with_faults_still_says_what_it_cites(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text("utf-8").replace("chu_tri: [VPTK]", "chu_trì: VPTK")
    plan.write_text(text, "utf-8")
    assert len(cchc("citations", "--format", "json").json) == 30


def test_a_text_that_is_no_yaml_is_told(cchc: Run, office: Path) -> None:
    (office / "plans" / "2025.yaml").write_text("nam: [", "utf-8")
    answer = cchc("citations")
    assert (answer.code, answer.out) == (1, "")
    assert "plans/2025.yaml" in answer.err


def test_a_short_citation_is_the_document_of_the_only_full_one(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    plan.write_text(
        "can_cu:\n"
        "  - Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ\n"
        "  - Nghị định số 59/2019/NĐ-CP\n"
        "  - Kế hoạch số 1/KH-UBND ngày 02/3/2024 của UBND xã\n"
        "  - Kế hoạch số 1/KH-UBND ngày 05/3/2024 của UBND huyện\n",
        "utf-8",
    )
    told = cchc("citations", "--format", "json").json
    assert [(one["number"], len(one["places"])) for one in told] == [
        ("1/KH-UBND", 1),
        ("1/KH-UBND", 1),
        ("59/2019/NĐ-CP", 2),
    ]

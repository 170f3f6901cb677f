"""The days a report's figures are taken between, as the plan file writes them."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from cchc.plan.loader import read_plan
from cchc.plan.models import ReportDate

PLAN = """\
nam: 2025
trich_yeu: Thử nghiệm
co_quan: {ban_hanh: ỦY BAN}
che_do_bao_cao:
  - {ky: quý I, truoc: 05/3, tu_ngay: 2025-03-15, den_ngay: 14/3/2025}
"""


def test_both_days_are_read_and_may_be_left_out() -> None:
    given = ReportDate.model_validate(
        {"ky": "quý I", "tu_ngay": "15/12/2024", "den_ngay": "2025-03-14"}
    )
    assert (given.since, given.closed) == (date(2024, 12, 15), date(2025, 3, 14))
    without = ReportDate.model_validate({"ky": "quý I"})
    assert (without.since, without.closed) == (None, None)


def test_one_day_alone_may_stand() -> None:
    assert ReportDate.model_validate({"ky": "năm", "den_ngay": "2025-12-14"}).since is None


def test_figures_closed_before_they_begin_are_refused() -> None:
    with pytest.raises(ValidationError, match="trước tu_ngay"):
        ReportDate.model_validate(
            {"ky": "quý I", "tu_ngay": "2025-03-15", "den_ngay": "2025-03-14"}
        )


def test_the_refusal_stands_at_the_entry(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text(PLAN, encoding="utf-8")
    problems = [p for p in read_plan(path).problems if p.rule == "reversed-dates"]
    assert [problem.line for problem in problems] == [5]

"""Titles in capitals written small, with the names that a plan has."""

import pytest

from cchc.documents.report import sentence_case
from cchc.plan.schedule import scheduled
from tests.documents.plans import real_plan


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("CẢI CÁCH THỂ CHẾ", "Cải cách thể chế"),
        ("CẢI CÁCH HÀNH CHÍNH XÃ SƠN HẠ", "Cải cách hành chính xã Sơn Hạ"),
        ("KIỂM SOÁT TTHC CỦA UBND", "Kiểm soát TTHC của UBND"),
        ("HẠ TẦNG", "Hạ tầng"),
        ("Đã viết thường SƠN HẠ", "Đã viết thường SƠN HẠ"),
    ],
)
def test_names_keep_their_capitals(title: str, written: str) -> None:
    assert sentence_case(scheduled(real_plan()), title) == written

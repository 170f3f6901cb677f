"""One task, whole."""

from tests.cli.conftest import Run


def test_all_columns_and_every_milestone_are_shown(cchc: Run) -> None:
    out = cchc("show", "III.04", "--as-of", "2025-02-15").out
    for words in ("Hệ thống thông tin giải quyết", "Định kỳ hàng tháng trong năm 2025", "2025-12"):
        assert words in " ".join(out.split())
    assert "quá hạn 15 ngày" in out


def test_an_id_is_found_as_people_write_it(cchc: Run) -> None:
    assert cchc("show", "iii/4", "--format", "json").json["task"] == "III.04"


def test_no_such_task_suggests_one(cchc: Run) -> None:
    answer = cchc("show", "III.03")
    assert answer.code == 2
    assert "có phải: " in answer.err

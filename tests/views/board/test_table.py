"""The whole table: nothing is missing, and every line says what the filters look for."""

from cchc.views.board.table import BoardLine, TaskLines, table
from cchc.views.listing import Listing
from tests.views.board.boards import EVERY_CONDITION, UNITS, entry, listing, task


def tasks(found: Listing) -> dict[str, TaskLines]:
    return {one.id: one for group in table(found) for one in group.tasks}


def line(found: Listing, task_id: str) -> BoardLine:
    (only,) = tasks(found)[task_id].lines
    return only


def test_every_milestone_has_a_line() -> None:
    found = tasks(EVERY_CONDITION)
    assert list(found) == ["I.01", "I.02", "I.03", "II.01", "II.02", "II.03", "II.04", "BC"]
    assert sum(len(one.lines) for one in found.values()) == len(EVERY_CONDITION.work.items)


def test_a_late_line_tells_days_state_and_note() -> None:
    late = line(EVERY_CONDITION, "I.01")
    assert (late.due, late.weekday) == ("31/01/2025", "thứ Sáu, nghỉ Tết Nguyên đán")
    assert (late.state, late.detail, late.days_late) == ("Quá hạn", "đang thực hiện", 15)
    assert late.note == "khó khăn: chờ ý kiến huyện"


def test_what_is_done_shows_its_document_and_day() -> None:
    done = line(EVERY_CONDITION, "II.02")
    assert (done.state, done.days_late, done.document) == (
        "Xong trễ hạn",
        4,
        "Báo cáo số 9/BC-UBND",
    )
    assert done.detail == "xong ngày 14/01/2025"


def test_filters_find_a_line_under_all_that_it_is() -> None:
    assert line(EVERY_CONDITION, "I.02").conditions == "soon open"
    assert line(EVERY_CONDITION, "II.02").conditions == "done-late done"
    assert tasks(EVERY_CONDITION)["I.03"].lines[0].offices == "VPTK TPHT"


def test_quarters_are_those_of_the_due_day() -> None:
    dues = ("2025-01-01", "2025-04-01", "2025-09-30", "2025-12-31", "2026-01-15")
    found = tasks(listing([task("01", "VPTK", *dues)]))["I.01"]
    assert [one.quarter for one in found.lines] == ["I", "II", "III", "IV", "khac"]
    assert line(EVERY_CONDITION, "II.04").quarter == "khong"


def test_work_without_a_day_shows_its_wording() -> None:
    assert line(EVERY_CONDITION, "II.04").due == "Thường xuyên"


def test_lines_stand_by_day_and_are_summed_up() -> None:
    found = tasks(listing([task("01", "VPTK", "2025-06-30", "2025-01-31", "2025-03-31")]))["I.01"]
    assert [one.iso for one in found.lines] == ["2025-01-31", "2025-03-31", "2025-06-30"]
    assert found.sums == "3 mốc: 1 quá hạn, 2 còn hạn"


def test_an_extension_names_its_document() -> None:
    more = {"den_ngay": "2025-04-30", "van_ban": "Công văn số 4/UBND"}
    moved = entry("2025-01-20", "I.01", "gia_han", **more)
    found = line(listing([task("01", "VPTK", "2025-01-31")], ledger=[moved]), "I.01")
    assert (found.iso, found.note) == ("2025-04-30", "gia hạn theo Công văn số 4/UBND")


def test_what_an_office_did_before_it_ended_stays_under_its_name() -> None:
    ended = {"ten": "Văn phòng cũ", "den_ngay": "2025-02-01", "ke_thua_boi": "TPHT"}
    done = entry("2025-01-20", "I.01", "hoan_thanh", van_ban="Báo cáo số 1/BC-UBND")
    found = listing(
        [task("01", "VPTK", "2025-01-31", "2025-03-31")],
        ledger=[done],
        units=UNITS | {"VPTK": ended},
    )
    one = tasks(found)["I.01"]
    assert one.lead == "Tư pháp - Hộ tịch"
    assert [(x.lead, x.offices) for x in one.lines] == [("Văn phòng cũ", "VPTK"), ("", "TPHT")]


def test_a_code_with_a_space_is_one_word_for_the_filter() -> None:
    units = {"VP TK": {"ten": "Văn phòng"}}
    one = {**task("01", "", "2025-01-31"), "chu_tri": ["VP TK"]}
    assert line(listing([one], units=units), "I.01").offices == "VP%20TK"

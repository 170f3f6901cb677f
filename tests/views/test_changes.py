"""The sentences of a change, and which of them stand in one line."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from cchc.history.changes import Change, ChangeKind, Flag, Value, changes_between
from cchc.progress.ledger_file import ledger_from
from cchc.views.diff import (
    LIMIT,
    ChangeLine,
    Difference,
    change_fields,
    changes_markdown,
    lines,
    lines_by_part,
)
from cchc.views.diff_words import change_words
from cchc.views.table import escaped
from tests.history.plans import DAY, TASKS, appendix, edition, entry, group, task, with_tasks

K = ChangeKind
ENTRY = ledger_from([entry("2025-01-20", "I.02", "hoan_thanh", van_ban="QĐ số 1")]).entries[0]
FOLLOWED = replace(ENTRY, task="I.09")
TASK = next(edition().plan.tasks)
LONG = "Cử công chức làm việc tại Bộ phận Tiếp nhận và Trả kết quả theo cơ chế một cửa liên thông"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(K.TASK_MOVED, "II.01", "group", "I.03", "II.01"), "chuyển nhóm: I.03 → II.01"),
        (Change(K.TASK_MOVED, "I.03", "order", "I.03", "I.03"), "đổi chỗ trong nhóm"),
        (
            Change(K.TASK_MOVED, "RS-02", "group", "RS-02", "RS-02"),
            "chuyển sang nhóm khác, vẫn giữ mã",
        ),
        (
            Change(K.TASK_REMOVED, "I.01", old=TASK, flag=Flag.DEADLINE, days_late=15),
            f'bỏ nhiệm vụ "{TASK.content}"; chủ trì VPTK; Quý I năm 2025 (đang quá hạn 15 ngày)',
        ),
        (
            Change(K.DEADLINE_MOVED, "I.01", "", date(2025, 3, 31), date(2025, 3, 1), days=-30),
            "hạn 31/03/2025 → 01/03/2025 (sớm hơn 30 ngày)",
        ),
        (
            Change(K.DEADLINE_MOVED, "I.01", "", None, date(2025, 3, 1)),
            "hạn không có → 01/03/2025",
        ),
        (Change(K.DEADLINE_ADDED, "I.01", new=date(2025, 3, 1)), "thêm mốc, hạn 01/03/2025"),
        (
            Change(K.DEADLINE_REMOVED, "I.01", "", date(2025, 3, 1), action="báo cáo"),
            "báo cáo: bỏ mốc, hạn 01/03/2025",
        ),
        (
            Change(K.DEADLINE_REMOVED, "I.01", "", date(2025, 3, 1), flag=Flag.REMOVED),
            "bỏ mốc, hạn 01/03/2025 (sổ đã ghi hoàn thành)",
        ),
        (Change(K.LEAD_CHANGED, "I.01", "lead", ("A",), ()), "chủ trì: A → (trống)"),
        (Change(K.NOTE_CHANGED, "I.01", "note", None, "Gấp"), "ghi chú: [thêm: Gấp]"),
        (
            Change(K.PRODUCTS_CHANGED, "I.01", "products", (LONG, "Báo cáo"), (f"{LONG} xã",)),
            "sản phẩm: … một cửa liên thông [thêm: xã]; [bỏ: Báo cáo]",
        ),
        (
            Change(K.SECTION_CHANGED, "I", "bullets", (LONG, "B"), ("B", LONG)),
            "các ý: đổi thứ tự",
        ),
        (Change(K.SECTION_MOVED, "I", "place", "I", "I"), "đổi chỗ"),
        (Change(K.UNIT_MOVED, "VPTK", "order"), "đổi chỗ"),
        (Change(K.REPORT_REMOVED, "quý I", old="trước 05/3"), "bỏ trước 05/3"),
        (Change(K.REPORT_CHANGED, "quý I", "order"), "đổi thứ tự"),
        (Change(K.HEAD_CHANGED, "year", "", "2025", "2026"), "2025 → 2026"),
        (
            Change(K.ENTRY_REMOVED, "I.02", old=ENTRY, flag=Flag.REWRITTEN),
            "xóa mục cũ: hoàn thành ngày 20/01/2025 (QĐ số 1)",
        ),
        (
            Change(K.ENTRY_CHANGED, "I.09", old=ENTRY, new=FOLLOWED),
            "mục cũ theo mã mới I.02 → I.09: hoàn thành ngày 20/01/2025 (QĐ số 1)",
        ),
        (
            Change(K.ENTRY_MOVED, "I.02", old=ENTRY, new=ENTRY),
            "đổi chỗ trong sổ: hoàn thành ngày 20/01/2025 (QĐ số 1)",
        ),
        (
            Change(K.ENTRY_ADDED, "I.02", new=ENTRY, flag=Flag.DEADLINE, days_late=3),
            "ghi hoàn thành ngày 20/01/2025 (QĐ số 1), khi đã quá hạn 3 ngày",
        ),
    ],
)
def test_a_change_is_a_sentence(change: Change, words: str) -> None:
    assert change_words(change) == words


@pytest.mark.parametrize("kind", list(ChangeKind))
@pytest.mark.parametrize("value", [None, "chữ", ("a", "b"), DAY, ENTRY, TASK])
def test_every_kind_has_words_and_fields_whatever_its_values(
    kind: ChangeKind, value: Value
) -> None:
    assert len(get_args(Value)) == 6
    for change in (Change(kind, "I.01", old=value), Change(kind, "I.01", "title", None, value)):
        assert change_words(change)
        assert change_fields(change)["kind"] == kind


def test_a_calendar_that_moved_is_one_line_for_all_tasks_it_moves() -> None:
    reporting = [task(n, thoi_gian="Định kỳ báo cáo") for n in (1, 2)]
    moved = [{"ky": "quý I", "truoc": "10/3"}, {"ky": "năm", "truoc": "30/11"}]
    a = edition(phu_luc=appendix(group("A", *reporting)))
    b = edition(phu_luc=appendix(group("A", *reporting)), che_do_bao_cao=moved)
    (part, (line,)), (calendar, _) = lines_by_part(changes_between(a, b, date(2025, 2, 1)))
    assert (part, calendar) == ("Nhiệm vụ", "Chế độ báo cáo")
    assert line.words.startswith("I.01, I.02: ")
    assert line.words.endswith("hạn 04/03/2025 → 09/03/2025 (lùi 5 ngày)")


def test_of_many_deadlines_the_rest_is_counted() -> None:
    a, b = with_tasks(task(1, thoi_gian="Hằng tháng")), with_tasks(task(1, thoi_gian="Hằng quý"))
    found = [
        line for line in lines(changes_between(a, b, date(2025, 1, 1))) if "bỏ mốc" in line.words
    ]
    counted = ChangeLine("I.01", "… và 5 mốc khác")
    assert len(found) == 3
    assert counted in lines(changes_between(a, b, date(2025, 1, 1)))


def test_a_comment_is_cut_between_lines_before_it_is_too_long() -> None:
    changes = tuple(Change(K.NOTE_CHANGED, f"I.{n}", "note", None, LONG[:80]) for n in range(2000))
    out = changes_markdown(Difference("a", "b", DAY, changes))
    assert LIMIT - 500 < len(out) < LIMIT + 200
    assert "dòng nữa" in out.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b*c", "a\\_b\\*c"),
        ("- x", "&#8203;- x"),
        ("1. x", "&#8203;1. x"),
        ("<b>&", "&lt;b&gt;&amp;"),
        (" giữa ", " giữa "),
        ("31/01/2025", "31/01/2025"),
    ],
)
def test_no_sign_of_a_text_is_markup(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_the_sums_name_each_task_once() -> None:
    b = with_tasks(task(1, chu_tri=["TPHT"], ghi_chu="x"), TASKS[1], ledger=[])
    a = with_tasks(*TASKS)
    found = Difference("a", "b", DAY, changes_between(a, b, DAY))
    assert found.summary == "1 nhiệm vụ bỏ, 1 nhiệm vụ thay đổi."

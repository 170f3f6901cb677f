"""The rows of a table become groups, tasks and parts, in whatever way an office rules it."""

from pathlib import Path

import pytest

from tests.exchange.intake.papers import HEADINGS, add_table, flat, mark, paper, tasks_of

FULL = ("Sở Nội vụ", "Sở Tư pháp", "Kế hoạch", "Quý I")


def test_groups_nest_in_the_order_in_which_their_numbers_come_first(tmp_path: Path) -> None:
    document = paper(
        ("A", "PHẦN MỘT", "<", "<", "<", "<"),
        ("I", "Thể chế", "<", "<", "<", "<"),
        ("1", "Rà soát", *FULL),
        ("II", "Thủ tục", "<", "<", "<", "<"),
        ("2", "Công bố", *FULL),
        ("B", "PHẦN HAI", "<", "<", "<", "<"),
        ("I", "Nhân sự", "<", "<", "<", "<"),
        ("1", "Đào tạo", *FULL),
    )
    found = [(path, number) for path, number, _ in flat(tasks_of(document, tmp_path))]
    assert found == [("A.I", "1"), ("A.II", "2"), ("B.I", "1")]


def test_a_letter_that_is_also_roman_is_what_its_neighbours_are(tmp_path: Path) -> None:
    groups = [(letter, f"Bộ {letter}", "<", "<", "<", "<") for letter in "ABCDEGHIKLM"]
    document = paper(*(row for group in groups for row in (group, ("1", "Việc", *FULL))))
    found = [path for path, _, _ in flat(tasks_of(document, tmp_path))]
    assert found == list("ABCDEGHIKLM")


def test_a_number_used_twice_by_mistake_is_a_group_of_its_own(tmp_path: Path) -> None:
    rows = [(number, "Nhóm", "<", "<", "<", "<") for number in ("I", "II", "II", "III")]
    document = paper(*(row for group in rows for row in (group, ("1", "Việc", *FULL))))
    assert [group.number for group in tasks_of(document, tmp_path).top.groups] == [
        "I", "II", "II", "III",
    ]  # fmt: skip


def test_a_group_may_be_a_row_whose_other_cells_are_blank(tmp_path: Path) -> None:
    document = paper(("I", "Thể chế", "", " ", "", ""), ("1", "Rà soát", *FULL))
    assert flat(tasks_of(document, tmp_path))[0][:2] == ("I", "1")


def test_a_group_may_hold_its_number_in_its_own_title(tmp_path: Path) -> None:
    document = paper(("II. Thủ tục", "<", "<", "<", "<", "<"), ("1", "Rà soát", *FULL))
    group = tasks_of(document, tmp_path).top.groups[0]
    assert (group.number, group.title) == ("II", "Thủ tục")


def test_a_decimal_row_without_cells_is_the_heading_of_what_is_numbered_below_it(
    tmp_path: Path,
) -> None:
    document = paper(
        ("1", "Tuyên truyền", "", "", "", ""),
        ("1.1", "Viết bài", *FULL),
        ("1.2", "Phát thanh", *FULL),
        ("2", "Tự kiểm tra", *FULL),
    )
    found = [(path, number) for path, number, _ in flat(tasks_of(document, tmp_path))]
    assert found[:2] == [("1", "1.1"), ("1", "1.2")]


def test_rows_of_a_merged_number_are_parts_with_the_merged_cells_of_their_task(
    tmp_path: Path,
) -> None:
    document = paper(
        ("1", "Kiểm tra", "Sở Nội vụ", "Sở Tư pháp", "Kế hoạch của tỉnh", "Quý I"),
        (None, None, "Các xã", None, "Kế hoạch của xã", "Quý II"),
        ("2", "Việc khác", *FULL),
    )
    found = flat(tasks_of(document, tmp_path))
    assert [number for _, number, _ in found] == ["1", "1/", "2"]
    assert found[1][2] == {
        "noi_dung": "Kiểm tra",
        "chu_tri": "Các xã",
        "phoi_hop": "Sở Tư pháp",
        "san_pham": "Kế hoạch của xã",
        "thoi_gian": "Quý II",
    }


def test_a_cell_merged_over_tasks_is_said_by_each_of_them(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL), ("2", "Hai", "Sở Y tế", None, "Báo cáo", None))
    second = flat(tasks_of(document, tmp_path))[1][2]
    assert (second["phoi_hop"], second["thoi_gian"]) == ("Sở Tư pháp", "Quý I")


def test_a_cell_over_two_columns_is_said_in_both_and_told(tmp_path: Path) -> None:
    document = paper(("1", "Một", "Theo phân công", "<", "Báo cáo", "Quý I"))
    tasks = tasks_of(document, tmp_path)
    said = flat(tasks)[0][2]
    assert said["chu_tri"] == said["phoi_hop"] == "Theo phân công"
    assert {doubt.key for doubt in tasks.doubts} == {"chu_tri", "phoi_hop"}


def test_a_heading_typed_again_is_no_task_whatever_its_words(tmp_path: Path) -> None:
    again = ("", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Kết quả", "Thời hạn")
    document = paper(("1", "Một", *FULL), HEADINGS, ("2", "Hai", *FULL), again, ("3", "Ba", *FULL))
    assert [number for _, number, _ in flat(tasks_of(document, tmp_path))] == ["1", "2", "3"]


def test_a_row_that_counts_the_columns_is_no_task(tmp_path: Path) -> None:
    counted = tuple(f"({n})" for n in range(1, 7))
    document = paper(counted, ("1", "Một", *FULL))
    assert len(flat(tasks_of(document, tmp_path))) == 1


def test_a_sum_is_no_task_and_is_told(tmp_path: Path) -> None:
    tasks = tasks_of(paper(("1", "Một", *FULL), ("", "Tổng cộng", "", "", "12", "")), tmp_path)
    assert len(flat(tasks)) == 1
    assert "hàng cộng" in tasks.doubts[-1].why


def test_a_table_split_in_two_is_one_and_a_row_broken_there_is_whole(tmp_path: Path) -> None:
    document = paper(("1", "Xây dựng cơ sở dữ liệu trên nền", *FULL))
    document.add_paragraph("")
    rest = ("", "tảng số của tỉnh.", "", "", "", "")
    add_table(document, HEADINGS, rest, ("2", "Hai", *FULL))
    tasks = tasks_of(document, tmp_path)
    found = flat(tasks)
    assert found[0][2]["noi_dung"] == "Xây dựng cơ sở dữ liệu trên nền tảng số của tỉnh."
    assert [number for _, number, _ in found] == ["1", "2"]
    assert "ngắt qua trang" in tasks.doubts[0].why


def test_a_row_without_number_after_a_task_is_its_part_and_told(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL), ("", "- Phần của xã", "Các xã", "", "", "Quý II"))
    tasks = tasks_of(document, tmp_path)
    assert [number for _, number, _ in flat(tasks)] == ["1", "1/"]
    assert "không có STT" in tasks.doubts[0].why


def test_a_table_without_numbers_has_a_task_a_row(tmp_path: Path) -> None:
    document = paper(
        ("Một", "Sở Nội vụ", "Quý I"),
        ("Hai", "Sở Tư pháp", "Quý II"),
        headings=("Nội dung công việc", "Đơn vị thực hiện", "Thời gian"),
    )
    assert [said["noi_dung"] for _, _, said in flat(tasks_of(document, tmp_path))] == ["Một", "Hai"]


def test_a_number_glued_to_its_content_is_cut_off(tmp_path: Path) -> None:
    document = paper(
        ("1. Rà soát văn bản", "Sở Nội vụ", "Quý I"),
        ("2.Công bố thủ tục", "Sở Tư pháp", "Quý II"),
        headings=("Nội dung công việc", "Đơn vị thực hiện", "Thời gian"),
    )
    found = [(number, said["noi_dung"]) for _, number, said in flat(tasks_of(document, tmp_path))]
    assert found == [("1", "Rà soát văn bản"), ("2", "Công bố thủ tục")]


def test_a_bold_title_in_capitals_is_a_group_without_number(tmp_path: Path) -> None:
    document = paper(("", "CẢI CÁCH THỂ CHẾ", "", "", "", ""), ("1", "Một", *FULL))
    mark(document.tables[0].cell(1, 1), "w:b")
    group = tasks_of(document, tmp_path).top.groups[0]
    assert (group.number, group.title) == ("", "CẢI CÁCH THỂ CHẾ")


@pytest.mark.parametrize("number", ["01", "1.1", "5.1.8", "7"])
def test_a_number_is_kept_as_it_is_written(number: str, tmp_path: Path) -> None:
    assert flat(tasks_of(paper((number, "Một", *FULL)), tmp_path))[0][1] == number


def test_two_rows_of_headings_are_one_heading(tmp_path: Path) -> None:
    document = paper(
        (None, None, "Cơ quan chủ trì", "Cơ quan phối hợp", None, None),
        ("1", "Một", *FULL),
        headings=("STT", "Nhiệm vụ", "Phân công", "<", "Sản phẩm", "Thời hạn"),
    )
    tasks = tasks_of(document, tmp_path)
    assert tasks.keys == ("stt", "noi_dung", "chu_tri", "phoi_hop", "san_pham", "thoi_gian")
    assert len(flat(tasks)) == 1

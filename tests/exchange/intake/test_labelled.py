"""A plan without a table: what is to be done stands above its labelled lines."""

from pathlib import Path

import pytest

from cchc.exchange.intake.blocks import SourceParagraph
from cchc.exchange.intake.labelled import labelled_tasks
from cchc.exchange.intake.prose import read_prose
from cchc.exchange.intake.rows import TaskList
from tests.exchange.intake.papers import flat

LABELS = "- Cơ quan chủ trì: {}.\n- Cơ quan phối hợp: Sở Tư pháp.\n- Thời gian thực hiện: Quý I.\n"


def read(text: str, folder: Path) -> tuple[TaskList, list[str]]:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    tasks, rest = labelled_tasks(read_prose(path).blocks)
    assert tasks is not None
    return tasks, [block.whole for block in rest if isinstance(block, SourceParagraph)]


def test_numbered_lines_are_tasks_in_the_groups_above_them(tmp_path: Path) -> None:
    tasks, rest = read(
        "II. NHIỆM VỤ\nA. THỂ CHẾ\n1. Rà soát văn bản.\n" + LABELS.format("Sở Nội vụ")
        + "2. Công bố thủ tục.\n" + LABELS.format("Sở Y tế")
        + "B. NHÂN SỰ\n3. Đào tạo.\n" + LABELS.format("Sở Nội vụ")
        + "III. TỔ CHỨC THỰC HIỆN\n1. Các sở báo cáo trước ngày 15.",
        tmp_path,
    )  # fmt: skip
    found = flat(tasks)
    assert [(path, number) for path, number, _ in found] == [("A", "1"), ("A", "2"), ("B", "3")]
    assert found[0][2] == {
        "noi_dung": "Rà soát văn bản.",
        "chu_tri": "Sở Nội vụ",
        "phoi_hop": "Sở Tư pháp",
        "thoi_gian": "Quý I",
    }
    assert rest == ["II. NHIỆM VỤ", "III. TỔ CHỨC THỰC HIỆN", "1. Các sở báo cáo trước ngày 15."]


def test_points_under_a_heading_are_tasks_without_a_number(tmp_path: Path) -> None:
    tasks, _ = read(
        "III. NHIỆM VỤ\n1. Tuyên truyền\n- Viết bài.\n" + LABELS.format("Báo")
        + "- Phát thanh.\n" + LABELS.format("Đài")
        + "2. Kiểm tra\n- Tự kiểm tra.\n" + LABELS.format("Các xã"),
        tmp_path,
    )  # fmt: skip
    found = [(path, said["noi_dung"]) for path, _, said in flat(tasks)]
    assert found == [("III.1", "Viết bài."), ("III.1", "Phát thanh."), ("III.2", "Tự kiểm tra.")]


def test_a_heading_with_a_stop_is_one_where_it_is_numbered_on_from_a_heading(
    tmp_path: Path,
) -> None:
    tasks, _ = read(
        "III. NHIỆM VỤ\n1. Tuyên truyền\n- Viết bài.\n" + LABELS.format("Báo")
        + "2. Kiểm tra các xã.\n- Tự kiểm tra.\n" + LABELS.format("Các xã"),
        tmp_path,
    )  # fmt: skip
    assert [(path, said["noi_dung"]) for path, _, said in flat(tasks)][1] == (
        "III.2",
        "Tự kiểm tra.",
    )


def test_a_point_after_a_numbered_task_is_a_part_of_it(tmp_path: Path) -> None:
    tasks, _ = read(
        "1. Một.\n" + LABELS.format("Sở Y tế") + "- Phần hai.\n" + LABELS.format("Xã")
        + "2. Hai.\n" + LABELS.format("Sở Nội vụ"),
        tmp_path,
    )  # fmt: skip
    assert [number for _, number, _ in flat(tasks)] == ["1", "1/", "2"]


def test_labels_of_the_offices_own_that_come_again_are_columns(tmp_path: Path) -> None:
    line = LABELS.format("Sở Y tế") + "- Nguồn kinh phí: Ngân sách.\n"
    tasks, _ = read("1. Một.\n" + line + "2. Hai.\n" + line, tmp_path)
    assert [column.heading for column in tasks.columns if not column.role.key] == ["Nguồn kinh phí"]


def test_of_two_labels_for_one_key_the_clearer_has_it(tmp_path: Path) -> None:
    line = "- Người đứng đầu chịu trách nhiệm: Giám đốc.\n" + LABELS.format("Sở Y tế")
    tasks, _ = read("1. Một.\n" + line + "2. Hai.\n" + line, tmp_path)
    assert flat(tasks)[0][2]["chu_tri"] == "Sở Y tế"


def test_labels_may_stand_in_one_line(tmp_path: Path) -> None:
    tasks, _ = read("1. Một.\nCơ quan chủ trì: Sở Y tế; thời gian thực hiện: Quý II.\n", tmp_path)
    said = flat(tasks)[0][2]
    assert (said["chu_tri"], said["thoi_gian"]) == ("Sở Y tế", "Quý II")


def test_lines_broken_at_a_width_are_joined(tmp_path: Path) -> None:
    tasks, _ = read(
        "1. Rà soát các văn bản quy phạm\npháp luật.\n\n"
        "- Đơn vị chủ trì thực\nhiện: Sở Tư\npháp.\n\n"
        "- Thời gian: Quý I.\n\n",
        tmp_path,
    )
    said = flat(tasks)[0][2]
    assert said["noi_dung"] == "Rà soát các văn bản quy phạm pháp luật."
    assert said["chu_tri"] == "Sở Tư pháp"


def test_a_text_without_labels_has_no_tasks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("I. MỤC ĐÍCH\n1. Nâng cao: chất lượng phục vụ.", encoding="utf-8")
    tasks, rest = labelled_tasks(read_prose(path).blocks)
    assert tasks is None
    assert len(rest) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Rà soát thủ tục (Cơ quan, đơn vị chủ trì: Văn phòng; thời gian hoàn thành: Quý I)",),
        ("1. Rà soát thủ tục", "- Cơ quan, đơn vị chủ trì: Văn phòng; tiến độ: Quý I."),
        ("1. Rà soát thủ tục. Đơn vị đầu mối: Văn phòng. Hạn hoàn thành: Quý I.",),
        ("1) Rà soát thủ tục", "• Người phụ trách: Văn phòng;", "• Thời hạn: Quý I"),
        ("1. Rà soát thủ tục", "Trách nhiệm thực hiện:", "Văn phòng", "Thời hạn:", "Quý I"),
    ],
)
def test_labels_stand_on_lines_of_their_own_or_behind_the_content(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join((*lines, *(line.replace("1", "2", 1) for line in lines))))
    tasks, _ = labelled_tasks(read_prose(path).blocks)
    assert tasks
    said = [(number, values) for _, number, values in flat(tasks)]
    expected = {"noi_dung": "Rà soát thủ tục", "chu_tri": "Văn phòng", "thoi_gian": "Quý I"}
    for number, values in said:
        assert {k: v.rstrip(".") for k, v in values.items()} == expected, number
    assert [number for number, _ in said] == ["1", "2"]


@pytest.mark.parametrize(
    "task",
    [
        "- {} theo ISO 9001:2015 – Chủ trì: Văn phòng – Thời gian: Quý I\n",
        "- {} theo ISO 9001:2015 (Bộ phận phụ trách: Văn phòng; Hoàn thành: Quý I)\n",
        "- {} theo ISO 9001:2015, Bộ phận phụ trách: Văn phòng, Hoàn thành: Quý I\n",
    ],
)
@pytest.mark.parametrize("work", [("Rà soát", "Kiểm tra"), ("Rà soát (lần 1)", "Tập huấn (đợt 2)")])
def test_a_content_is_parted_from_the_labels_behind_it(
    task: str, work: tuple[str, str], tmp_path: Path
) -> None:
    tasks, _ = read("".join(map(task.format, work)), tmp_path)
    assert [said["noi_dung"].rstrip(",") for _, _, said in flat(tasks)] == [
        f"{what} theo ISO 9001:2015" for what in work
    ]


def test_lines_broken_at_a_width_are_joined_without_blank_lines_between(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    task = "{}. Rà soát thủ tục hành chính của\nxã và công khai kết quả\nChủ trì: Văn phòng\n"
    path.write_text("".join(map(task.format, range(1, 6))))
    tasks, _ = labelled_tasks(read_prose(path).blocks)
    assert tasks
    assert [values["noi_dung"] for _, _, values in flat(tasks)] == [
        "Rà soát thủ tục hành chính của xã và công khai kết quả"
    ] * 5


def test_a_report_that_only_tells_results_holds_no_tasks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1. Công tác thể chế\n- Kết quả: đã ban hành 05 văn bản.\n" * 2)
    assert labelled_tasks(read_prose(path).blocks)[0] is None

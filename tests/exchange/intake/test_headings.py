"""A column is known by its heading, in the many ways that offices write it."""

import pytest

from cchc.exchange.intake.headings import are_of_tasks, is_numbering_row, roles

MANY = {
    "stt": "STT;TT;Số TT;Số thứ tự;S\nTT",
    "noi_dung": "Nội dung;Nhiệm vụ;Tên nhiệm vụ;Nội dung công việc;Tên đề án ưu tiên;Hoạt động;"
    "Nhiệm vụ, giải pháp;Nội dung/Nhiệm vụ;Đầu việc",
    "chu_tri": "Cơ quan chủ trì;Đơn vị thực hiện;Trách nhiệm thực hiện;Bộ phận phụ trách;Chủ trì;"
    "Đơn vị chủ trì tham mưu;Cơ quan, đơn vị chủ trì thực hiện;Đầu mối;Giao cho;"
    "Cá nhân, đơn vị được phân công",
    "phoi_hop": "Cơ quan phối hợp;Phối hợp;Đơn vị phối hợp thực hiện;Đơn vị hỗ trợ;Cùng tham gia",
    "san_pham": "Sản phẩm;Kết quả;Kết quả dự kiến;Sản phẩm đầu ra;Chỉ tiêu đạt được;Minh chứng;"
    "Văn bản ban hành",
    "thoi_gian": "Thời gian thực hiện;Thời hạn hoàn thành;Hạn hoàn thành;Tiến độ;"
    "Thời gian (Năm 2026);Thời gian bắt đầu - kết thúc;Thời gian trình/ban hành;Quý/Tháng;Định kỳ",
    "ghi_chu": "Ghi chú",
}


@pytest.mark.parametrize(
    ("key", "heading"), [(key, h) for key, many in MANY.items() for h in many.split(";")]
)
def test_a_heading_says_what_its_column_is(key: str, heading: str) -> None:
    assert roles([heading], {})[0].key == key


def test_the_clearer_heading_takes_the_key_and_the_other_stays_the_offices_own() -> None:
    headings = ["Người đứng đầu chịu trách nhiệm", "Cơ quan chủ trì"]
    assert [role.key for role in roles(headings, {})] == ["", "chu_tri"]


@pytest.mark.parametrize(
    "heading",
    ["Nguồn kinh phí", "Theo dõi, đôn đốc", "Tình trạng", "Thời gian bắt đầu", "Ngày ban hành"],
)
def test_a_column_of_the_offices_own_has_no_key(heading: str) -> None:
    assert roles(["STT", "Nhiệm vụ", heading], {})[2].key == ""


def test_what_a_person_says_of_a_heading_goes_before_its_words() -> None:
    found = roles(["Việc", "Ai", "Bao giờ"], {"ai": "chu_tri", "Bao giờ": "thoi_gian"})
    assert [role.key for role in found] == ["noi_dung", "chu_tri", "thoi_gian"]


@pytest.mark.parametrize(
    "headings",
    [
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Năm 2026"],
        ["STT", "Họ và tên", "Chức vụ", "Ghi chú"],
        ["Nơi nhận", "TM. ỦY BAN NHÂN DÂN"],
        ["TT", "Nội dung", "Số lượng", "Thành tiền"],
    ],
)
def test_figures_names_and_signatures_are_no_tasks(headings: list[str]) -> None:
    assert not are_of_tasks(headings, roles(headings, {}))


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["A", "B", "1", "2", "3"], True),
        (["1", "2", "3", "4"], True),
        (["1", "Rà soát", "3"], False),
        (["1", "", ""], False),
    ],
)
def test_a_row_that_counts_the_columns_is_told_from_a_task(texts: list[str], counts: bool) -> None:
    assert is_numbering_row(texts) is counts

"""The line that names a document gives its kind, number, symbol and date, or says what lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.references import Evidence, doubts, parse, references_in, unread

READ = [
    # wording, kind, number, symbol, day
    ("Quyết định số 15/QĐ-UBND ngày 24/01/2025", "Quyết định 15 QĐ-UBND 2025-01-24"),
    ("số 15/QĐ-UBND, ngày 24 tháng 01 năm 2025", "Quyết định 15 QĐ-UBND 2025-01-24"),
    ("Công văn số 12/UBND-VP ngày 05/3/2025", "Công văn 12 UBND-VP 2025-03-05"),
    ("12/UBND-VP ngày 05/3/2025", "Công văn 12 UBND-VP 2025-03-05"),
    ("Nghị quyết số 04-NQ/TU ngày 18/10/2021", "Nghị quyết 04 NQ/TU 2021-10-18"),
    ("Báo cáo 21/BC-UBND ngày 03/3/2025", "Báo cáo 21 BC-UBND 2025-03-03"),
    ("QĐ 15/QĐ-UBND ngày 24-1-2025", "Quyết định 15 QĐ-UBND 2025-01-24"),
    ("quyết  định số: 15 /QĐ – UBND (ngày 24/01/2025)", "Quyết định 15 QĐ-UBND 2025-01-24"),
    (
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
        "Nghị định 30/2020 NĐ-CP 2020-03-05",
    ),
    (
        "theo Kế hoạch số 03/KH-BCĐ của Ban Chỉ đạo xã ký ngày 3/1/2025; đã gửi ngày 5/1/2025",
        "Kế hoạch 03 KH-BCĐ 2025-01-03",
    ),
    (
        "Chương trình hành động số 40-CTr/HU ngày 04/3/2022",
        "Chương trình hành động 40 CTr/HU 2022-03-04",
    ),
    ("Luật số 63/2025/QH15 ngày 16/6/2025", "Luật 63/2025 QH15 2025-06-16"),
    ("63/2025/QH15 ngày 16/6/2025", " 63/2025 QH15 2025-06-16"),
    ("Tờ trình số 5a/TTr-UBND ngày 5/3/2025", "Tờ trình 5a TTr-UBND 2025-03-05"),
    ("quyết định số 15/qđ-ubnd ngày 24/01/2025", "Quyết định 15 QĐ-UBND 2025-01-24"),
    ("tờ trình số 5/ttr-ubnd ngày 24/01/2025", "Tờ trình 5 TTr-UBND 2025-01-24"),
    (
        "Quyết định số 15/QĐ-UBND của UBND xã Sơn Hạ ngày 24/01/2025",
        "Quyết định 15 QĐ-UBND 2025-01-24",
    ),
    (
        "Quye\u0302\u0301t \u0111i\u0323nh số 15/QĐ-UBND ngày 24/01/2025",
        "Quyết định 15 QĐ-UBND 2025-01-24",
    ),
]


@pytest.mark.parametrize(("wording", "said"), READ)
def test_official_wording_is_read(wording: str, said: str) -> None:
    got = parse(wording)
    assert got is not None
    assert f"{got.kind} {got.number} {got.symbol} {got.day}" == said
    assert unread(wording) == ""


@pytest.mark.parametrize(
    ("wording", "lacks"),
    [
        ("Quyết định số 15/QĐ-UBND", "không thấy ngày"),
        ("Quyết định số 15/QĐ-UBND về việc họp ngày 24/01/2025", "không thấy ngày"),
        ("Quyết định số 15 ngày 24/01/2025", "không thấy số và ký hiệu"),
        ("Quyết định số …/QĐ-UBND ngày 24/01/2025", "không thấy số và ký hiệu"),
        ("Quyết định số 15/QĐ-UBND của UBND xã về việc họp ngày 24/01/2025", "không thấy ngày"),
        ("nhà số 12/đường Lê Lợi", "không thấy số và ký hiệu"),
        ("hỗ trợ 05/người ngày 24/01/2025", "không thấy số và ký hiệu"),
        ("hoạt động 24/7 ngày 24/01/2025", "không thấy số và ký hiệu"),
        ("đã gửi qua Zalo", "không thấy số và ký hiệu"),
        ("Quyết định số 15/QĐ-UBND ngày 31/02/2025", "không có ngày 31/02/2025"),
        ("", "không thấy số và ký hiệu"),
    ],
)
def test_what_is_not_read_says_what_it_lacks(wording: str, lacks: str) -> None:
    assert parse(wording) is None
    assert lacks in unread(wording)


WRITTEN_ALIKE = [
    "Quyết định số 15/QĐ-UBND ngày 24/01/2025 của UBND xã Sơn Hạ",
    "Quyết định số 15/QĐ-UBND của UBND xã Sơn Hạ ngày 24/01/2025",
    "Quyết định số 15/QĐ-UBND của UBND xã Sơn Hạ, ký ngày 24/01/2025",
    "Quyết định số 15/QĐ–UBND ngày 24/01/2025 của UBND xã Sơn Hạ",
    "Quyết định số 15/QĐ — UBND ngày 24/01/2025 của UBND xã Sơn Hạ",
    "quyết định số 15/qđ-ubnd ngày 24 tháng 01 năm 2025 của UBND xã Sơn Hạ",
    "QĐ 15/Qđ-ubnd ngày 24/1/2025 của UBND xã Sơn Hạ",
]


@pytest.mark.parametrize("wording", WRITTEN_ALIKE)
def test_the_plan_and_the_ledger_read_one_document_alike(wording: str) -> None:
    (cited,) = references_in(wording)
    assert (cited.named_kind, cited.code, cited.day, cited.issuer) == (
        "Quyết định",
        "15/QĐ-UBND",
        date(2025, 1, 24),
        "UBND xã Sơn Hạ",
    )
    assert parse(wording) == Evidence("Quyết định", "15", "QĐ-UBND", date(2025, 1, 24))


@given(st.text() | st.text(st.sampled_from("số /-.,QĐUBND15ngày thánm2025 ")))
def test_any_text_is_read_or_lacks_something(wording: str) -> None:
    assert (parse(wording) is None) == bool(unread(wording))


KINDS = st.sampled_from(
    [("Quyết định", "QĐ-UBND"), ("Báo cáo", "BC-UBND"), ("Quy định", "QyĐ-UBND")]
)


@given(KINDS, st.integers(1, 9999), st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_whatever_is_written_by_the_decree_comes_back(
    kind: tuple[str, str], number: int, day: date
) -> None:
    name, symbol = kind
    expected = Evidence(name, f"{number:02}", symbol, day)
    for when in (f"ngày {day:%d/%m/%Y}", f"ngày {day.day} tháng {day.month} năm {day.year}"):
        assert parse(f"{name} số {number:02}/{symbol} {when}") == expected


@pytest.mark.parametrize(
    ("event", "day", "said"),
    [
        ("2025-01-24", "2025-02-15", []),
        ("2025-01-23", "2025-02-15", ["văn bản đề ngày 24/01/2025, sau ngày ghi 23/01/2025"]),
        ("2025-01-23", "2025-01-23", ["văn bản đề ngày 24/01/2025, ngày ấy chưa đến"]),
    ],
)
def test_a_document_of_a_later_day_is_doubted(event: str, day: str, said: list[str]) -> None:
    wording = READ[0][0]
    assert doubts(wording, date.fromisoformat(event), date.fromisoformat(day)) == said
    assert doubts("đã họp", date.fromisoformat(event), date.fromisoformat(day)) == []

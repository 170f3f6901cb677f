"""The plan says what its source says: nothing lost, nothing added, nothing changed in silence."""

import hashlib
import unicodedata

import pytest

from tests.plans.mends import README, Mend, Table, read_mends
from tests.plans.paper import Paper
from tests.plans.printed import PLAN, print_plan
from tests.plans.scan import SCAN, read_scan
from tests.plans.sentences import compare, sentences

SHA256 = "278259e711eb32234a44d1754551c3fe2e3a062550f465eb597e1893ee9b3de1"


@pytest.fixture(scope="module")
def mends() -> list[Mend]:
    return read_mends(README.read_text("utf-8"))


@pytest.fixture(scope="module")
def scan() -> Paper:
    return read_scan(SCAN.read_text("utf-8"))


@pytest.fixture(scope="module")
def plan() -> Paper:
    return print_plan(PLAN.read_text("utf-8"))


def test_the_scan_has_38_tasks_in_7_groups_of_7_columns(scan: Paper) -> None:
    header, *rows = scan.rows
    assert header[0] == "STT"
    assert [len(row) for row in scan.rows] == [7] * 46
    assert sum(1 for row in rows if any(row[1:])) == 38
    assert [row[0].partition(".")[0] for row in rows if not any(row[1:])] == [
        "I", "II", "III", "IV", "V", "VI", "VII",
    ]  # fmt: skip


def test_the_scan_is_kept_as_it_came() -> None:
    assert hashlib.sha256(SCAN.read_bytes()).hexdigest() == SHA256


def test_every_table_of_the_readme_is_read(mends: list[Mend]) -> None:
    assert {each.table for each in mends} == set(Table)
    assert all(each.source and each.reason and each.times > 0 for each in mends)
    assert all(each.source != each.target for each in mends)


def test_the_plan_says_what_the_scan_says(scan: Paper, mends: list[Mend], plan: Paper) -> None:
    assert len(sentences(plan)) > 400
    assert compare(scan, mends, plan) == []


def test_the_plan_is_composed_unicode() -> None:
    assert unicodedata.is_normalized("NFC", PLAN.read_text("utf-8"))


CHANGES = {
    "words lost": (" Gắn việc đánh giá kết quả", " Gắn việc đánh giá"),
    "paragraph joined to the next": (";\n          - Tổ chức niêm yết", "; Tổ chức niêm yết"),
    "note lost": ("    ghi_chu: (Có phụ lục kèm theo)\n", ""),
    "sentence added": ("đúng quy định.\n", "đúng quy định. Thêm một câu.\n"),
    "word changed": ("chủ trương không dùng", "chủ trương hạn chế dùng"),
    "figure changed": ("trước ngày 05/9", "trước ngày 05/8"),
    "offices out of order": ("chu_tri: [VHXH, VPTK]", "chu_tri: [VPTK, VHXH]"),
    "product lost": ("            - kiến nghị xử lý\n", ""),
    "deadline changed": ("Quý III năm 2025", "Quý IV năm 2025"),
    "letter of another case": ("UBND Xã xây dựng", "UBND xã xây dựng"),
    "number changed": ('stt: "15"', 'stt: "16"'),
    "recipient lost": ("  - Phòng Nội vụ huyện\n", ""),
}


@pytest.mark.parametrize(("words", "instead"), CHANGES.values(), ids=CHANGES)
def test_a_change_of_the_plan_is_seen(
    scan: Paper, mends: list[Mend], words: str, instead: str
) -> None:
    text = PLAN.read_text("utf-8")
    assert words in text
    assert compare(scan, mends, print_plan(text.replace(words, instead, 1))) != []


def test_each_mend_is_needed(scan: Paper, mends: list[Mend], plan: Paper) -> None:
    lists = [mends[:n] + mends[n + 1 :] for n in range(len(mends))]
    idle = [each.source for each, rest in zip(mends, lists, strict=True)
            if not compare(scan, rest, plan)]  # fmt: skip
    assert idle == []


def test_a_mend_that_is_never_used_is_named(scan: Paper, mends: list[Mend], plan: Paper) -> None:
    extra = Mend(Table.WORDS, "không có ở đâu", "có", 1, "thử")
    (complaint,) = compare(scan, [*mends, extra], plan)
    assert "'không có ở đâu': README ghi 1 lần, gặp 0 lần" in complaint

"""Mending: what it writes, and above all what it leaves alone."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import check_plan
from cchc.checks.fix import Mended, Mending
from cchc.progress.ledger_file import ledger_of
from tests.checks.examples import whole
from tests.checks.marked import AS_OF
from tests.conftest import ROOT

PATH = Path("2025.yaml")
NO_LEDGER = ledger_of(Path("2025.tien-do.yaml"), b"")
REAL = (ROOT / "plans" / "2025.yaml").read_text("utf-8")


def mended(data: bytes, *, unsafe: bool = False, choice: RuleChoice | None = None) -> Mended:
    mending = Mending(PATH, NO_LEDGER, AS_OF, choice or RuleChoice())
    return mending.mend(data, unsafe=unsafe)


def words(example: str, *, unsafe: bool = False) -> str:
    """Return what mending makes of an example, of which it is the first lines of the task."""
    return mended(whole(example).encode(), unsafe=unsafe).data.decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("noi_dung: Ban hành  Kế hoạch , báo cáo", "noi_dung: Ban hành Kế hoạch, báo cáo"),
        ("chu_tri: [Tư pháp xã]", "chu_tri: [TPHT]"),
        ('chu_tri: ["tư pháp - hộ tịch", VPTK]', "chu_tri: [TPHT, VPTK]"),
        ("thoi_gian: Trước ngày 5/3/2025", "thoi_gian: Trước ngày 05/3/2025"),
        ("noi_dung: Niềm yết thủ tục", "noi_dung: Niêm yết thủ tục"),
        ("noi_dung: 'Đơn đốc ''một cửa'''", "noi_dung: 'Đôn đốc ''một cửa'''"),
        ('noi_dung: "Ban hành\\u200b Kế hoạch"', 'noi_dung: "Ban hành Kế hoạch"'),
        ("noi_dung: Ban ha\u0300nh Kế hoạch", "noi_dung: Ban hành Kế hoạch"),
        ('noi_dung: "Ban ha\\u0300nh Kế hoạch"', 'noi_dung: "Ban hành Kế hoạch"'),
        ('noi_dung: "Cơ chế “một cửa\\" ở xã"', 'noi_dung: "Cơ chế “một cửa” ở xã"'),
        ("noi_dung: |-\n  Niềm yết\n\n  đơn  đốc", "noi_dung: |-\n  Niêm yết\n\n  đôn đốc"),
    ],
)
def test_a_safe_mend_changes_the_words_that_are_meant(old: str, new: str) -> None:
    assert words(old) == whole(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("noi_dung: Kế hoạch của của xã", "noi_dung: Kế hoạch của xã"),
        ("noi_dung: Tuyên truyền văn hoá", "noi_dung: Tuyên truyền văn hóa"),
        ('noi_dung: "<b>Kế hoạch</b> của xã"', 'noi_dung: "Kế hoạch của xã"'),
        ("chu_tri: [VPKT]", "chu_tri: [VPTK]"),
    ],
)
def test_wording_is_changed_only_when_that_is_asked_for(old: str, new: str) -> None:
    assert words(old) == whole(old)
    assert words(old, unsafe=True) == whole(new)


@pytest.mark.parametrize(
    "example",
    [
        # What is acknowledged is meant.
        "# cchc: bo-qua odd-spaces -- như bản gốc\nnoi_dung: Ban hành  Kế hoạch",
        # Of two offices with that name none is taken.
        "chu_tri: [Phòng]\nVPTK: {ten: Phòng}\nTPHT: {ten: Phòng}",
        # Comments, keys and what is no text of the plan.
        "#  ghi  chú ,  niềm yết\nnoi_dung:   Kế hoạch   # niềm  yết",
        # The mend would end the quotes.
        'noi_dung: \u200b"Kế hoạch" tuyên truyền',
    ],
)
def test_what_is_meant_or_would_break_is_left_alone(example: str) -> None:
    data = whole(example).encode()
    assert mended(data, unsafe=True).data == data


def test_line_ends_byte_order_mark_and_comments_survive() -> None:
    text = REAL.replace("Niêm yết, đăng", "Niềm yết ,  đăng")
    assert text != REAL
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert mended(data).data == b"\xef\xbb\xbf" + REAL.replace("\n", "\r\n").encode()


def test_one_mend_that_would_break_doesnt_keep_the_others_from_being_made() -> None:
    bad = 'noi_dung: \u200b"Kế hoạch" tuyên truyền\nghi_chu: Niềm yết,  đơn đốc'
    good = 'noi_dung: \u200b"Kế hoạch" tuyên truyền\nghi_chu: Niêm yết, đôn đốc'
    assert words(bad) == whole(good)


def test_only_the_rules_that_are_asked_for_are_mended() -> None:
    data = whole("noi_dung: Niềm yết  thủ tục").encode()
    choice = RuleChoice(select=frozenset({"ocr-slip"}))
    assert mended(data, choice=choice).data == whole("noi_dung: Niêm yết  thủ tục").encode()


def test_a_sound_plan_keeps_every_byte() -> None:
    assert mended(REAL.encode(), unsafe=True).data == REAL.encode()
    assert mended(REAL.encode(), unsafe=True).count == 0


def test_a_text_that_is_no_plan_keeps_every_byte() -> None:
    for data in (b"", b"\xff\xfe", b"nam: [", b"- a\n", "nam: Kế  hoạch , niềm yết".encode()):
        assert mended(data, unsafe=True).data == data


_INK = st.sampled_from(
    ["  ", " ,", "- ", "–", "niềm yết ", "của của ", "“", '"', "\u00a0", "ð", "hoá ", "<p>",
     "\u200b", "a\u0300", "5/2/2025 ", ",b", "'", ": ", " #", "\\", "[", "|"]
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.tuples(_INK, st.integers(0, len(REAL))), min_size=1, max_size=6), st.booleans())
def test_mending_any_text_makes_no_new_fault_and_once_is_enough(
    spots: list[tuple[str, int]], unsafe: bool
) -> None:
    text = REAL
    for ink, place in spots:
        text = text[:place] + ink + text[place:]
    before = Mending(PATH, NO_LEDGER, AS_OF, RuleChoice()).state(text.encode()).problems
    after = mended(text.encode(), unsafe=unsafe)
    assert mended(after.data, unsafe=unsafe).data == after.data
    assert after.data.count(b"\n") == text.count("\n")
    told, tells = (Counter(p.rule for p in many) for many in (before, after.problems))
    assert tells <= told


def test_what_is_left_is_told_as_a_new_check_would(tmp_path: Path) -> None:
    plan = tmp_path / "2025.yaml"
    data = whole("noi_dung: Niềm yết của của xã").encode()
    after = Mending(plan, NO_LEDGER, AS_OF, RuleChoice()).mend(data, unsafe=False)
    plan.write_bytes(after.data)
    assert after.problems == check_plan(plan, AS_OF)
    assert [problem.rule for problem in after.problems] == ["doubled-word"]

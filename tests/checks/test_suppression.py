"""Comments that acknowledge a warning: what they are, what they cover, what they can't do."""

from pathlib import Path

import pytest

from cchc.checks.engine import check_plan
from cchc.checks.subject import Layout, comments
from cchc.plan.yaml_tree import parse
from tests.checks.marked import AS_OF, HERE

GAP = (HERE / "bad" / "stt-gap.yaml").read_text("utf-8").replace("#              ^ stt-gap\n", "")
GAP_LINE = '        - stt: "05"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# cchc: bo-qua r -- vì thế\na: 1\n", 2),
        ("a: 1 # cchc: bo-qua r -- vì thế\n", 1),
        ("a: 1\t#cchc:bo-qua r -- vì thế\n", 1),
        ("# cchc: bo-qua r -- vì thế\n\n  # khác\n\na: 1\n", 5),
        ("# cchc: bo-qua r -- vì thế\r\n\r\na: 1\r\n", 3),
        ("a: |\n  1\n# cchc: bo-qua r -- vì thế\nb: 2\n", 4),
        ("a: | # cchc: bo-qua r -- vì thế\n  1\n", 1),
        ("a: 1\n  2 # cchc: bo-qua r -- vì thế\n", 1),
        ("a: [1, # cchc: bo-qua r -- vì thế\n  2]\n", 1),
        ("a: 1\n# cchc: bo-qua r -- vì thế", 0),
    ],
)
def test_a_comment_covers_the_next_line_or_its_own(text: str, line: int) -> None:
    found = list(comments(Layout(text, parse(text))))
    assert [(c.line, c.verb, c.reason) for c in found] == [(line, "bo-qua", "vì thế")]
    ((name, start),) = found[0].names
    assert text[start : start + 1] == name == "r"


@pytest.mark.parametrize(
    "text",
    [
        'a: "# cchc: bo-qua r -- vì thế"\n',
        "a: '\n\n  # cchc: bo-qua r -- vì thế'\n",
        "a: |\n  chữ\n  # cchc: bo-qua r -- vì thế\n",
        "a: >-\n  # cchc: bo-qua r -- vì thế\n",
        "a: x#cchc: bo-qua r -- vì thế\n",
        "# # cchc: bo-qua r -- vì thế\na: 1\n",
        "#  ghi chú # cchc: bo-qua r -- vì thế\na: 1\n",
        "a: 1 # cchc là tên lệnh\n",
        "",
    ],
)
def test_what_a_value_or_another_comment_quotes_is_no_comment(text: str) -> None:
    assert list(comments(Layout(text, parse(text)))) == []


@pytest.mark.parametrize(
    ("comment", "names", "reason"),
    [
        ("bo-qua a, b -- lý do", ["a", "b"], "lý do"),
        ("bo-qua a,b,c --lý do -- thêm", ["a", "b", "c"], "lý do -- thêm"),
        ("bo-qua a — lý do", ["a"], "lý do"),
        ("bo-qua a – lý do", ["a"], "lý do"),
        ("bo-qua stt-gap", ["stt-gap"], ""),
        ("bo-qua stt-gap --", ["stt-gap"], ""),
        ("bo-qua -- lý do", [], "lý do"),
    ],
)
def test_a_comment_names_rules_and_gives_a_reason(
    comment: str, names: list[str], reason: str
) -> None:
    text = f"# cchc: {comment}\na: 1\n"
    (found,) = comments(Layout(text, parse(text)))
    assert ([name for name, _ in found.names], found.reason) == (names, reason)


def _rules(tmp_path: Path, text: str) -> list[str]:
    plan = tmp_path / "2025.yaml"
    plan.write_text(text, "utf-8")
    return [problem.rule for problem in check_plan(plan, AS_OF)]


def test_an_acknowledged_warning_is_not_told(tmp_path: Path) -> None:
    assert _rules(tmp_path, GAP) == ["stt-gap"]
    comment = "        # cchc: bo-qua stt-gap -- văn bản gốc thiếu\n"
    assert _rules(tmp_path, GAP.replace(GAP_LINE, comment + GAP_LINE)) == []


def test_a_comment_covers_one_line_only(tmp_path: Path) -> None:
    comment = "        # cchc: bo-qua stt-gap -- văn bản gốc thiếu\n"
    text = GAP.replace('        - stt: "02"\n', comment + '        - stt: "02"\n')
    assert _rules(tmp_path, text) == ["useless-suppression", "stt-gap"]


def test_a_name_that_is_nearly_a_rule_is_hinted_at(tmp_path: Path) -> None:
    comment = "        # cchc: bo-qua stt-gab -- văn bản gốc thiếu\n"
    plan = tmp_path / "2025.yaml"
    plan.write_text(GAP.replace(GAP_LINE, comment + GAP_LINE), "utf-8")
    useless, gap = check_plan(plan, AS_OF)
    assert (useless.hint, gap.rule) == ("có phải: stt-gap?", "stt-gap")


def test_an_idle_comment_waits_until_the_errors_of_its_line_are_mended(tmp_path: Path) -> None:
    comment = "          # cchc: bo-qua deadline-day-off -- ngày do văn bản ấn định\n"
    line = "          thoi_gian: ngày 31/02/2025\n"
    text = GAP.replace("          thoi_gian: Quý I/2025\n", comment + line, 1)
    assert _rules(tmp_path, text) == ["impossible-date", "stt-gap"]


def test_a_warning_of_reading_can_be_acknowledged_too(tmp_path: Path) -> None:
    decomposed = "          noi_dung: Ban ha\u0300nh\n"
    line = "          noi_dung: Ban hành Kế hoạch tuyên truyền\n"
    comment = "          # cchc: bo-qua not-nfc, stt-gap -- chép từ bản gốc\n"
    assert _rules(tmp_path, GAP.replace(line, decomposed, 1)) == ["not-nfc", "stt-gap"]
    assert _rules(tmp_path, GAP.replace(line, comment + decomposed, 1)) == [
        "useless-suppression",
        "stt-gap",
    ]


UNREAD = GAP.replace("thoi_gian: Quý I/2025", "thoi_gian: quý tới", 1)


def test_an_error_in_issued_wording_can_be_acknowledged_with_a_reason(tmp_path: Path) -> None:
    assert "timing-unread" in _rules(tmp_path, UNREAD)
    comment = "          # cchc: bo-qua timing-unread -- lời văn đã ban hành\n"
    line = "          thoi_gian: quý tới\n"
    assert "timing-unread" not in _rules(tmp_path, UNREAD.replace(line, comment + line))
    bare = comment.replace(" -- lời văn đã ban hành", "")
    assert "timing-unread" in _rules(tmp_path, UNREAD.replace(line, bare + line))


def test_any_other_error_cannot_be_acknowledged(tmp_path: Path) -> None:
    comment = "        # cchc: bo-qua unknown-key -- để sau\n"
    text = GAP.replace(GAP_LINE, comment + GAP_LINE + "          la: x\n")
    assert "unknown-key" in _rules(tmp_path, text)

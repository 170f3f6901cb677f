"""A fix is data: edits with their places, which any program can make; and what it never touches."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import check_plan
from cchc.checks.fix import Mending
from cchc.checks.rules import RULEBOOK
from cchc.diagnostics import TextPlace
from cchc.progress.ledger_file import ledger_of
from cchc.text import legacy_encoding, may_be_legacy
from cchc.views.problems import Checked, problems_json
from tests.checks.examples import whole
from tests.checks.marked import AS_OF
from tests.checks.subjects import content
from tests.conftest import ROOT

REAL = (ROOT / "plans" / "2025.yaml").read_text("utf-8")
SENTENCES = sorted(
    {text for line in REAL.splitlines() if len((text := line.partition(": ")[2]).split()) > 6}
)


# As data.


def test_the_fixes_of_json_are_what_fix_writes(tmp_path: Path) -> None:
    plan = tmp_path / "2025.yaml"
    faulty = REAL.replace("Niêm yết, đăng", "Niềm yết ,  đăng", 1)
    assert faulty != REAL
    plan.write_text(faulty, "utf-8")
    told = json.loads(problems_json(Checked([plan], check_plan(plan, AS_OF))))
    edits = [edit for one in told for fix in one["fixes"] if fix["safe"] for edit in fix["edits"]]
    lines = faulty.split("\n")
    for edit in sorted(edits, key=lambda e: (-e["line"], -e["column"])):
        assert edit["line"] == edit["end_line"]
        line = lines[edit["line"] - 1]
        before, after = line[: edit["column"] - 1], line[edit["end_column"] - 1 :]
        lines[edit["line"] - 1] = before + edit["replacement"] + after
    assert "\n".join(lines) == REAL
    mending = Mending(plan, ledger_of(tmp_path / "x.yaml", b""), AS_OF, RuleChoice())
    assert mending.mend(faulty.encode(), unsafe=False).data == REAL.encode()


def test_the_end_of_a_fault_is_the_character_behind_it(tmp_path: Path) -> None:
    plan = tmp_path / "2025.yaml"
    plan.write_text(whole("noi_dung: Niềm yết thủ tục"), "utf-8")
    (fault,) = check_plan(plan, AS_OF)
    place = fault.edits[0].place
    assert place
    for one in (fault.place, place):
        assert isinstance(one, TextPlace)
        assert fault.excerpt[one.column - 1 : one.end_column - 1] == "Niềm yết"


# What no fix touches.

_TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        strict=True,
    )
)
_VNI = {
    base + tone: base_written + mark
    for bases, marks in (("aeouyôö", "øûõùï"),)
    for base, base_written in zip("aeouyơư", bases, strict=True)
    for tone, mark in zip("\u0300\u0309\u0303\u0301\u0323", marks, strict=True)
} | {
    f"{base}{tone}": f"{plain}{mark}"
    for base, plain, marks in (("ă", "a", "èúüéë"), ("â", "a", "àåãáä"), ("ê", "e", "àåãáä"),
                               ("ô", "o", "àåãáä"))
    for tone, mark in zip("\u0300\u0309\u0303\u0301\u0323", marks, strict=True)
} | {"ă": "aê", "â": "aâ", "ê": "eâ", "ô": "oâ", "ơ": "ô", "ư": "ö", "đ": "ñ",
     "i\u0309": "æ", "i\u0303": "ó", "i\u0323": "ò", "y\u0323": "î"}  # fmt: skip
_VNI = {unicodedata.normalize("NFC", letter): written for letter, written in _VNI.items()}


def in_tcvn3(text: str) -> str:
    """Return a text as the fonts of TCVN 5712 write it; capitals with tones have no letter."""
    return "".join(_TCVN3.get(c) or _TCVN3.get(c.lower(), c) for c in text)


def in_vni(text: str) -> str:
    """Return a text as the VNI fonts write it: an accent is a letter of its own."""
    lower = {c: _VNI[c.lower()] for c in text if c.lower() in _VNI}
    return "".join(
        lower[c].upper() if c in lower and c.isupper() else lower.get(c, c) for c in text
    )


def test_tcvn3_and_vni_are_told_apart() -> None:
    assert len(SENTENCES) > 50
    for sentence in SENTENCES:
        assert legacy_encoding(sentence) == ""
        assert not may_be_legacy(sentence)
        if sum(not word.isascii() for word in sentence.split()) > 5 and not sentence.isupper():
            assert legacy_encoding(in_tcvn3(sentence)) == "TCVN3 (ABC)", sentence
            assert legacy_encoding(in_vni(sentence)) == "VNI", sentence


PEN = [
    rule
    for rule in RULEBOOK
    if rule.check.__module__.endswith(("punctuation", "spelling", "writing", "citations"))
]


@given(st.sampled_from(SENTENCES), st.sampled_from([in_tcvn3, in_vni]), st.data())
def test_nothing_is_mended_in_words_of_an_old_encoding(
    sentence: str, encode: Callable[[str], str], data: st.DataObject
) -> None:
    words = encode(sentence).split()
    start = data.draw(st.integers(0, len(words) - 1))
    some = " ".join(words[start : start + data.draw(st.integers(1, 8))])
    if not may_be_legacy(some):
        assert "\u00ad" not in some
        return
    text = whole(f"noi_dung: |-\n  Kế hoạch {some}  và ,  báo cáo")
    mending = Mending(Path("2025.yaml"), ledger_of(Path("x.yaml"), b""), AS_OF, RuleChoice())
    problems = mending.state(text.encode()).problems
    assert problems
    assert [problem for problem in problems if problem.edits] == []


@pytest.mark.parametrize(
    "words",
    ["t\u00ad ph¸p", "nh\u00adng ch\u00ada có", "c«ng khai", "b»ng v¨n b¶n", "xaõ hoäi", "bÐ"],
)
def test_one_word_of_an_old_encoding_is_enough(words: str) -> None:
    assert may_be_legacy(f"Kế hoạch {words} của xã")


@pytest.mark.parametrize(
    "words", ["TN&MT; VH&TT;", "GT&XD; NN&PTNT", "R&D;", "A&B; C", "TN&MT;KT", "Sở TN&ETH;"]
)
def test_an_abbreviation_with_an_ampersand_is_no_entity(words: str) -> None:
    (rule,) = (rule for rule in RULEBOOK if rule.name == "leftover-markup")
    assert list(rule.check(content(words))) == []


@pytest.mark.parametrize(
    ("words", "letter"),
    [("Kế&nbsp;hoạch", " "), ("c&aacute;c", "á"), ("c&#225;c", "á"), ("TN&amp;MT", "&")],
)
def test_an_entity_becomes_the_letter_that_it_names(words: str, letter: str) -> None:
    (rule,) = (rule for rule in RULEBOOK if rule.name == "leftover-markup")
    (finding,) = rule.check(content(words))
    assert [edit.replacement for edit in finding.edits] == [letter]


LETTERS_CHANGE = {"ocr-slip", "foreign-letter", "unknown-unit"}
"""The rules whose safe edits put another letter in a letter's place; all others lose none."""

_INK = st.sampled_from(
    ["  ", " ,", "- ", "–", "„", "”", "«", "»", "\u00a0", "\u00ad", "5/2/2025 ", ",b", "&amp;",
     "số:", "Niềm yết ", "ð", "ch\u00ada ", "TN&MT; ", "( ", "của của "]
)  # fmt: skip


@given(st.sampled_from(SENTENCES), st.lists(st.tuples(_INK, st.integers(0, 200)), max_size=4))
def test_a_safe_edit_loses_no_letter(sentence: str, spots: list[tuple[str, int]]) -> None:
    for ink, place in spots:
        sentence = sentence[:place] + ink + sentence[place:]
    subject = content(sentence)
    text = subject.document.source.text
    for rule in PEN:
        if rule.name in LETTERS_CHANGE:
            continue
        for edit in (edit for finding in rule.check(subject) for edit in finding.edits):
            if edit.safe:
                old = text[edit.span.start : edit.span.end]
                lost = set(filter(str.isalpha, old)) - set(edit.replacement)
                assert not lost or rule.name == "citation-form", (rule.name, old)

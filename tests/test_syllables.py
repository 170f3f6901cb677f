"""Syllables: every word of Vietnamese is possible, slips of the pen are not, names are let be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.checks.rules.spelling import impossible_syllable
from cchc.checks.subject import Subject
from cchc.plan.loader import sound_plan
from cchc.progress.ledger import Ledger
from cchc.syllables import is_possible, near
from tests.checks.subjects import content, subject_of
from tests.conftest import ROOT

RARE = [
    "giếng",
    "gì",
    "gìn",
    "giêng",
    "giữa",
    "giặt",
    "quý",
    "quyết",
    "quỳnh",
    "quýt",
    "quốc",
    "quẹt",
    "quần",
    "quắt",
    "quờ",
    "uỷ",
    "ủy",
    "hoà",
    "hòa",
    "thuở",
    "khuya",
    "huỵch",
    "khuếch",
    "nguệch",
    "huênh",
    "khuỷu",
    "ngoằn",
    "ngoèo",
    "ngoẻo",
    "loắt",
    "khoắng",
    "xoong",
    "moóc",
    "khoèo",
    "oạp",
    "ngoạm",
    "xoáy",
    "yểm",
    "yến",
    "yếu",
    "yết",
    "ỷ",
    "ý",
    "ỉa",
    "ếch",
    "ơ",
    "ừm",
    "hươu",
    "rượu",
    "ưỡn",
    "ướp",
    "xuýt",
    "tuýp",
    "luýnh",
    "tuyn",
    "ghế",
    "ghiền",
    "nghỉ",
    "nghiêng",
    "kỷ",
    "kẻ",
    "kênh",
    "cùng",
    "quềnh",
    "gượng",
    "giuộc",
    "chuếnh",
    "thuế",
    "khuân",
    "khuâng",
    "xoèn",
    "choé",
    "khoẻ",
    "mỹ",
    "hy",
    "vỹ",
    "sỹ",
    "lý",
    "tý",
    "Ủy",
    "ĐƯỜNG",
    "Quyền",
]


@pytest.mark.parametrize("word", RARE)
def test_every_word_of_the_language_is_possible(word: str) -> None:
    assert is_possible(word)


SLIPS = [
    ("thủ tcụ", "tcụ", "tục"),
    ("Thuờng xuyên", "Thuờng", "Thường"),
    ("kếhoạch", "kếhoạch", "kế hoạch"),
    ("các nghành", "nghành", "ngành"),
    ("thưc hiện", "thưc", "thực"),
    ("quývà", "quývà", "quý và"),
    ("viêc làm", "viêc", "việc"),
    ("nghiệm thụu", "thụu", "thụ"),
    ("cế hoạch", "cế", ""),
    ("HÀNH CHÍHN", "CHÍHN", "CHÍNH"),
    ("gnười dân", "gnười", "người"),
]


@pytest.mark.parametrize(("words", "odd", "meant"), SLIPS)
def test_a_slip_is_told_with_what_may_be_meant(words: str, odd: str, meant: str) -> None:
    (finding,) = impossible_syllable(content(words))
    assert f'"{odd}"' in finding.message
    assert meant in finding.hint


def test_what_the_plan_writes_after_the_same_word_comes_first() -> None:
    (finding,) = impossible_syllable(content("thủ tục; công cụ; tụ họp; rà soát thủ tcụ"))
    assert finding.hint == "có phải: tục, cụ, tụ?"


LET_BE = [
    "QĐ-UBND, NĐ-CP, HĐND, TTHĐ, BQLDAĐTXD, ĐVSNCL, TƯ, đ/c, điểm đ, khoản ê",
    "Đắk Lắk, Đăk Tô, Krông Pắc, Plông, Xtiêng, Kông Chro, Hrê, Brâu, Kỳ, Đạ Huoai, Bru-Vân Kiều",
    "ôtô, kiốt, Êđê, môđun, café, Müller, email, website, VNeID, Zalo, 05 tháng, 100%, m2",
    "Chư Păh, Đạ Tẻh, H'Dơk Êban, Ea Súp, M'Đrăk, Tu Mơ Rông, các plây, dọc sông đăk, Cư M'gar",
    "Sa Pa, Pleiku, Lô Giang, Y Ngông Niê Kđăm, ĐĂNG KÝ, giữ gìn, xoong nồi",
    "nghiªn cøu vµ kÕ ho¹ch",
    "khuynh hướng, tuýt còi, ngoằn ngoèo, loay hoay, quạnh quẽ, gập ghềnh, khúc khuỷu",
]


@pytest.mark.parametrize("words", LET_BE)
def test_abbreviations_names_and_loans_are_let_be(words: str) -> None:
    assert [finding.message for finding in impossible_syllable(content(words))] == []


def test_a_name_in_the_plans_head_is_let_be() -> None:
    subject = content("Ông Tcụ phụ trách")
    signer = subject.plan.signer.model_copy(update={"name": "Đinh Tcụ"})
    plan = subject.plan.model_copy(update={"signer": signer})
    assert list(impossible_syllable(subject))
    assert list(impossible_syllable(replace(subject, plan=plan))) == []


def test_an_escape_in_quotes_is_no_letter() -> None:
    subject = subject_of('noi_dung: "Kế hoạch\\nĐường \\tÔng"')
    assert list(impossible_syllable(subject)) == []


def test_the_real_plan_is_silent() -> None:
    document, plan = sound_plan(ROOT / "plans" / "2025.yaml")
    empty = content("").books
    subject = Subject(document, plan, empty, Ledger(()), date(2025, 6, 30))
    assert list(impossible_syllable(subject)) == []


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếệợ ", max_size=12))
def test_whatever_is_near_is_possible_and_another_word(word: str) -> None:
    joined = word.replace(" ", "")
    for candidate in near(joined):
        assert candidate != joined
        assert all(map(is_possible, candidate.split()))

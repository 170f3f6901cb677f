"""The record keeps what it was given, to the byte, and tells when it was tampered with."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.documents.origin import Origin, PlaceKind, PrintedLine, Record, from_xml, to_xml
from cchc.word.xml import parsed

# What YAML lets stand in a file (YAML 1.2, 5.1).
PRINTABLE = st.one_of(
    st.sampled_from("\t\n\r\x85\ufeff<>&]'\"é"),
    st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"]).filter(
        lambda c: c not in "\ufffe\uffff"
    ),
)
TEXT = st.text(PRINTABLE, max_size=40)
ORIGIN = Origin(b"nam: 2025\n", "2025.yaml", "t" * 64, "0.1", "l" * 64, "c" * 40, clean=True)
LINES = (
    PrintedLine(PlaceKind.PARAGRAPH, ("một",), 1),
    PrintedLine(PlaceKind.ROW, ("STT", "", "Việc\nhai"), 1, 1),
    PrintedLine(PlaceKind.ROW, ("01",), 2, 1),
    PrintedLine(PlaceKind.PARAGRAPH, ("hai",), 2),
    PrintedLine(PlaceKind.ROW, ("x",), 1, 2),
    PrintedLine(PlaceKind.MARGIN, ("đầu trang",), 1),
)


def read(xml: bytes) -> Record | None:
    return from_xml(parsed(Path("a.docx"), "item1.xml", xml))


def again(record: Record) -> Record | None:
    return read(to_xml(record))


@given(TEXT, TEXT.map(lambda text: text.replace("\r", "")))
def test_a_plan_and_its_words_come_back_to_the_byte(plan: str, word: str) -> None:
    lines = (PrintedLine(PlaceKind.PARAGRAPH, (word,), 1),)
    record = Record(replace(ORIGIN, plan=plan.encode()), lines)
    assert again(record) == record


@pytest.mark.parametrize(
    "origin",
    [
        ORIGIN,
        replace(ORIGIN, ledger=None, commit=None, clean=None),
        replace(ORIGIN, clean=False, against="a" * 64),
    ],
)
def test_places_and_digests_come_back(origin: Origin) -> None:
    assert again(Record(origin, LINES)) == Record(origin, LINES)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b"nam: 2025", b"nam: 2026"),
        ("một".encode(), "mốt".encode()),
        (b't="2"', b't="1"'),
        (b"cchc:text", b"cchc:other"),
        (b"cchc:provenance", b"cchc:something"),
    ],
)
def test_a_record_that_contradicts_itself_is_none(was: bytes, now: bytes) -> None:
    xml = to_xml(Record(ORIGIN, LINES))
    assert was in xml
    assert read(xml.replace(was, now)) is None

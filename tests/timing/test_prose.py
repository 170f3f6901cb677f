"""Sentences of plans and letters: their deadlines, and nothing that is none."""

from pathlib import Path

import pytest

from cchc.timing import find, survey

LABELLED = Path(__file__).parent / "labelled" / "prose.tsv"


def _sentences() -> list[tuple[str, str, str]]:
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(sentence, dues, unread) for sentence, dues, unread in cells]


def test_enough_sentences_are_labelled() -> None:
    assert len(_sentences()) >= 70


@pytest.mark.parametrize(("sentence", "dues", "unread"), _sentences())
def test_a_sentence_has_the_deadlines_a_reader_sees(sentence: str, dues: str, unread: str) -> None:
    told = survey(sentence, 2025)
    days = {each.due.isoformat() for each in told.deadlines if each.due}
    assert days == set(dues.split(",")) - {"-"}
    assert [span.text for span in told.unread] == [
        each for each in unread.split(" | ") if each != "-"
    ]


def test_a_paragraph_has_the_deadlines_of_its_sentences_in_their_places() -> None:
    sentences = _sentences()
    paragraph = " ".join(sentence for sentence, _, _ in sentences)
    told = survey(paragraph, 2025)
    alone = [each.due for sentence, _, _ in sentences for each in find(sentence, 2025)]
    assert [each.due for each in told.deadlines] == alone
    assert len(alone) > 50
    for span in (*(each.span for each in told.deadlines), *told.unread):
        assert paragraph[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        ("không muộn hơn ngày 05/6", "2025-06-05"),
        ("trước 17 giờ ngày 05/6", "2025-06-05"),
        ("ngày 05/6", "2025-06-05"),
        ("trước 05.3.2025", "2025-03-04"),
        ("muộn nhất ngày 05/3", "2025-03-05"),
    ],
)
def test_prose_has_its_deadlines_with_their_places(deadline: str, due: str) -> None:
    text = f"Năm 2024 xã đạt 95%. Các đơn vị gửi báo cáo quý I {deadline} về Văn phòng."
    (found,) = find(text, 2025)
    assert found.due is not None
    assert found.due.isoformat() == due
    assert text[found.span.start : found.span.end] == found.span.text

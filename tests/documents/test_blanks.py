"""What a person wrote into a report stays when the report is printed again."""

from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from cchc.documents.blanks import keeping
from cchc.documents.report import render_report
from cchc.errors import CchcError, WrongUsage
from tests.documents.plans import NOWHERE
from tests.progress.reports import ledger, plan, told

WROTE = "Ủy ban nhân dân xã đã ban hành 02 văn bản chỉ đạo & họp 3 lần."
PRINTED = render_report(told(), NOWHERE)
LATER = render_report(told(done=ledger()), NOWHERE)


def blanks(data: bytes) -> list[Element]:
    return list(docx.Document(BytesIO(data)).element.body.iter(qn("w:sdt")))


def texts(data: bytes) -> list[str]:
    return ["".join(t.text or "" for t in blank.iter(qn("w:t"))) for blank in blanks(data)]


def written(folder: Path, number: int, *paragraphs: str, data: bytes = PRINTED) -> Path:
    """Return a print in which somebody wrote into one of its places."""
    document = docx.Document(BytesIO(data))
    content = list(document.element.body.iter(qn("w:sdt")))[number].find(qn("w:sdtContent"))
    (asked,) = content
    for text in paragraphs:
        mine = deepcopy(asked)
        pieces = list(mine.iter(qn("w:t")))
        pieces[0].text = text
        for piece in pieces[1:]:
            piece.text = ""
        content.append(mine)
    content.remove(asked)
    document.save(str(folder / "bao-cao.docx"))
    return folder / "bao-cao.docx"


def test_where_nothing_stands_yet_the_print_is_as_it_is(tmp_path: Path) -> None:
    assert keeping(PRINTED, tmp_path / "bao-cao.docx") is PRINTED


def test_a_print_that_nobody_wrote_into_is_printed_anew(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(PRINTED)
    assert keeping(LATER, tmp_path / "a.docx") is LATER


@pytest.mark.parametrize("number", range(len(blanks(PRINTED))))
def test_what_was_written_stands_in_the_same_place(tmp_path: Path, number: int) -> None:
    kept = texts(keeping(LATER, written(tmp_path, number, WROTE, "Thêm một đoạn.")))
    others = texts(LATER)
    assert kept[number] == f"{WROTE}Thêm một đoạn."
    assert kept[:number] + kept[number + 1 :] == others[:number] + others[number + 1 :]


def test_everything_else_is_the_new_print(tmp_path: Path) -> None:
    again = docx.Document(BytesIO(keeping(LATER, written(tmp_path, 0, WROTE))))
    new = docx.Document(BytesIO(LATER))
    assert [p.text for p in again.paragraphs] == [p.text for p in new.paragraphs]
    assert len(again.tables) == len(new.tables)


def test_the_same_twice_is_the_same_bytes(tmp_path: Path) -> None:
    target = written(tmp_path, 0, WROTE)
    target.write_bytes(keeping(LATER, target))
    assert keeping(LATER, target) == target.read_bytes()


def test_what_has_no_place_any_more_is_not_thrown_away(tmp_path: Path) -> None:
    number = next(n for n, text in enumerate(texts(PRINTED)) if "của lĩnh vực" in text)
    target = written(tmp_path, number, WROTE)
    before = target.read_bytes()
    without = render_report(told(of=plan([], [])), NOWHERE)
    renamed = docx.Document(BytesIO(without))
    for paragraph in renamed.paragraphs:
        if paragraph.text == "1. Thể chế":
            paragraph.runs[0].text = "1. Việc khác"
    out = BytesIO()
    renamed.save(out)
    with pytest.raises(WrongUsage, match=r"Thể chế.*-o"):
        keeping(out.getvalue(), target)
    assert target.read_bytes() == before


def test_a_file_that_is_no_word_document_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"abc")
    with pytest.raises(CchcError):
        keeping(PRINTED, tmp_path / "a.docx")

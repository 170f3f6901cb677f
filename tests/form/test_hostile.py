"""Files that aren't what they say, or mean harm, are refused in words, before they can do any."""

import zipfile
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.errors import CchcError, RefusedFile, UnreadableFile
from cchc.form.lint import lint
from cchc.word import layout, xml
from cchc.word.package import MAX_PART
from cchc.word.xml import MAX_DEPTH
from tests.form.office import plan, saved
from tests.form.parcel import CONTENT_TYPES, body, packed, parts

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
DTD = '<!DOCTYPE d [<!ENTITY a "{}">]>'
TEXT = "<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>"


def refused(path: Path, kind: type[CchcError], *words: str) -> None:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(kind) as caught:
        lint(path)
    for word in words:
        assert word in str(caught.value)
    assert caught.value.exit_code == 2
    assert not path.is_file() or path.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "kind", "word"),
    [
        (b"", RefusedFile, "tệp rỗng"),
        (OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le"), RefusedFile, ".doc"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), RefusedFile, "mật khẩu"),
        (b"%PDF-1.7\n", RefusedFile, "PDF"),
        (b"{\\rtf1 a}", RefusedFile, "RTF"),
        (b"<html></html>", RefusedFile, "HTML"),
        (b"K\xe1\xba\xbf ho\xe1\xba\xa1ch", RefusedFile, "không nhận ra"),
        (b"PK\x03\x04 and then nothing of the kind", RefusedFile, "hỏng"),
        (b"PK\x05\x06" + b"\x00" * 18, RefusedFile, "rỗng"),
    ],
)
def test_what_is_no_word_document_is_called_what_it_is(
    data: bytes, kind: type[CchcError], word: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    refused(path, kind, word, "a.docx")


def test_what_cannot_be_read_is_told_by_the_system(tmp_path: Path) -> None:
    refused(tmp_path / "không có.docx", UnreadableFile, "không có tệp")
    refused(tmp_path, UnreadableFile, "thư mục")


@pytest.mark.parametrize(
    ("change", "kind", "word"),
    [
        ({"../../evil.sh": "x"}, RefusedFile, "ra ngoài"),
        ({"/etc/passwd": "x"}, RefusedFile, "ra ngoài"),
        ({"word\\..\\..\\a": "x"}, RefusedFile, "ra ngoài"),
        ({"C:/a": "x"}, RefusedFile, "ra ngoài"),
        ({"WORD/document.xml": "x"}, RefusedFile, "cùng tên"),
        ({"word/vbaProject.bin": "x"}, RefusedFile, "macro"),
        (
            {"[Content_Types].xml": CONTENT_TYPES.replace("document.main", "macroEnabled.main")},
            RefusedFile,
            "macro",
        ),
        ({"word/document.xml": body(TEXT)[:-9]}, RefusedFile, "XML"),
        ({"word/document.xml": "<a/>"}, RefusedFile, "nội dung"),
        ({"word/document.xml": b"\xff\xfe\x00\x01"}, RefusedFile, "XML"),
        ({"word/document.xml": '<?xml version="1.0" encoding="no"?><a/>'}, RefusedFile, "XML"),
        ({"_rels/.rels": "<a/>"}, RefusedFile, "không có văn bản Word"),
        ({"word/document.xml": DTD.format("b") + body(TEXT)}, RefusedFile, "DTD"),
        (
            {"word/document.xml": '<!DOCTYPE d SYSTEM "file:///etc/passwd">' + body(TEXT)},
            RefusedFile,
            "DTD",
        ),
        (
            {"word/document.xml": body("<w:sdt>" * MAX_DEPTH + "</w:sdt>" * MAX_DEPTH)},
            RefusedFile,
            "tầng",
        ),
        ({"word/document.xml": body("<w:p/>" * 2_100_000)}, RefusedFile, "bom nén"),
        ({"word/media/a.bin": b"\x00" * 2_000_000}, RefusedFile, "bom nén"),
        ({f"word/media/{i}.png": "x" for i in range(5_001)}, RefusedFile, "phần"),
    ],
)
def test_what_means_harm_is_refused(
    change: dict[str, str | bytes], kind: type[CchcError], word: str, tmp_path: Path
) -> None:
    content = {**parts(body(TEXT)), **change}
    refused(packed(tmp_path / "a.docx", content), kind, word)


def test_tags_are_counted_before_they_become_a_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml, "MAX_TAGS", 1000)
    content = parts(body("<w:p/>" * 1000))
    refused(packed(tmp_path / "a.docx", content), RefusedFile, "thẻ")


def test_paragraphs_without_end_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "MAX_PARAGRAPHS", 100)
    content = parts(body("<w:p/>" * 101))
    refused(packed(tmp_path / "a.docx", content), RefusedFile, "101 đoạn")


def test_a_size_that_lies_does_not_get_more_unpacked(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.docx", {**parts(body(TEXT)), "word/document.xml": b" " * 60_000})
    data = path.read_bytes()
    size = (60_000).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    refused(path, RefusedFile)
    assert MAX_PART < 100_000_000


def test_an_encrypted_archive_is_a_file_with_a_password(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.docx", parts(body(TEXT)))
    data = bytearray(path.read_bytes())
    entry = data.find(b"PK\x01\x02")
    data[entry + 8] |= 1
    path.write_bytes(bytes(data))
    refused(path, RefusedFile, "mật khẩu")


def test_a_workbook_is_no_word_document(tmp_path: Path) -> None:
    content = parts(body(TEXT))
    content["_rels/.rels"] = content["_rels/.rels"].replace("word/document", "xl/workbook")
    content["xl/workbook.xml"] = "<workbook/>"
    refused(packed(tmp_path / "a.docx", content), RefusedFile, "không có văn bản Word")


def test_a_damaged_part_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.docx", parts(body(TEXT * 50)))
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("word/document.xml")
    data = bytearray(path.read_bytes())
    start = entry.header_offset + 30 + len(entry.filename)
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(bytes(data))
    refused(path, RefusedFile, "hỏng")


QUIET = settings(
    max_examples=25,
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture],
)


@cache
def sound() -> bytes:
    made = BytesIO()
    plan().save(made)
    return made.getvalue()


@QUIET
@given(st.data())
def test_whatever_bytes_are_changed_it_ends_in_findings_or_a_sentence(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = tmp_path / "a.docx"
    content = bytearray(sound())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))
    _judged(path)


@QUIET
@given(st.data())
def test_whatever_is_torn_from_the_xml_it_ends_in_findings_or_a_sentence(
    tmp_path: Path, data: st.DataObject
) -> None:
    with zipfile.ZipFile(BytesIO(sound())) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from([n for n in sorted(content) if n.endswith((".xml", ".rels"))]))
    text = content[name].decode()
    values = sorted({part for part in text.split('"') if len(part) < 12 and ">" not in part})
    old = data.draw(st.sampled_from(values))
    new = data.draw(
        st.sampled_from(["", "-1", "0", "9" * 30, "đ", "none", "1e9", "\u00b2", *values])
    )
    content[name] = text.replace(f'"{old}"', f'"{new}"').encode()
    _judged(packed(tmp_path / "b.docx", content))


@QUIET
@given(st.data())
def test_in_whatever_order_its_parts_come_a_document_is_judged(
    tmp_path: Path, data: st.DataObject
) -> None:
    document = docx.Document(BytesIO(sound()))
    children = list(document.element.body)
    kept = data.draw(st.lists(st.sampled_from(children), max_size=12, unique_by=id))
    for child in children:
        document.element.body.remove(child)
    for child in kept:
        document.element.body.append(child)
    lint(saved(document, tmp_path / "a.docx"))


def _judged(path: Path) -> None:
    with suppress(CchcError):
        lint(path)

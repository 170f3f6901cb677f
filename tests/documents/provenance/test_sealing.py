"""The record is a part of the document that other programs leave alone."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from cchc.documents.origin import digest_of, origin_of
from cchc.documents.templates import find_template
from cchc.documents.verify import record_of
from cchc.errors import CchcError, RefusedFile
from cchc.plan.loader import sound_plan
from tests.documents.provenance.papers import TEXT, committed, sealed, written

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_same_plan_same_bytes(tmp_path: Path) -> None:
    plan = written(tmp_path)
    assert sealed(plan) == sealed(plan)
    committed(plan, "đầu")
    assert sealed(plan) == sealed(plan)


def test_the_part_is_related_from_the_document_and_has_its_properties(tmp_path: Path) -> None:
    parts = unpacked(sealed(written(tmp_path)))
    links = parse_xml(parts["word/_rels/document.xml.rels"])
    targets = [row.get("Target") for row in links if row.get("Type", "").endswith("/customXml")]
    assert targets == ["/customXml/item1.xml"]
    own = parse_xml(parts["customXml/_rels/item1.xml.rels"])
    assert [row.get("Target") for row in own] == ["itemProps1.xml"]
    types = parse_xml(parts["[Content_Types].xml"])
    named = {
        row.get("PartName"): row.get("ContentType", "") for row in types.iter(f"{TYPES}Override")
    }
    assert named["/customXml/itemProps1.xml"].endswith(".customXmlProperties+xml")
    assert len({row.get("Id") for row in links.iter(f"{LINKS}Relationship")}) == len(links)


def test_the_record_holds_the_plan_and_the_digests(tmp_path: Path) -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n") + "# hết  \r\n"
    plan = written(tmp_path, text)
    ledger = plan.with_name("2025.tien-do.yaml")
    ledger.write_text("[]\n", encoding="utf-8")
    commit = committed(plan, "đầu")
    (tmp_path / "a.docx").write_bytes(sealed(plan))
    _, record = record_of(tmp_path / "a.docx")
    assert record.origin.plan == text.encode()
    assert record.origin.ledger == digest_of(b"[]\n")
    assert record.origin.template == digest_of(find_template(plan, None).read_bytes())
    assert (record.origin.commit, record.origin.clean) == (commit, True)


def test_an_edit_that_is_not_committed_is_told(tmp_path: Path) -> None:
    plan = written(tmp_path)
    commit = committed(plan, "đầu")
    written(tmp_path, TEXT + "# sửa\n")
    (tmp_path / "a.docx").write_bytes(sealed(plan))
    _, record = record_of(tmp_path / "a.docx")
    assert (record.origin.commit, record.origin.clean) == (commit, False)


def test_a_ledger_that_is_not_committed_is_told(tmp_path: Path) -> None:
    plan = written(tmp_path)
    committed(plan, "đầu")
    plan.with_name("2025.tien-do.yaml").write_text("[]\n", encoding="utf-8")
    origin = origin_of(sound_plan(plan)[0].source, find_template(plan, None))
    assert origin.clean is False


def test_a_repository_without_a_commit_says_nothing(tmp_path: Path) -> None:
    plan = written(tmp_path)
    committed(plan, "đầu")
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/other\n", encoding="utf-8")
    origin = origin_of(sound_plan(plan)[0].source, find_template(plan, None))
    assert (origin.commit, origin.clean) == (None, None)


def test_a_plan_that_changes_meanwhile_is_not_recorded(tmp_path: Path) -> None:
    plan = written(tmp_path)
    document, _ = sound_plan(plan)
    written(tmp_path, TEXT + "# sửa\n")
    with pytest.raises(CchcError):
        origin_of(document.source, find_template(plan, None))


def test_a_templates_own_custom_part_is_kept_and_an_old_record_replaced(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ trich_yeu }}")
    document.save(str(tmp_path / "mau.docx"))
    plan = written(tmp_path)
    once = sealed(plan, tmp_path / "mau.docx")
    parts = unpacked(once)
    assert b"bibliography" in parts["customXml/item1.xml"]  # python-docx's template is Word's
    assert "customXml/item2.xml" in parts
    # A printed document taken for a template: its record isn't the new one's.
    (tmp_path / "mau.docx").write_bytes(once)
    again = sealed(plan, tmp_path / "mau.docx")
    (tmp_path / "a.docx").write_bytes(again)
    assert record_of(tmp_path / "a.docx")[1].origin.template == digest_of(once)
    assert unpacked(again).keys() == parts.keys()


def test_a_document_of_word_has_no_record(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    with pytest.raises(RefusedFile):
        record_of(tmp_path / "a.docx")


def test_a_record_that_was_tampered_with_is_no_record(tmp_path: Path) -> None:
    parts = unpacked(sealed(written(tmp_path)))
    name = "customXml/item1.xml"
    parts[name] = parts[name].replace("Thử nghiệm".encode(), "Chính thức".encode())
    (tmp_path / "a.docx").write_bytes(packed(parts))
    with pytest.raises(RefusedFile):
        record_of(tmp_path / "a.docx")

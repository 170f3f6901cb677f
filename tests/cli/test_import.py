"""`cchc import`: what is written, what is said, and how it leaves; nothing half-written."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper

from cchc.errors import CchcError
from tests.cli.conftest import Run
from tests.exchange.intake.papers import paper

FULL = ("Sở Nội vụ", "Sở Tư pháp", "Kế hoạch", "Quý I năm 2026")
SOUND = ("1", "Một", *FULL)


def saved(document: Paper, office: Path, name: str = "a.docx") -> str:
    document.save(str(office / name))
    return name


def titled(*rows: tuple[str | None, ...]) -> Paper:
    """Return a document whose agency, subject and year are certain."""
    document = paper(*rows)
    document.paragraphs[0].text = "Rà soát"
    lines = ("ỦY BAN NHÂN DÂN XÃ SƠN MỸ", "KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. NHIỆM VỤ")
    for at, line in enumerate(lines):
        document.element.body.insert(at, document.add_paragraph(line)._p)
    return document


def files(office: Path) -> set[str]:
    return {str(path.relative_to(office)) for path in office.rglob("*") if path.is_file()}


def test_a_certain_plan_is_written_without_a_word_of_doubt(cchc: Run, office: Path) -> None:
    answer = cchc("import", saved(titled(SOUND), office))
    assert (answer.code, answer.err) == (0, "cchc: đã ghi plans/2026.yaml\n")
    assert "1 nhiệm vụ, 0 nhóm, 2 đơn vị" in answer.out
    assert cchc("check", "plans/2026.yaml").code == 0


def test_doubts_are_listed_and_the_run_leaves_with_1(cchc: Run, office: Path) -> None:
    doubtful = ("2", "Hai", "Theo phân công", "<", "Báo cáo", "Quý I năm 2026")
    answer = cchc("import", saved(titled(SOUND, doubtful), office), "-o", "moi.yaml")
    assert answer.code == 1
    assert "bảng 1, hàng 3, cột 3 [2 chu_tri]" in answer.out
    assert (office / "moi.yaml").exists()


def test_the_answer_for_programs_has_the_fields_of_the_contract(cchc: Run, office: Path) -> None:
    doubtful = ("2", "Hai", "Theo phân công", "<", "Báo cáo", "Quý I năm 2026")
    name = saved(titled(SOUND, doubtful), office)
    answer = cchc("import", name, "-o", "moi.yaml", "--format", "json")
    assert set(answer.json) >= {"plan", "tasks", "groups", "units", "tables", "doubts"}
    assert (answer.json["plan"], answer.json["tasks"]) == ("moi.yaml", 2)
    assert answer.json["tables"][0]["columns"][1] == {"heading": "Nhiệm vụ", "key": "noi_dung"}
    assert set(answer.json["doubts"][0]) == {"task", "key", "place", "text", "why"}


def test_a_dry_run_writes_nothing_and_says_the_same(cchc: Run, office: Path) -> None:
    name = saved(titled(SOUND), office)
    before = files(office)
    answer = cchc("import", name, "--dry-run", "-o", "moi.yaml", "--format", "json")
    assert files(office) == before
    assert answer.json == cchc("import", name, "-o", "moi.yaml", "--format", "json").json


@pytest.mark.parametrize("option", ["-o", "--html"])
def test_what_exists_is_never_overwritten(option: str, cchc: Run, office: Path) -> None:
    name = saved(titled(SOUND), office)
    (office / "cu.yaml").write_text("cũ")
    answer = cchc("import", name, option, "cu.yaml")
    assert answer.code == 2
    assert "cu.yaml đã có, không ghi đè" in answer.err
    assert (office / "cu.yaml").read_text() == "cũ"
    assert not (office / "plans/2026.yaml").exists()


def test_a_heading_that_a_person_explains_is_taken_at_its_word(cchc: Run, office: Path) -> None:
    document = paper(("1", "Một", "Sở Y tế", "Quý I"), headings=("TT", "Việc", "Ai lo", "Bao giờ"))
    name = saved(document, office)
    mapped = ("--map", "Ai lo=chu_tri", "--map", "Bao giờ=thoi_gian")
    answer = cchc("import", name, "-o", "b.yaml", "--year", "2026", *mapped, "--format", "json")
    columns = answer.json["tables"][0]["columns"]
    assert [column["key"] for column in columns] == ["stt", "noi_dung", "chu_tri", "thoi_gian"]


def test_a_map_without_a_key_is_refused(cchc: Run, office: Path) -> None:
    answer = cchc("import", saved(titled(SOUND), office), "--map", "Ai lo")
    assert answer.code == 2
    assert "--map" in answer.err


def test_the_page_shows_the_cell_beside_what_was_read(cchc: Run, office: Path) -> None:
    document = titled(SOUND, ("2", "<script>", "Theo phân công", "<", "Báo cáo", "Quý I"))
    cchc("import", saved(document, office), "--html", "a.html")
    page = (office / "a.html").read_text()
    assert "<pre>&lt;script&gt;</pre>" in page
    assert "<b>SNV</b> Sở Nội vụ" in page
    assert "http://" not in page
    assert "https://" not in page


def test_every_cell_is_accounted_for(cchc: Run, office: Path) -> None:
    name = saved(titled(SOUND, ("2", "Hai", "Sở Y tế", "", "Báo cáo", "Tháng 3/2026")), office)
    proof = cchc("import", name, "--dry-run", "--format", "json").json["proof"]
    assert [gone for gone in proof["missing"] if "hàng 1," not in gone["place"]] == []


def test_the_line_of_an_appendix_that_is_printed_anew_is_not_told_as_lost(
    cchc: Run, office: Path
) -> None:
    document = titled(SOUND)
    line = document.add_paragraph("(Ban hành kèm theo Kế hoạch số   /KH-UBND ngày   /12/2025)")
    document.tables[0]._tbl.addprevious(line._p)
    proof = cchc("import", saved(document, office), "--dry-run", "--format", "json").json["proof"]
    assert proof["missing"] == []
    assert [told["text"][:10] for told in proof["respelled"]] == ["(Ban hành "]


def archive(parts: dict[str, str], office: Path, name: str = "a.docx") -> str:
    with zipfile.ZipFile(office / name, "w", zipfile.ZIP_DEFLATED) as made:
        for part, text in parts.items():
            made.writestr(part, text)
    return name


def changed(office: Path, part: str, text: str) -> str:
    saved(titled(SOUND), office)
    with zipfile.ZipFile(office / "a.docx") as good:
        parts = {name: good.read(name).decode("utf-8", "replace") for name in good.namelist()}
    return archive(parts | {part: text}, office)


def bomb(office: Path) -> str:
    return changed(office, "word/x.xml", "<a>" + " " * 30_000_000 + "</a>")


def dtd(office: Path) -> str:
    return changed(office, "word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def macro(office: Path) -> str:
    return changed(office, "word/vbaProject.bin", "x")


def old_word(office: Path) -> str:
    (office / "a.doc").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    return "a.doc"


def locked(office: Path) -> str:
    data = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    (office / "a.docx").write_bytes(data)
    return "a.docx"


def old_excel(office: Path) -> str:
    (office / "a.xls").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    return "a.xls"


def photo(office: Path) -> str:
    from PIL import Image

    Image.new("RGB", (300, 400), "white").save(office / "a.pdf")
    return "a.pdf"


def empty(office: Path) -> str:
    (office / "a.docx").write_bytes(b"")
    return "a.docx"


def missing(_: Path) -> str:
    return "khong-co.docx"


def presentation(office: Path) -> str:
    return archive({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}, office)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (bomb, "bom nén"), (dtd, "DTD"), (macro, "macro"), (old_word, "Lưu thành"),
        (locked, "mật khẩu"), (old_excel, "xlsx"), (photo, "bản quét"), (empty, "rỗng"),
        (missing, "khong-co.docx"), (presentation, "Word"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_imported_is_refused_with_a_sentence(
    make: Callable[[Path], str], said: str, cchc: Run, office: Path
) -> None:
    name = make(office)
    before = files(office)
    answer = cchc("import", name, "-o", "b.yaml")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err
    assert files(office) == before


def test_no_table_at_all_imports_the_body_and_says_so(cchc: Run, office: Path) -> None:
    document = Document()
    for line in ("KẾ HOẠCH", "Tuyên truyền năm 2026", "I. MỤC ĐÍCH", "1. Nâng cao nhận thức."):
        document.add_paragraph(line)
    answer = cchc("import", saved(document, office), "-o", "b.yaml")
    assert answer.code == 1
    assert "chỉ nhập thân văn bản" in answer.out
    assert cchc("check", "b.yaml").code == 0


def test_a_workbook_of_formulas_is_told_cell_by_cell(cchc: Run, office: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.active.append(["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"])
    book.active.append([1, "=A1&B1", "Sở Y tế", "Quý I"])
    book.save(office / "a.xlsx")
    answer = cchc("import", "a.xlsx", "-o", "b.yaml", "--year", "2026")
    assert answer.code == 1
    assert "Sheet!B2" in answer.out


def test_a_plan_too_long_to_be_printed_is_written_and_doubted(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise CchcError("dài quá")

    monkeypatch.setattr("cchc.documents.render_plan", refuse)
    answer = cchc("import", saved(titled(SOUND), office))
    assert answer.code == 1
    assert "chưa đối chiếu từng ô với tệp gốc: dài quá" in answer.out
    assert (office / "plans" / "2026.yaml").is_file()


def test_the_same_bytes_twice(cchc: Run, office: Path) -> None:
    name = saved(titled(SOUND), office)
    for target in ("x.yaml", "y.yaml"):
        cchc("import", name, "-o", target)
    assert (office / "x.yaml").read_bytes() == (office / "y.yaml").read_bytes()

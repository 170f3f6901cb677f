"""Text is data; what a plan leaves out leaves nothing behind; same input, same bytes."""

import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import nsmap, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.documents import render_plan
from cchc.documents.templates import built_in
from cchc.errors import RefusedFile
from cchc.text import hidden_character
from cchc.word.package import pack
from tests.documents.plans import NOWHERE, REAL, ROOT, one_task, plan_of, printed, real_plan, words

W, R = nsmap["w"], nsmap["r"]

HOSTILE = (
    "A & B <c> \"d\" 'e'",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "{_{ x }_} {_% y %_}",
    "</w:t></w:r></w:p><w:p>",
    "&amp; &lt;b&gt; &#65;",
    "[[ <![CDATA[ ]]> <?xml ?>",
    "😀 𝒱 ️ ﷽",
    "$HOME \\n %s {0} {x}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_it_is(text: str) -> None:
    body = [{"so": "I", "tieu_de": text, "doan": [text], "y": [text], "luu_y": text}]
    plan = plan_of(trich_yeu=text, can_cu=[text], mo_dau=text, phan=body, ket=text, noi_nhan=[text])
    assert [line.count(text) for line in words(printed(plan))].count(1) == 9


@given(st.text(min_size=1, max_size=60).map(str.strip).filter(bool))
@settings(
    max_examples=30,
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.filter_too_much],
)
def test_any_text_is_printed_as_it_is_or_refused(text: str) -> None:
    plan = one_task(noi_dung=text)
    if hidden_character(text):
        with pytest.raises(RefusedFile):
            render_plan(plan, NOWHERE)
    else:
        cell = printed(plan).tables[-1].rows[2].cells[1]
        assert "\n".join(p.text for p in cell.paragraphs) == text


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\t", "\x07", "\u202e", "\ufffe"])
@pytest.mark.parametrize("key", ["trich_yeu", "mo_dau"])
def test_a_hidden_character_is_refused_and_named(character: str, key: str) -> None:
    with pytest.raises(RefusedFile, match=rf"U\+{ord(character):04X}"):
        render_plan(plan_of(**{key: f"a{character}b"}), NOWHERE)


def test_the_least_plan_prints_without_a_trace_of_what_it_lacks() -> None:
    document = printed(plan_of())
    assert words(document) == [
        "ỦY BAN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:         ",
        "ngày      tháng      năm",
        "KẾ HOẠCH",
        "Thử nghiệm",
    ]
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT]
    assert len(document.element.body.findall(qn("w:p"))) == 3  # kind, subject, its rule


def test_an_agency_above_stands_over_the_issuing_one() -> None:
    agency = {"chu_quan": "ỦY BAN NHÂN DÂN HUYỆN", "ban_hanh": "PHÒNG NỘI VỤ"}
    assert words(printed(plan_of(co_quan=agency)))[:2] == [
        "ỦY BAN NHÂN DÂN\nHUYỆN",
        "PHÒNG NỘI VỤ",
    ]


@pytest.mark.parametrize("missing", ["quyen_han", "chuc_vu", "ho_ten"])
def test_a_signature_block_without_a_part_is_still_a_whole_table(missing: str) -> None:
    signer = {"quyen_han": "TM. ỦY BAN", "chuc_vu": "CHỦ TỊCH", "ho_ten": "Đinh Văn A"}
    gone = signer.pop(missing)
    lines = words(printed(plan_of(nguoi_ky=signer)))
    assert gone not in lines
    assert set(signer.values()) <= set(lines)


@pytest.mark.parametrize("plan", [plan_of(), one_task(), real_plan()], ids=["least", "one", "real"])
def test_every_cell_has_a_paragraph(plan: object) -> None:
    document = printed(plan)  # type: ignore[arg-type]
    cells = list(document.element.body.iter(qn("w:tc")))
    assert cells
    assert all(cell[-1].tag == qn("w:p") for cell in cells)
    assert "None" not in document.element.xml


def test_headings_go_three_levels_down() -> None:
    deep = [{"so": "a", "tieu_de": "Ba", "y": ["ý"]}]
    middle = [{"so": "1", "tieu_de": "Hai", "muc": deep, "luu_y": "nhớ"}]
    document = printed(plan_of(phan=[{"so": "I", "tieu_de": "MỘT", "muc": middle}]))
    found = [(p.text, p.style and p.style.name) for p in document.paragraphs[3:]]
    assert found == [
        ("I. MỘT", "Mục"),
        ("1. Hai", "Khoản"),
        ("a) Ba", "Điểm"),
        ("- ý", "Gạch đầu dòng"),
        ("Lưu ý: nhớ", "Lưu ý"),
    ]


def test_a_title_longer_than_a_property_may_be_is_cut_there_only() -> None:
    subject = "Dài " * 100 + "hết"
    document = printed(plan_of(trich_yeu=subject))
    assert subject in words(document)
    assert len(document.core_properties.title) == 255


def digest_elsewhere(seed: str, zone: str) -> str:
    code = (
        "import hashlib, pathlib\n"
        "from cchc.documents import render_plan\n"
        "from cchc.plan.loader import sound_plan\n"
        f"path = pathlib.Path({str(REAL)!r})\n"
        "print(hashlib.sha256(render_plan(sound_plan(path)[1], path)).hexdigest())\n"
    )
    env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_same_plan_gives_the_same_bytes_in_any_process_zone_and_hash_seed() -> None:
    here = hashlib.sha256(render_plan(real_plan(), REAL)).hexdigest()
    assert digest_elsewhere("1", "Asia/Ho_Chi_Minh") == here
    assert digest_elsewhere("2", "America/Lima") == here


@pytest.mark.parametrize("closing", ["Kết./.", None])
def test_the_last_paragraph_stays_with_the_signature(closing: str | None) -> None:
    body = [{"so": "I", "tieu_de": "MỤC", "y": ["ý cuối"]}]
    document = printed(plan_of(phan=body, ket=closing, nguoi_ky={"ho_ten": "Đinh Văn A"}))
    last = document.tables[1]._tbl.getprevious()
    kept = [p for p in document.paragraphs if p._p is last and p.style]
    assert [p.text for p in kept] == [closing or "- ý cuối"]
    style = kept[0].style
    assert kept[0].paragraph_format.keep_with_next or (
        style and style.paragraph_format.keep_with_next
    )


def test_a_note_is_filled_once_and_what_a_plan_says_is_no_code(tmp_path: Path) -> None:
    data = render_plan(plan_of(mo_dau="{{ nam }}"), NOWHERE, with_note(tmp_path))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        note = archive.read("word/footnotes.xml").decode()
    assert ">{{ nam }} 2025<" in note


def with_note(folder: Path) -> Path:
    """Return the built-in template with a footnote that has tags."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r>'
        "<w:t>{{ mo_dau }} {{ nam }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    with zipfile.ZipFile(built_in()) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/footnotes.xml"] = note.encode()
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    link = f'<Relationship Id="rId77" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>'
    for name, end, more in (
        ("[Content_Types].xml", b"</Types>", override),
        ("word/_rels/document.xml.rels", b"</Relationships>", link),
    ):
        parts[name] = parts[name].replace(end, more.encode())
    (folder / "mau.docx").write_bytes(pack(parts))
    return folder / "mau.docx"


@pytest.mark.parametrize(
    ("agency", "told"),
    [
        ({"ban_hanh": "SỞ NỘI VỤ"}, 1),
        ({"ban_hanh": "SỞ NỘI VỤ", "ten": "Sở Nội vụ"}, 0),
    ],
)
def test_a_name_in_capitals_inside_a_sentence_is_told(agency: dict[str, str], told: int) -> None:
    notices: list[str] = []
    render_plan(plan_of(co_quan=agency), NOWHERE, tell=notices.append)
    assert len([line for line in notices if "co_quan.ten" in line]) == told

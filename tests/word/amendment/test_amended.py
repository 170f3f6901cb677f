"""Accepting all changes gives the new document, rejecting all gives the old one."""

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings

from cchc.plan.models import Plan
from cchc.word.revisions import Revision, amended
from tests.documents.plans import plan_of
from tests.word.amendment.bodies import BODIES, FIELD, LINK, document
from tests.word.amendment.deciding import W, accepted, body_of, plain, rejected
from tests.word.amendment.editions import PLANS, REVISION, printed

FIRST = {"stt": "01", "noi_dung": "Ban hành kế hoạch", "thoi_gian": "Trước ngày 20/11/2025"}
SECOND = {"stt": "02", "noi_dung": "Kiểm tra công vụ định kỳ", "thoi_gian": "Quý II"}


def appendix(*tasks: Mapping[str, object]) -> Plan:
    group = {"tieu_de": "NHÓM", "nhiem_vu": list(tasks)}
    return plan_of(phu_luc={"tieu_de": "PHỤ LỤC", "nhom": [group]})


def changed(old: Plan, new: Plan) -> bytes:
    return amended(printed(old), printed(new), REVISION)


def words(document: bytes, kind: str) -> list[str]:
    """Return the texts that are marked, in order."""
    found = (mark.iter(f"{W}{_TEXTS[kind]}") for mark in body_of(document).iter(f"{W}{kind}"))
    return [said for texts in found if (said := "".join(text.text or "" for text in texts))]


_TEXTS = {"ins": "t", "del": "delText"}


def rows(document: bytes, kind: str) -> list[str]:
    """Return the texts of the rows that are marked."""
    marked = (
        row
        for row in body_of(document).iter(f"{W}tr")
        if row.find(f"{W}trPr/{W}{kind}") is not None
    )
    return ["|".join(t.text or "" for t in row.iter(f"{W}{_TEXTS[kind]}")) for row in marked]


@given(BODIES, BODIES)
@settings(max_examples=25)
def test_of_any_two_documents_it_is_both(old: list[str], new: list[str]) -> None:
    before, after = document(old), document(new)
    both = amended(before, after, REVISION)
    assert accepted(both) == plain(after)
    assert rejected(both) == plain(before)


@given(PLANS, PLANS)
@settings(max_examples=5)
def test_of_two_plans_it_is_both(old: Plan, new: Plan) -> None:
    before, after = printed(old), printed(new)
    both = amended(before, after, REVISION)
    assert accepted(both) == plain(after)
    assert rejected(both) == plain(before)


def test_two_equal_plans_have_no_change() -> None:
    plan = appendix(FIRST, SECOND)
    assert plain(changed(plan, plan)) == plain(printed(plan))


def test_changes_are_told_by_words_and_not_by_letters() -> None:
    new = FIRST | {"noi_dung": "Ban hành hai kế hoạch", "thoi_gian": "Trước ngày 20/12/2025"}
    both = changed(appendix(FIRST), appendix(new))
    assert words(both, "ins") == ["hai ", "20/12/2025"]
    assert words(both, "del") == ["20/11/2025"]
    assert rows(both, "ins") == rows(both, "del") == []


def test_a_sentence_that_shares_only_small_words_is_another_sentence() -> None:
    old, new = "Tổ chức hội nghị và tập huấn của xã", "Rà soát thủ tục, quy trình và phí"
    both = changed(plan_of(mo_dau=old), plan_of(mo_dau=new))
    assert (words(both, "del"), words(both, "ins")) == ([old], [new])


def test_a_task_that_came_or_went_is_a_row_that_came_or_went() -> None:
    both = changed(appendix(FIRST, SECOND), appendix(FIRST))
    assert rows(both, "del") == ["02|Kiểm tra công vụ định kỳ||||Quý II|"]
    assert rows(both, "ins") == []
    both = changed(appendix(SECOND), appendix(FIRST, SECOND))
    assert rows(both, "ins") == ["01|Ban hành kế hoạch||||Trước ngày 20/11/2025|"]
    assert rows(both, "del") == []


def test_a_task_with_another_number_is_the_same_row() -> None:
    both = changed(appendix(SECOND), appendix(SECOND | {"stt": "03"}))
    assert (words(both, "del"), words(both, "ins")) == (["02"], ["03"])
    assert rows(both, "ins") == rows(both, "del") == []


@pytest.mark.parametrize(("old", "new"), [("một", "một\nhai"), ("một\nhai", "một")])
def test_a_line_at_the_end_of_a_cell_moves_the_mark_to_the_line_before(old: str, new: str) -> None:
    before, after = (printed(appendix(FIRST | {"noi_dung": text})) for text in (old, new))
    both = amended(before, after, REVISION)
    (cell,) = (c for c in body_of(both).iter(f"{W}tc") if "một" in "".join(c.itertext()))
    ends = [p.find(f"{W}pPr/{W}rPr") is not None for p in cell.findall(f"{W}p")]
    assert ends == [True, False]
    assert (accepted(both), rejected(both)) == (plain(after), plain(before))


def test_a_paragraph_that_changes_its_style_remembers_the_old_one() -> None:
    old = appendix(FIRST | {"chu_tri": {"van_ban": "Văn phòng xã"}})
    new = plan_of(
        don_vi={"VP": {"ten": "Văn phòng"}},
        phu_luc={
            "tieu_de": "PHỤ LỤC",
            "nhom": [{"tieu_de": "NHÓM", "nhiem_vu": [FIRST | {"chu_tri": ["VP"]}]}],
        },
    )
    both = changed(old, new)
    (change,) = body_of(both).iter(f"{W}pPrChange")
    style = change.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    assert style.get(f"{W}val") == "OTrai"
    assert (accepted(both), rejected(both)) == (plain(printed(new)), plain(printed(old)))


def test_another_signer_is_another_name_in_the_same_row() -> None:
    old, new = ({"chuc_vu": "CHỦ TỊCH", "ho_ten": name} for name in ("Đinh Văn A", "Lê Thị B"))
    both = changed(plan_of(nguoi_ky=old), plan_of(nguoi_ky=new))
    assert rows(both, "ins") == rows(both, "del") == []
    assert (words(both, "del"), words(both, "ins")) == (["Đinh Văn A"], ["Lê Thị B"])


def test_a_signer_where_there_was_none_makes_no_new_row() -> None:
    both = changed(plan_of(), plan_of(nguoi_ky={"ho_ten": "Lê Thị B"}))
    assert rows(both, "ins") == rows(both, "del") == []
    assert words(both, "ins") == ["Lê Thị B"]


def test_changes_that_a_gap_or_a_sign_keeps_apart_are_one() -> None:
    old, new = (
        "UBND xã giao Văn phòng, Tư pháp thực hiện",
        "UBND xã giao Địa chính, Hộ tịch thực hiện",
    )
    both = changed(plan_of(mo_dau=old), plan_of(mo_dau=new))
    assert words(both, "del") == ["Văn phòng, Tư pháp"]
    assert words(both, "ins") == ["Địa chính, Hộ tịch"]


def test_half_a_field_is_never_marked() -> None:
    lines = (
        f"<w:p>{run('trang ')}{field}</w:p>" for field in (FIELD, FIELD.replace("DATE", "PAGE"))
    )
    old, new = (document([line]) for line in lines)
    both = amended(old, new, REVISION)
    assert (accepted(both), rejected(both)) == (plain(new), plain(old))
    kinds = [[sign.get(f"{W}fldCharType") for sign in m.iter(f"{W}fldChar")] for m in marked(both)]
    assert kinds == [["begin", "separate", "end"]] * 2


def test_what_stayed_beside_what_came_has_no_mark() -> None:
    cell = f"{FIELD}{run('một')}{LINK}"
    both = amended(document([table(cell)]), document([table(cell, run("hai"))]), REVISION)
    assert words(both, "ins") == ["hai"]
    assert words(both, "del") == []
    assert next(body_of(both).iter(f"{W}pPrChange"), None) is None


def test_numbers_begin_above_those_of_the_template() -> None:
    note = '<w:commentRangeStart w:id="41"/><w:commentRangeEnd w:id="41"/>'
    old, new = (document([f"<w:p>{note}{run(text)}</w:p>"]) for text in ("một", "hai"))
    numbers = [int(mark.get(f"{W}id") or "") for mark in marked(amended(old, new, REVISION))]
    assert sorted(numbers) == [42, 43, 44, 45]


def marked(document: bytes) -> list[Element]:
    return [one for one in body_of(document).iter() if one.get(f"{W}author") is not None]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*cells: str) -> str:
    rows = "".join(f"<w:tr><w:tc><w:p>{cell}</w:p></w:tc></w:tr>" for cell in cells)
    return f"<w:tbl><w:tblPr/>{rows}</w:tbl>"


def test_an_appendix_can_come_and_go() -> None:
    without, whole = printed(plan_of()), printed(appendix(FIRST))
    for before, after in ((without, whole), (whole, without)):
        both = amended(before, after, REVISION)
        assert (accepted(both), rejected(both)) == (plain(after), plain(before))


def test_every_change_has_its_number_author_and_day() -> None:
    both = changed(appendix(FIRST, SECOND), appendix(SECOND | {"noi_dung": "Kiểm tra công vụ"}))
    marks = marked(both)
    assert len(marks) > 5
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)
    assert {mark.get(f"{W}author") for mark in marks} == {"UBND xã"}
    assert {(mark.get(f"{W}date") or "")[:10] for mark in marks} == {"2025-03-01"}


def test_marks_stand_where_the_schema_wants_them() -> None:
    both = changed(appendix(FIRST, SECOND), appendix(FIRST | {"noi_dung": "Ban hành\nkế hoạch"}))
    for rpr in body_of(both).iterfind(f".//{W}pPr/{W}rPr"):
        marks = [child.tag in (f"{W}ins", f"{W}del") for child in rpr]
        assert marks == sorted(marks, reverse=True)
    for properties in body_of(both).iter(f"{W}pPr"):
        assert _order(properties) == sorted(_order(properties))
    for deleted in body_of(both).iter(f"{W}del"):
        assert deleted.find(f".//{W}t") is None
    for run in body_of(both).iter(f"{W}r"):
        assert run.find(f"{W}delText") is None or run.find(f"{W}t") is None


def _order(properties: Element) -> list[int]:
    last = [f"{W}{name}" for name in ("rPr", "sectPr", "pPrChange")]
    return [last.index(child.tag) if child.tag in last else -1 for child in properties]


def test_same_plans_same_bytes_and_nothing_else_of_the_package_differs() -> None:
    old, new = printed(appendix(FIRST)), printed(appendix(SECOND))
    both = amended(old, new, REVISION)
    assert amended(old, new, REVISION) == both
    assert amended(old, new, Revision("UBND xã", date(2025, 3, 2))) != both
    with zipfile.ZipFile(BytesIO(new)) as a, zipfile.ZipFile(BytesIO(both)) as b:
        assert a.namelist() == b.namelist()
        others = [name for name in a.namelist() if name != "word/document.xml"]
        assert all(a.read(name) == b.read(name) for name in others)

"""`cchc remind` as a user runs it."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from tests.documents.plans import words

DAY = ("--as-of", "15/2/2025")


def test_an_office_hears_of_its_own_work_only(cchc: Run) -> None:
    answer = cchc("remind", "--unit", "tu phap", *DAY)
    assert answer.out.startswith("Kính gửi Bộ phận Tư pháp - Hộ tịch, ngày 15/02/2025.\n")
    assert "(II.04)" in answer.out
    assert "quá hạn 15 ngày" in answer.out
    assert "VI.02" not in answer.out
    assert '"tu phap" là TPHT' in answer.err


def test_a_wider_look_ahead_finds_more(cchc: Run) -> None:
    near = cchc("remind", "--unit", "VPTK", *DAY).out
    far = cchc("remind", "--unit", "VPTK", "--within", "60", *DAY).out
    assert "(I.02)" not in near
    assert "(I.02)" in far


def test_without_an_office_all_that_have_something_are_told(cchc: Run) -> None:
    out = cchc("remind", *DAY).out
    assert out.count("Kính gửi ") == 6  # the members of CM hear of what it leads with VPTK
    assert "đoàn thể" not in out


def test_an_office_with_nothing_is_told_so(cchc: Run) -> None:
    answer = cchc("remind", "--unit", "DT", *DAY)
    assert answer.code == 0
    assert "Không có việc quá hạn" in answer.out


def test_the_letter_is_addressed_to_the_office(cchc: Run, office: Path) -> None:
    assert cchc("remind", "--unit", "TPHT", "--docx", *DAY).code == 0
    told = words(docx.Document(BytesIO((office / "cong-van-don-doc.docx").read_bytes())))
    assert "Kính gửi: Bộ phận Tư pháp - Hộ tịch" in told


def test_no_letter_is_written_to_who_has_nothing(cchc: Run, office: Path) -> None:
    answer = cchc("remind", "--unit", "DT", "--docx", *DAY)
    assert answer.code == 0
    assert "không có gì để đôn đốc" in answer.err
    assert not list(office.glob("*.docx"))


@pytest.mark.parametrize(
    ("option", "name"), [((), "nhac-viec-{}.txt"), (("--docx",), "cong-van-don-doc-{}.docx")]
)
def test_each_office_that_has_something_gets_a_file(
    cchc: Run, office: Path, option: tuple[str, ...], name: str
) -> None:
    answer = cchc("remind", "--all-units", "-o", "nhac", *option, *DAY)
    assert answer.code == 0
    written = {path.name for path in (office / "nhac").iterdir()}
    assert written == {name.format(code) for code in ("VPTK", "TPHT", "TCKT", "VHXH", "DCXD", "CM")}
    assert "không ghi tệp: DT" in answer.err


def test_the_successor_is_reminded_of_what_the_old_office_led(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    old = "    ten: Tư pháp - Hộ tịch\n"
    ended = f"{old}    den_ngay: 2025-02-01\n    ke_thua_boi: VHXH\n"
    assert text.count(old) == 1
    plan.write_text(text.replace(old, ended), encoding="utf-8")
    answer = cchc("remind", "--unit", "TPHT", *DAY)
    assert answer.out.startswith("Kính gửi Bộ phận Văn hóa - Xã hội, ngày 15/02/2025.")
    assert "(II.04)" in answer.out
    assert "việc của TPHT nay do VHXH (Văn hóa - Xã hội) đảm nhận" in answer.err
    assert "Kính gửi Bộ phận Tư pháp" not in cchc("remind", *DAY).out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--unit", "xyz"), 'không có đơn vị "xyz"'),
        (("--unit", "VPTK", "--all-units"), "--all-units không đi với --unit"),
        (("--all-units", "-o", "plans/2025.yaml"), "không ghi được plans/2025.yaml"),
        (("--week", "--within", "3"), "--week là tin nhắn của tuần"),
        (("--within", "-1"), "--within: -1 không được"),
        (("--within", "999"), "--within: 999 không được"),
        (("--docx", "--template", "mau.docx"), "không có mẫu Word; đã tìm"),
        (("--template", "mau.docx"), "--template chỉ đi với --docx"),
        (("--docx", "-o", "khong-co/x.docx"), "không ghi được khong-co/x.docx"),
    ],
)
def test_what_cant_be_done_is_said_in_a_sentence(
    cchc: Run, office: Path, typed: tuple[str, ...], said: str
) -> None:
    answer = cchc("remind", *typed, *DAY)
    assert answer.code == 2
    assert said in answer.err
    assert answer.out == ""
    assert [path.name for path in office.iterdir()] == ["plans"]


def test_the_letter_says_by_what_day_to_answer(cchc: Run, office: Path) -> None:
    answer = ("--answer-by", "28/2/2025")
    assert cchc("remind", "--unit", "TPHT", "--docx", "-o", "a.docx", *answer, *DAY).code == 0
    text = "\n".join(words(docx.Document(str(office / "a.docx"))))
    assert "chậm nhất ngày 28/02/2025 để tổng hợp./." in text
    early = cchc("remind", "--docx", "--answer-by", "1/2/2025", *DAY)
    assert early.code == 2
    assert "trước ngày xét" in early.err
    assert cchc("remind", *answer, *DAY).code == 2


def test_a_member_of_a_group_is_told_who_leads_with_it(cchc: Run) -> None:
    out = cchc("remind", "--unit", "DCXD", *DAY).out
    assert "(III.04)" in out
    assert "cùng chủ trì: Văn phòng - Thống kê, Các bộ phận chuyên môn" in out


def test_the_weekly_digest_tells_this_week_and_the_next(cchc: Run) -> None:
    out = cchc("remind", "--week", "--unit", "VPTK", "--as-of", "2025-02-25").out
    assert "QUÁ HẠN (1)" in out
    assert "TUẦN NÀY (24/02 - 02/03) (1)" in out
    assert "TUẦN SAU (03/03 - 09/03) (6)" in out
    assert cchc("remind", "--week", "--unit", "VPTK", "--as-of", "2025-03-02").out != out


def test_no_line_of_a_message_is_broken_and_numbers_hang(cchc: Run) -> None:
    out = cchc("remind", "--unit", "VPTK", "--within", "366", "--as-of", "2025-01-02").out
    assert "10. " in out
    lines = out.splitlines()
    for place, line in enumerate(lines):
        if line[:1].isdigit():
            number = line.partition(" ")[0]
            after = lines[place + 1]
            assert len(after) - len(after.lstrip()) == len(number) + 1
    assert max(map(len, lines)) > 100

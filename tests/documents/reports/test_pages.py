"""The report and the reminder as pages, laid out by LibreOffice."""

from datetime import date

import pytest

from cchc.documents.reminder import render_letter
from cchc.documents.report import render_report
from cchc.plan.schedule import scheduled
from cchc.progress.reminders import reminders
from tests.documents.pages import MISSING, Pages, pages_of, to_pdf
from tests.documents.plans import NOWHERE, real_plan
from tests.progress.reports import YEAR, told

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

DAY = date(2025, 3, 4)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    folder = tmp_path_factory.mktemp("pages")
    real = real_plan()
    letters = [r for r in reminders(scheduled(real), YEAR, DAY, 30) if not r.empty]
    made = {
        "quarter": render_report(told("BC-Q1", DAY, of=real), NOWHERE),
        "year": render_report(told("BC-Y", date(2025, 11, 29), of=real), NOWHERE),
        "letter": render_letter(letters, NOWHERE),
        "one": render_letter(letters[:1], NOWHERE),
    }
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    to_pdf(folder, *(folder / f"{name}.docx" for name in made))
    return {name: pages_of(folder / f"{name}.pdf") for name in made}


@pytest.mark.parametrize("name", ["quarter", "year", "letter"])
def test_every_page_is_upright_and_numbered_from_the_second(
    documents: dict[str, Pages], name: str
) -> None:
    pages = documents[name]
    assert set(pages.sizes) == {(595, 842)}
    assert pages.texts[0].startswith("ỦY BAN NHÂN DÂN")
    end = next((n for n, text in enumerate(pages.texts) if "SỐ LIỆU THỰC HIỆN" in text), None)
    body, appendix = pages.texts[:end], pages.texts[end:] if end else ()
    for part in (body, appendix):
        for number, text in enumerate(part[1:], 2):
            assert text.startswith(f"{number} ")
    # The figures are one page, and so are the indicators, or a little more.
    assert len(appendix) == 0 if name == "letter" else 2 <= len(appendix) <= 3


def test_a_letter_to_one_office_is_a_page_and_a_half_at_most(documents: dict[str, Pages]) -> None:
    assert len(documents["one"].texts) <= 2
    assert len(documents["quarter"].texts) <= 8


def test_no_page_of_the_report_is_half_blank(documents: dict[str, Pages]) -> None:
    texts = documents["quarter"].texts
    assert min(len(text) for text in texts[:-2]) > 1000


@pytest.mark.parametrize("name", ["quarter", "year", "letter"])
def test_the_nation_stands_on_one_line_and_the_signature_with_the_end(
    documents: dict[str, Pages], name: str
) -> None:
    texts = documents[name].texts
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts[0]
    (last,) = (text for text in texts if "Nơi nhận:" in text)
    for words in ("./.", "TM. ỦY BAN NHÂN DÂN", "Đinh Trường Sơn", "Lưu: VT."):
        assert words in last


@pytest.mark.parametrize("name", ["quarter", "year"])
def test_each_table_of_counts_is_whole_on_one_page_under_its_heading(
    documents: dict[str, Pages], name: str
) -> None:
    texts = documents[name].texts
    for heading, first in (("Số liệu theo nhóm", "Nhóm nhiệm vụ"),
                           ("Số liệu theo đơn vị", "Đơn vị chủ trì")):  # fmt: skip
        (page,) = (text for text in texts if heading in text)
        assert first in page.split(heading)[1]
        assert "Tổng cộng" in page.split(heading)[1]


def test_the_letters_are_times_or_its_like(documents: dict[str, Pages]) -> None:
    for pages in documents.values():
        assert "Serif" in pages.fonts or "Times" in pages.fonts
        assert "Sans" not in pages.fonts

"""Whatever an office writes is printed, all of it, and the pages hold together."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from cchc.documents import render_plan
from cchc.plan.models import Plan
from tests.documents.extremes import ODD, PLANS, RECIPIENTS, SIGNER, WORDS
from tests.documents.pages import MISSING, Pages, pages_of, to_pdf
from tests.documents.plans import NOWHERE, printed, words

LAID_OUT = [name for name in PLANS if name != "thousand"]
NOT_PRINTED = (
    "don_vi",
    "ten",
    "chu_tri",
    "phoi_hop",
    "che_do_bao_cao",
    "nam",
    "ngay_ban_hanh",
    "so",
)


def texts(value: object) -> Iterator[str]:
    """Yield the lines of everything that a plan says in words, as its model holds it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in NOT_PRINTED:
                yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield from value.split("\n")


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_lost(name: str) -> None:
    plan = PLANS[name]
    said = list(texts(plan.model_dump(by_alias=True, warnings=False)))
    assert len(said) > 5
    read = "\n".join(words(printed(plan)))
    agencies = read.replace("\n", " ")  # their names go over two lines
    assert [text for text in said if text not in read and text not in agencies] == []


def test_odd_letters_come_back_from_every_field() -> None:
    document = printed(PLANS["odd"])
    pieces = document.element.body.iter(qn("w:t"))
    assert sum((piece.text or "").count(ODD) for piece in pieces) == 31
    assert document.core_properties.author == ODD


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    folder = tmp_path_factory.mktemp("extremes")
    for name in LAID_OUT:
        write(folder / f"{name}.docx", PLANS[name])
    to_pdf(folder, *(folder / f"{name}.docx" for name in LAID_OUT))
    return {name: pages_of(folder / f"{name}.pdf") for name in LAID_OUT}


def write(path: Path, plan: Plan) -> None:
    path.write_bytes(render_plan(plan, NOWHERE))


@pytest.mark.office
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
class TestPages:
    """What LibreOffice makes of them."""

    def test_a_cell_of_three_thousand_words_is_on_paper_to_its_last_word(
        self, pages: dict[str, Pages]
    ) -> None:
        printed_words = set(" ".join(pages["long-cell"].texts).split())
        assert printed_words.issuperset(WORDS)

    @pytest.mark.parametrize("name", [name for name in LAID_OUT if name != "odd"])
    def test_the_signature_is_whole_and_not_alone_on_its_page(
        self, pages: dict[str, Pages], name: str
    ) -> None:
        (page,) = (text for text in pages[name].texts if "Nơi nhận:" in text)
        assert all(line in page for line in SIGNER.values())
        before = page.partition("Nơi nhận:")[0]
        assert "./." in before or "Ý thứ 25" in before

    def test_forty_recipients_stay_together(self, pages: dict[str, Pages]) -> None:
        (page,) = (text for text in pages["recipients"].texts if "Nơi nhận:" in text)
        assert all(f"- {name};" in page for name in RECIPIENTS)

    def test_a_long_agency_leaves_nation_and_date_on_their_lines(
        self, pages: dict[str, Pages]
    ) -> None:
        (page,) = pages["two-lines"].texts
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page
        assert "Sơn Hạ, ngày 05 tháng 12 năm 2024" in page

    def test_without_an_appendix_no_page_lies_across(self, pages: dict[str, Pages]) -> None:
        assert pages["empty-sections"].of_appendix() == ()

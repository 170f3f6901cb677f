"""The reporting calendar against its wording: whatever way an office writes a day, it is read."""

import pytest

from cchc.checks.rules.deadlines import contradicting_timings
from cchc.checks.rules.reporting import reporting_disagrees
from tests.checks.subjects import subject_of

CALENDAR = "che_do_bao_cao:\n  - {ky: quý I, truoc: 05/3}\n  - {ky: 6 tháng, truoc: 05/6}\n"

DIFFERENT = [
    "báo cáo 6 tháng gửi không muộn hơn ngày 05/6",
    "báo cáo 6 tháng gửi không quá ngày 05/6",
    "báo cáo 6 tháng gửi trước 17 giờ ngày 05/6",
    "báo cáo 6 tháng gửi ngày 05/6",
    "báo cáo quý I gửi trước 06.3.2025",
    "báo cáo quý I muộn nhất ngày 05/3",
    "báo cáo quý I gửi chậm nhất là ngày 05/3/2025",
    "báo cáo quý I gửi đến hết ngày 05 tháng 3",
    "báo cáo quý I: trước ngày 15 tháng 3 năm 2025",
    "báo cáo định kỳ quý gửi chậm nhất ngày 05 của tháng cuối quý",
    "báo cáo 6 tháng là trước ngày 06/6",
    "Báo cáo quý I, 6 tháng gửi trước ngày 05/3",
]
SAME = [
    "báo cáo quý I gửi trước ngày 05/3, báo cáo 6 tháng gửi trước ngày 05/6",
    "báo cáo quý I gửi trước 05.3.2025",
    "báo cáo quý I chậm nhất ngày 04/3; báo cáo 6 tháng không muộn hơn ngày 04/6/2025",
    "báo cáo 6 tháng thực hiện theo Công văn số 12/UBND-NV ngày 03/02/2025 của UBND huyện",
    "Họp giao ban ngày 15/3. Báo cáo quý I gửi trước ngày 05/3",
]


@pytest.mark.parametrize("words", DIFFERENT)
def test_a_day_that_the_calendar_does_not_have_is_found(words: str) -> None:
    found = list(reporting_disagrees(subject_of(f'{CALENDAR}luu_y: "{words}"')))
    assert found
    assert all("lịch" in finding.message for finding in found)


@pytest.mark.parametrize("words", SAME)
def test_the_same_day_in_other_words_is_no_fault(words: str) -> None:
    found = reporting_disagrees(subject_of(f'{CALENDAR}luu_y: "{words}"'))
    assert [finding.message for finding in found] == []


@pytest.mark.parametrize(
    "words",
    [
        "Ban hành Kế hoạch, hoàn thành trước ngày 15/02/2025",
        "Ban hành Kế hoạch, muộn nhất ngày 15/02",
        "Ban hành Kế hoạch, không muộn hơn 15.02.2025",
        "Ban hành Kế hoạch, hoàn thành chậm nhất là ngày 15 tháng 02",
    ],
)
def test_a_deadline_in_the_content_is_held_against_the_column(words: str) -> None:
    example = f'noi_dung: "{words}"\nthoi_gian: Quý III năm 2025'
    assert len(list(contradicting_timings(subject_of(example)))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Tổ chức hội nghị ngày 15/02/2025",
        "Theo Quyết định số 15/QĐ-UBND ngày 24/01/2025 của UBND xã trước khi ban hành",
        "Ban hành Kế hoạch, hoàn thành trước ngày 01/10/2025",
    ],
)
def test_a_day_that_is_only_named_or_fits_is_no_contradiction(words: str) -> None:
    example = f'noi_dung: "{words}"\nthoi_gian: Quý III năm 2025'
    assert list(contradicting_timings(subject_of(example))) == []

"""`cchc new` drafts next year's plan: times go on, citations stay, and every choice is told."""

import re
from pathlib import Path

from tests.cli.conftest import Run

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def test_no_year_of_a_citation_changes_and_every_year_is_accounted_for(
    cchc: Run, office: Path
) -> None:
    answer = cchc("new", "--from", "2025", "--year", "2026", "--format", "json")
    assert answer.code == 0
    choices = answer.json["choices"]
    cited = [c for c in choices if "viện dẫn" in c["why"]]
    assert len(cited) > 30
    assert all(c["before"] == c["after"] for c in cited)
    before = (office / "plans" / "2025.yaml").read_text("utf-8")
    appendix = before[before.index("\nphu_luc:") :]
    told = [c for c in choices if YEAR.fullmatch(c["before"])]
    assert len(told) >= len(YEAR.findall(appendix))


def test_times_go_on_and_the_draft_is_sound_but_for_what_it_names(cchc: Run, office: Path) -> None:
    assert cchc("new", "--from", "2025", "--year", "2026").code == 0
    draft = (office / "plans" / "2026.yaml").read_text("utf-8")
    assert "thoi_gian: Tháng 12/2026" in draft
    assert "noi_dung: Xây dựng Kế hoạch cải cách hành chính năm 2027 xã Sơn Hạ" in draft
    checked = cchc("check", "plans/2026.yaml", "--as-of", "2026-01-05", "--format", "json")
    assert not [p for p in checked.json if p["severity"] == "error"]


def test_what_is_done_once_is_a_comment_and_open_work_is_carried(cchc: Run, office: Path) -> None:
    note = ("--note", "không có văn bản", "--as-of", "2025-02-01")
    assert cchc("done", "II.04", *note).code == 0
    answer = cchc("new", "--from", "2025", "--year", "2026")
    assert "bỏ: II.04 đã xong năm 2025" in answer.out
    draft = (office / "plans" / "2026.yaml").read_text("utf-8")
    assert "# chuyển từ kế hoạch 2025" in draft
    listed = cchc("list", "--plan", "plans/2026.yaml", "--as-of", "2026-01-05", "--format", "json")
    assert not [item for item in listed.json["items"] if "hết hiệu lực" in item["content"]]


def test_a_draft_is_never_written_over_a_file(cchc: Run, office: Path) -> None:
    (office / "plans" / "2026.yaml").write_text("của tôi", "utf-8")
    answer = cchc("new", "--from", "2025", "--year", "2026")
    assert answer.code == 2
    assert (office / "plans" / "2026.yaml").read_text("utf-8") == "của tôi"
    assert cchc("new", "--from", "2025", "--year", "2025").code == 2


def test_numbers_count_on_where_work_is_left_out_and_comments_go_on(
    cchc: Run, office: Path
) -> None:
    note = ("--note", "không có văn bản", "--as-of", "2025-02-01")
    assert cchc("done", "II.04", *note).code == 0
    answer = cchc("new", "--from", "2025", "--year", "2026", "--format", "json")
    choices = answer.json["choices"]
    renumbered = [c for c in choices if "đánh lại STT" in c["why"]]
    # Only the rest of its group; group III keeps its own count and the gap after III.02.
    assert [(c["before"], c["after"]) for c in renumbered] == [
        (f'"{n:02}"', f'"{n - 1:02}"') for n in range(5, 5 + len(renumbered))
    ]
    listed = cchc("list", "--plan", "plans/2026.yaml", "--format", "json").json["items"]
    ids = [item["task"] for item in listed]
    assert "II.04" in ids
    assert f"II.{4 + len(renumbered):02}" not in ids
    assert "III.03" not in ids
    assert "III.04" in ids
    draft = (office / "plans" / "2026.yaml").read_text("utf-8")
    assert draft.splitlines()[1].startswith("# Kế hoạch cải cách hành chính năm 2026")
    assert [c["kind"] for c in choices if c["why"] == "năm trong chú thích"] == ["shift", "look"]


def test_letters_and_tasks_with_parts_count_on_too(cchc: Run, tmp_path: Path) -> None:
    parts = "      phan_viec: [{noi_dung: phần, thoi_gian: Quý II}]\n"
    tasks = "".join(
        f'    - stt: "{stt}"\n      ma: M{n}\n      noi_dung: Việc {n}\n      chu_tri: [A]\n'
        f"      thoi_gian: Quý I\n{parts if stt == '2' else ''}"
        for n, stt in enumerate(["a)", "b)", "đ)", "a)", "1", "2", "4"])
    )
    (tmp_path / "2025.yaml").write_text(
        "nam: 2025\ntrich_yeu: x\nco_quan: {ban_hanh: y}\ndon_vi: {A: {ten: A}}\n"
        f"phu_luc:\n  tieu_de: z\n  nhiem_vu:\n{tasks}",
        "utf-8",
    )
    (tmp_path / "2025.tien-do.yaml").write_text(
        "".join(
            f"- {{ngay: 2025-02-01, nhiem_vu: {task}, trang_thai: hoan_thanh, ghi_chu: x}}\n"
            for task in ("M0", "M4")
        ),
        "utf-8",
    )
    answer = cchc(
        "new", "--from", str(tmp_path / "2025.yaml"), "--year", "2026", "--format", "json"
    )
    moved = [(c["before"], c["after"]) for c in answer.json["choices"] if "STT" in c["why"]]
    assert moved == [('"b)"', '"a)"'), ('"đ)"', '"b)"'), ('"2"', '"1"'), ('"4"', '"3"')]

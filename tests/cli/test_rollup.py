"""`cchc rollup`: a province's communes, each counted as its own `status` counts it."""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.communes import write_communes
from tests.cli.conftest import Answer, Run
from tests.conftest import ROOT

FIELDS = ("total", "done_on_time", "done_late", "open_in_time", "open_overdue", "cancelled")
DAYS = ["2025-01-02", "2025-03-31", "2025-07-01", "2026-01-01"]


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """Return a folder of five communes."""
    write_communes(tmp_path / "tinh", 5)
    return tmp_path / "tinh"


@pytest.mark.parametrize("day", DAYS)
def test_its_sums_are_what_status_says_commune_by_commune(
    cchc: Run, province: Path, day: str
) -> None:
    rolled = cchc("rollup", province, "--as-of", day, "--format", "json").json
    assert rolled["plans"] == len(rolled["rows"]) == 5
    for row in rolled["rows"]:
        plan = province / row["commune"] / "plans" / "2025.yaml"
        status = cchc("status", "--plan", plan, "--as-of", day, "--format", "json").json
        assert row["total"] == status["total"]
        assert row["done_on_time"] + row["done_late"] == status["done"]
        assert row["open_overdue"] == status["late"]
        assert row["total"] == sum(row[name] for name in FIELDS[1:5])


@pytest.mark.parametrize("by", ["group", "unit", "quarter"])
def test_the_rows_of_a_commune_add_up_to_it(cchc: Run, province: Path, by: str) -> None:
    asked = ("rollup", province, "--as-of", "2025-07-01", "--format", "json")
    whole = {row["commune"]: row for row in cchc(*asked).json["rows"]}
    rows = cchc(*asked, "--by", by).json["rows"]
    assert len(rows) > len(whole)
    for commune, row in whole.items():
        mine = [part for part in rows if part["commune"] == commune]
        assert all(part[by] for part in mine)
        for name in FIELDS:
            assert sum(part[name] for part in mine) == row[name]


def test_overdue_names_what_the_communes_own_overdue_names(cchc: Run, province: Path) -> None:
    asked = ("rollup", province, "--overdue", "--as-of", "2025-07-01")
    told = cchc(*asked, "--format", "json").json["overdue"]
    for home in sorted(province.iterdir()):
        plan = home / "plans" / "2025.yaml"
        own = cchc("overdue", "--plan", plan, "--as-of", "2025-07-01", "--format", "json").json
        mine = [one for one in told if one["commune"] == home.name]
        assert sorted(_late(i) for i in own["items"]) == sorted(_late(i) for i in mine)
    text = cchc(*asked, "--format", "csv").out.removeprefix("\ufeff")
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(told)
    assert f"quá hạn {told[0]['days_late']} ngày" in cchc(*asked).out


def _late(item: dict[str, Any]) -> tuple[str, str, int]:
    return item["task"] or "BC", item["milestone"], item["days_late"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such name")
def test_a_folder_named_over_two_lines_is_told_on_one(cchc: Run, province: Path) -> None:
    broken = province / "xã\nmới" / "plans" / "2025.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("nam: [", encoding="utf-8")
    answer = cchc("rollup", province)
    (line,) = (line for line in answer.err.splitlines() if "không tính được" in line)
    assert "xã\\nmới/plans/2025.yaml:1:" in line


def test_a_faulty_plan_is_named_and_stops_nobody(cchc: Run, province: Path) -> None:
    broken = province / "xa-0002" / "plans" / "2025.yaml"
    broken.write_text(broken.read_text("utf-8").replace("trich_yeu:", "trich_yu:"), "utf-8")
    ledger = province / "xa-0003" / "plans" / "2025.tien-do.yaml"
    ledger.write_text("- {ngay: hôm qua}\n", "utf-8")
    answer = cchc("rollup", province, "--format", "json", "--as-of", "2025-07-01")
    assert answer.code == 0
    assert [fault["path"] for fault in answer.json["faulty"]] == [
        broken.as_posix(),
        (province / "xa-0003" / "plans" / "2025.yaml").as_posix(),
    ]
    assert "trich_yu" in answer.json["faulty"][0]["why"]
    assert "2025.tien-do.yaml" in answer.json["faulty"][1]["why"]
    assert answer.json["plans"] == 3
    assert f"không tính được {broken}:1:1: " in answer.err
    assert "2025.tien-do.yaml:1:" in answer.err
    assert cchc("rollup", province, "--fail", "--as-of", "2025-07-01").code == 1


def test_fail_with_overdue_is_about_what_is_late(cchc: Run, province: Path) -> None:
    assert cchc("rollup", province, "--fail", "--as-of", "2025-07-01").code == 0
    assert cchc("rollup", province, "--fail", "--overdue", "--as-of", "2025-07-01").code == 1


def test_where_there_is_no_plan_it_says_so(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    answer = cchc("rollup", tmp_path / "trống")
    assert (answer.code, answer.out) == (2, "")
    assert "không thấy kế hoạch nào" in answer.err
    assert cchc("rollup").code == 2
    assert cchc("rollup", tmp_path, "--by", "huyen").code == 2


def test_folders_may_stand_in_a_list(cchc: Run, province: Path) -> None:
    listed = province.parent / "ds.txt"
    listed.write_text("# hai xã\ntinh/xa-0000\n\ntinh/xa-0004\n", "utf-8")
    for words in ([f"@{listed}"], ["--from", str(listed)]):
        rows = cchc("rollup", *words, "--format", "json").json["rows"]
        assert [row["commune"] for row in rows] == ["xa-0000", "xa-0004"]


def test_what_a_reader_of_the_sums_must_know_is_said(cchc: Run, province: Path) -> None:
    first, second, third = (province / f"xa-000{n}" / "plans" / "2025.yaml" for n in range(3))
    second.write_text(first.read_text("utf-8"), "utf-8")
    third.write_text(third.read_text("utf-8").replace("2025", "2024"), "utf-8")
    third.rename(third.with_name("2024.yaml"))
    third.with_name("2025.tien-do.yaml").unlink()
    (province / "ghi chú.docx").write_bytes(b"")
    answer = cchc("rollup", province, "--as-of", "2025-07-01", "--format", "json")
    assert answer.code == 0
    assert answer.json["plans"] == 5
    assert answer.json["other_files"] == 1
    for words in (
        "khác năm nhau, vẫn cộng chung: 1 xã năm 2024, 4 xã năm 2025 (xa-0002)",
        "2 thư mục cùng mang tên UBND xã An An 1, tính là 2 xã: xa-0000, xa-0001",
        "bỏ qua 1 tệp",
    ):
        assert words in answer.err


def test_the_table_ranks_and_adds_up(cchc: Run, province: Path) -> None:
    answer = cchc("rollup", province, "--as-of", "2025-07-01")
    rows = [line.split() for line in answer.out.splitlines() if line.startswith("UBND")]
    late = [int(row[-2]) if row[-2] != "-" else 0 for row in rows]
    assert late == sorted(late, reverse=True)
    total = next(line.split() for line in answer.out.splitlines() if line.startswith("Cộng"))
    assert int(total[-2]) == sum(late)
    markdown = cchc("rollup", province, "--as-of", "2025-07-01", "--format", "md").out
    assert f"| Cộng | {total[1]} |" in markdown


def test_markup_of_a_plan_stays_text(cchc: Run, province: Path) -> None:
    plan = province / "xa-0000" / "plans" / "2025.yaml"
    text = plan.read_text("utf-8").replace("UBND xã An An 1", '"[red]=xã | <b>"')
    plan.write_text(text, "utf-8")
    assert "[red]=xã | <b>" in cchc("rollup", province).out
    assert "\\[red\\]=xã \\| &lt;b&gt;" in cchc("rollup", province, "--format", "md").out


def test_a_warm_roll_up_reads_no_plan(
    cchc: Run, province: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(province.parent / "cache"))
    forms = [("--by", by, "--overdue", "--format", "json") for by in ("commune", "unit")]
    asked = [("rollup", province, "--as-of", "2025-07-01", *form) for form in [(), *forms]]
    cold = [cchc(*words) for words in asked]
    monkeypatch.setattr("cchc.plan.loader.plan_of", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr("cchc.progress.ledger_file.ledger_of", lambda *_: pytest.fail("read again"))
    assert [cchc(*words) for words in asked] == cold


@pytest.mark.parametrize("form", ["html", "xlsx", "parquet"])
def test_a_file_of_all_communes_is_written_where_it_is_asked_for(
    cchc: Run, province: Path, form: str
) -> None:
    (province / "xa-0001" / "plans" / "2025.yaml").write_text("nam: [", "utf-8")
    target = province.parent / f"tỉnh.{form}"
    words = ("rollup", province, "--format", form, "-o", target, "--as-of", "2025-07-01")
    answer = cchc(*words)
    assert (answer.code, answer.out) == (0, "")
    assert "4 xã" in answer.err
    assert "không tính được" in answer.err
    assert target.exists()
    assert cchc(*words).code == 0  # what cchc wrote itself it may write anew
    assert cchc(*words, "--fail").code == 1


def _work_on(province: Path) -> None:
    """Let a day go by: a report made, a plan gone, a commune come."""
    with (province / "xa-0000" / "plans" / "2025.tien-do.yaml").open(
        "a", encoding="utf-8"
    ) as ledger:
        ledger.write(
            "- {ngay: 2025-03-03, nhiem_vu: BC, moc: BC-Q1, trang_thai: hoan_thanh, "
            'van_ban: "Báo cáo số 9/BC-UBND ngày 03/3/2025"}\n'
        )
    shutil.rmtree(province / "xa-0004")
    shutil.copytree(province / "xa-0003", province / "xa-mới")


EXPECTED = [
    ("xa-0000", "done", "BC", "BC-Q1"),
    ("xa-0004", "removed", None, None),
    ("xa-mới", "added", None, None),
]


def _changes(answer: Answer) -> list[tuple[str, str, str | None, str | None]]:
    told = answer.json["changes"]
    return [(c["commune"], c["change"], c["task"], c["milestone"]) for c in told]


def test_since_a_folder_it_says_what_changed(cchc: Run, province: Path) -> None:
    yesterday = province.parent / "hôm-qua"
    shutil.copytree(province, yesterday)
    _work_on(province)
    words = ("rollup", province, "--since", yesterday, "--as-of", "2025-07-01")
    assert _changes(cchc(*words, "--format", "json")) == EXPECTED
    out = cchc(*words).out
    assert "BC BC-Q1: Báo cáo quý I → đã hoàn thành" in out
    assert "3 thay đổi ở 3 xã" in out
    assert "Không có gì thay đổi" in cchc("rollup", province, "--since", province).out


def test_since_a_commit_it_says_what_changed(cchc: Run, province: Path) -> None:
    git = ["git", "-C", str(province), "-c", "user.name=A", "-c", "user.email=a@b"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "hôm qua"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    _work_on(province)
    asked = ("rollup", province, "--since", "HEAD", "--as-of", "2025-07-01", "--format", "json")
    assert _changes(cchc(*asked)) == EXPECTED
    assert cchc("rollup", province, "--since", "không-có").code == 2


def test_what_can_t_be_counted_in_a_copy_has_neither_come_nor_gone(
    cchc: Run, province: Path
) -> None:
    yesterday = province.parent / "hôm-qua"
    shutil.copytree(province, yesterday)
    for broken in (yesterday / "xa-0001", province / "xa-0002"):
        (broken / "plans" / "2025.yaml").write_text("nam: [", "utf-8")
    answer = cchc("rollup", province, "--since", yesterday, "--as-of", "2025-07-01")
    assert "Không có gì thay đổi" in answer.out
    assert re.search(r"không tính được .*xa-0002/plans/2025\.yaml", answer.err)
    assert re.search(r"bản cũ .*1 chỗ không tính được, nên không so: .*xa-0001", answer.err)


# The recipes of the manual, as a runner would do them.


def recipes() -> dict[str, list[str]]:
    """Return what each scheduled recipe of the manual types, but for what installs cchc."""
    blocks = (ROOT / "docs" / "tinh.md").read_text("utf-8").split("```yaml\n")[1:]
    github, gitlab = (yaml.safe_load(block.partition("```")[0]) for block in blocks)
    steps = [step["run"] for step in github["jobs"]["trang"]["steps"] if "run" in step]
    jobs = [line for job in ("pages", "kiem-tra") for line in gitlab[job]["script"]]
    assert github[True]["schedule"]  # YAML 1.1 takes `on` for a truth
    return {
        name: [line for line in lines if not line.startswith("pip install")]
        for name, lines in (("trang", steps), ("public", jobs))
    }


@pytest.mark.skipif(not shutil.which("bash"), reason="cần bash")
@pytest.mark.parametrize("page", ["trang", "public"])
def test_a_scheduled_recipe_publishes_the_page_and_names_a_broken_plan(
    province: Path, tmp_path: Path, page: str
) -> None:
    (province / "xa-0002" / "plans" / "2025.yaml").write_text("nam: [", "utf-8")
    *make, check = recipes()[page]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def typed(line: str) -> subprocess.CompletedProcess[str]:
        env = os.environ | {"PATH": path}
        return subprocess.run(
            ["bash", "-ec", line],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )

    assert [typed(line).returncode for line in make] == [0] * len(make)
    assert "xa-0002" in (tmp_path / page / "index.html").read_text("utf-8")
    told = typed(check)
    assert (told.returncode, "xa-0002" in told.stdout) == (1, True)

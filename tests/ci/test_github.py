"""The steps of the action and of the office's workflow, run as they stand."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ci.conftest import Step, read, spoil, step_of
from tests.conftest import ROOT

ACTION = read("action.yml")["runs"]["steps"]
INSTALL = step_of(ACTION, "Cài cchc")["run"]
CHECK = step_of(ACTION, "Kiểm tra kế hoạch")["run"]
DIFF = step_of(read("docs/ci/github.yml")["jobs"]["thay-doi"]["steps"], "So với nhánh chính")["run"]


@pytest.fixture
def check(bash: Step, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Return a call of the action's check: its code, its log, and the summary page."""

    def call(plans: str = "plans", strict: str = "false") -> tuple[int, str, str]:
        summary = tmp_path / "summary.md"
        done = bash(CHECK, PLANS=plans, STRICT=strict, GITHUB_STEP_SUMMARY=str(summary))
        return done.returncode, done.stdout + done.stderr, summary.read_text(encoding="utf-8")

    return call


Check = Callable[..., tuple[int, str, str]]


def test_a_sound_plan_is_green_and_the_page_says_so(check: Check) -> None:
    code, log, page = check()
    assert (code, log) == (0, "")
    assert page.strip() == "## Kiểm tra kế hoạch\n\nKế hoạch không có lỗi."


def test_a_fault_stands_beside_its_line_and_on_the_page(check: Check, office: Path) -> None:
    spoil(office)
    code, log, page = check()
    assert code == 1
    assert re.fullmatch(
        r"::error file=plans/2025\.yaml,line=\d+,col=\d+,title=unknown-unit::.*\n", log
    )
    assert "Kế hoạch có lỗi" in page
    assert re.search(r"^    plans/2025\.yaml:\d+:\d+: unknown-unit: ", page, re.MULTILINE)
    assert "có phải: VPTK?" in page


def test_what_a_plan_says_is_no_form_of_the_page(check: Check, office: Path) -> None:
    spoil(office, '"```", "<img src=x>", "# A"')
    _, _, page = check()
    assert "```" in page
    *_, body = page.partition("cách sửa:\n")
    assert all(line.startswith("    ") for line in body.splitlines() if line)


def test_warnings_fail_only_a_strict_check(check: Check, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    plan.write_text(
        re.sub(r".*bo-qua stt-gap.*\n", "", plan.read_text(encoding="utf-8")), encoding="utf-8"
    )
    code, log, page = check()
    assert code == 0
    assert "::warning " in log
    assert "stt-gap" in page
    assert check(strict="true")[0] == 1


def test_where_there_is_no_plan_it_is_said(check: Check) -> None:
    code, log, page = check("khong-co.yaml")
    assert code == 2
    assert "không đọc được khong-co.yaml" in log
    assert "Chưa kiểm tra được" in page
    assert "    cchc: không đọc được khong-co.yaml" in page


def test_several_plans_stand_a_line_each(check: Check, office: Path) -> None:
    (office / "xã khác").mkdir()
    (office / "plans" / "2025.yaml").rename(office / "xã khác" / "2025.yaml")
    assert check("xã khác/2025.yaml\n\nxã khác\n")[0] == 0


@pytest.mark.parametrize(
    "plans", ["$(touch bad)", "`touch bad`", "; touch bad", "--output=bad", "-x"]
)
def test_what_was_given_is_never_run(check: Check, office: Path, plans: str) -> None:
    code, _, _ = check(plans)
    assert code != 0
    assert not (office / "bad").exists()


@pytest.mark.parametrize("version", ["1.0; touch bad", "$(touch bad)", "1.0 --index-url x", "../x"])
def test_a_version_that_is_none_installs_nothing(
    bash: Step, office: Path, tmp_path: Path, version: str
) -> None:
    paths = {"RUNNER_TEMP": str(tmp_path), "GITHUB_PATH": str(tmp_path / "path")}
    done = bash(INSTALL, VERSION=version, GITHUB_ACTION_PATH=str(ROOT), **paths)
    assert done.returncode == 2
    assert "không phải số phiên bản" in done.stderr
    assert not (tmp_path / "cchc").exists()
    assert not (office / "bad").exists()


@pytest.mark.package
def test_the_action_installs_the_sources_that_it_came_with(bash: Step, tmp_path: Path) -> None:
    path = tmp_path / "path"
    variables = {"RUNNER_TEMP": str(tmp_path), "GITHUB_PATH": str(path), "PYTHONPATH": ""}
    done = bash(INSTALL, VERSION="", GITHUB_ACTION_PATH=str(ROOT), **variables)
    assert done.returncode == 0, done.stderr
    (folder,) = path.read_text(encoding="utf-8").splitlines()
    assert bash(f'"{folder}/cchc" check', PYTHONPATH="").returncode == 0


def test_a_pull_request_tells_what_changed(
    bash: Step, office: Path, tmp_path: Path, git: Callable[..., str]
) -> None:
    base = git(office, "rev-parse", "HEAD")
    page = tmp_path / "page.md"
    runner = {"BASE": base, "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(page)}
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("thoi_gian: Tháng 12/2025", "thoi_gian: Tháng 11/2025", 1), "utf-8"
    )
    git(office, "commit", "--quiet", "--all", "-m", "Sớm hơn")
    done = bash(DIFF, **runner)
    assert "I.05" in page.read_text(encoding="utf-8"), done.stderr


def test_a_new_plan_has_nothing_to_be_compared_with(
    bash: Step, office: Path, tmp_path: Path, git: Callable[..., str]
) -> None:
    git(office, "rm", "--quiet", "--cached", "plans/2025.yaml")
    git(office, "commit", "--quiet", "--allow-empty", "-m", "Trống")
    base = git(office, "rev-parse", "HEAD")
    git(office, "add", "-A")
    git(office, "commit", "--quiet", "-m", "Kế hoạch")
    page = tmp_path / "page.md"
    done = bash(DIFF, BASE=base, RUNNER_TEMP=str(tmp_path), GITHUB_STEP_SUMMARY=str(page))
    assert (done.returncode, done.stderr) == (0, "")
    assert page.read_text(encoding="utf-8")


def test_a_change_that_must_be_looked_at_is_red(
    bash: Step, office: Path, tmp_path: Path, git: Callable[..., str]
) -> None:
    ledger = office / "plans" / "2025.tien-do.yaml"
    entry = "- {ngay: 2025-01-20, nhiem_vu: II.04, trang_thai: dang_thuc_hien}\n"
    ledger.write_text(entry, encoding="utf-8")
    git(office, "add", "-A")
    git(office, "commit", "--quiet", "-m", "Sổ")
    base = git(office, "rev-parse", "HEAD")
    ledger.write_text(entry.replace("01-20", "01-21"), encoding="utf-8")
    git(office, "commit", "--quiet", "--all", "-m", "Sửa sổ")
    page = tmp_path / "page.md"
    done = bash(DIFF, BASE=base, RUNNER_TEMP=str(tmp_path), GITHUB_STEP_SUMMARY=str(page))
    assert done.returncode == 1
    assert "II.04" in page.read_text(encoding="utf-8")

"""The steps of the action, run as they stand."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ci.conftest import Step, read, spoil, step_of
from tests.conftest import ROOT

ACTION = read("action.yml")["runs"]["steps"]
INSTALL = step_of(ACTION, "Cài cchc")["run"]
REVIEW = step_of(ACTION, "Xem xét thay đổi")["run"]
STARTED = "- {ngay: 2025-01-20, nhiem_vu: II.04, trang_thai: dang_thuc_hien}\n"


@pytest.fixture
def review(bash: Step, office: Path, tmp_path: Path, git: Callable[..., str]) -> "Review":
    """Return a call of the action's step on what is committed: its code, its log, and the page."""
    base = git(office, "rev-parse", "HEAD")

    def call(base: str = base, strict: str = "false") -> tuple[int, str, str]:
        git(office, "add", "-A")
        git(office, "commit", "--quiet", "--allow-empty", "-m", "Sửa")
        page = tmp_path / "page.md"
        done = bash(REVIEW, BASE=base, STRICT=strict, GITHUB_STEP_SUMMARY=str(page))
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        return done.returncode, done.stdout + done.stderr, text

    return call


Review = Callable[..., tuple[int, str, str]]


def test_what_changes_nothing_is_green_and_the_page_says_so(review: Review) -> None:
    code, log, page = review()
    assert code == 0
    assert "::" not in log
    assert "Không động đến kế hoạch" in page


def test_a_fault_stands_beside_its_line_and_on_the_page(review: Review, office: Path) -> None:
    spoil(office)
    code, log, page = review()
    assert code == 1
    assert re.search(
        r"(?m)^::error file=plans/2025\.yaml,line=\d+,col=\d+,title=unknown-unit::", log
    )
    assert re.search(r"(?m)^- plans/2025\.yaml:\d+:\d+: unknown-unit: .*có phải: VPTK\?", page)


def test_what_a_plan_says_is_no_form_of_the_page(review: Review, office: Path) -> None:
    spoil(office, '"```", "<img src=x>", "@nhom"')
    _, _, page = review()
    assert "unknown-unit" in page
    assert not re.search(r"```|<img|@nhom", page)


def test_warnings_fail_only_a_strict_review(review: Review, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = re.sub(r".*bo-qua stt-gap.*\n", "", plan.read_text(encoding="utf-8"))
    plan.write_text(text, encoding="utf-8")
    code, log, page = review()
    assert code == 0
    assert "::warning " in log
    assert "stt-gap" in page
    assert review(strict="true")[0] == 1


def test_without_a_base_all_plans_are_checked(review: Review, office: Path) -> None:
    assert review(base="")[0] == 0
    spoil(office)
    assert review(base="")[0] == 1


def test_what_changed_is_on_the_page(review: Review, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    assert "phoi_hop: [CM, DT]" in text
    plan.write_text(text.replace("phoi_hop: [CM, DT]", "phoi_hop: [CM]", 1), "utf-8")
    code, _, page = review()
    assert code == 0
    assert "phối hợp: CM, DT → CM" in page


def test_a_change_that_must_be_looked_at_is_red(
    review: Review, office: Path, git: Callable[..., str]
) -> None:
    ledger = office / "plans" / "2025.tien-do.yaml"
    ledger.write_text(STARTED, encoding="utf-8")
    assert review()[0] == 0
    before = git(office, "rev-parse", "HEAD")
    ledger.write_text(STARTED.replace("01-20", "01-21"), encoding="utf-8")
    code, log, page = review(base=before)
    assert code == 1
    assert "title=history-rewritten" in log
    assert "**Phải xem lại**" in page


@pytest.mark.parametrize("base", ["$(touch bad)", "; touch bad", "--output=bad", "-x", "khong-co"])
def test_what_was_given_is_never_run(review: Review, office: Path, base: str) -> None:
    code, log, _ = review(base=base)
    assert code == 2
    assert "cchc: " in log
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
def test_the_action_installs_the_sources_that_it_came_with(
    bash: Step, tmp_path: Path, lent: dict[str, str]
) -> None:
    path = tmp_path / "path"
    variables = {"RUNNER_TEMP": str(tmp_path), "GITHUB_PATH": str(path), **lent}
    done = bash(INSTALL, VERSION="", GITHUB_ACTION_PATH=str(ROOT), **variables)
    assert done.returncode == 0, done.stderr
    (folder,) = path.read_text(encoding="utf-8").splitlines()
    assert bash(f'"{folder}/cchc" check', **lent).returncode == 0

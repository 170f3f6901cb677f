"""The lines of the GitLab jobs, run as they stand."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.ci.conftest import Step, read, spoil

JOBS = read("docs/ci/gitlab-ci.yml")
REPORT = JOBS["kiem-tra-ke-hoach"]["artifacts"]["reports"]["codequality"]


def script(job: str) -> str:
    return "\n".join(JOBS[job]["script"])


def test_a_sound_plan_is_green_with_an_empty_report(bash: Step, office: Path) -> None:
    done = bash(script("kiem-tra-ke-hoach"))
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((office / REPORT).read_text(encoding="utf-8")) == []


def test_a_fault_is_in_the_report_and_in_the_log(bash: Step, office: Path) -> None:
    spoil(office)
    done = bash(script("kiem-tra-ke-hoach"))
    assert done.returncode == 1
    assert "unknown-unit" in done.stdout
    (fault,) = json.loads((office / REPORT).read_text(encoding="utf-8"))
    assert fault["check_name"] == "unknown-unit"
    assert fault["location"]["path"] == "plans/2025.yaml"


def test_a_merge_request_tells_what_changed(
    bash: Step, office: Path, git: Callable[..., str]
) -> None:
    base = git(office, "rev-parse", "HEAD")
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("thoi_gian: Tháng 12/2025", "thoi_gian: Tháng 11/2025", 1), "utf-8"
    )
    git(office, "commit", "--quiet", "--all", "-m", "Sớm hơn")
    done = bash(script("thay-doi-ke-hoach"), CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode in {0, *JOBS["thay-doi-ke-hoach"]["allow_failure"]["exit_codes"]}
    assert "I.05" in done.stdout, done.stderr

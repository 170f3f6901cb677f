"""The lines of the GitLab jobs, run as they stand."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.ci.conftest import Step, read, spoil

JOB = read("docs/ci/gitlab-ci.yml")["xem-xet-thay-doi"]
REPORT = JOB["artifacts"]["reports"]["codequality"]
SCRIPT = "\n".join(JOB["script"])


def test_a_push_that_changes_no_plan_is_green_with_an_empty_report(
    bash: Step, office: Path, git: Callable[..., str]
) -> None:
    done = bash(SCRIPT, CI_COMMIT_BEFORE_SHA=git(office, "rev-parse", "HEAD"))
    assert done.returncode == 0, done.stderr
    assert json.loads((office / REPORT).read_text(encoding="utf-8")) == []


def test_a_fault_is_in_the_report_and_in_the_log(
    bash: Step, office: Path, git: Callable[..., str]
) -> None:
    base = git(office, "rev-parse", "HEAD")
    spoil(office)
    git(office, "commit", "--quiet", "--all", "-m", "Sai")
    done = bash(SCRIPT, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_BEFORE_SHA="0" * 40)
    assert done.returncode == 1
    assert "unknown-unit" in done.stdout
    (fault,) = json.loads((office / REPORT).read_text(encoding="utf-8"))
    assert fault["check_name"] == "unknown-unit"
    assert fault["location"]["path"] == "plans/2025.yaml"

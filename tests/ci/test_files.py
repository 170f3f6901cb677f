"""What is there to be copied is well formed, by other people's schemas, and asks for little."""

import re
import subprocess
import sys
from typing import Any

import pytest

from tests.ci.conftest import read
from tests.conftest import ROOT

SCHEMAS = {
    "action.yml": "vendor.github-actions",
    ".github/workflows/ci.yml": "vendor.github-workflows",
    ".github/workflows/nightly.yml": "vendor.github-workflows",
    "docs/ci/github.yml": "vendor.github-workflows",
    "docs/ci/gitlab-ci.yml": "vendor.gitlab-ci",
}
WORKFLOWS = [path for path, schema in SCHEMAS.items() if schema.endswith("workflows")]


def run(*words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("path", "schema"), SCHEMAS.items())
def test_a_file_keeps_to_its_schema(path: str, schema: str) -> None:
    run("check_jsonschema", "--builtin-schema", schema, path)


@pytest.mark.parametrize("path", WORKFLOWS)
def test_every_job_ends_by_itself(path: str) -> None:
    run("check_jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout", path)


@pytest.mark.parametrize("path", WORKFLOWS)
def test_a_workflow_may_only_read(path: str) -> None:
    assert read(path)["permissions"] == {"contents": "read"}
    assert not [job for job in read(path)["jobs"].values() if "permissions" in job]


def steps() -> list[tuple[str, dict[str, Any]]]:
    found = [("action.yml", step) for step in read("action.yml")["runs"]["steps"]]
    for path in WORKFLOWS:
        found += [(path, step) for job in read(path)["jobs"].values() for step in job["steps"]]
    return found


def test_what_others_write_is_never_part_of_a_script() -> None:
    scripts = [step["run"] for _, step in steps() if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_every_action_is_named_by_its_digest_and_says_its_version() -> None:
    files = ("action.yml", *WORKFLOWS, "cchc/exchange/office.py")
    lines = [line for path in files for line in (ROOT / path).read_text("utf-8").splitlines()]
    used = [line.partition("uses: ")[2] for line in lines if "uses: " in line]
    others = [name for name in used if not name.startswith(("./", "TEN-TO-CHUC/"))]
    assert len(others) > 4
    for name in others:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", name), name


def test_a_checkout_keeps_no_password() -> None:
    checkouts = [step for _, step in steps() if "checkout@" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_pre_commit_takes_the_manifest_and_the_configuration() -> None:
    run("pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    run("pre_commit", "validate-config", "docs/ci/pre-commit-config.yaml")


def test_the_files_to_copy_name_the_version_there_is() -> None:
    from cchc import __version__

    for name in ("github.yml", "gitlab-ci.yml", "pre-commit-config.yaml"):
        text = (ROOT / "docs" / "ci" / name).read_text(encoding="utf-8")
        named = set(re.findall(r"(?:cchc@v|rev: v)([\d.]+)", text))
        assert named == {__version__}, name


def test_our_own_ci_runs_everything() -> None:
    jobs = read(".github/workflows/ci.yml")["jobs"]
    assert {"run": ".ci/run check"} in jobs["everything"]["steps"]

"""A plan that was judged isn't judged again, and many are judged on every processor: all alike."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cchc.checks import engine, verdicts
from cchc.checks.choice import DEFAULT, RuleChoice
from cchc.checks.engine import check_plan
from cchc.checks.verdicts import check_plans
from cchc.diagnostics import Problem
from cchc.plan import cache as shape
from cchc.plan.cache import Cache
from tests.conftest import ROOT

DAY = date(2025, 6, 30)


@pytest.fixture
def plan(tmp_path: Path, real_plan: Path) -> Path:
    path = tmp_path / "2025.yaml"
    path.write_bytes(real_plan.read_bytes())
    return path


def checked(plan: Path, day: date, choice: RuleChoice, cache: Cache) -> list[Problem]:
    (found,) = check_plans([plan], day, choice, cache)
    return found


def faulty(plan: Path) -> Path:
    """Give a plan faults of both weights, some that can be mended."""
    text = plan.read_text("utf-8")
    for old, new in (
        ("chu_tri: [VPTK]", "chu_tri: [VPKT]"),
        ("Quý I năm 2025 ban", "Quy I nam 2025 ban"),
        ("tuyên truyền cải cách", "tuyên truyền  cải cách cải cách"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    plan.write_text(text, "utf-8")
    plan.with_name("2025.tien-do.yaml").write_text(
        "- {ngay: 2025-02-01, nhiem_vu: Z.99, trang_thai: dang_thuc_hien}\n"
    )
    return plan


def test_a_sound_plan_is_judged_once(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    assert checked(plan, DAY, DEFAULT, cache) == []
    monkeypatch.setattr(engine, "read_plan", lambda _: pytest.fail("read again"))
    assert checked(plan, DAY, DEFAULT, cache) == []


def test_faults_come_back_as_they_were(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    cold = check_plan(faulty(plan), DAY)
    assert {problem.path.name for problem in cold} == {"2025.yaml", "2025.tien-do.yaml"}
    assert any(problem.edits for problem in cold)
    assert checked(plan, DAY, DEFAULT, cache) == cold
    monkeypatch.setattr(engine, "read_plan", lambda _: pytest.fail("read again"))
    assert checked(plan, DAY, DEFAULT, cache) == cold


@pytest.mark.parametrize("data", ["{}", "[[]]", "null", "[1]", '[["../x", 1]]', "[null]", "true"])
def test_a_hostile_verdict_is_as_if_it_were_not_there(
    plan: Path, tmp_path: Path, data: str
) -> None:
    cache = Cache(tmp_path / "cache")
    cold = checked(faulty(plan), DAY, DEFAULT, cache)
    assert cold
    (entry,) = (tmp_path / "cache").iterdir()
    digest = shape._digest(entry.name.encode(), data.encode())
    entry.write_bytes(digest.encode() + b"\n" + data.encode())
    assert checked(plan, DAY, DEFAULT, cache) == cold


def test_a_fault_in_a_file_that_is_not_the_plans_is_not_taken(plan: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cold = checked(faulty(plan), DAY, DEFAULT, cache)
    (entry,) = (tmp_path / "cache").iterdir()
    data = json.loads(entry.read_bytes().partition(b"\n")[2])
    data[0][0] = "2024.yaml"
    forged = json.dumps(data).encode()
    entry.write_bytes(shape._digest(entry.name.encode(), forged).encode() + b"\n" + forged)
    assert checked(plan, DAY, DEFAULT, cache) == cold


FORMS = ("text", "json", "md", "github", "sarif", "junit", "gitlab")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same_warm_and_cold(plan: Path, tmp_path: Path, form: str) -> None:
    faulty(plan)
    cold = said(tmp_path, "--no-cache", "--format", form)
    assert not (tmp_path / "cache").exists()
    assert said(tmp_path, "--format", form) == cold == said(tmp_path, "--format", form)
    assert cold[0] == 1


def test_a_warm_verdict_loads_nothing_that_judges(plan: Path, tmp_path: Path) -> None:
    said(tmp_path)
    assert HEAVY & loaded(tmp_path, "--no-cache")
    assert not HEAVY & loaded(tmp_path)
    faulty(plan)
    said(tmp_path)
    assert not HEAVY & loaded(tmp_path)


HEAVY = {"pydantic", "yaml", "cchc.checks.rules", "cchc.checks.engine", "cchc.plan.models"}


def said(office: Path, *words: str) -> tuple[int, bytes, bytes]:
    done = run(
        office, "import sys; from cchc.cli.app import run; sys.exit(run(sys.argv[1:]))", words
    )
    return done.returncode, done.stdout, done.stderr


def loaded(office: Path, *words: str) -> set[str]:
    program = "import sys; from cchc.cli.app import run; run(sys.argv[1:]); print(*sys.modules)"
    return set(run(office, program, words).stdout.decode().split())


def run(office: Path, program: str, words: tuple[str, ...]) -> "subprocess.CompletedProcess[bytes]":
    check = ["check", "2025.yaml", "--as-of", DAY.isoformat(), *words]
    return subprocess.run(
        [sys.executable, "-c", program, *check],
        cwd=office,
        env=os.environ | {"XDG_CACHE_HOME": str(office / "cache"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )


def test_many_plans_are_judged_by_several_processes_as_by_one(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = [tmp_path / f"2025-{number}.yaml" for number in range(3)]
    for path in plans:
        path.write_bytes(plan.read_bytes())
    text = plans[1].read_text("utf-8")
    plans[1].write_text(text.replace("chu_tri: [VPTK]", "chu_tri: [VPKT]"), "utf-8")
    one_by_one = [check_plan(path, DAY) for path in plans]
    monkeypatch.setattr(verdicts, "MANY", 2)
    monkeypatch.setattr(verdicts, "processors", lambda: 2)
    with monkeypatch.context() as patch:
        patch.setattr(engine, "check_plan", lambda *_: pytest.fail("judged by the first process"))
        assert check_plans(plans, DAY) == one_by_one
    assert one_by_one[1]


def test_another_day_choice_ledger_or_byte_is_judged_anew(plan: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert checked(plan, DAY, DEFAULT, cache) == []
    strict = RuleChoice(strict=True)
    assert checked(plan, DAY, strict, cache) == check_plan(plan, DAY, strict)
    later = date(2025, 7, 1)
    assert checked(plan, later, DEFAULT, cache) == check_plan(plan, later)
    ledger = tmp_path / "2025.tien-do.yaml"
    ledger.write_text("- {ngay: 2025-02-01, nhiem_vu: Z.99, trang_thai: dang_thuc_hien}\n")
    assert checked(plan, DAY, DEFAULT, cache) == check_plan(plan, DAY) != []
    ledger.unlink()
    plan.write_text(plan.read_text("utf-8").replace("chu_tri: [VPTK]", "chu_tri: [VPKT]"), "utf-8")
    for _ in range(2):
        assert checked(plan, DAY, DEFAULT, cache) == check_plan(plan, DAY) != []


def test_a_file_that_a_ledger_names_is_looked_at_each_time(plan: Path, tmp_path: Path) -> None:
    cache, proof = Cache(tmp_path / "cache"), tmp_path / "qd.pdf"
    proof.write_bytes(b"x")
    (tmp_path / "2025.tien-do.yaml").write_text(
        "- {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien, tep: qd.pdf}\n"
    )
    before = checked(plan, DAY, DEFAULT, cache)
    proof.unlink()
    assert len(checked(plan, DAY, DEFAULT, cache)) == len(before) + 1

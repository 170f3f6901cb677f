"""`cchc check --format …`: each form as the program that reads it wants it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import check_plan
from cchc.diagnostics import Problem, Severity, TextPlace, WordPlace
from cchc.views.ci import (
    MOST,
    _root,
    from_root,
    problems_github,
    problems_gitlab,
    problems_junit,
    problems_sarif,
)
from cchc.views.problems import Checked, fingerprints, written
from tests.checks.marked import AS_OF, plans
from tests.cli.conftest import Run
from tests.cli.forms import COMMAND, GITLAB, JUNIT, SARIF

ODD = "50% a,b:c\r\n::error::x ##[add-mask]y \x1b[2J <&\"'> [a](b) {0}"


def problem(
    n: int = 1, severity: Severity = Severity.ERROR, path: str = "plans/2025.yaml"
) -> Problem:
    place = TextPlace(n, 3, excerpt=f"dòng {n}")
    return Problem(Path(path), place, "stt-gap", severity, f"{ODD} {n}", "sửa")


def in_word() -> list[Problem]:
    """Return a fault of a Word document's form, and one of a template, which has no page."""
    heading = WordPlace("đoạn 3", f"{ODD} đoạn", "heading", 3)
    form = Problem(Path("a.docx"), heading, "heading-letters", Severity.WARNING, ODD, "chữ đậm")
    tag = WordPlace("bảng 2, hàng 3", ODD)
    template = Problem(Path("b.docx"), tag, "half-tag", Severity.ERROR, ODD)
    return [form, template]


@pytest.fixture(scope="module")
def checked() -> Checked:
    """Every bad plan of the rules in one check."""
    paths = plans("bad")
    problems = [p for path in paths for p in check_plan(path, AS_OF, RuleChoice(strict=True))]
    assert len(problems) > 60
    return Checked(paths, [*problems, *in_word(), problem(), problem()])


def test_sarif_is_as_oasis_describes_it(checked: Checked) -> None:
    import json

    log = json.loads(problems_sarif(checked))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, told in zip(run["results"], checked.problems, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == told.rule
        assert result["level"] == told.severity.value
    assert "](" not in run["results"][-1]["message"]["text"]


def test_a_code_quality_report_is_as_gitlab_describes_it(checked: Checked) -> None:
    import json

    report = json.loads(problems_gitlab(checked))
    jsonschema.Draft202012Validator(GITLAB).validate(report)
    marks = [entry["fingerprint"] for entry in report]
    assert len(marks) == len(set(marks)) == len(checked.problems)


def test_junit_xml_is_as_jenkins_describes_it(checked: Checked) -> None:
    root = ET.fromstring(problems_junit(checked))  # noqa: S314 - our own text
    assert root.tag == "testsuites"
    for element in root.iter():
        children, attributes, needed = JUNIT[element.tag]
        assert {child.tag for child in element} <= children
        assert needed <= element.attrib.keys() <= attributes
    cases = list(root.iter("testcase"))
    assert len(cases) == int(root.attrib["tests"]) >= len(checked.problems)
    assert len(list(root.iter("failure"))) == int(root.attrib["failures"])


def test_a_sound_plan_is_a_case_that_passed_and_strict_warnings_fail() -> None:
    path = Path("plans/2025.yaml")
    root = ET.fromstring(problems_junit(Checked([path], [])))  # noqa: S314
    assert [(s.attrib["name"], s.attrib["tests"]) for s in root] == [("plans/2025.yaml", "1")]
    warned = [problem(severity=Severity.WARNING)]
    for strict, failures in ((False, "0"), (True, "1")):
        root = ET.fromstring(problems_junit(Checked([path], warned, strict)))  # noqa: S314
        assert root.attrib["failures"] == failures


@pytest.mark.parametrize("count", [0, 1, MOST, MOST + 1, 40])
def test_github_shows_ten_of_a_kind_and_says_how_many_more(count: int) -> None:
    many = [problem(n, s) for s in Severity for n in range(1, count + 1)]
    lines = problems_github(Checked([], many)).splitlines()
    commands = [found for line in lines if (found := COMMAND.fullmatch(line))]
    for kind in Severity:
        mine = [command for command in commands if command["kind"] == kind.value]
        assert len(mine) == min(count, MOST)
        if count > MOST:
            assert f"còn {count - MOST + 1} " in mine[-1]["message"]
    assert len(lines) == 2 * count + (2 if count > MOST else 0)


def test_what_a_plan_says_is_never_a_command() -> None:
    odd = "plans/a,b:c%::x ##[x].yaml"
    many = [problem(n, path=odd) for n in range(1, 13)]
    lines = problems_github(Checked([], many)).splitlines()
    for line in lines[:9]:
        found = COMMAND.fullmatch(line)
        assert found
        assert found["properties"].startswith("file=plans/a%2Cb%3Ac%25%3A%3Ax ##[x].yaml,line=")
        assert "\x1b" not in line
    for line in lines[10:]:
        assert "::" not in line
        assert "##[" not in line


def test_a_fault_of_a_word_document_stands_at_its_paragraph_in_every_form() -> None:
    import json

    found = Checked([], in_word())
    (form, template) = json.loads(problems_sarif(found))["runs"][0]["results"]
    assert form["locations"][0]["logicalLocations"][0]["name"] == "đoạn 3"
    assert "region" not in template["locations"][0]["physicalLocation"]
    assert ["đoạn 3: " in line for line in problems_github(found).splitlines()] == [False, True]
    assert "heading-letters (đoạn 3)" in problems_junit(found)
    for form_name in ("text", "md"):
        lines = written(form_name, found).splitlines()
        assert any("a.docx: đoạn 3" in line for line in lines)
        assert any("b.docx: bảng 2, hàng 3" in line for line in lines)


def test_services_get_paths_from_the_top_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    office = tmp_path / "xa" / "son-ha"
    office.mkdir(parents=True)
    monkeypatch.chdir(office)
    outside = str(tmp_path / "x.yaml")
    typed = ["plans/2025.yaml", str(office / "plans" / "2025.yaml"), "../son-ha/plans/2025.yaml"]
    assert from_root(Path(typed[0])) == typed[0]
    (tmp_path / "xa" / ".git").mkdir()
    _root.cache_clear()
    for path in typed:
        assert from_root(Path(path)) == "son-ha/plans/2025.yaml"
    assert from_root(Path(outside)) == outside
    found = Checked([], [problem()])
    (result,) = json.loads(problems_sarif(found))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "son-ha/plans/2025.yaml", "uriBaseId": "%SRCROOT%"}
    assert json.loads(problems_gitlab(found))[0]["location"]["path"] == "son-ha/plans/2025.yaml"
    assert "file=son-ha/plans/2025.yaml," in problems_github(found)
    _root.cache_clear()


def test_a_fingerprint_stays_when_lines_above_it_change() -> None:
    def marks(*lines: int) -> list[str]:
        places = [(n, TextPlace(n, 3, excerpt="  stt: 1")) for n in lines]
        told = [
            Problem(Path("a"), place, "r", Severity.ERROR, f"trùng dòng {n}") for n, place in places
        ]
        return list(fingerprints(told))

    assert marks(3, 9) == marks(13, 90)
    assert len(set(marks(3, 9))) == 2


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "gitlab"])
def test_a_form_for_programs_is_whole_of_a_sound_plan_too(cchc: Run, form: str) -> None:
    answer = cchc("check", "--format", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.strip()


def test_text_and_github_say_nothing_of_a_sound_plan(cchc: Run) -> None:
    assert cchc("check").out == ""
    assert cchc("check", "--format", "github").out == ""

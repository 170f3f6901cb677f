"""templates/README.md tells every variable, and is never stale."""

import re

from cchc.documents.fields import plan_fields
from cchc.documents.template_names import slips
from cchc.documents.templates import README, built_in
from cchc.documents.variables import ANYTHING, SPECIMENS, THINGS, specimen, variables
from cchc.documents.variables_page import readme
from tests.documents.plans import real_plan


def test_the_page_in_the_repository_is_the_one_that_the_fields_make() -> None:
    page = built_in().with_name(README).read_text(encoding="utf-8")
    assert page == readme(), "chạy: python -m cchc.documents.variables_page"


def test_every_variable_of_every_template_has_a_row() -> None:
    chapters = readme().split("## Các biến của ")[1:]
    assert len(chapters) == len(THINGS) == len(SPECIMENS)
    for template, chapter in zip(THINGS, chapters, strict=True):
        rows = re.findall(r"^\| `([\w.]+)` \|", chapter, re.MULTILINE)
        things = THINGS[template]
        assert len(rows) == sum(len(list(variables(template, thing))) for thing in things)
        assert specimen(template).full.keys() <= set(rows)


def test_the_plans_tasks_have_their_rows() -> None:
    assert plan_fields(real_plan()).keys() == specimen("ke-hoach").full.keys()
    for name in ("nhiem_vu.noi_dung_doan", "nhom.so", "muc.de_muc", "co_quan.ten"):
        assert f"| `{name}` |" in readme()


def test_a_specimen_has_something_in_every_list() -> None:
    for template in SPECIMENS:
        for thing in THINGS[template]:
            for variable in variables(template, thing):
                innermost = thing.name == "muc" and variable.name == "muc"
                assert innermost or variable.shape.each is not ANYTHING, variable.name


def test_what_the_page_shows_is_what_a_template_may_say() -> None:
    opening = readme().partition("## Các biến")[0]
    shown = re.findall(r"`(\{[{%].*?[%}]\})`", opening)
    assert len(shown) > 4
    for said in shown:
        code = said.replace("\\|", "|").replace("{%p ", "{% ").replace("{%tr ", "{% ")
        closed = {"for": "{% endfor %}", "if": "{% endif %}"}.get(code.split()[1], "")
        if "end" not in code:
            whole = f"{{% for x in phan %}}{code}{closed}{{% endfor %}}"
            assert slips(whole, "ke-hoach") == [], said

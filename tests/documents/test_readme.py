"""templates/README.md tells every variable, and is never stale."""

import re

from cchc.documents.context import plan_fields
from cchc.documents.form.readme import readme
from cchc.documents.review.names import slips
from cchc.documents.sandbox import Sandbox
from cchc.documents.template import README, built_in
from cchc.documents.variables import THINGS, plan_shape, variables
from tests.documents.plans import real_plan


def test_the_page_in_the_repository_is_the_one_that_the_form_makes() -> None:
    page = built_in().with_name(README).read_text(encoding="utf-8")
    assert page == readme(), "chạy: python -m cchc.documents.form"


def test_every_variable_of_the_plan_has_a_row() -> None:
    rows = set(re.findall(r"^\| `([\w.]+)` \|", readme(), re.MULTILINE))
    assert plan_fields(real_plan()).keys() <= rows
    assert {"nhiem_vu.noi_dung_doan", "nhom.so", "muc.de_muc", "co_quan.ten"} <= rows
    assert len(rows) == sum(len(list(variables(thing))) for thing in THINGS)


def test_what_the_page_shows_is_what_a_template_may_say() -> None:
    shown = re.findall(r"`(\{[{%].*?[%}]\})`", readme())
    assert len(shown) > 8
    for said in shown:
        code = said.replace("\\|", "|").replace("{%p ", "{% ").replace("{%tr ", "{% ")
        code = code.replace("{% if so %}…", "{% if so %}")
        closed = {"for": "{% endfor %}", "if": "{% endif %}"}.get(code.split()[1], "")
        if "end" not in code:
            tree = Sandbox().parse(_inside_loops(code + closed))
            assert slips(tree, plan_shape().names) == [], said


def _inside_loops(code: str) -> str:
    return (
        "{% for muc in phan %}{% for nhom in phu_luc.nhom %}{% for nhiem_vu in nhom.nhiem_vu %}"
        f"{code}{'{% endfor %}' * 3}"
    )

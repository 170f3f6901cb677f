"""The templates that the package ships are those that the form makes."""

import docx
import pytest
from docx.oxml.ns import qn

from cchc.documents.form.built_in import BUILT_IN
from cchc.documents.profile import ND30_2020
from cchc.documents.template import built_in


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_is_what_the_form_makes(name: str) -> None:
    assert built_in(name).read_bytes() == BUILT_IN[name](ND30_2020)


def test_there_is_no_other() -> None:
    folder = built_in("ke-hoach.docx").parent
    assert {path.name for path in folder.glob("*.docx")} == set(BUILT_IN)


@pytest.mark.parametrize("name", BUILT_IN)
def test_children_stand_in_the_order_of_the_schema(name: str) -> None:
    # ECMA-376, part 1, 17.3.1: Word refuses a file that has another.
    order = [qn(f"w:{child}") for child in _CHILDREN.split()]
    found = [
        [c.tag for c in e] for e in docx.Document(str(built_in(name))).element.iter(_PROPERTIES)
    ]
    assert found
    for children in found:
        assert children == sorted(children, key=order.index)


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_style_that_is_used_is_there(name: str) -> None:
    document = docx.Document(str(built_in(name)))
    used = {p.get(qn("w:val")) for p in document.element.iter(qn("w:pStyle"))}
    assert len(used) > 10
    assert used <= {style.style_id for style in document.styles}


_PROPERTIES = qn("w:pPr")
_CHILDREN = "pStyle keepNext pBdr spacing ind jc outlineLvl rPr sectPr"

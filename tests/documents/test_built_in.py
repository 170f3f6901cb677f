"""The templates that the package ships are those that the form makes."""

import pytest

from cchc.documents.form.built_in import BUILT_IN
from cchc.documents.profile import ND30_2020
from cchc.documents.template import built_in


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_is_what_the_form_makes(name: str) -> None:
    assert built_in(name).read_bytes() == BUILT_IN[name](ND30_2020)


def test_there_is_no_other() -> None:
    folder = built_in("ke-hoach.docx").parent
    assert {path.name for path in folder.glob("*.docx")} == set(BUILT_IN)

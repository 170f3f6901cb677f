"""The rules of the form, a file a part; importing this enters them all into the rulebook."""

# In the order in which a reader meets what they judge.
from cchc.form.rules import scope  # isort: skip
from cchc.form.rules import page  # isort: skip
from cchc.form.rules import letterhead  # isort: skip
from cchc.form.rules import opening  # isort: skip
from cchc.form.rules import body  # isort: skip
from cchc.form.rules import closing  # isort: skip
from cchc.form.rules import appendix  # isort: skip
from cchc.form.rules import signing  # isort: skip
from cchc.form.judging import RULEBOOK

__all__ = [
    "RULEBOOK",
    "appendix",
    "body",
    "closing",
    "letterhead",
    "opening",
    "page",
    "scope",
    "signing",
]

"""The templates that the package ships, by their files' names: a new one is a line here."""

from collections.abc import Callable

from cchc.documents.form.package import template
from cchc.documents.form.reminder import reminder_template
from cchc.documents.form.report import report_template
from cchc.documents.profile import Profile

BUILT_IN: dict[str, Callable[[Profile], bytes]] = {
    "ke-hoach.docx": template,
    "bao-cao.docx": report_template,
    "cong-van-don-doc.docx": reminder_template,
}

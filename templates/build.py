"""Makes the built-in Word template anew: `python -m templates.build`.

An office that wants its own letterhead doesn't run this: it edits its copy of the .docx in Word.
"""

from pathlib import Path

from cchc.documents.form.package import template
from cchc.documents.profile import ND30_2020

TEMPLATE = Path(__file__).with_name("ke-hoach.docx")


def main() -> None:
    """Write templates/ke-hoach.docx."""
    TEMPLATE.write_bytes(template(ND30_2020))


if __name__ == "__main__":
    main()

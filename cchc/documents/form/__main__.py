"""Makes anew what the package ships for offices: `python -m cchc.documents.form`.

An office that wants its own letterhead doesn't run this: it edits its copy of the .docx in Word.
"""

from pathlib import Path

import cchc
from cchc.documents.form.package import template
from cchc.documents.profile import ND30_2020
from cchc.documents.template import FOLDER, TEMPLATE


def main() -> None:
    """Write templates/ke-hoach.docx of the checkout."""
    folder = Path(cchc.__file__).parents[1] / FOLDER
    (folder / TEMPLATE).write_bytes(template(ND30_2020))


if __name__ == "__main__":
    main()

"""Makes anew what the package ships for offices: `python -m cchc.documents.form`.

An office that wants its own letterhead doesn't run this: it edits its copy of the .docx in Word.
"""

from pathlib import Path

import cchc
from cchc.documents.form.built_in import BUILT_IN
from cchc.documents.form.readme import readme
from cchc.documents.profile import ND30_2020
from cchc.documents.template import FOLDER, README


def main() -> None:
    """Write the checkout's templates/: the Word files, and the page that tells their variables."""
    folder = Path(cchc.__file__).parents[1] / FOLDER
    for name, made in BUILT_IN.items():
        (folder / name).write_bytes(made(ND30_2020))
    (folder / README).write_text(readme(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

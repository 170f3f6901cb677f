"""Finding the Word template: the one that was asked for, the office's own, the built-in one."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import cchc
from cchc.errors import NoTemplate

TEMPLATE = "ke-hoach.docx"
FOLDER = "templates"


def find_template(plan_path: Path, chosen: Path | None) -> Path:
    """Return the template to print a plan with. Raises `NoTemplate`, with where it looked."""
    places = [chosen] if chosen else list(_places(plan_path))
    for place in places:
        if place.exists():
            return place
    raise NoTemplate(places)


def _places(plan_path: Path) -> Iterator[Path]:
    folder = plan_path.absolute().parent
    yield (folder.parent if folder.name == "plans" else folder) / FOLDER / TEMPLATE
    # In an installed package the templates are inside it; in a checkout they are beside it.
    yield Path(str(files(cchc) / FOLDER / TEMPLATE))
    yield Path(str(files(cchc))).parent / FOLDER / TEMPLATE

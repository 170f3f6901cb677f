"""Finding the Word template: the one that was asked for, the office's own, the built-in one."""

from importlib.resources import files
from pathlib import Path

import cchc
from cchc.errors import NoTemplate

TEMPLATE = "ke-hoach.docx"
FOLDER = "templates"


def find_template(plan_path: Path, chosen: Path | None) -> Path:
    """Return the template to print a plan with. Raises `NoTemplate`, with where it looked."""
    places = [chosen] if chosen else [own_folder(plan_path) / TEMPLATE, *built_in_places(TEMPLATE)]
    return _first(places)


def built_in(name: str = TEMPLATE) -> Path:
    """Return the built-in template of a name. Raises `NoTemplate`, with where it looked."""
    return _first(built_in_places(name))


def own_folder(plan_path: Path) -> Path:
    """Return the folder of the office's templates: beside its plans/, or beside a lone plan."""
    folder = plan_path.absolute().parent
    return (folder.parent if folder.name == "plans" else folder) / FOLDER


def built_in_places(name: str) -> list[Path]:
    """Return where a built-in template can be: in an installed package, or beside a checkout's."""
    package = Path(str(files(cchc)))
    return [package / FOLDER / name, package.parent / FOLDER / name]


def _first(places: list[Path]) -> Path:
    for place in places:
        if place.exists():
            return place
    raise NoTemplate(places)

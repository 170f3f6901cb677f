"""Finding the Word template: the one that was asked for, the office's own, the built-in one."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import cchc
from cchc.errors import Missing, TemplateExists, Unknown, UnwritableFile
from cchc.files import save

TEMPLATE = "ke-hoach.docx"
SUFFIX = ".docx"
FOLDER = "templates"
README = "README.md"


def find_template(plan_path: Path, chosen: Path | None, name: str = TEMPLATE) -> Path:
    """Return the template of a name to print with. Raises `Missing`, with where it looked."""
    places = [chosen] if chosen else [own_folder(plan_path) / name, *built_in_places(name)]
    return _first(places)


@dataclass(frozen=True, slots=True)
class Offer:
    """A template that there is: the office's own or a built-in one, and whether it is taken."""

    name: str
    path: Path
    own: bool
    taken: bool


def offers(plan_path: Path) -> list[Offer]:
    """Return every template there is for a plan; the office's own is taken before the built-in."""
    own = _templates_in([own_folder(plan_path)])
    ready = _templates_in(built_in_places("."))
    return sorted(
        [Offer(path.stem, path, own=True, taken=True) for path in own.values()]
        + [
            Offer(path.stem, path, own=False, taken=name not in own)
            for name, path in ready.items()
            if path not in own.values()
        ],
        key=lambda offer: (offer.name, not offer.own),
    )


def copy_built_in(name: str, plan_path: Path, *, force: bool) -> Path:
    """Copy a built-in template into the office's folder, and return where it is now.

    The page that tells its variables goes with it, unless the folder has such a page.
    Raises `Unknown`, `TemplateExists`, `UnwritableFile`.
    """
    ready = _templates_in(built_in_places("."))
    file = name if name.endswith(SUFFIX) else f"{name}{SUFFIX}"
    if file not in ready:
        known = ", ".join(path.stem for path in ready.values())
        raise Unknown("mẫu", name, way=f"các mẫu có sẵn: {known}")
    target = own_folder(plan_path) / file
    if target.exists() and not force:
        raise TemplateExists(target)
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UnwritableFile(target, error) from error
    save(target, ready[file].read_bytes())
    _explain(ready[file].parent, target.parent)
    return target


def built_in(name: str = TEMPLATE) -> Path:
    """Return the built-in template of a name. Raises `Missing`, with where it looked."""
    return _first(built_in_places(name))


def own_folder(plan_path: Path) -> Path:
    """Return the folder of the office's templates: beside its plans/, or beside a lone plan."""
    folder = plan_path.absolute().parent
    return (folder.parent if folder.name == "plans" else folder) / FOLDER


def built_in_places(name: str) -> list[Path]:
    """Return where a built-in template can be: in an installed package, or beside a checkout's."""
    package = Path(str(files(cchc)))
    return [package / FOLDER / name, package.parent / FOLDER / name]


def _explain(ready: Path, own: Path) -> None:
    if (ready / README).exists() and not (own / README).exists():
        save(own / README, (ready / README).read_bytes())


def _templates_in(folders: list[Path]) -> dict[str, Path]:
    """Return the templates of the first folder that has any, by file name."""
    for folder in folders:
        # Word keeps a file named ~$… beside each one that it has open.
        found = [path for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith("~$")]
        if found:
            return {path.name: path for path in sorted(found)}
    return {}


def _first(places: list[Path]) -> Path:
    for place in places:
        if place.exists():
            return place
    searched = "".join(f"\n  {place}" for place in places)
    raise Missing(f"không có mẫu Word; đã tìm:{searched}")

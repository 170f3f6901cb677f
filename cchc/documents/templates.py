"""A template found (the one asked for, the office's own, the built-in one), and opened."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import cchc
from cchc.errors import CchcError, Missing, Unknown, UnwritableFile, WrongUsage
from cchc.files import save
from cchc.word.dangers import ATTACHED_TEMPLATE, Danger, dangers
from cchc.word.package import Package, open_package
from cchc.word.refusal import ASK_AGAIN, REPAIR, SAVE_AS, not_word, unsafe

if TYPE_CHECKING:
    from docx.document import Document

    from cchc.documents.word_template import WordTemplate

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
    Raises `Unknown`, `WrongUsage` where the office has one, `UnwritableFile`.
    """
    ready = _templates_in(built_in_places("."))
    file = name if name.endswith(SUFFIX) else f"{name}{SUFFIX}"
    if file not in ready:
        known = ", ".join(path.stem for path in ready.values())
        raise Unknown("mẫu", name, way=f"các mẫu có sẵn: {known}")
    target = own_folder(plan_path) / file
    if target.exists() and not force:
        way = "thêm --force để ghi đè (mất những gì đã sửa), hoặc đổi tên tệp cũ"
        raise WrongUsage(f"đã có mẫu {os.path.relpath(target)}; {way}")
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


# Opening a template: through the door for Word files, then refused if anything in it is active.


MAX_TEXT = 4 * 1024 * 1024
"""Bytes of XML that are read for tags; a template of thirty pages has half a megabyte."""


@dataclass(frozen=True, slots=True)
class OpenTemplate:
    """A template that is ready to be filled, and what was mended to make it so."""

    path: Path
    document: "WordTemplate"
    notices: list[str] = field(default_factory=list)


def open_template(path: Path) -> OpenTemplate:
    """Return the template at a path. Raises `UnreadableFile` or `RefusedFile`."""
    package = open_package(path)
    package.main()
    active = list(dangers(package))
    for danger in active:
        if danger.kind != ATTACHED_TEMPLATE:
            raise unsafe(path, danger.words)
    with whole(path):
        return _parsed(package, active)


@contextmanager
def whole(path: Path) -> Iterator[None]:
    """Turn what a damaged package makes python-docx stumble over into one sentence."""
    try:
        yield
    except CchcError:
        raise
    except Exception as error:
        raise not_word(path, "tệp hỏng hoặc thuộc loại khác", REPAIR) from error


def _parsed(package: Package, links: list[Danger]) -> OpenTemplate:
    from cchc.documents.word_template import WordTemplate

    path = package.path
    document = WordTemplate(BytesIO(package.data))
    document.init_docx()
    if document.docx.element.body is None:
        raise not_word(path, "không có nội dung", ASK_AGAIN)
    if document.text_size(package.sizes()) > MAX_TEXT:
        raise not_word(path, f"phần chữ lớn hơn {MAX_TEXT // 1024 // 1024} MB", ASK_AGAIN)
    _refuse_twins(path, document)
    return OpenTemplate(path, document, [_detached(document.docx, link) for link in links])


def _refuse_twins(path: Path, document: "WordTemplate") -> None:
    # Where the package doesn't say which part has the properties, python-docx makes one more.
    about = document.docx.core_properties
    names = [part.partname for part in document.docx.part.package.iter_parts()]
    if about.title is None or len(set(names)) < len(names):
        raise not_word(path, "tệp hỏng, có hai phần cùng tên", SAVE_AS)


def _detached(document: "Document", link: Danger) -> str:
    """Take the link to another template out, and say so."""
    from docx.oxml.ns import qn

    for part in document.part.package.iter_parts():
        if part.partname.lstrip("/") == link.part:
            part.rels.pop(link.link, None)
            for element in list(part.element.iter(qn("w:attachedTemplate"))):
                element.getparent().remove(element)
    return f"đã bỏ liên kết tới mẫu khác: {link.words}; Word sẽ tự tải nó khi mở văn bản"

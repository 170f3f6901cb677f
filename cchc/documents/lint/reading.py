"""From a .docx to the paper it prints."""

from pathlib import Path

from cchc.documents.foreign.markup import Element, child, name, within
from cchc.documents.foreign.package import Package, open_package
from cchc.documents.lint.composing import Composer
from cchc.documents.lint.numbering import read_numbering
from cchc.documents.lint.paper import Paper, Paragraph, Region, Section
from cchc.documents.lint.resolving import Resolver
from cchc.documents.lint.sections import References, references, section
from cchc.documents.lint.setting import Setter
from cchc.documents.lint.stylesheet import read_stylesheet
from cchc.documents.lint.theme import theme_fonts
from cchc.errors import NotWordDocument, TooLargeDocument

MAX_PARAGRAPHS = 50_000
"""More than any office writes: a thousand pages have about 20,000."""


def read_paper(path: Path) -> Paper:
    """Return what a .docx prints. Raises what `open_package` does. The file is only read."""
    package = open_package(path)
    main = package.main()
    root = package.root(main)
    body = child(root, "body")
    if body is None:
        raise NotWordDocument(path, "văn bản không có phần nội dung", "xin lại tệp")
    count = sum(1 for _ in within(body, "p"))
    if count > MAX_PARAGRAPHS:
        raise TooLargeDocument(path, f"có {count} đoạn, hơn {MAX_PARAGRAPHS}")
    styles = read_stylesheet(package.first_related(main, "styles"))
    numbering = read_numbering(package.first_related(main, "numbering"))
    fonts = theme_fonts(package.first_related(main, "theme"))
    setter = Setter(Composer(Resolver(styles, numbering), fonts))
    setter.set_body(body)
    sections = _sections(package, main, setter)
    return Paper(path, tuple(setter.paragraphs), tuple(setter.tables), sections)


def _sections(package: Package, main: str, setter: Setter) -> tuple[Section, ...]:
    margins = _Margins(package, main, setter)
    named: References = {}
    found = []
    for element in setter.section_ends:
        named = references(element, named)
        default = margins.paragraphs(named, "default")
        found.append(section(element, default, margins.paragraphs(named, "first")))
    return tuple(found)


class _Margins:
    """The headers and footers of a document, each read once."""

    def __init__(self, package: Package, main: str, setter: Setter) -> None:
        self._package, self._setter = package, setter
        kinds = (package.related(main, region.value) for region in (Region.HEADER, Region.FOOTER))
        self._names = {id_: part for kind in kinds for id_, part in kind}
        self._read: dict[str, tuple[Paragraph, ...]] = {}

    def paragraphs(self, named: References, which: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the header and the footer of a kind of page."""
        found: tuple[Paragraph, ...] = ()
        for region in (Region.HEADER, Region.FOOTER):
            part = self._names.get(named.get((region.value, which), ""), "")
            if part not in self._read:
                self._read[part] = self._set(self._package.root(part), region)
            found += self._read[part]
        return found

    def _set(self, root: Element | None, region: Region) -> tuple[Paragraph, ...]:
        if root is None or name(root) not in {"hdr", "ftr"}:
            return ()
        return self._setter.marginal(root, region)

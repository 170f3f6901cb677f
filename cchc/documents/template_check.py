"""The whole review of a template: its file, its tags, its names, and a specimen printed with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from cchc.diagnostics import Finding, Problem, Severity, WordPlace
from cchc.documents.fields import Properties
from cchc.documents.origin import lines_of
from cchc.documents.render import fill, in_vietnamese, render
from cchc.documents.template_names import slips
from cchc.documents.template_structure import (
    WHOLE,
    TagLine,
    fault,
    lines,
    problem,
    single_braces,
    structure,
)
from cchc.documents.templates import OpenTemplate, open_template
from cchc.documents.variables import DAY, SPECIMENS, THINGS, specimen
from cchc.documents.word_template import OutsideText, Tag, mend_split_tags, tags_in
from cchc.errors import CchcError
from cchc.form.document import named
from cchc.form.lint import lint
from cchc.word.layout import read_paper
from cchc.word.package import open_package

if TYPE_CHECKING:
    from docx.opc.part import Part


def review(path: Path, kind: str = "") -> list[Problem]:
    """Return what is wrong with a template, in reading order within each kind of fault.

    `kind` is the built-in template it takes the place of; without it, by the name of the file.
    Raises `UnreadableFile`, `RefusedFile`: then nothing can be said of it.
    """
    opened = open_template(path)
    tagged = list(lines(opened.document))
    kind = kind or kind_of(path)
    found: list[Problem] = []
    # What is wrong with the tags hides the names, and both hide what a trial print would say.
    for stage in (_file(opened, tagged, kind), _words(opened, tagged, kind), _trials(path, kind)):
        found += (problem(path, finding) for finding in stage)
        if any(one.severity is Severity.ERROR for one in found):
            break
    return found


def kind_of(path: Path) -> str:
    """Return the built-in template that a file takes the place of: the plan's if none is named."""
    return path.stem if path.stem in SPECIMENS else next(iter(SPECIMENS))


def _file(opened: OpenTemplate, tagged: list[TagLine], kind: str) -> Iterator[Finding]:
    for notice in opened.notices:
        yield fault("linked-template", notice, WHOLE)
    yield from structure(tagged)
    for line in tagged:
        yield from _mended(line)
    for line, name in single_braces(opened.document):
        if name.partition(".")[0] in _names_of(kind):
            said = f"{{ {name} }} in ra nguyên như thế, không phải biến"
            yield fault("single-brace", said, line.spot, f"viết hai dấu ngoặc: {{{{ {name} }}}}")


def _names_of(kind: str) -> set[str]:
    """Return the names that a template of a kind can begin a variable with."""
    return {*specimen(kind).full, *(thing.name for thing in THINGS[kind])}


def _words(opened: OpenTemplate, tagged: list[TagLine], kind: str) -> Iterator[Finding]:
    for part in opened.document.parts():
        yield from _names(opened, part, [line for line in tagged if line.part is part], kind)


def _mended(line: TagLine) -> Iterator[Finding]:
    for tag in mend_split_tags(line.element):
        said = f"Word đã cắt lệnh {tag} thành nhiều mảnh; cchc tự ghép lại khi in"
        yield fault("split-tag", said, line.spot, "không cần sửa")


def _names(
    opened: OpenTemplate, part: "Part", tagged: list[TagLine], kind: str
) -> Iterator[Finding]:
    try:
        code = opened.document.source_lines(part)
        found = slips("\n".join(code), kind)
    except OutsideText as error:
        yield fault("hidden-tag", str(error), WHOLE)
    except TemplateSyntaxError as error:
        yield fault("syntax", in_vietnamese(error), spot_of(error.lineno, "", code, tagged))
    else:
        for slip in found:
            spot = spot_of(slip.line, slip.name, code, tagged)
            yield fault(slip.rule, slip.message, spot, slip.hint)


def _trials(path: Path, kind: str) -> Iterator[Finding]:
    """Yield what fails only when a plan is printed: one that has everything, one that has least."""
    made = specimen(kind)
    for context in (made.full, made.least):
        try:
            fill(open_template(path), context)
        except CchcError as error:
            said = str(error).removeprefix(f"mẫu {path}: ")
            yield fault("fails", said, WHOLE)
            return


# From a line of the template's code back to the paragraph of the Word file.


def spot_of(line: int, name: str, code: Sequence[str], tagged: Sequence[TagLine]) -> WordPlace:
    """Return the paragraph of the tag on a line of the code that has the name in it.

    docxtpl takes whole paragraphs and rows away, so lines of code aren't paragraphs: the tag is
    found by what it says, and among tags that say the same by its turn.
    """
    here = _tags(code[line - 1]) if 0 < line <= len(code) else []
    says = next((tag for tag in here if name in tag), here[0] if here else "")
    turn = sum(_tags(earlier).count(says) for earlier in code[: line - 1])
    same = [one.spot for one in tagged for tag in _tags(one.text) if tag == says]
    if not same:
        return WHOLE
    return same[min(turn, len(same) - 1)]


def _tags(text: str) -> list[str]:
    return [tag.says.translate(_AS_TYPED) for tag in tags_in(text) if isinstance(tag, Tag)]


# docxtpl gives Jinja straight quotes for those that Word makes curly.
_AS_TYPED = str.maketrans("“”‘’", "\"\"''")


# A specimen printed with a template: what it holds against what was printed, and its form.
#
# A template can be sound and still print a document without its table or its page numbers; so what
# the specimen holds is counted on the print, and the print is held against the decree.


def printed_faults(path: Path, kind: str = "") -> list[Problem]:
    """Return what a specimen's print lacks, then what departs from the decree's form.

    What is lost is an error, and so are page numbers; of the form each rule is told once, as a
    warning: an office may have its reasons. For a template whose review finds no error.
    """
    kind = kind or kind_of(path)
    fields = specimen(kind).full
    about = Properties("Mẫu thử", "cchc", DAY)
    with TemporaryDirectory() as folder:
        print_ = Path(folder) / "mau.docx"
        print_.write_bytes(render(path, fields, about, len))
        said = _without_spaces(
            "".join(cell for line in lines_of(open_package(print_)) for cell in line.cells)
        )
        form = lint(print_, named(kind))
        numbered = all(
            section.continuous or any("PAGE" in line.fields for line in section.default)
            for section in read_paper(print_).sections
        )
    return [*_lost(path, kind, fields, said), *_form(path, form), *_unnumbered(path, numbered)]


def _unnumbered(path: Path, numbered: bool) -> Iterator[Problem]:
    """Yield that no page has a number: a specimen is short, what is printed with it may not be."""
    if not numbered:
        message, hint = (
            "bản in thử có phần không có số trang",
            "chèn số trang ở giữa, trong lề trên",
        )
        yield Problem(path, WHOLE, "page-number-missing", Severity.ERROR, message, hint)


def _lost(path: Path, kind: str, fields: Mapping[str, object], said: str) -> Iterator[Problem]:
    for what, way in _HELD[kind]:
        texts = list(dict.fromkeys(_texts(fields, way)))
        there = sum(_without_spaces(text) in said for text in texts)
        if there < len(texts):
            message = f"bản in thử có {there}/{len(texts)} {what}"
            hint = f"mẫu phải in {'.'.join(way)}; xem mẫu có sẵn: `cchc template copy`"
            yield Problem(path, WHOLE, "not-printed", Severity.ERROR, message, hint)


def _texts(value: object, way: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from _texts(inner, way)
    elif way and isinstance(value, Mapping):
        yield from _texts(value[way[0]], way[1:])
    elif isinstance(value, str) and value:
        yield value


def _form(path: Path, found: list[Problem]) -> Iterator[Problem]:
    # What a person writes into a report is left open on purpose.
    apart = {"page-number-missing", "placeholder"}
    by_rule = {each.rule: each for each in reversed(found) if each.rule not in apart}
    for one in by_rule.values():
        where = one.place.named if isinstance(one.place, WordPlace) else ""
        message = f"bản in thử sai thể thức: {one.message}"
        yield replace(
            one,
            path=path,
            place=WordPlace(f"bản in thử, {where}" if where else "bản in thử"),
            severity=Severity.WARNING,
            message=message,
        )


def _without_spaces(text: str) -> str:
    return "".join(text.split())


_ENDS = (("nơi nhận", ("noi_nhan",)), ("người ký", ("nguoi_ky", "ho_ten")))
_HELD: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ke-hoach": (("nhiệm vụ", ("phu_luc", "nhom", "nhiem_vu", "noi_dung")), *_ENDS),
    "bao-cao": (("việc", ("dan_y", "muc", "viec", "noi_dung")), *_ENDS),
    "bao-cao-tinh": (
        ("hàng số liệu", ("bang", "hang", "ten")),
        ("mốc quá hạn", ("qua_han", "viec", "noi_dung")),
        *_ENDS,
    ),
    "cong-van-don-doc": (("việc", ("don_vi", "loai", "viec", "noi_dung")), *_ENDS),
}
"""By template: what must be on paper, and the way to its words."""

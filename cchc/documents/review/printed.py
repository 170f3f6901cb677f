"""A specimen printed with a template: what it holds against what was printed, and its form.

A template can be sound and still print a document without its table or its page numbers; so what
the specimen holds is counted on the print, and the print is held against the decree.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc.diagnostics import Problem, Severity, WordPlace
from cchc.documents.fields import Properties
from cchc.documents.origin import lines_of
from cchc.documents.render import render
from cchc.documents.review.finding import WHOLE
from cchc.documents.review.running import kind_of
from cchc.documents.variables import DAY, specimen
from cchc.form.document import named
from cchc.form.lint import lint
from cchc.word.package import open_package


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
    return [*_lost(path, kind, fields, said), *_form(path, form)]


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
    for problem in {one.rule: one for one in reversed(found)}.values():
        grave = problem.rule in _GRAVE
        severity = Severity.ERROR if grave else Severity.WARNING
        where = problem.place.named if isinstance(problem.place, WordPlace) else ""
        message = f"bản in thử sai thể thức: {problem.message}"
        yield replace(
            problem,
            path=path,
            place=WordPlace(f"bản in thử, {where}" if where else "bản in thử"),
            severity=severity,
            message=message,
        )


def _without_spaces(text: str) -> str:
    return "".join(text.split())


_GRAVE = frozenset({"page-number-missing"})
_ENDS = (("nơi nhận", ("noi_nhan",)), ("người ký", ("nguoi_ky", "ho_ten")))
_HELD: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ke-hoach": (("nhiệm vụ", ("phu_luc", "nhom", "nhiem_vu", "noi_dung")), *_ENDS),
    "bao-cao": (("việc", ("dan_y", "muc", "viec", "noi_dung")), *_ENDS),
    "cong-van-don-doc": (("việc", ("don_vi", "loai", "viec", "noi_dung")), *_ENDS),
}
"""By template: what must be on paper, and the way to its words."""

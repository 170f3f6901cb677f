"""The command over many communes: rollup."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from cchc.cli.open import plan_path, short
from cchc.cli.options import AsOfOption, ForceOption, day_of
from cchc.cli.output import FAULTS, checked_format, draw, put, say, write
from cchc.dates import vietnamese_date
from cchc.errors import Missing, WrongUsage
from cchc.plan.cache import user_cache
from cchc.plan.communes import Commune, Fault, FoundCommunes, communes, is_of_commune
from cchc.progress.rollup import Account, By, CommuneDay, Survey, asked, known_sum, part, survey
from cchc.text import on_one_line
from cchc.views.rollup import Answered, Rollup

if TYPE_CHECKING:
    from cchc.documents.province import ReportScope
    from cchc.history.git import Repository
    from cchc.plan.schedule import Schedule
    from cchc.progress.province import Copy

_Answer = TypeVar("_Answer")
_Shown = TypeVar("_Shown")
_Output = tuple[str, Path | None]
"""A form, and the file it goes to."""
TEXTS = ("table", "json", "csv", "md")
FILES = {"html": "tong-hop.html", "xlsx": "tong-hop.xlsx", "parquet": "tong-hop"}
"""The forms that are files of their own, with what they are called unless it was said."""
FORMS = (*TEXTS, *FILES)


def rollup(
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[THƯ_MỤC]…",
            show_default=False,
            help="thư mục chứa các xã, mỗi xã một thư mục; @TỆP: danh sách thư mục trong tệp",
        ),
    ] = None,
    listed_in: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="TỆP", help="danh sách thư mục, mỗi dòng một thư mục (như @TỆP)"
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="THEO",
            show_default=False,
            help="commune (xã, mặc định), group (nhóm nhiệm vụ), unit (đơn vị), quarter (quý)",
        ),
    ] = "commune",
    overdue: Annotated[
        bool, typer.Option("--overdue", help="kể tên từng việc quá hạn, của xã nào")
    ] = False,
    as_of: AsOfOption = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="DẠNG", show_default=False, help=", ".join(FORMS)),
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP", help="tệp (hoặc thư mục) để ghi kết quả"),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="BẢN",
            help="kể những gì đã đổi từ một bản cũ: thư mục chép hôm trước, hoặc bản trong git",
        ),
    ] = None,
    force: ForceOption = False,
    fail: Annotated[
        bool,
        typer.Option(
            "--fail", help="thoát với mã 1 nếu có tệp hỏng, hoặc (với --overdue) có việc quá hạn"
        ),
    ] = False,
) -> None:
    """Tổng hợp nhiều xã: mọi kế hoạch dưới các thư mục, mỗi kế hoạch với sổ theo dõi của nó.

    Mỗi xã lấy kế hoạch năm mới nhất không sau ngày xét, và đếm đúng như `cchc status` của xã ấy:
    mỗi mốc có hạn một lần; mốc đã hủy đứng ngoài tổng. Tệp hỏng được nêu tên ở stderr và không làm
    dừng việc tổng hợp: mã thoát vẫn là 0, trừ khi có --fail. Không cần git.

    \b
    Ví dụ:
      cchc rollup tinh/
      cchc rollup tinh/ --by unit --as-of 30/6/2025
      cchc rollup @danh-sach.txt --overdue --format csv -o qua-han.csv
      cchc rollup tinh/ --format html -o "Tiến độ.html"
      cchc rollup tinh/ --since tinh-hom-qua/
    """
    form, day, asked_by = checked_format(form, FORMS), day_of(as_of), _by(by)
    roots = list(_roots(folders or [], listed_in))
    found = _found(roots, day)
    if since is not None:
        _put_changes(found, partial(_before, since, roots, day), since, day, (form, output))
        return
    if form in FILES:
        rolled = _surveyed(found, day, form, output or Path(FILES[form]), force=force)
        late = rolled.total.overdue > 0
    else:
        rolled = _rolled(found, day, asked_by, overdue=overdue)
        late = any(line.part.late for line in rolled.lines)
        _put(rolled, form, output)
    _tell(rolled, found)
    if not rolled.lines or (fail and (rolled.faulty or (overdue and late))):
        raise typer.Exit(FAULTS)


def _found(roots: Sequence[Path], day: date) -> FoundCommunes:
    found = communes(roots, day.year)
    if not found.communes and not found.faults:
        where = ", ".join(map(str, roots))
        raise Missing(f"không thấy kế hoạch nào (tệp <năm>.yaml) dưới {where}")
    return found


def _by(text: str) -> By:
    try:
        return By(text.strip().lower())
    except ValueError:
        known = ", ".join(By)
        raise WrongUsage(f"--by: không tổng hợp theo {text!r}; dùng {known}") from None


# The folders that were named: each by itself, or in a list.


def _roots(folders: Sequence[str], listed_in: Path | None) -> Iterator[Path]:
    lists = [listed_in] if listed_in else []
    for folder in folders:
        if folder.startswith("@"):
            lists.append(Path(folder[1:]))
        else:
            yield Path(folder)
    if not folders and not lists:
        raise WrongUsage("thiếu thư mục; viết như `cchc rollup tinh/` hoặc `cchc rollup @ds.txt`")
    for file in lists:
        yield from _listed(file)


def _listed(file: Path) -> Iterator[Path]:
    from cchc.files import bytes_of

    try:
        text = bytes_of(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongUsage(f"danh sách {file} không phải chữ UTF-8; lưu lại bằng UTF-8") from None
    for line in text.splitlines():
        if (name := line.strip()) and not name.startswith("#"):
            yield file.parent / name


# Asking the communes, with a bar on a terminal while it goes on.


def _rolled(found: FoundCommunes, day: date, by: By, *, overdue: bool) -> Rollup:
    cache = user_cache()
    question = partial(part, day=day, by=by, overdue=overdue)

    def known(commune: Commune) -> CommuneDay | None:
        sums = known_sum(commune, day, cache)
        return CommuneDay(sums) if sums else None

    quick = known if by is By.COMMUNE and not overdue else None
    faults: list[Fault] = []
    lines = [Answered(*one) for one in _answers(found, question, faults, quick)]
    return Rollup(day, by, overdue, lines, faults, found.others)


def _answers(
    found: FoundCommunes,
    question: Callable[[Account], _Answer],
    faults: list[Fault],
    quick: Callable[[Commune], _Answer | None] | None = None,
) -> Iterator[tuple[Commune, _Answer]]:
    """Yield what communes answer, by their labels; `faults` takes the ones that can't."""
    faults += found.faults
    answers = asked(found.communes, question, user_cache(), quick)
    for commune, answer in _shown(answers, len(found.communes)):
        if isinstance(answer, Fault):
            faults.append(answer)
        else:
            yield commune, answer


_MANY = 100
"""Fewer communes are there before a bar would be."""


def _shown(answers: Iterable[_Shown], count: int) -> Iterable[_Shown]:
    if count < _MANY or not sys.stderr.isatty():
        return answers
    from rich.console import Console
    from rich.progress import track

    return track(answers, "Tổng hợp", count, console=Console(stderr=True), transient=True)


# The forms that are files: every milestone of every commune, one commune at a time.


class _Taken:
    """The communes of a province that answer, told of as they are taken."""

    def __init__(self, found: FoundCommunes, day: date) -> None:
        self.lines: list[Answered] = []
        self.faults: list[Fault] = []
        self._found, self._day = found, day

    def __iter__(self) -> Iterator[tuple[Commune, Survey]]:
        for commune, answer in _answers(self._found, partial(survey, day=self._day), self.faults):
            self.lines.append(Answered(commune, CommuneDay(answer.sum)))
            yield commune, answer

    @property
    def rolled(self) -> Rollup:
        """Return what is to be said of them."""
        return Rollup(self._day, By.COMMUNE, False, self.lines, self.faults, self._found.others)


def _surveyed(found: FoundCommunes, day: date, form: str, target: Path, *, force: bool) -> Rollup:
    """Write a file of all communes; return what is to be said of them."""
    taken = _Taken(found, day)
    if form == "parquet":
        from cchc.exchange.province import write_dataset

        rows = write_dataset(target, taken, day)
        say(f"đã ghi {target}: {rows} mốc của {len(taken.lines)} xã")
    else:
        _write(form, target, taken, day, force=force)
        say(f"đã ghi {target}: {len(taken.lines)} xã")
    return taken.rolled


def _write(form: str, target: Path, taken: _Taken, day: date, *, force: bool) -> None:
    from cchc.documents.seals import write

    if form == "html":
        from cchc.text import visible
        from cchc.views.board import Province, province_html

        page = province_html(Province(day, taken, taken.faults))
        data = (visible(page) + "\n").encode()
    else:
        from cchc.exchange.province import workbook

        data = workbook(taken, taken.faults, day)
    write({target: data}, force=force)


# The province's own report, on paper: `cchc report --province`.


@dataclass(frozen=True, slots=True)
class ProvincePaper:
    """What was typed of a province's report, besides its folders and its day."""

    plan: Path | None
    period: str
    """The key of a report's period, "" for all that has a due day."""
    template: Path | None
    output: Path | None
    force: bool


def report_province(folders: Sequence[str], day: date, paper: ProvincePaper) -> None:
    """Write the report of all communes as a .docx, or its tables as a workbook."""
    roots = list(_roots(folders, None))
    found = _found(roots, day)
    taken = _Taken(found, day)
    asked_of = _period(paper.period, day)
    target = paper.output or Path(f"bao-cao-tinh-{day.year}.docx")
    if target.suffix.lower() == ".xlsx":
        from cchc.exchange.province import workbook

        data = workbook(taken, taken.faults, day, asked_of.days)
    else:
        data = _printed(taken, asked_of, (roots, found), paper)
    if not taken.lines:
        _tell(taken.rolled, found)
        raise Missing("không tính được kế hoạch nào, nên không lập báo cáo")
    write({target: data}, force=paper.force)
    _tell(taken.rolled, found)


def _period(key: str, day: date) -> "ReportScope":
    from cchc.dates import Period
    from cchc.documents.province import ReportScope
    from cchc.progress.periods import span_name
    from cchc.timing.calendar import REPORTED

    if not key:
        return ReportScope(day)
    days = Period(*REPORTED[key].days(day.year))
    say(f"mốc có hạn từ {vietnamese_date(days.start)} đến hết {vietnamese_date(days.end)}")
    return ReportScope(day, days, span_name(days.start, days.end))


def _printed(
    taken: _Taken,
    asked_of: "ReportScope",
    where: tuple[Sequence[Path], FoundCommunes],
    paper: ProvincePaper,
) -> bytes:
    from cchc.documents.origin import origin_of_province, seal
    from cchc.documents.province import TEMPLATE, Gathered, render_province
    from cchc.documents.templates import find_template

    roots, found = where
    gathered = Gathered(asked_of)
    for commune, answer in taken:
        gathered.add(commune, answer)
    if not taken.lines:
        return b""
    own, letterhead = _letterhead(paper.plan, asked_of.day, found)
    template = find_template(own, paper.template, TEMPLATE)
    made = render_province(letterhead, gathered, taken.faults, template, tell=say)
    year = asked_of.day.year
    return seal(made, origin_of_province(found.communes, roots, year, template))


def folders_of(document: Path, names: str, named: Path | None) -> list[Path]:
    """Return the folders that a province's report was made of: those named, else found by name.

    They are looked for where one stands and beside the document. Raises `Missing`.
    """
    if named is not None:
        return list(_roots([str(named)], None))
    places = (Path(), Path("..").resolve(), document.parent)
    found = []
    for name in names.split(", "):
        there = [place / name for place in places if (place / name).is_dir()]
        if not there:
            raise Missing(f"không thấy thư mục {name} của báo cáo này; chỉ ra bằng --plan THƯ_MỤC")
        found.append(there[0])
    return found


def _letterhead(named: Path | None, day: date, found: FoundCommunes) -> tuple[Path, "Schedule"]:
    """Return the plan of whoever reports, for its letterhead; a blank one where there is none."""
    from cchc.documents.province import BLANK
    from cchc.plan.schedule import sound_schedule

    try:
        path = plan_path(named, day)
    except Missing:
        path = None
    theirs = {commune.plan.resolve() for commune in found.communes}
    if path is None or (named is None and path.resolve() in theirs):
        say(
            "chưa biết cơ quan báo cáo: đầu văn bản, người ký để chừa; dùng --plan KẾ_HOẠCH của cơ"
            " quan ấy, hoặc điền trong Word"
        )
        return Path.cwd() / "plans" / f"{day.year}.yaml", BLANK._replace(year=day.year)
    return path, sound_schedule(path, user_cache())


# What changed since an older copy: a folder, or what git has kept. Both are looked at on one day.


def _before(since: str, roots: Sequence[Path], day: date, faults: list[Fault]) -> "Copy":
    if Path(since).is_dir():
        yield from _surveys(communes([Path(since)], day.year), day, faults)
        return
    from tempfile import TemporaryDirectory

    from cchc.history.git import repository_of

    with TemporaryDirectory() as name:
        copies = []
        for number, root in enumerate(roots):
            repository, home = repository_of(root), root.resolve()
            commit, inside = repository.commit_id(since), repository.inside(home)
            copies.append(Path(name, str(number), home.name))
            _copy(repository, commit, "" if inside == "." else f"{inside}/", copies[-1])
        there: list[Fault] = []
        yield from _surveys(communes(copies, day.year), day, there)
        # Nobody finds anything at the place of the copy.
        faults += (Fault(Path(*f.path.relative_to(name).parts[1:]), f.why) for f in there)


def _copy(repository: "Repository", commit: str, prefix: str, target: Path) -> None:
    """Write the plans and ledgers that a commit has under a prefix into a folder."""
    tree = (b for b in repository.tree(commit) if b.path.startswith(prefix))
    blobs = [b for b in tree if is_of_commune(b.path) and ".." not in b.path.split("/")]
    data = repository.read_all(blobs)
    target.mkdir(parents=True)
    for blob in blobs:
        file = target / blob.path.removeprefix(prefix)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data[blob.id])


def _surveys(found: FoundCommunes, day: date, faults: list[Fault]) -> "Copy":
    faults += found.faults
    for commune, answer in asked(found.communes, partial(survey, day=day), user_cache()):
        if isinstance(answer, Fault):
            faults.append(answer)
            yield commune.label, None
        else:
            yield commune.label, answer


def _put_changes(
    found: FoundCommunes,
    before: Callable[[list[Fault]], "Copy"],
    since: str,
    day: date,
    output: _Output,
) -> None:
    from cchc.progress.province import changes
    from cchc.views.rollup import changes_form

    form, target = output
    old, new = list[Fault](), list[Fault]()
    became = list(changes(before(old), _surveys(found, day, new)))
    put(changes_form(checked_format(form, TEXTS), became, since, day), target, mark=form == "csv")
    _tell_faults(new)
    if old:
        places = _few([str(short(fault.path)) for fault in old])
        say(f"bản cũ {since}: {len(old)} chỗ không tính được, nên không so: {places}")


# What is said beside the answer: what was left out, and what a reader of the sums must know.

_MOST = 20
"""Faults that are told one by one."""


def _tell_faults(faults: Sequence[Fault]) -> None:
    for fault in faults[:_MOST]:
        say(f"không tính được {_on_a_line(fault)}")
    if (more := len(faults) - _MOST) > 0:
        say(f"… và {more} tệp, thư mục khác không tính được; đủ: --format json")


def _tell(rolled: Rollup, found: FoundCommunes) -> None:
    _tell_faults(rolled.faulty)
    for note in _notes(rolled.lines):
        say(note)
    if found.others:
        say(f"bỏ qua {found.others} tệp không phải kế hoạch hay sổ theo dõi")


def _on_a_line(fault: Fault) -> str:
    """Return a fault on one line: of a file with several, the first with its place."""
    head, *faults = fault.why.split("\n  ")
    if not faults:
        said = head if str(fault.path) in head else f"{short(fault.path)}: {head}"
    else:
        said = faults[0] + (f" (và {len(faults) - 1} lỗi nữa)" if len(faults) > 1 else "")
    return on_one_line(said)


def _notes(lines: Sequence[Answered]) -> Iterator[str]:
    years = Counter(line.part.sum.year for line in lines)
    if len(years) > 1:
        counts = ", ".join(f"{count} xã năm {year}" for year, count in sorted(years.items()))
        (usual, _), *_ = years.most_common(1)
        rest = [line.commune.label for line in lines if line.part.sum.year != usual]
        yield f"các kế hoạch khác năm nhau, vẫn cộng chung: {counts} ({_few(rest)})"
    names = Counter(line.part.sum.name for line in lines)
    for name, count in names.items():
        if count > 1:
            same = [line.commune.label for line in lines if line.part.sum.name == name]
            yield f"{count} thư mục cùng mang tên {name}, tính là {count} xã: {_few(same)}"
    if unread := [line.commune.label for line in lines if line.part.sum.unread]:
        count = sum(line.part.sum.unread for line in lines)
        yield f"{count} nhiệm vụ của {len(unread)} xã chưa đọc được thời hạn ({_few(unread)})"


def _few(names: Sequence[str], most: int = 5) -> str:
    more = f", … và {len(names) - most} xã khác" if len(names) > most else ""
    return ", ".join(map(on_one_line, names[:most])) + more


def _put(rolled: Rollup, form: str, output: Path | None) -> None:
    from cchc.views import rollup as views

    match form:
        case "table":
            draw(lambda console: views.print_rollup(rolled, console), output)
        case "json":
            put(views.rollup_json(rolled), output)
        case "csv":
            put(views.rollup_csv(rolled), output, mark=True)
        case _:
            put(views.rollup_markdown(rolled), output)

"""Next year's draft out of this year's plan: the same file, with every choice that was made told.

Only what is meant is spliced in, so comments, order and format of the source stay. A task that is
left out stands in the draft as a comment: taking the "# " away brings it back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc import timing
from cchc.checks.text import PlanProse, citations
from cchc.diagnostics import Where
from cchc.plan.days import parse_date
from cchc.plan.loader import Document
from cchc.plan.models import Plan, Task
from cchc.plan.schedule import task_milestones
from cchc.plan.yaml_tree import Mapping, Scalar, YamlSequence, scalars
from cchc.progress.ledger import Ledger
from cchc.progress.state import State, statuses
from cchc.references import Reference
from cchc.timing import Kind


@dataclass(frozen=True, slots=True)
class YearChoice:
    """What was done at a place, or left to a person: `kind` is shift, keep, drop, carry or look.

    `start` and `end` are places in the source, `after` what stands there in the draft.
    """

    kind: str
    start: int
    end: int
    before: str
    after: str
    why: str
    line: int = 0
    """The line of the draft, from 1."""


def draft(
    document: Document[Plan], plan: Plan, ledger: Ledger, year: int
) -> tuple[str, list[YearChoice]]:
    """Return the draft's text and every choice, in its order."""
    source = document.source.text
    dropped, choices = [], []
    for task in plan.rows:
        if task.where[-2] == "nhiem_vu":
            choice = _task(document, plan, ledger, task)
            choices += [choice] if choice else []
            dropped += [choice] if choice and choice.kind == "drop" else []
    choices += _emptied(document, dropped)
    others = [*_head(document, plan, year), *_days(document, plan, year)]
    others += [*_years(document, plan, year), *_units(document, plan, year)]
    others += [*_comments(document, plan, year), *_numbers(document, plan, dropped)]
    choices += [c for c in others if not any(d.start <= c.start < d.end for d in dropped)]
    return _spliced(source, sorted(choices, key=lambda choice: (choice.start, choice.end)))


def _spliced(source: str, choices: list[YearChoice]) -> tuple[str, list[YearChoice]]:
    out, placed, at, lines = [], [], 0, 1
    for choice in choices:
        lines += source.count("\n", at, choice.start)
        out += [source[at : choice.start], choice.after]
        placed.append(replace(choice, line=lines))
        lines += choice.after.count("\n")
        at = choice.end
    return "".join([*out, source[at:]]), placed


# The head: its year; number and day are the records office's.


def _head(document: Document[Plan], plan: Plan, year: int) -> Iterator[YearChoice]:
    said = {"nam": str(year), "so": "", "ngay_ban_hanh": f"{year - 1}-12"}
    for key, after in said.items():
        node = document.tree.node((key,))
        if isinstance(node, Scalar) and node.text:
            before = document.source.text[node.start : node.end]
            yield YearChoice("shift", node.start, node.end, before, after, f"đầu văn bản, {key}")
    if plan.last_year:
        yield _look(document, ("den_nam",), "kế hoạch nhiều năm: xem lại năm cuối")


def _look(document: Document[Plan], where: Where, why: str) -> YearChoice:
    node = document.tree.node(where)
    start, end = (node.start, node.end) if isinstance(node, Scalar) else (0, 0)
    start, end = (start, end) if node is None or end else (node.start, node.start)
    words = document.source.text[start:end]
    return YearChoice("look", start, end, words, words, why)


def _units(document: Document[Plan], plan: Plan, year: int) -> Iterator[YearChoice]:
    for code, unit in plan.units.items():
        if unit.until and unit.until.year < year:
            heir = f", việc do {unit.successor} làm tiếp" if unit.successor else ""
            why = f"đơn vị {code} đã kết thúc ngày {unit.until:%d/%m/%Y}{heir}: thay trong nhiệm vụ"
            yield _look(document, ("don_vi", code, "den_ngay"), why)


def _days(document: Document[Plan], plan: Plan, year: int) -> Iterator[YearChoice]:
    """Yield the explicit days of milestones, in the new year."""
    for task in plan.rows:
        for i in range(len(task.milestones)):
            for key in ("tu_ngay", "den_ngay"):
                node = document.tree.node((*task.where, "moc", i, key))
                if isinstance(node, Scalar) and node.text:
                    before = document.source.text[node.start : node.end]
                    after = before.replace(str(plan.year), str(year))
                    sound = parse_date(node.text.replace(str(plan.year), str(year)))
                    kind, why = ("shift", "mốc ghi rõ ngày") if sound else ("look", "không có ngày")
                    yield YearChoice(
                        kind, node.start, node.end, before, after if sound else before, why
                    )


# Tasks: what is done once is left out, what recurs stays, what is open is carried.


def _task(document: Document[Plan], plan: Plan, ledger: Ledger, task: Task) -> YearChoice | None:
    fates = [_fate(plan, ledger, one) for one in task.tracked]
    block = _block(document, task)
    if all(fate == "done" for fate in fates):
        if block is None:
            return _look(document, task.where, f"{task.id} đã xong, viết trên một dòng: tự bỏ")
        start, end = block
        before = document.source.text[start:end]
        after = "".join(f"# {line}" for line in before.splitlines(keepends=True))
        return YearChoice("drop", start, end, before, after, f"{task.id} đã xong năm {plan.year}")
    if "open" in fates and block:
        start, _ = block
        line = document.source.text[start : document.source.text.find("\n", start)]
        indent = line[: len(line) - len(line.lstrip())]
        note = f"{indent}# chuyển từ kế hoạch {plan.year} ({task.id}): còn việc chưa xong\n"
        return YearChoice("carry", start, start, "", note, f"{task.id} còn mở, chuyển sang")
    return None


def _fate(plan: Plan, ledger: Ledger, task: Task) -> str:
    """Return "done", "open", or "stays" for work that comes every year."""
    milestones = task_milestones(plan, task)
    if any(m.kind in (Kind.RECURRING, Kind.REPORT, Kind.CONTINUOUS) for m in milestones):
        return "stays"
    states = [s.state for s in statuses(milestones, ledger.of(task.id), date.max)]
    closed = all(state in (State.DONE, State.CANCELLED) for state in states)
    return "done" if closed else "open"


def _block(document: Document[Plan], task: Task) -> tuple[int, int] | None:
    """Return where the lines of a task begin and end, None where it shares them."""
    source, node = document.source.text, document.tree.node(task.where)
    if node is None:
        return None
    start = source.rfind("\n", 0, node.start) + 1
    last = max(scalar.end for scalar in scalars(node))
    end = source.find("\n", max(last, node.start)) + 1 or len(source)
    if source[node.start] == "{":
        end = source.find("\n", node.end - 1) + 1 or len(source)
    return (start, end) if re.fullmatch(r"\s*-\s+", source[start : node.start]) else None


def _emptied(document: Document[Plan], dropped: list[YearChoice]) -> Iterator[YearChoice]:
    """Yield "[]" after each list of tasks whose every task was left out."""
    stack = [document.tree.node(("phu_luc",))]
    while stack:
        holder = stack.pop()
        if not isinstance(holder, Mapping):
            continue
        tasks, groups = holder.items.get("nhiem_vu"), holder.items.get("nhom")
        stack += groups.items if isinstance(groups, YamlSequence) else []
        if isinstance(tasks, YamlSequence) and tasks.items:
            starts = [task.start for task in tasks.items]
            if all(any(d.start <= start < d.end for d in dropped) for start in starts):
                at = holder.keys["nhiem_vu"].end + 1
                yield YearChoice("look", at, at, "", " []", "mọi nhiệm vụ của nhóm đã xong")


def _numbers(
    document: Document[Plan], plan: Plan, dropped: Sequence[YearChoice]
) -> Iterator[YearChoice]:
    """Yield new numbers for the tasks after one that is left out: each series stays a count.

    A series ends where numbers begin anew, so a count over several groups goes on over them; a gap
    that the plan has of its own stays.
    """
    gone = last = 0
    before = ""
    letters: list[str] = []
    for task in plan.rows:
        node = document.tree.node((*task.where, "stt"))
        found = _COUNTED.fullmatch(task.number) if isinstance(node, Scalar) else None
        if found is None or node is None:
            continue
        value = int(found["value"] or 0) or len(letters) + 1
        if found["before"] != before or value <= last or found["letter"] in {"a", "A"}:
            gone, letters, value = 0, [], value if found["value"] else 1
        before, last = found["before"], value
        letters.append(found["letter"] or "")
        if any(drop.start <= node.start < drop.end for drop in dropped):
            gone += 1
        elif gone:
            own = letters[-1 - gone] or f"{value - gone:0{len(found['value'] or '')}}"
            number = f"{before}{own}{found['after']}"
            written = document.source.text[node.start : node.end]
            after = written.replace(task.number, number)
            why = f"đánh lại STT của {task.id}: {gone} việc ở trên đã xong, bỏ ra"
            yield YearChoice("shift", node.start, node.end, written, after, why)


_COUNTED = re.compile(
    r"(?P<before>(?:[^\W_]+[.-])*)(?:(?P<value>\d+)|(?P<letter>[a-zđA-ZĐ]))(?P<after>[.)]?)"
)


# Years in the wording: only what is read as a time, and a free "năm N".

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])|(?<=[\d][/.-])(?:19|20)\d\d(?!\d)")
_FREE = re.compile(r"\bnăm\s+$", re.IGNORECASE)
_VISION = re.compile(
    r"(?:\b(?:giai đoạn|tầm nhìn|(?:đến|tới|trước)(?: hết)?(?: năm)?)\s+"
    r"|(?:19|20)\d\d\s*[-–]\s*(?:năm\s+)?)$",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Hiến pháp)\b[^;.\n]*$"
)
_END = re.compile(r"[;.]\s|\n")


def _years(document: Document[Plan], plan: Plan, year: int) -> Iterator[YearChoice]:
    prose = PlanProse(document.source.text, document.tree.top)
    cited = citations(prose)
    for passage, written in prose.passages:
        if passage.where[0] in ("don_vi", "che_do_bao_cao", "nam", "ngay_ban_hanh", "den_nam"):
            continue
        inside = [c for c in cited if passage.start <= c.start < passage.end]
        spans = _spans(document, plan, passage.where, written)
        for found in _YEAR.finditer(written):
            at = passage.start + found.start()
            named = _Named(int(found[0]), passage.where, written, found.start(), spans)
            why = _in_citation(document.source.text, at, inside) or _kept(plan, year, named)
            moved = found[0] if why else str(named.year + year - plan.year)
            said = why or ("năm trong lời văn" if spans is None else "thời hạn")
            yield YearChoice("keep" if why else "shift", at, at + 4, found[0], moved, said)


def _comments(document: Document[Plan], plan: Plan, year: int) -> Iterator[YearChoice]:
    """Yield the years that comments name: the plan's go on, others are left to a person."""
    source = document.source.text
    texts = [(scalar.start, scalar.end) for scalar in scalars(document.tree.top)]
    for line in re.finditer(r"^[ \t]*#.*$", source, re.MULTILINE):
        if any(start <= line.start() < end for start, end in texts):
            continue
        for found in _YEAR.finditer(line[0]):
            at = line.start() + found.start()
            before, named = line[0][: found.start()], int(found[0])
            goes_on = named == plan.year and _FREE.search(before) and "cchc:" not in before
            moved = str(year) if goes_on else found[0]
            kind = "shift" if goes_on else "look"
            yield YearChoice(kind, at, at + 4, found[0], moved, "năm trong chú thích")


def _spans(
    document: Document[Plan], plan: Plan, where: Where, written: str
) -> list[tuple[int, int]] | None:
    """Return where a wording of time is read, None for a text that is none."""
    if where[-1] != "thoi_gian":
        return None
    node = document.tree.node(where)
    phrase = node.text if isinstance(node, Scalar) and node.text else ""
    by = written.find(phrase)
    if by < 0:
        return []
    read = timing.read(phrase, plan.year)
    if read.milestones and not read.unread:
        return [(by, by + len(phrase))]  # every word of it was read
    return [(m.span.start + by, m.span.end + by) for m in read.milestones]


@dataclass(frozen=True, slots=True)
class _Named:
    """A year in a text: what stands before and after it, and where a wording of time was read."""

    year: int
    where: Where
    written: str
    at: int
    spans: Sequence[tuple[int, int]] | None

    @property
    def before(self) -> str:
        return self.written[: self.at]

    @property
    def after(self) -> str:
        return self.written[self.at + 4 :]

    @property
    def read(self) -> bool:
        """Whether it stands in a wording that was read as a time."""
        return any(lo <= self.at < hi for lo, hi in self.spans or ())


def _kept(plan: Plan, year: int, named: _Named) -> str:
    """Return why a year stays as it is; "" if it goes on with the plan."""
    reasons = (
        (named.where[0] == "can_cu", _basis(named.written, year)),
        (_is_vision(plan, named), "giai đoạn, tầm nhìn: xem lại"),
        (abs(named.year - plan.year) > 1, "năm khác năm kế hoạch: xem lại"),
        (named.spans is not None and not named.read, "không đọc được là thời hạn: xem lại"),
        (named.spans is None and not _FREE.search(named.before), "không phải “năm …”: xem lại"),
        (named.spans is None and _LAW.search(named.before), "năm của một văn bản: xem lại"),
    )
    return next((why for holds, why in reasons if holds), "")


def _basis(written: str, year: int) -> str:
    ends = [int(end) for end in re.findall(r"(?:19|20)\d\d\s*[-–]\s*((?:19|20)\d\d)", written)]
    ended = bool(ends) and max(ends) < year
    return "căn cứ đã hết giai đoạn: thay" if ended else "căn cứ: xem còn hiệu lực không"


def _is_vision(plan: Plan, named: _Named) -> bool:
    """Return whether a year ends a span of years, or is a goal; a deadline of this year is none."""
    if re.match(r"\s*[-–]\s*(?:năm\s+)?(?:19|20)\d\d", named.after):
        return True
    found = _VISION.search(named.before)
    return bool(found) and not (named.read and named.year == plan.year)


def _in_citation(source: str, at: int, cited: Iterable[Reference]) -> str:
    """Return why a year is a citation's, "" if it is none: in it, or in the name after it."""
    for citation in cited:
        if citation.start <= at < citation.end:
            return "trong văn bản viện dẫn"
        if citation.end <= at and not _END.search(source, citation.end, at):
            return "trong tên văn bản viện dẫn: xem lại"
    return ""

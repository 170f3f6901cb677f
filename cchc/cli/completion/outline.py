"""What a plan file names, read without the models, so that a plan with faults still completes."""

from collections.abc import Iterator
from pathlib import Path

from cchc.cli.completion.candidate import Candidate, is_word
from cchc.files import read_source
from cchc.plan.yaml_tree import Plain, parse, plain
from cchc.text import number_in_id, roman

Fields = dict[str, Plain]


class Outline:
    """A plan as far as completing needs it; what isn't as it should be is passed over."""

    def __init__(self, top: Plain) -> None:
        self.top = mapping(top)

    @property
    def reporting(self) -> list[Fields]:
        """Return the entries of the reporting calendar as they are written."""
        return [mapping(entry) for entry in listing(self.top.get("che_do_bao_cao"))]

    @property
    def rows(self) -> Iterator[tuple[str, Fields]]:
        """Yield the tasks as they are written, each with its id."""
        yield from _rows(mapping(self.top.get("phu_luc")), "")

    def units(self) -> Iterator[Candidate]:
        """Yield the codes of the offices with their names, in the file's order."""
        for code, unit in mapping(self.top.get("don_vi")).items():
            if is_word(code):
                yield Candidate(code, text(mapping(unit).get("ten")))

    def tasks(self) -> Iterator[Candidate]:
        """Yield the ids of the tasks with their contents, then the plan's own reports."""
        for task_id, task in self.rows:
            if is_word(task_id):
                yield Candidate(task_id, text(task.get("noi_dung")))
        yield from self._reports()

    def _reports(self) -> Iterator[Candidate]:
        from cchc.plan.schedule import report_key

        for report in self.reporting:
            period = text(report.get("ky"))
            if period and is_word(report_key(period)):
                yield Candidate(report_key(period), f"báo cáo {period}")


def _rows(holder: Fields, path: str) -> Iterator[tuple[str, Fields]]:
    """Yield the tasks and parts of the appendix, or of a group, each with its id."""
    for place, task in enumerate(map(mapping, listing(holder.get("nhiem_vu"))), 1):
        number = number_in_id(text(task.get("stt"))) or str(place)
        yield from _parts(task, f"{path}.{number}" if path else number)
    for place, group in enumerate(map(mapping, listing(holder.get("nhom"))), 1):
        own = text(group.get("ma")) or number_in_id(text(group.get("so"))) or roman(place)
        yield from _rows(group, f"{path}.{own}" if path else own)


def _parts(task: Fields, task_id: str) -> Iterator[tuple[str, Fields]]:
    own = text(task.get("ma")) or task_id
    yield own, task
    for place, part in enumerate(map(mapping, listing(task.get("phan_viec"))), 1):
        yield from _parts({**task, "phan_viec": None, "ma": None, **part}, f"{own}/{place}")


def outline(path: Path) -> Outline:
    """Return a plan's outline, empty where the file can't be read as YAML."""
    source, _ = read_source(path)
    return Outline(plain(parse(source.text).top))


def mapping(value: Plain) -> Fields:
    """Return a mapping of the file; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def listing(value: Plain) -> list[Plain]:
    """Return a list of the file; an empty one for anything else."""
    return value if isinstance(value, list) else []


def text(value: Plain) -> str:
    """Return a text of the file; an empty one for anything else."""
    return value if isinstance(value, str) else ""

"""The province's page: every commune in one file, its rows drawn as they are needed.

What is asked at once (the ranking, the groups, the weeks) stands in the page as plain data; each
commune's own milestones are packed, some communes together, and unpacked when one is opened.
"""

import gzip
import json
import zlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date

from cchc import __version__
from cchc.dates import vietnamese_date, weekday
from cchc.plan.communes import Commune, Fault
from cchc.progress.overview import Counts
from cchc.progress.province import Surveyed, Tally, counted_by, group_of
from cchc.progress.rollup import OVERDUE, Held, Survey
from cchc.text import fold
from cchc.views.board.page import document

ROOM = 4_600_000
"""Bytes of the page's data: with the rest it stays under five million."""
_CUTS = (160, 90, 48, 0)
"""Characters of a task's content, tried in turn until the page has room."""
_PACK = 32
"""Communes packed together: unpacking one costs little, and words that come again cost once."""


@dataclass(frozen=True, slots=True)
class Province:
    """What the page shows: the communes on a day with all of theirs, and what is not counted.

    Communes are taken one at a time, in the order of their labels; what is not counted is looked at
    after the last.
    """

    day: date
    communes: Surveyed
    faulty: Sequence[Fault]


def province_html(province: Province) -> str:
    """Return the province's page as one HTML document: same communes, same text.

    Every word of a plan stands in it as data, which the script writes as text and nothing else.
    """
    day, taken = province.day, _Taken(province.day)
    for commune, survey in province.communes:
        taken.add(commune, survey)
    sums = taken.sums
    return document(
        "province.html.j2",
        styles=("board.css", "province.css"),
        script="province.js",
        iso=day.isoformat(),
        as_of=f"{vietnamese_date(day)}, {weekday(day)}",
        sums=sums,
        percent=100 * sums.done // sums.owed if sums.owed else 0,
        count=len(taken.rows),
        late=taken.late,
        faulty=[(fault.path.as_posix(), fault.why) for fault in province.faulty],
        data=_as_data(taken.summary()),
        packs=_packs(taken.boards),
        version=__version__,
    )


def _as_data(value: object) -> str:
    """Return JSON that no reader of HTML takes for the end of its element."""
    from markupsafe import Markup

    safe = _as_json(value).decode().translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "&<>"})
    return Markup(safe)  # noqa: S704 - no sign of markup is left in it


class _Taken:
    """What the page keeps of each commune: a line of numbers, and its own board, packed."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._tally = Tally()
        self._groups: dict[str, int] = {}
        self._titles: list[str] = []
        self._weeks: dict[str, list[list[int]]] = {}
        self.sums, self.late = Counts(), 0
        self.rows: list[list[object]] = []
        self.boards: list[bytes] = []

    def add(self, commune: Commune, survey: Survey) -> None:
        """Take a commune."""
        whole, held = survey.sum, self._tally.counted(survey)
        groups = counted_by(survey, held, group_of).items()
        mine = [[self._place(name), *astuple(counts)] for name, counts in groups]
        self.rows.append([commune.label, whole.name, whole.year, *astuple(whole.counts), mine])
        self.sums += whole.counts
        self.late += whole.counts.overdue > 0
        for one in held:
            self._count_week(str(self._place(group_of(survey, one))), one)
        self.boards.append(zlib.compress(_as_json(_board(survey)), 1))

    def _place(self, title: str) -> int:
        at = self._groups.setdefault(fold(title), len(self._groups))
        if at == len(self._titles):
            self._titles.append(title)
        return at

    def _count_week(self, group: str, held: Held) -> None:
        """Count what falls due in a week of the year, and what is late of it."""
        if held.due and held.due.year == self._day.year and held.place in range(4):
            week = (held.due.timetuple().tm_yday - 1) // 7
            cell = self._weeks.setdefault(group, [[0, 0] for _ in range(53)])[week]
            cell[0] += 1
            cell[1] += held.place == OVERDUE

    def summary(self) -> dict[str, object]:
        """Return what is asked at once."""
        return {
            "day": self._day.toordinal(),
            "groups": self._titles,
            "communes": self.rows,
            "weeks": self._weeks,
            "pack": _PACK,
        }


# A commune's own board: its milestones, packed.


def _packs(boards: Sequence[bytes]) -> list[str]:
    for most in _CUTS:
        packs = list(_packed(boards, most))
        if sum(map(len, packs)) <= ROOM - 170 * len(boards):
            return packs
    return packs


def _packed(boards: Sequence[bytes], most: int) -> Iterator[str]:
    for first in range(0, len(boards), _PACK):
        some = [json.loads(zlib.decompress(one)) for one in boards[first : first + _PACK]]
        for _, tasks in some:
            for task in tasks:
                task[1] = _cut(task[1], most)
                for milestone in task[3]:
                    milestone[0] = _cut(milestone[0], max(most // 2, 24))
        # No clock in it: same communes, same page.
        yield b64encode(gzip.compress(_as_json(some), 9, mtime=0)).decode()


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _board(survey: Survey) -> list[object]:
    duties: dict[tuple[str, str, str], list[Held]] = {}
    for held in survey.held:
        duties.setdefault((held.duty.id, held.duty.content, held.unit), []).append(held)
    tasks = [
        [id_, content, unit, [_milestone(held, alone=len(mine) == 1) for held in mine]]
        for (id_, content, unit), mine in duties.items()
    ]
    return [survey.subject, tasks]


def _milestone(held: Held, *, alone: bool) -> list[object]:
    due = held.due.toordinal() if held.due else 0
    # A key tells milestones apart, and says nothing of the only one there is.
    return [held.action or ("" if alone else held.key), due, held.place]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: max(most - 1, 0)] + "…" * (most > 0)

"""The province's page: every commune in one file, its rows drawn as they are needed.

What is asked at once (the ranking, the groups, the weeks) stands in the page as plain data; each
commune's own milestones are packed, some communes together, and unpacked when one is opened.
"""

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc import __version__
from cchc.dates import vietnamese_date, weekday
from cchc.plan.communes import Commune, Fault
from cchc.progress.overview import Counts
from cchc.progress.rollup import Held, Survey
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
    """What the page shows: the communes on a day with all of theirs, and what is not counted."""

    day: date
    communes: Sequence[tuple[Commune, Survey]]
    faulty: Sequence[Fault]


def province_html(province: Province) -> str:
    """Return the province's page as one HTML document: same communes, same text.

    Every word of a plan stands in it as data, which the script writes as text and nothing else.
    """
    day, sums = province.day, sum((s.sum.counts for _, s in province.communes), Counts())
    return document(
        "province.html.j2",
        styles=("board.css", "province.css"),
        script="province.js",
        iso=day.isoformat(),
        as_of=f"{vietnamese_date(day)}, {weekday(day)}",
        sums=sums,
        percent=100 * sums.done // sums.owed if sums.owed else 0,
        count=len(province.communes),
        late=sum(survey.sum.counts.overdue > 0 for _, survey in province.communes),
        faulty=[(fault.path.as_posix(), fault.why) for fault in province.faulty],
        data=_as_data(_summary(province)),
        packs=_packs(province),
        version=__version__,
    )


def _as_data(value: object) -> str:
    """Return JSON that no reader of HTML takes for the end of its element."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704 - no sign of markup is left in it


# What is asked at once: a line of numbers for each commune.


def _summary(province: Province) -> dict[str, object]:
    groups: dict[str, int] = {}
    titles: list[str] = []
    rows = []
    for commune, survey in province.communes:
        mine = []
        for row in survey.groups:
            at = groups.setdefault(fold(row.name), len(groups))
            if at == len(titles):
                titles.append(row.name)
            mine.append([at, *_numbers(row.counts)])
        sums = _numbers(survey.sum.counts)
        rows.append([commune.label, survey.sum.name, survey.sum.year, *sums, mine])
    return {
        "day": province.day.toordinal(),
        "groups": titles,
        "communes": rows,
        "weeks": _weeks(province, groups),
        "pack": _PACK,
    }


def _numbers(counts: Counts) -> list[int]:
    return [counts.on_time, counts.late, counts.in_time, counts.overdue, counts.cancelled]


def _weeks(province: Province, groups: dict[str, int]) -> dict[str, list[list[int]]]:
    """Return for each group and each week of the year what falls due in it, and is late of it."""
    year = province.day.year
    found: dict[str, list[list[int]]] = {}
    for _, survey in province.communes:
        for held in survey.held:
            if held.due and held.due.year == year and held.place in range(4):
                name = survey.titles.get(held.duty.group, held.duty.group)
                at = str(groups.get(fold(name), -1))
                week = (held.due.timetuple().tm_yday - 1) // 7
                cell = found.setdefault(at, [[0, 0] for _ in range(53)])[week]
                cell[0] += 1
                cell[1] += held.place == 3
    return found


# A commune's own board: its milestones, packed.


def _packs(province: Province) -> list[str]:
    surveys = [survey for _, survey in province.communes]
    for most in _CUTS:
        packs = list(_packed(surveys, most))
        if sum(map(len, packs)) <= ROOM - 170 * len(surveys):
            return packs
    return packs


def _packed(surveys: Sequence[Survey], most: int) -> Iterator[str]:
    for first in range(0, len(surveys), _PACK):
        boards = [_board(survey, most) for survey in surveys[first : first + _PACK]]
        text = json.dumps(boards, ensure_ascii=False, separators=(",", ":"))
        # No clock in it: same communes, same page.
        yield b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _board(survey: Survey, most: int) -> list[object]:
    duties: dict[tuple[str, str, str], list[list[object]]] = {}
    for held in survey.held:
        key = (held.duty.id, held.duty.content, held.unit)
        duties.setdefault(key, []).append(_milestone(held, most))
    tasks = [[id_, _cut(content, most), unit, m] for (id_, content, unit), m in duties.items()]
    return [survey.subject, tasks]


def _milestone(held: Held, most: int) -> list[object]:
    due = held.due.toordinal() if held.due else 0
    return [_cut(held.action, max(most // 2, 24)) or held.key, due, held.place]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: max(most - 1, 0)] + "…" * (most > 0)

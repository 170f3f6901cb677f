"""A clerk's year, written down beforehand: every step, and what stands after it, by hand.

What a step names has become what it says, no other milestone has changed its state, and a step that
names none has left the ledger as it was.
"""

import json
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tests.cli.conftest import Answer, Run
from tests.cli.test_collect import fill

Facts = Mapping[str, str]


@dataclass
class Year:
    """An office that is asked after each step how everything stands."""

    cchc: Run
    office: Path
    plan: str = "plans/2025.yaml"
    states: dict[str, str] = field(default_factory=dict)
    ledger: dict[str, bytes] = field(default_factory=dict)
    steps: int = 0

    def at(
        self, day: str, line: str, now: Facts | None = None, says: Sequence[str] = (), code: int = 0
    ) -> Answer:
        """Do a step, and hold what it says and what stands after it against the facts."""
        self.steps += 1
        step = f"{day}: cchc {line}"
        typed = shlex.split(line)
        answer = self.cchc(*typed, *([] if typed[0] in _OF_NO_DAY else ["--as-of", day]))
        said = answer.out + answer.err
        assert answer.code == code, f"{step}: {said}"
        missing = [words for words in says if words not in " ".join(said.split())]
        assert not missing, f"{step}: {missing} not in {said}"
        if now:
            self._stands(day, now, step)
        assert self._recorded() == bool(now), f"{step}: the ledger"
        return answer

    def _recorded(self) -> bool:
        """Return whether the ledger has changed since it was last asked."""
        before = self.ledger
        files = sorted((self.office / "plans").glob("2025.tien-do*"))
        self.ledger = {file.name: file.read_bytes() for file in files}
        return self.ledger != before

    def _stands(self, day: str, now: Facts, step: str) -> None:
        """Hold every milestone against the facts: those named are so, the others as before."""
        whole = {}
        for item in self._asked(day, "export", "--json", "-o", "ca-nam.json"):
            late = f" {item['days_late']}" if item["days_late"] else ""
            whole[_name(item)] = f"{item['state']} {item['deadline']}{late}"
        assert {name: whole[name] for name in now} == dict(now), step
        states = {name: words.split()[0] for name, words in whole.items()}
        before = self.states or states
        changed = {name for name in states if states[name] != before.get(name)}
        assert changed <= set(now), f"{step}: also changed {changed - set(now)}"
        self.states = states

    def late(self, day: str, *named: str) -> None:
        """Hold what is overdue on a day against the facts: "III.04 2025-01, 3 days" each."""
        self.steps += 1
        answer = self.cchc("overdue", "--fail", "--format", "json", *self._about(day))
        items = answer.json["items"]
        assert {f"{_name(i)}, {i['days_late']} days" for i in items} == set(named), day
        assert answer.code == (1 if named else 0)

    def counts(self, day: str, **facts: int) -> None:
        """Hold the figures of the first screen against the facts."""
        self.steps += 1
        whole = self.cchc("status", "--format", "json", *self._about(day)).json
        assert {name: whole[name] for name in facts} == facts, day

    def _about(self, day: str) -> list[str]:
        return ["--as-of", day, "--plan", self.plan]

    def _asked(self, day: str, *command: str) -> list[dict[str, str]]:
        answer = self.cchc(*command, "--force", *self._about(day))
        assert answer.code == 0, answer.err
        return list(json.loads((self.office / "ca-nam.json").read_text(encoding="utf-8"))["items"])


_OF_NO_DAY = {"verify", "check"}


def _name(item: Mapping[str, object]) -> str:
    return " ".join(str(part) for part in (item["task"], item["milestone"]) if part)


def test_a_year(cchc: Run, office: Path) -> None:
    year = Year(cchc, office)
    _january(year)
    _february_and_march(year)
    _april(year)
    _until_summer(year)
    _until_autumn(year)
    _the_end(year)
    _the_january_after(year)
    assert year.steps >= 60


def _january(year: Year) -> None:
    year.at("3/1/2025", "issue --number 05 --date 03/01/2025", says=["05"])
    year.at("3/1/2025", "render --docx -o ke-hoach.docx")
    year.at("3/1/2025", "verify ke-hoach.docx")
    year.counts("3/1/2025", total=67, done=0)
    # Two are open in quarter I, the plan and the report; the earliest is taken, and said.
    year.at(
        "6/1/2025",
        "start I.01",
        {"I.01 BC-Q1": "in_progress in_time"},
        ["BC-Q1", "mốc sớm nhất còn mở"],
    )
    year.at("6/1/2025", "undo", {"I.01 BC-Q1": "not_started in_time"})
    year.at(
        "6/1/2025",
        "start I.01 --milestone 'ban hành kế hoạch'",
        {"I.01 2025-Q1": "in_progress in_time"},
    )
    year.at(
        "6/1/2025",
        "start I.02 I.04",
        {"I.02 2025-Q1": "in_progress in_time", "I.04 2025-Q1": "in_progress in_time"},
    )
    year.at(
        "10/1/2025",
        "done VI.02 --document 'Quyết định số 08/QĐ-UBND ngày 10/01/2025'",
        {"VI.02 2025-01": "done on_time"},
        ["đúng hạn", "10/01/2025"],
    )
    year.at(
        "14/1/2025",
        "done VI.03 --document 'Kế hoạch số 09/KH-UBND ngày 14/01/2025'",
        {"VI.03 2025-01": "done on_time"},
    )
    year.at("20/1/2025", "start II.04", {"II.04 2025-01-31": "in_progress in_time"})
    year.late("31/1/2025")  # on the due day itself it is in time


def _february_and_march(year: Year) -> None:
    year.late("3/2/2025", "II.04 2025-01-31, 3 days", "III.04 2025-01, 3 days")
    year.at(
        "5/2/2025",
        "done II.04 --document 'Quyết định số 15/QĐ-UBND ngày 05/02/2025'",
        {"II.04 2025-01-31": "done late 5"},
        ["trễ 5 ngày"],
    )
    year.at(
        "5/2/2025",
        "correct II.04 --document 'Quyết định số 15/QĐ-UBND ngày 24/01/2025'",
        {"II.04 2025-01-31": "done on_time"},
        ["đã rút lại", "đúng hạn"],
    )
    year.at("5/2/2025", "show II.04", says=["05/02/2025", "24/01/2025"])
    year.at(
        "5/2/2025",
        "done III.04 --milestone 'tháng 1' --on 31/1/2025 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-01": "done on_time"},
    )
    year.at(
        "6/2/2025",
        "done III.04 --milestone 2025-02 --note 'ghi nhầm tháng'",
        {"III.04 2025-02": "done on_time"},
    )
    year.at("6/2/2025", "undo", {"III.04 2025-02": "not_started in_time"}, ["III.04"])
    year.at(
        "28/2/2025",
        "done III.04 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-02": "done on_time"},
        ["mốc 2025-02"],
    )
    report = "'Báo cáo số 21/BC-UBND ngày 03/3/2025'"
    year.at("3/3/2025", f"done BC-Q1 --document {report}", {"BC-Q1": "done on_time"})
    # I.01 has a plan and a report open: the document is a report.
    year.at("3/3/2025", f"done I.01 --document {report}", {"I.01 BC-Q1": "done on_time"})
    year.at(
        "3/3/2025",
        f"done II.05 III.01 III.02 V.02 --document {report}",
        {f"{task} BC-Q1": "done on_time" for task in ("II.05", "III.01", "III.02", "V.02")},
    )
    year.late("5/3/2025", "III.09 BC-Q1, 1 days")
    year.at(
        "10/3/2025",
        "done I.01 --document 'Kế hoạch số 12/KH-UBND ngày 10/3/2025'",
        {"I.01 2025-Q1": "done on_time"},
    )
    year.at(
        "12/3/2025",
        "extend I.02 --to 30/4/2025 --document 'Công văn số 30/UBND-NV ngày 12/3/2025'",
        {"I.02 2025-Q1": "in_progress in_time"},
        ["30/04/2025"],
    )
    year.at(
        "13/3/2025",
        "extend I.02 --to 15/4/2025 --document 'Công văn số 31/UBND-NV ngày 13/3/2025'",
        {"I.02 2025-Q1": "in_progress in_time"},
        ["15/04/2025"],
    )
    year.at(
        "20/3/2025",
        "done III.01 V.01 --document 'Kế hoạch số 14/KH-UBND ngày 20/3/2025'",
        {"III.01 2025-Q1": "done on_time", "V.01 2025-Q1": "done on_time"},
    )
    # III.15 has the plan of quarter I and the checks of the whole year.
    year.at(
        "24/3/2025",
        "done III.15 --document 'Kế hoạch số 16/KH-UBND ngày 24/3/2025'",
        {"III.15 2025-Q1": "done on_time"},
    )
    year.at("31/3/2025", "remind --all-units -o nhac-viec")
    assert (year.office / "nhac-viec").is_dir()
    year.at("31/3/2025", "report --quarter I")
    year.counts("31/3/2025", total=67, done=15)


def _april(year: Year) -> None:
    first = ("I.03", "I.04", "II.05", "III.02", "V.02", "V.03", "VII.01")
    year.late(
        "1/4/2025",
        "III.09 BC-Q1, 28 days",
        "III.04 2025-03, 1 days",
        *(f"{task} 2025-Q1, 1 days" for task in first),
    )
    year.at(
        "2/4/2025",
        "done I.03 III.02 V.02 V.03 --document 'Kế hoạch số 20/KH-UBND ngày 28/3/2025'",
        {f"{task} 2025-Q1": "done on_time" for task in ("I.03", "III.02", "V.02", "V.03")},
    )
    year.at(
        "2/4/2025",
        "done I.04 --document 'Kế hoạch số 22/KH-UBND ngày 02/4/2025'",
        {"I.04 2025-Q1": "done late 2"},
        ["trễ 2 ngày"],
    )
    year.at(
        "2/4/2025",
        "done III.04 --milestone 'tháng 3' --on 31/3/2025 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-03": "done on_time"},
    )
    year.at(
        "3/4/2025",
        "cancel VII.01 --document 'Công văn số 33/UBND-VP ngày 03/4/2025'",
        {"VII.01 2025-Q1": "cancelled none"},
    )
    year.counts("3/4/2025", total=66)
    year.at(
        "4/4/2025",
        "reopen VII.01 --note 'huyện yêu cầu vẫn làm'",
        {"VII.01 2025-Q1": "not_started overdue 4"},
    )
    year.at(
        "7/4/2025",
        "done VII.01 --document 'Kế hoạch số 24/KH-UBND ngày 07/4/2025'",
        {"VII.01 2025-Q1": "done late 7"},
    )
    year.at(
        "8/4/2025",
        "done III.09 --document 'Báo cáo số 21/BC-UBND ngày 03/3/2025'",
        {"III.09 BC-Q1": "done on_time"},
    )
    # A synced folder left a copy of the ledger, and a colleague goes on in the copy.
    plans = year.office / "plans"
    copy = plans / "2025.tien-do-MAY-TU-PHAP.yaml"
    copy.write_bytes((plans / "2025.tien-do.yaml").read_bytes())
    year.counts("9/4/2025", total=67, done=23)
    year.at(
        "10/4/2025",
        "done II.05 --document 'Kế hoạch số 18/KH-UBND ngày 25/3/2025'"
        " --ledger 2025.tien-do-MAY-TU-PHAP.yaml",
        {"II.05 2025-Q1": "done on_time"},
    )
    year.at(
        "15/4/2025",
        "done I.02 --document 'Báo cáo số 25/BC-UBND ngày 14/4/2025'",
        {"I.02 2025-Q1": "done on_time"},
    )
    year.at("15/4/2025", "check")
    year.late("16/4/2025")
    year.counts("16/4/2025", total=67, done=25)


def _until_summer(year: Year) -> None:
    year.at(
        "5/5/2025",
        "done III.04 --milestone 'tháng 4' --on 29/4/2025 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-04": "done on_time"},
    )
    tasks = ("I.01", "II.05", "III.01", "III.02", "III.09", "V.02")
    year.at(
        "3/6/2025",
        f"done BC-H1 {' '.join(tasks)} --document 'Báo cáo số 60/BC-UBND ngày 03/6/2025'",
        {"BC-H1": "done on_time", **{f"{task} BC-H1": "done on_time" for task in tasks}},
    )
    year.late("10/6/2025", "III.04 2025-05, 10 days")
    year.at("10/6/2025", "export --xlsx --unit VPTK -o di.xlsx")
    filled = {
        "Ngày hoàn thành": datetime(2025, 5, 30),  # noqa: DTZ001
        "Văn bản": "Báo cáo số 55/BC-UBND ngày 30/5/2025",
        "Kết quả": "tiếp nhận 40 hồ sơ",
    }
    fill(year.office, {"III.04": filled})
    year.at("10/6/2025", "collect ve.xlsx --dry-run", says=["III.04"])
    year.at("10/6/2025", "collect ve.xlsx", {"III.04 2025-05": "done on_time"})
    year.at("11/6/2025", "collect ve.xlsx")  # the same file again: nothing twice
    year.at(
        "1/7/2025",
        "done III.04 --milestone 'tháng 6' --on 30/6/2025 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-06": "done on_time"},
    )
    year.at("1/7/2025", "report --half")
    year.counts("1/7/2025", total=67, done=35)


def _until_autumn(year: Year) -> None:
    year.at("15/7/2025", "start VI.04", {"VI.04 2025-Q3": "in_progress in_time"})
    year.at(
        "1/8/2025",
        "done III.04 --milestone 'tháng 7' --on 31/7/2025 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-07": "done on_time"},
    )
    tasks = ("I.01", "II.05", "III.01", "III.02", "III.09")
    year.at(
        "4/9/2025",
        f"done BC-9M {' '.join(tasks)} --document 'Báo cáo số 90/BC-UBND ngày 04/9/2025'",
        {"BC-9M": "done on_time", **{f"{task} BC-9M": "done on_time" for task in tasks}},
    )
    year.late("5/9/2025", "III.04 2025-08, 5 days", "V.02 BC-9M, 1 days")
    year.at(
        "8/9/2025",
        "done V.02 --document 'Báo cáo số 91/BC-UBND ngày 08/9/2025'",
        {"V.02 BC-9M": "done late 4"},
        ["trễ 4 ngày"],
    )
    year.at(
        "8/9/2025",
        "done III.04 --milestone 'tháng 8' --on 31/8/2025 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-08": "done on_time"},
    )
    year.at(
        "25/9/2025",
        "done VI.04 --document 'Tờ trình số 70/TTr-UBND ngày 25/9/2025'",
        {"VI.04 2025-Q3": "done on_time"},
    )
    year.at(
        "30/9/2025",
        "done III.04 --note 'không phát sinh hồ sơ'",
        {"III.04 2025-09": "done on_time"},
        ["mốc 2025-09"],
    )
    year.at("30/9/2025", "report --nine-months")
    year.at("30/9/2025", "find 'hoi doan the'", code=0)
    year.at(
        "10/10/2025",
        "cancel III.04 --milestone 2025-12 --document 'Công văn số 95/UBND-VP ngày 10/10/2025'",
        {"III.04 2025-12": "cancelled none"},
    )
    year.at("10/10/2025", "undo III.04", {"III.04 2025-12": "not_started in_time"})
    year.counts("10/10/2025", total=67, done=46)


def _the_end(year: Year) -> None:
    year.at(
        "20/11/2025",
        "done V.01 --document 'Báo cáo số 110/BC-UBND ngày 20/11/2025'",
        {"V.01 2025-11": "done on_time"},
    )
    tasks = ("I.01", "II.05", "III.01", "III.02", "III.09", "V.02", "VII.03")
    year.at(
        "28/11/2025",
        f"done BC-Y {' '.join(tasks)} --document 'Báo cáo số 115/BC-UBND ngày 28/11/2025'",
        {"BC-Y": "done on_time", **{f"{task} BC-Y": "done on_time" for task in tasks}},
    )
    year.late("5/12/2025", "III.04 2025-10, 35 days", "III.04 2025-11, 5 days")
    for month, days in ((10, 35), (11, 5)):
        year.at(
            "5/12/2025",
            f"done III.04 --milestone 'tháng {month}' --note 'thiếu người'",
            {f"III.04 2025-{month}": f"done late {days}"},
            [f"trễ {days} ngày"],
        )
    year.at(
        "15/12/2025",
        "done VII.03 --document 'Kế hoạch số 130/KH-UBND ngày 15/12/2025'",
        {"VII.03 2025-Q4": "done on_time"},
    )
    year.at(
        "16/12/2025",
        "done VII.04 --document 'Báo cáo số 131/BC-UBND ngày 16/12/2025'",
        {"VII.04 2025-Q4": "done on_time"},
    )
    year.at(
        "20/12/2025",
        "done II.02 II.03 III.15 V.02 --document 'Báo cáo số 135/BC-UBND ngày 20/12/2025'",
        {f"{task} 2025": "done on_time" for task in ("II.02", "II.03", "III.15", "V.02")},
    )
    year.at(
        "22/12/2025",
        "done I.05 --document 'Kế hoạch số 140/KH-UBND ngày 22/12/2025'",
        {"I.05 2025-12": "done on_time"},
    )
    year.counts("31/12/2025", total=67, done=64)
    year.late("31/12/2025")
    assert year.cchc("new", "--from", "2025", "--year", "2026").code in {0, 1}
    draft = (year.office / "plans" / "2026.yaml").read_text(encoding="utf-8")
    assert "nam: 2026" in draft


def _the_january_after(year: Year) -> None:
    year.late(
        "5/1/2026", *(f"{one}, 5 days" for one in ("I.06 2025-12", "III.04 2025-12", "V.03 2025"))
    )
    year.at("5/1/2026", "status", says=["I.06", "V.03"])
    # III.04 goes on in the new year: a task of two years is asked for.
    december = "done III.04 --milestone 2025-12 --on 31/12/2025 --note 'không phát sinh hồ sơ'"
    year.at("5/1/2026", december, code=2, says=["--plan plans/2025.yaml"])
    old = "--plan plans/2025.yaml"
    year.at("5/1/2026", f"{december} {old}", {"III.04 2025-12": "done on_time"})
    year.at(
        "5/1/2026",
        f"done I.06 {old} --document 'Kế hoạch số 141/KH-UBND ngày 30/12/2025'",
        {"I.06 2025-12": "done on_time"},
    )
    year.at(
        "5/1/2026",
        f"done V.03 {old} --document 'Báo cáo số 02/BC-UBND ngày 05/01/2026'",
        {"V.03 2025": "done late 5"},
    )
    year.late("6/1/2026")
    year.counts("6/1/2026", total=67, done=67)
    year.at("6/1/2026", f"report --year {old} --docx -o nam.docx")

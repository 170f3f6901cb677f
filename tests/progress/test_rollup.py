"""A commune's account says of any day what the plan and its ledger say of it."""

import json
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.communes import write_communes
from cchc.plan.cache import NOWHERE, Cache
from cchc.plan.communes import Commune, Fault, communes
from cchc.plan.loader import sound_plan
from cchc.plan.schedule import scheduled, sound_schedule
from cchc.progress import rollup
from cchc.progress.ledger import Ledger
from cchc.progress.ledger_file import ledger_from
from cchc.progress.ledger_set import sound_ledger
from cchc.progress.overview import NO_UNIT, Counts, counts_of, overview
from cchc.progress.rollup import (
    By,
    account_of,
    asked,
    known_account,
    known_sum,
    made_account,
    part,
    rows_of,
    sum_of,
)
from cchc.progress.state import statuses, statuses_over_time
from cchc.progress.worklist import worklist
from tests.conftest import ROOT
from tests.progress.reports import entry

PLAN = scheduled(sound_plan(ROOT / "plans" / "2025.yaml")[1])
LEDGER = sound_ledger(ROOT / "tests" / "golden" / "2025.tien-do.yaml")
DAY = date(2025, 7, 1)
EVENTS = ["hoan_thanh", "huy", "dang_thuc_hien", "mo_lai", "gia_han"]


@st.composite
def events(draw: st.DrawFn) -> list[dict[str, str]]:
    """Return deeds in any order of days, of a few tasks, so that they meet."""
    out = []
    for _ in range(draw(st.integers(0, 14))):
        task = draw(st.sampled_from([t for t in PLAN.tasks if len(t.milestones) > 1][:3]))
        key = draw(st.sampled_from([None, *(m.key for m in task.milestones)]))
        event, day = draw(st.sampled_from(EVENTS)), date(2025, 1, 1) + timedelta(draw(days()))
        more = {"den_ngay": str(day + timedelta(draw(st.integers(-60, 200))))}
        out.append(
            entry(str(day), task.id, event, *([key] if key else []), van_ban="BC số 1",
                  **(more if event == "gia_han" else {}))
        )  # fmt: skip
    return out


def ledgers() -> st.SearchStrategy[Ledger]:
    return events().map(ledger_from)


def days() -> st.SearchStrategy[int]:
    return st.integers(-20, 420)


@given(kept=ledgers(), on=st.lists(days(), min_size=1, max_size=8))
def test_a_milestone_stands_over_time_as_it_does_on_each_day(kept: Ledger, on: list[int]) -> None:
    for task in PLAN.tasks:
        courses = statuses_over_time(task.milestones, kept.of(task.id))
        for n in on:
            day = date(2025, 1, 1) + timedelta(n)
            for course, told in zip(
                courses, statuses(task.milestones, kept.of(task.id), day), strict=True
            ):
                assert [since for since, _ in course] == sorted({since for since, _ in course})
                found = [status for since, status in course if since <= day][-1]
                assert (found.state, found.deadline, found.due, found.done_on) == (
                    told.state,
                    told.deadline,
                    told.due,
                    told.done_on,
                )


@given(kept=ledgers(), on=days())
def test_its_sums_are_those_of_status_on_any_day(kept: Ledger, on: int) -> None:
    day = date(2025, 1, 1) + timedelta(on)
    account, work = account_of(PLAN, kept), worklist(PLAN, kept, day)
    counts, told = sum_of(account, day).counts, overview(PLAN, work)
    assert counts == counts_of(item.status for item in work.items)
    assert (counts.owed, counts.done, counts.overdue) == (
        told.sums.total,
        told.sums.done,
        told.sums.late,
    )
    units = {row.key: row.counts for row in rows_of(account, day, By.UNIT)}
    for code, sums in told.units:
        assert (units[code].owed, units[code].overdue) == (sums.total, sums.late)
    for by in (By.GROUP, By.UNIT, By.QUARTER):
        assert sum((row.counts for row in rows_of(account, day, by)), Counts()) == counts
    late = part(account, day, By.COMMUNE, overdue=True).late
    assert {(one.duty.id, one.key, one.due) for one in late} == {
        (item.id, item.milestone.key, item.status.due) for item in told.late
    }


def _withdrawal(said: dict[str, str]) -> dict[str, str]:
    (meant,) = ledger_from([said]).entries
    return {**entry(said["ngay"], said["nhiem_vu"], "rut_lai"), "muc": meant.wording}


@settings(max_examples=12)  # each validates a plan and two ledgers
@given(said=events(), back=st.sets(st.integers(0, 13)), until=st.sampled_from([2025, 2027]),
       on=st.lists(days(), min_size=1, max_size=3))  # fmt: skip
def test_a_commune_s_files_say_what_its_status_says(
    said: list[dict[str, str]], back: set[int], until: int, on: list[int]
) -> None:
    """Several files with an entry in both, withdrawals, plans of several years; warm as cold."""
    gone = [_withdrawal(one) for n, one in enumerate(said) if n in back]
    half = len(said) // 2
    with TemporaryDirectory() as name:
        home = Path(name, "xa", "plans")
        home.mkdir(parents=True)
        text = (ROOT / "plans" / "2025.yaml").read_text("utf-8")
        (home / "2025.yaml").write_text(
            text.replace("nam: 2025", f"nam: 2025\nden_nam: {until}", 1)
        )
        files = {"": said[: half + 1], "-VPTK": [*said[half:], *gone]}
        for office, entries in files.items():
            lines = [f"- {json.dumps(one, ensure_ascii=False)}\n" for one in entries]
            (home / f"2025.tien-do{office}.yaml").write_text("".join(lines) or "[]\n", "utf-8")
        (commune,) = communes([Path(name)], 2025).communes
        assert len(commune.ledgers) == 2
        cache = Cache(Path(name, "cache"))
        made = made_account(commune, cache)
        assert known_account(commune, cache) == made
        plan = sound_schedule(commune.plan, NOWHERE)
        kept = sound_ledger(home / "2025.tien-do.yaml")
        for n in sorted(on, reverse=True):  # a day before what was asked first is right too
            day = date(2025, 1, 1) + timedelta(n)
            counts = counts_of(item.status for item in worklist(plan, kept, day).items)
            assert known_sum(commune, day, cache) == sum_of(made, day)
            assert sum_of(made, day).counts == counts


def test_what_an_ended_office_led_is_its_successor_s_from_the_day_after() -> None:
    from tests.progress.reports import plan

    account = account_of(scheduled(plan()), Ledger(()))
    before, after = (
        {row.key for row in rows_of(account, day, By.UNIT)}
        for day in (date(2025, 2, 28), date(2025, 3, 1))
    )
    assert before - after == {"CU"}
    assert NO_UNIT in after


# Remembering: the same bytes, the same answer, on whatever day is asked.


@pytest.fixture
def province(tmp_path: Path) -> list[Commune]:
    write_communes(tmp_path / "tinh", 4)
    return communes([tmp_path / "tinh"], 2025).communes


def test_what_is_remembered_is_right_on_other_days_too(
    province: list[Commune], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    made = {commune.label: made_account(commune, cache) for commune in province}
    monkeypatch.setattr(rollup, "sound_schedule", lambda *_: pytest.fail("read again"))
    for commune in province:
        account = known_account(commune, cache)
        assert account == made[commune.label]
        for day in (date(2024, 1, 1), date(2025, 3, 31), date(2025, 4, 1), DAY, date(2027, 1, 1)):
            assert known_sum(commune, day, cache) == sum_of(made[commune.label], day)


def test_another_byte_of_the_ledger_is_another_answer(
    province: list[Commune], tmp_path: Path
) -> None:
    cache, commune = Cache(tmp_path / "cache"), province[0]
    made_account(commune, cache)
    with commune.ledgers[0].open("a", encoding="utf-8") as ledger:
        ledger.write("- {ngay: 2025-06-30, nhiem_vu: BC, trang_thai: hoan_thanh, van_ban: BC}\n")
    assert known_sum(commune, DAY, cache) is None


@pytest.mark.parametrize("spoiled", [b"", b"{}", b'["a",2025,0,"1","1,2"]', b'["a",1,0,"x","y"]'])
def test_a_spoiled_memory_is_none(province: list[Commune], tmp_path: Path, spoiled: bytes) -> None:
    cache = Cache(tmp_path / "cache")
    made_account(province[0], cache)
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(spoiled)
    assert known_sum(province[0], DAY, cache) is None
    assert known_account(province[0], cache) is None


def test_many_are_read_by_several_processes_alike(
    province: list[Commune], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = partial(part, day=DAY, by=By.GROUP, overdue=True)
    alone = {c.label: a for c, a in asked(province, question, NOWHERE)}
    monkeypatch.setattr(rollup, "MANY", 2)
    monkeypatch.setattr(rollup, "processors", lambda: 2)
    province[1].plan.write_text("nam: [", "utf-8")
    together = {c.label: a for c, a in asked(province, question, Cache(tmp_path / "c"))}
    assert isinstance(together.pop(province[1].label), Fault)
    del alone[province[1].label]
    assert together == alone

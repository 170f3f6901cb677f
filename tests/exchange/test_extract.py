"""What is handed out, and under which keys."""

from datetime import date

from cchc.progress.ledger import Role
from tests.exchange.plans import DONE, entry, plan, taken


def test_keys_are_the_task_and_its_milestone() -> None:
    assert [row.key for row in taken().rows] == [
        "I.01 2025-01-31",
        "I.01 2025-06-30",
        "I.02 2025-02-20",
        "I.03 CD",
        "I.04 2025-03-31",
        "BC BC-Q1",
    ]


def test_two_tasks_with_one_id_have_two_keys() -> None:
    twice = {"stt": "01", "moc": [{"den_ngay": "2025-01-31"}]}
    keys = [row.key for row in taken(of=plan([twice, twice])).rows]
    assert keys[:2] == ["I.01 2025-01-31", "I.01 2025-01-31.2"]


def test_an_office_has_its_own_rows_under_the_same_keys() -> None:
    part = taken().of("TPHT")
    expected = ["I.01 2025-01-31", "I.01 2025-06-30", "I.02 2025-02-20", "I.04 2025-03-31"]
    assert [row.key for row in part.rows] == expected
    assert part.title == "Cải cách hành chính năm 2025 - Tư pháp - Hộ tịch"
    assert [row.key for row in taken().of("VP", Role.SUPPORT).rows] == expected[:2]


def test_an_ended_office_has_no_part_of_its_own_but_its_successor_has() -> None:
    assert "CU" not in taken().units
    assert "CU" in taken(day=date(2025, 1, 31)).units
    row = next(row for row in taken().rows if row.item.label == "I.04")
    assert taken().leaders(row) == ("TPHT",)


def test_what_an_ended_office_did_counts_for_its_successor_under_the_old_name() -> None:
    done = entry("2025-01-20", "I.04", "hoan_thanh", van_ban="Báo cáo số 5")
    row = next(row for row in taken(done).rows if row.item.label == "I.04")
    assert row.item.lead.codes == ("CU",)
    assert taken(done).leaders(row) == ("TPHT",)


def test_a_report_is_called_by_its_key() -> None:
    report = taken(DONE).rows[-1]
    assert (report.item.label, report.group) == ("BC-Q1", "BC")

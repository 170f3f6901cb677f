"""The variables of a province's report: its sums in words, its tables, and what is late by name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.dates import Period, vietnamese_date
from cchc.documents.fields import (
    Fields,
    brief,
    issuer,
    letter_fields,
    properties,
    report_attachment,
)
from cchc.documents.report import count_fields
from cchc.plan.communes import Commune, Fault
from cchc.plan.schedule import Agency, Schedule, Signer
from cchc.progress.ledger import REPORTS
from cchc.progress.overview import Counts
from cchc.progress.province import ProvinceLine, Tables, Tally, called
from cchc.progress.rollup import Held, Survey
from cchc.text import fold, roman

if TYPE_CHECKING:
    from cchc.documents.render import Tell

TEMPLATE = "bao-cao-tinh.docx"
MOST_LATE = 1000
"""Milestones that are named in a document; of more, each commune's oldest."""
_NAMED = 10
"""Communes, groups and offices that the text names; the appendix has them all."""


@dataclass(frozen=True, slots=True)
class ReportScope:
    """Of what a report is: the day, and the period whose milestones count, with its name."""

    day: date
    days: Period | None = None
    name: str = ""

    @property
    def about(self) -> str:
        """Return "quý I năm 2025", for the whole of the plans "năm 2025"."""
        return self.name or f"năm {self.day.year}"


class Gathered:
    """What a report needs of all communes, taken one at a time: numbers, and what is late."""

    def __init__(self, asked: ReportScope) -> None:
        """Gather for a report; nothing is taken yet."""
        self.asked = asked
        self._tally = Tally(asked.days)
        self._late: dict[str, tuple[str, int, list[Held]]] = {}
        self._subjects: list[str] = []
        self.years: set[int] = set()

    def add(self, commune: Commune, survey: Survey) -> None:
        """Take a commune."""
        self._tally.add(commune, survey)
        self._subjects.append(survey.subject)
        self.years.add(survey.sum.year)
        if late := self._tally.late(survey):
            self._late[commune.label] = survey.sum.name, len(late), late[:MOST_LATE]

    @property
    def tables(self) -> Tables:
        """Return the tables, which come to the same. Raises `CchcError` if they don't."""
        return self._tally.tables()

    @property
    def subject(self) -> str:
        """Return what all plans are about as far as they say the same, else ""."""
        year = f"năm {self.asked.day.year}"
        heads = {subject.partition(year)[0].strip() for subject in self._subjects}
        head = heads.pop() if len(heads) == 1 else ""
        return head[:1].lower() + head[1:]

    def late(self) -> Iterator[tuple[str, int, list[Held]]]:
        """Yield communes with how much of theirs is late, and as much of it as has room."""
        names = called((label, name) for label, (name, _, _) in self._late.items())
        counts, most = [count for _, count, _ in self._late.values()], MOST_LATE
        while most > 1 and sum(min(count, most) for count in counts) > MOST_LATE:
            most //= 2
        for label, (_, count, held) in sorted(self._late.items()):
            yield names[label], count, held[:most]


def province_fields(plan: Schedule, gathered: Gathered, faulty: Sequence[Fault]) -> Fields:
    """Return the variables of a province's report; `plan` gives its letterhead."""
    asked, tables = gathered.asked, gathered.tables
    letter = letter_fields(plan, f"BC-{issuer(plan)}", asked.day)
    who = _who(tables.communes)
    return letter | {
        "ten_loai": "BÁO CÁO",
        "trich_yeu": _title(gathered, who),
        "ky": asked.about,
        "chot_so_lieu": vietnamese_date(asked.day),
        "mo_dau": _opening(plan, gathered, who),
        "dan_y": list(_outline(gathered, tables, faulty, who)),
        "ket": f"Trên đây là báo cáo {asked.about} về tiến độ thực hiện kế hoạch của {who}./.",
        "kem_theo": report_attachment(plan, asked.day),
        "ten_phu_luc": f"SỐ LIỆU TIẾN ĐỘ {asked.about.upper()} CỦA {who.upper()}",
        "bang": [
            _table(number, title, first, lines, tables.total)
            for number, (title, first, lines) in enumerate(_tables(tables, who), 1)
        ],
        "qua_han": list(_late(gathered)),
    }


def _who(communes: Sequence[ProvinceLine]) -> str:
    """Return what all of them are: "các xã, phường", or what stands for any office."""
    names = [f" {fold(line.name)} " for line in communes]
    kinds = [k for k in _KINDS if any(f" {fold(k)} " in name for name in names)]
    known = all(any(f" {fold(k)} " in name for k in kinds) for name in names)
    return f"các {', '.join(kinds)}" if kinds and known else "các cơ quan, đơn vị"


_KINDS = ("xã", "phường", "thị trấn", "đặc khu")


def _title(gathered: Gathered, who: str) -> str:
    subject = f" {gathered.subject}" if gathered.subject else ""
    return f"Tiến độ thực hiện kế hoạch{subject} {gathered.asked.about} của {who}"


def _opening(plan: Schedule, gathered: Gathered, who: str) -> str:
    asked, count = gathered.asked, len(gathered.tables.communes)
    of = f" {asked.name}" if asked.name else ""
    return (
        f"Căn cứ kế hoạch và sổ theo dõi tiến độ của {count} {_one(who)},"
        f" {plan.agency.in_sentence} tổng hợp, báo cáo tiến độ thực hiện{of} (số liệu tính đến hết"
        f" ngày {vietnamese_date(asked.day)}) như sau:"
    )


def _one(who: str) -> str:
    return who.removeprefix("các ")


# The outline: what the plans and ledgers tell, and what a person is asked to write.


def _outline(
    gathered: Gathered, tables: Tables, faulty: Sequence[Fault], who: str
) -> Iterator[Fields]:
    late = _of_late(tables.total.overdue, sum(len(held) for *_, held in gathered.late()))
    left_out = [f"{fault.path.as_posix()}: {_reason(fault)}" for fault in faulty]
    parts: tuple[tuple[str, list[str], list[str], str], ...] = (
        ("KẾT QUẢ CHUNG", _overview(gathered, tables), [], "chỉ đạo, điều hành nổi bật trong kỳ"),
        (f"TIẾN ĐỘ CỦA {who.upper()}", _ranking(tables, who), _most(tables.communes), ""),
        ("TIẾN ĐỘ THEO NHÓM NHIỆM VỤ, ĐƠN VỊ CHỦ TRÌ", [_GROUPS], _most(tables.groups), ""),
        ("NHIỆM VỤ QUÁ HẠN", [late], [], "nguyên nhân, trách nhiệm"),
        ("CHƯA TỔNG HỢP ĐƯỢC", _LEFT_OUT if left_out else [], left_out, ""),
        ("PHƯƠNG HƯỚNG, KIẾN NGHỊ", [], [], "giải pháp thời gian tới; kiến nghị, đề xuất"),
    )
    filled = [part for part in parts if any(part[1:])]
    for number, (title, paragraphs, points, asked) in enumerate(filled, 1):
        yield {
            "de_muc": f"{roman(number)}. {title}",
            "doan": paragraphs,
            "y": points,
            "can_viet": asked,
        }


_GROUPS = "Số liệu đầy đủ theo nhóm, theo đơn vị đứng đầu chủ trì và theo quý tại Phụ lục kèm theo."
_LEFT_OUT = ["Những nơi sau đây chưa có trong số liệu:"]


def _reason(fault: Fault) -> str:
    head, *faults = fault.why.splitlines()
    return (faults[0] if faults else head).strip().removeprefix(f"{fault.path}: ")


def _overview(gathered: Gathered, tables: Tables) -> list[str]:
    counts = tables.total
    gone = f"; đã hủy {counts.cancelled} (đứng ngoài tổng)" if counts.cancelled else ""
    share = f" ({counts.done / counts.owed:.1%})".replace(".", ",") if counts.owed else ""
    filled = (
        f"Có {counts.owed} mốc công việc có hạn, mỗi mốc tính một lần. Đã hoàn thành"
        f" {counts.done}{share}: đúng hạn {counts.on_time}, trễ hạn {counts.late}. Chưa hoàn thành"
        f" {counts.open}: còn trong hạn {counts.in_time}, quá hạn {counts.overdue}{gone}."
    )
    said = [filled]
    if tables.shared:
        said.append(
            f"Trong đó {tables.shared} mốc có nhiều đơn vị cùng chủ trì: mỗi mốc tính một lần, cho"
            " đơn vị đứng đầu, nên cộng các đơn vị vẫn bằng tổng."
        )
    if len(gathered.years) > 1:
        years = ", ".join(map(str, sorted(gathered.years)))
        said.append(f"Các kế hoạch thuộc những năm khác nhau ({years}), được cộng chung.")
    return said


def _ranking(tables: Tables, who: str) -> list[str]:
    late = sum(line.counts.overdue > 0 for line in tables.communes)
    count, one = len(tables.communes), _one(who)
    if not late:
        return [f"Cả {count} {one} không có mốc nào quá hạn."]
    clean = f"{count - late}/{count} {one} không có mốc quá hạn; {late} {one} còn mốc quá hạn"
    return [f"{clean}{', nhiều nhất là:' if late > _NAMED else ':'}"]


def _most(lines: Iterable[ProvinceLine]) -> list[str]:
    """Return the lines with most overdue, as points."""
    late = [line for line in lines if line.counts.overdue]
    late.sort(key=lambda line: (-line.counts.overdue, fold(line.name)))
    return [
        f"{brief(line.name, 120)}: {line.counts.overdue} mốc quá hạn trên {line.counts.owed} mốc."
        for line in late[:_NAMED]
    ]


def _of_late(count: int, named: int) -> str:
    if not count:
        return "Không có mốc công việc nào quá hạn chưa hoàn thành."
    what = "kể tên" if named == count else "của mỗi nơi kể tên những mốc lâu nhất"
    return f"Còn {count} mốc công việc quá hạn chưa hoàn thành, {what} tại mục 5 Phụ lục kèm theo."


# The tables of the appendix.


def _tables(tables: Tables, who: str) -> Iterator[tuple[str, str, Iterable[ProvinceLine]]]:
    one = _one(who).capitalize()
    communes = sorted(tables.communes, key=lambda c: (-c.counts.overdue, fold(c.name)))
    yield f"Theo {_one(who)}, nhiều mốc quá hạn nhất xếp trước", one, communes
    yield f"Theo nhóm nhiệm vụ, cộng mọi {_one(who)}", "Nhóm nhiệm vụ", tables.groups
    shared = "mốc có nhiều đơn vị chủ trì tính cho đơn vị đứng đầu"
    yield f"Theo đơn vị chủ trì ({shared})", "Đơn vị chủ trì", tables.units
    yield "Theo quý có hạn", "Quý", tables.quarters


def _table(
    number: int, title: str, first: str, lines: Iterable[ProvinceLine], total: Counts
) -> Fields:
    return {
        "tieu_de": f"{number}. {title}:",
        "cot": first,
        "hang": [_counts(line) for line in lines],
        "cong": _counts(ProvinceLine("Cộng", total)),
    }


def _counts(line: ProvinceLine) -> Fields:
    # As on every screen of the province: what is cancelled stands outside the total.
    return count_fields("", line.name, line.counts) | {"tong": str(line.counts.owed)}


def _late(gathered: Gathered) -> Iterator[Fields]:
    for name, count, held in gathered.late():
        more = f", {len(held)} mốc lâu nhất" if count > len(held) else ""
        rows = [_row(number, one, gathered.asked.day) for number, one in enumerate(held, 1)]
        yield {"ten": f"{name} ({count} mốc{more})", "viec": rows}


def _row(number: int, held: Held, day: date) -> Fields:
    own = held.duty.id == REPORTS  # of the plan itself: its content says which
    return {
        "tt": str(number),
        "ma": "" if own else held.duty.id,
        "noi_dung": brief(held.duty.content, 150) + ("" if own else f" ({held.duty.id})"),
        "moc": "" if own else brief(held.action, 100),
        "chu_tri": held.unit,
        "han": vietnamese_date(held.due),
        "qua_han": f"{(day - held.due).days}\u00a0ngày" if held.due else "",
    }


# On paper, with the letterhead of whoever reports.

_DOTS = "………………"
BLANK = Schedule(
    *(0, 0, "KẾ HOẠCH", "", None, None, _DOTS, None),
    Agency(None, f"ỦY BAN NHÂN DÂN TỈNH {_DOTS}", f"Ủy ban nhân dân tỉnh {_DOTS}"),
    Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", _DOTS),
    *(("Lưu: VT",), {}, {}, {}, (), (), ()),
)
"""The head and foot of a report by nobody knows whom: to be filled in by hand."""


def render_province(
    plan: Schedule,
    gathered: Gathered,
    faulty: Sequence[Fault],
    template: Path,
    *,
    tell: "Tell" = len,
) -> bytes:
    """Return the province's report as a .docx: same communes, same bytes. Nothing is written.

    Raises `RefusedFile`, or what is wrong in the template.
    """
    fields = province_fields(plan, gathered, faulty)
    about = properties(plan, f"BÁO CÁO {fields['trich_yeu']}", gathered.asked.day)
    from cchc.documents.render import render

    return render(template, fields, about, tell)

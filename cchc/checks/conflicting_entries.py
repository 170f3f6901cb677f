"""Hai mục của sổ theo dõi nói hai điều khác nhau về cùng một mốc.

Vì sao: hai người cùng ghi rồi git gộp lại, nên một mốc được hoàn thành hoặc hủy hai lần, hay được
gia hạn đến hai ngày. cchc tính theo mục nào là chuyện may rủi; người ghi phải chọn.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: hoan_thanh, van_ban: A}
    - {ngay: 2025-01-27, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: huy, van_ban: B}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: hoan_thanh, van_ban: A}
    - {ngay: 2025-01-27, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: huy, van_ban: B}
    - {ngay: 2025-01-28, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: mo_lai, ghi_chu: ghi trùng}
    - {ngay: 2025-01-28, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: hoan_thanh, van_ban: A}
"""

from collections.abc import Iterator, Sequence

from cchc.checks.deeds import stories
from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity
from cchc.progress.chronicle import Before, Happening
from cchc.progress.course import State
from cchc.progress.entries import Deed

NAME = "conflicting-entries"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry that closes what is closed, or moves a due date to another day at once.

    What was reopened or extended later is settled.
    """
    for story in stories(subject):
        said: set[tuple[str, ...]] = set()
        for place, happening in enumerate(story):
            words = tuple(happening.entry.written().values())
            if words not in said and (happening.again or happening.entry.until):
                earlier, later = story[:place], story[place + 1 :]
                yield from _nothing_open(happening, later)
                yield from _closed_again(happening, later)
                yield from _moved_again(happening, earlier, later)
            said.add(words)


def _nothing_open(happening: Happening, later: Sequence[Happening]) -> Iterator[Finding]:
    entry = happening.entry
    settled = any(h.entry.deed is Deed.REOPEN for h in later)
    if happening.again and not happening.about and not settled:
        message = f"{entry.task} không còn mốc nào mở khi ghi mục này"
        way = f'xóa mục này, hoặc `cchc reopen {entry.task} --note "lý do"` rồi ghi lại mục đúng'
        yield Finding((*entry.where, "trang_thai"), message, way)


def _closed_again(happening: Happening, later: Sequence[Happening]) -> Iterator[Finding]:
    entry = happening.entry
    for before in happening.about if happening.again else ():
        adds = before.state is State.DONE and not before.document and entry.document
        if adds and entry.deed is Deed.DONE:
            continue
        if not _touched(later, before, Deed.REOPEN):
            key = before.milestone.key
            message = f"{entry.task} mốc {key} {_closed(before)}, mục này lại đóng lần nữa"
            way = (
                f'`cchc reopen {entry.task} --milestone {key} --note "lý do"` rồi ghi lại mục đúng'
            )
            yield Finding((*entry.where, "trang_thai"), message, way)


def _moved_again(
    happening: Happening, earlier: Sequence[Happening], later: Sequence[Happening]
) -> Iterator[Finding]:
    entry = happening.entry
    rivals = [h for h in earlier if h.entry.until and h.entry.day == entry.day]
    for before in happening.about if entry.until else ():
        others = [h.entry.until for h in rivals if _touched([h], before, Deed.EXTEND)]
        other = others[-1] if others else entry.until
        if other and entry.until and other != entry.until:
            if _touched(later, before, Deed.EXTEND):
                continue
            message = f"{entry.task} mốc {before.milestone.key} cùng ngày gia hạn đến"
            message += f" {written(other)} và {written(entry.until)}"
            way = "ghi thêm một lần `cchc extend` với hạn đúng, hoặc xóa mục sai"
            yield Finding((*entry.where, "den_ngay"), message, way)


def _touched(happenings: Sequence[Happening], before: Before, deed: Deed) -> bool:
    key = before.milestone.key
    return any(
        h.entry.deed is deed and key in [b.milestone.key for b in h.about] for h in happenings
    )


def _closed(before: Before) -> str:
    happened = f"đã xong ngày {written(before.done_on)}" if before.done_on else "đã hủy"
    return f"{happened} theo {before.document}" if before.document else happened

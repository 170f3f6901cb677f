"""Rules about the ledger: what its entries say against the plan and against each other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc.checks.registry import About, rule
from cchc.checks.subject import Subject, stories, written
from cchc.diagnostics import Finding, Severity
from cchc.errors import system_reason
from cchc.plan.schedule import is_known_period, report_milestones, task_milestones
from cchc.progress.ledger import REPORTS, Entry, Event, source
from cchc.progress.record import digest
from cchc.progress.state import Before, Happening, State
from cchc.references import doubts
from cchc.text import nearest
from cchc.timing import Milestone, read


@rule("reporting-entry", Severity.ERROR)
def reporting_entry(subject: Subject) -> Iterator[Finding]:
    """Mục của lịch báo cáo thiếu hạn, có hai hạn, hoặc nêu kỳ không rõ.

    Vì sao: mỗi mục phải cho đúng một ngày; kỳ lạ thì không biết nhiệm vụ "định kỳ báo cáo"
    đến hạn lúc nào.

    Sai:

        - {ky: quý I, truoc: 05/3, cham_nhat: 05/3}

    Đúng:

        - {ky: quý I, truoc: 05/3}
    """
    for i, entry in enumerate(subject.plan.reporting):
        where = ("che_do_bao_cao", i)
        if not is_known_period(entry.period):
            message = f'không có kỳ báo cáo "{entry.period[:40]}"'
            yield Finding((*where, "ky"), message, "viết quý I … quý IV, 6 tháng, 9 tháng hoặc năm")
        if entry.before and entry.by:
            message = "báo cáo vừa có truoc vừa có cham_nhat"
            yield Finding((*where, "cham_nhat"), message, "giữ một trong hai", at_key=True)
        if not entry.before and not entry.by:
            hint = "thêm truoc: 05/3 (trước ngày) hoặc cham_nhat: 05/3 (chậm nhất ngày)"
            yield Finding((*where, "truoc"), "báo cáo không có hạn", hint)


@rule("ledger-unknown-task", Severity.ERROR, About.LEDGER)
def ledger_unknown_task(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi ghi cho một nhiệm vụ mà kế hoạch không có.

    Vì sao: mục ấy không tính cho nhiệm vụ nào, nên việc đã xong vẫn bị coi là chưa làm.

    Sai:

        - {ngay: 2025-01-24, nhiem_vu: II.40, trang_thai: dang_thuc_hien}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}
    """
    # Of an appendix that could not all be read, nobody knows what tasks it has.
    if subject.refused(("phu_luc",)):
        return
    known = [*subject.tasks, *([REPORTS] if subject.plan.reporting else ())]
    for entry in subject.ledger.counted:
        if entry.task not in known:
            near = nearest(entry.task[:40], known)
            hint = f"có phải: {', '.join(near)}?" if near else "`cchc list` liệt kê các nhiệm vụ"
            message = f'không có nhiệm vụ "{entry.task[:40]}"'
            yield Finding((*entry.where, "nhiem_vu"), message, hint)


@rule("withdrawal-of-nothing", Severity.ERROR, About.LEDGER)
def withdrawal_of_nothing(subject: Subject) -> Iterator[Finding]:
    """Mục rut_lai nêu một mục mà phía trước nó trong sổ không có.

    Vì sao: mục định rút vẫn được tính, vì lời của nó khác với lời được nêu, hoặc vì khi ghép hai
    bản của sổ nó đã đứng xuống dưới.

    Sai:

        - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: rut_lai, muc: "báo cáo hôm qua"}

    Đúng:

        - {ngay: 2025-03-03, nhiem_vu: I.01, trang_thai: dang_thuc_hien}
    """
    for entry in subject.ledger.idle:
        message = "phía trước trong sổ không có mục nào nói đúng như vậy để rút lại"
        hint = "dùng `cchc undo MÃ`, hoặc chép đúng lời của mục"
        yield Finding((*entry.where, "muc"), message, hint)


@rule("ledger-unknown-milestone", Severity.ERROR, About.LEDGER)
def ledger_unknown_milestone(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi ghi cho một mốc mà nhiệm vụ không có.

    Vì sao: mục ấy không tính cho mốc nào, nên việc đã xong vẫn bị coi là chưa làm.

    Sai:

        - {ngay: 2025-03-28, nhiem_vu: I.01, moc: 2025-Q2, trang_thai: dang_thuc_hien}

    Đúng:

        - {ngay: 2025-03-28, nhiem_vu: I.01, moc: 2025-Q1, trang_thai: dang_thuc_hien}
    """
    for entry in subject.ledger.counted:
        keys = [m.key for m in _milestones(subject, entry.task)] if entry.milestone else []
        if entry.milestone and keys and entry.milestone not in keys:
            owner = "lịch báo cáo" if entry.task == REPORTS else f"nhiệm vụ {entry.task}"
            message = f'{owner} không có mốc "{entry.milestone[:40]}"'
            yield Finding((*entry.where, "moc"), message, f"các mốc: {', '.join(keys)}")


def _milestones(subject: Subject, task_id: str) -> Sequence[Milestone]:
    """Return the milestones of a task, none where they can't all be known."""
    if task_id == REPORTS:
        lost = subject.refused(("che_do_bao_cao",))
        return () if lost else report_milestones(subject.plan)
    task = subject.tasks.get(task_id)
    if task is None or subject.refused(task.where):
        return ()
    understood = task.milestones or read(task.timing or "", subject.plan.year).understood
    return task_milestones(subject.plan, task) if understood else ()


@rule("done-without-document", Severity.ERROR, About.LEDGER)
def done_without_document(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi ghi hoàn thành mà không có văn bản.

    Vì sao: hoàn thành thì phải có văn bản chứng minh (số, ký hiệu, ngày), hoặc nói vì sao không có.

    Sai:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh}

    Đúng:

        - ngay: 2025-01-24
          nhiem_vu: II.04
          trang_thai: hoan_thanh
          van_ban: Quyết định số 15/QĐ-UBND ngày 24/01/2025
    """
    for entry in subject.ledger.counted:
        if entry.event is Event.DONE and not (entry.document or entry.note or entry.result):
            message = f"nhiệm vụ {entry.task} ghi hoàn thành mà không có văn bản"
            hint = "thêm van_ban (số, ký hiệu, ngày); không có văn bản thì ghi_chu vì sao"
            yield Finding((*entry.where, "trang_thai"), message, hint)


@rule("future-entry", Severity.ERROR, About.LEDGER)
def future_entry(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi ghi việc của một ngày chưa đến.

    Vì sao: sổ ghi việc đã xảy ra; ngày trong tương lai thường là gõ nhầm năm hoặc đảo ngày với
    tháng.

    Sai (hôm nay 15/02/2025):

        - {ngay: 2026-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}
    """
    for entry in subject.ledger.counted:
        if entry.day > subject.as_of:
            message = f"ngày {written(entry.day)} chưa đến (đang xét ngày {written(subject.as_of)})"
            yield Finding((*entry.where, "ngay"), message, "sửa ngày; sổ chỉ ghi việc đã xảy ra")


@rule("ledger-of-another-year", Severity.WARNING, About.LEDGER)
def ledger_of_another_year(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi là của một năm khác.

    Vì sao: mọi mục đều nằm ngoài thời gian của kế hoạch, thường vì chép nhầm tệp của năm khác.

    Sai (kế hoạch năm 2025):

        - {ngay: 2022-03-31, nhiem_vu: I.01, trang_thai: dang_thuc_hien}

    Đúng:

        - {ngay: 2025-03-31, nhiem_vu: I.01, trang_thai: dang_thuc_hien}
    """
    if strange(subject):
        first, *_ = subject.ledger.counted
        years = sorted({entry.day.year for entry in subject.ledger.counted})
        shown = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
        message = f"cả sổ ghi cho năm {shown}, kế hoạch là của năm {subject.plan.year}"
        hint = "đặt đúng tên tệp của từng năm: 2025.yaml đi với 2025.tien-do.yaml"
        yield Finding((*first.where, "ngay"), message, hint)


def strange(subject: Subject) -> bool:
    """Return whether every entry is of a year that isn't the plan's, nor the one beside it."""
    entries, year = subject.ledger.counted, subject.plan.year
    return bool(entries) and all(abs(entry.day.year - year) > 1 for entry in entries)


@rule("entry-before-plan", Severity.WARNING, About.LEDGER)
def entry_before_plan(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi ghi việc của một ngày trước khi kế hoạch được ban hành.

    Vì sao: chưa có kế hoạch thì chưa có nhiệm vụ để làm; thường là gõ nhầm năm.

    Sai (kế hoạch ban hành tháng 12/2024):

        - {ngay: 2024-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: dang_thuc_hien}
    """
    issued = subject.plan.issued
    if not issued or strange(subject):
        return
    for entry in subject.ledger.counted:
        if entry.day < issued.earliest:
            message = f"ngày {written(entry.day)} trước khi kế hoạch được ban hành ({issued})"
            hint = "sửa ngay, hoặc ngay_ban_hanh trong kế hoạch"
            yield Finding((*entry.where, "ngay"), message, hint)


@rule("doubled-entry", Severity.WARNING, About.LEDGER)
def doubled_entry(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi có hai mục giống hệt nhau.

    Vì sao: khi git gộp hai nhánh, một mục có thể được chép hai lần. cchc tính một lần, người đọc sổ
    thì thấy hai.

    Sai:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, ghi_chu: không phát sinh}
        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, ghi_chu: không phát sinh}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, ghi_chu: không phát sinh}
    """
    seen: dict[tuple[int, Entry], Entry] = {}
    for entry in subject.ledger.entries:
        if entry.event is Event.WITHDRAW or subject.ledger.is_withdrawn(entry):
            continue
        first = seen.setdefault((source(entry), entry), entry)
        if first is not entry:
            message = f"mục này đã có ở dòng {_line(subject, first)}"
            yield Finding(entry.where, message, "xóa một trong hai mục")


def _line(subject: Subject, entry: Entry) -> int:
    document, where = subject.books.place(entry.where)
    return document.source.place(document.tree.span(where).start)[0]


@rule("conflicting-entries", Severity.ERROR, About.LEDGER)
def conflicting_entries(subject: Subject) -> Iterator[Finding]:
    """Hai mục của sổ theo dõi nói hai điều khác nhau về cùng một mốc.

    Vì sao: hai người cùng ghi rồi git gộp lại, nên một mốc được hoàn thành hoặc hủy hai lần,
    hay được gia hạn đến hai ngày. cchc tính theo mục nào là chuyện may rủi; người ghi phải
    chọn.

    Sai:

        - {ngay: 2025-01-24, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: hoan_thanh, van_ban: A}
        - {ngay: 2025-01-27, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: huy, van_ban: B}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: hoan_thanh, van_ban: A}
        - {ngay: 2025-01-27, nhiem_vu: II.04, moc: 2025-01-31, trang_thai: huy, van_ban: B}
        - {ngay: 2025-01-28, nhiem_vu: II.04, trang_thai: rut_lai, muc: "ngay: 2025-01-27; nhiem_vu: II.04; moc: 2025-01-31; trang_thai: huy; van_ban: B"}
    """  # noqa: E501 - an example is one line, as the ledger writes it
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
    settled = any(h.entry.event is Event.REOPEN for h in later)
    if happening.again and not happening.about and not settled:
        message = f"{entry.task} không còn mốc nào mở khi ghi mục này"
        way = f"ghi nhầm thì `cchc undo {entry.task}` rút lại mục sai"
        yield Finding((*entry.where, "trang_thai"), message, way)


def _closed_again(happening: Happening, later: Sequence[Happening]) -> Iterator[Finding]:
    entry = happening.entry
    for before in happening.about if happening.again else ():
        adds = before.state is State.DONE and not before.document and entry.document
        if adds and entry.event is Event.DONE:
            continue
        if not _touched(later, before, Event.REOPEN):
            key = before.milestone.key
            message = f"{entry.task} mốc {key} {_closed(before)}, mục này lại đóng lần nữa"
            way = f"`cchc undo {entry.task} --entry SỐ` rút lại mục sai (`cchc show {entry.task}`)"
            yield Finding((*entry.where, "trang_thai"), message, way)


def _moved_again(
    happening: Happening, earlier: Sequence[Happening], later: Sequence[Happening]
) -> Iterator[Finding]:
    entry = happening.entry
    rivals = [h for h in earlier if h.entry.until and h.entry.day == entry.day]
    for before in happening.about if entry.until else ():
        others = [h.entry.until for h in rivals if _touched([h], before, Event.EXTEND)]
        other = others[-1] if others else entry.until
        if other and entry.until and other != entry.until:
            if _touched(later, before, Event.EXTEND):
                continue
            message = f"{entry.task} mốc {before.milestone.key} cùng ngày gia hạn đến"
            message += f" {written(other)} và {written(entry.until)}"
            way = f"`cchc undo {entry.task} --entry SỐ` rút lại mục sai (`cchc show {entry.task}`)"
            yield Finding((*entry.where, "den_ngay"), message, way)


def _touched(happenings: Sequence[Happening], before: Before, event: Event) -> bool:
    key = before.milestone.key
    return any(
        h.entry.event is event and key in [b.milestone.key for b in h.about] for h in happenings
    )


def _closed(before: Before) -> str:
    happened = f"đã xong ngày {written(before.done_on)}" if before.done_on else "đã hủy"
    return f"{happened} theo {before.document}" if before.document else happened


@rule("extension-backwards", Severity.WARNING, About.LEDGER)
def extension_backwards(subject: Subject) -> Iterator[Finding]:
    """Sổ theo dõi dời hạn về một ngày đã qua.

    Vì sao: hạn có thể rút ngắn, nhưng ngày mới trước cả hạn đang có lẫn ngày quyết định thường là
    gõ nhầm, và biến việc đúng hạn thành quá hạn.

    Sai (hạn đang có là 31/3/2025):

        - {ngay: 2025-03-20, nhiem_vu: I.01, trang_thai: gia_han, den_ngay: 2025-03-15, van_ban: A}

    Đúng:

        - {ngay: 2025-03-20, nhiem_vu: I.01, trang_thai: gia_han, den_ngay: 2025-04-15, van_ban: A}
    """
    for happening in (happening for story in stories(subject) for happening in story):
        until = happening.entry.until
        due = happening.about[0].due if happening.about else None
        if until and due and until < min(due, happening.entry.day):
            message = f"gia hạn đến {written(until)} mà hạn đang có là {written(due)}"
            yield Finding((*happening.entry.where, "den_ngay"), message, "sửa den_ngay, hoặc năm")


@rule("proof-after-deed", Severity.WARNING, About.LEDGER)
def proof_after_deed(subject: Subject) -> Iterator[Finding]:
    """Văn bản chứng minh đề ngày sau việc mà nó chứng minh, hoặc ngày chưa đến.

    Vì sao: việc hoàn thành khi văn bản được ký; văn bản đề ngày sau thường là gõ nhầm ngày hoặc năm.

    Sai:

        - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: hoan_thanh, van_ban: 5/QĐ-UB ngày 24/01/2026}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: I.01, trang_thai: hoan_thanh, van_ban: 5/QĐ-UB ngày 24/01/2025}
    """  # noqa: E501 - an example is one line, as the ledger writes it
    for entry in subject.ledger.counted:
        for doubt in doubts(entry.document or "", entry.day, subject.as_of):
            yield Finding((*entry.where, "van_ban"), doubt, "sửa ngày của văn bản hoặc ngay")


@rule("missing-proof-file", Severity.WARNING, About.LEDGER)
def missing_proof_file(subject: Subject) -> Iterator[Finding]:
    """Không có tệp mà sổ theo dõi ghi là văn bản chứng minh.

    Vì sao: khi kiểm tra, thanh tra hỏi đến thì không đưa ra được văn bản.

    Sai:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, van_ban: A, tep: khong-co.pdf}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, van_ban: A, tep: qd-15.pdf}
    """
    folder = subject.document.path.parent
    for entry in subject.ledger.counted:
        if entry.file and not (folder / entry.file).is_file():
            message = f"không có tệp {entry.file[:80]} (tính từ thư mục của kế hoạch)"
            yield Finding((*entry.where, "tep"), message, "chép tệp vào đúng chỗ, hoặc sửa tep")


@rule("changed-proof-file", Severity.ERROR, About.LEDGER)
def changed_proof_file(subject: Subject) -> Iterator[Finding]:
    """Tệp văn bản chứng minh đã khác với lúc ghi sổ.

    Vì sao: sổ giữ mã SHA-256 của tệp khi ghi; mã khác nghĩa là tệp đã bị sửa, bị thay, hoặc hỏng.

    Sai:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, tep: qd-15.pdf, sha256: 00…}

    Đúng:

        - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, tep: qd-15.pdf, sha256: ba…}
    """
    folder = subject.document.path.parent
    # A file that was replaced on purpose is recorded anew: only its last digest counts.
    last = {entry.file: entry for entry in subject.ledger.counted if entry.file and entry.sha256}
    for file, entry in last.items():
        if fault := _fault(folder / file, entry.sha256):
            hint = "lấy lại tệp gốc; nếu tệp mới là đúng thì `cchc undo MÃ` rồi ghi lại"
            yield Finding((*entry.where, "sha256"), f"tệp {file[:80]} {fault}", hint)


def _fault(file: Path, recorded: str | None) -> str:
    if not file.is_file():
        return ""
    try:
        return "" if digest(file) == recorded else "đã khác với lúc ghi sổ"
    except OSError as error:
        return f"không đọc được: {system_reason(error)}"

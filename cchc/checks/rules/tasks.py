"""Rules about tasks: numbers, and cells that may not be empty."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from cchc.checks.registry import rule
from cchc.checks.subject import Subject, headings, numbers
from cchc.diagnostics import Finding, Severity, Where
from cchc.plan.lookup import IdKey, id_key
from cchc.plan.models import Appendix, Plan, Task
from cchc.text import fold, nearest


@rule("stt-form", Severity.WARNING)
def stt_form(subject: Subject) -> Iterator[Finding]:
    """STT không làm được mã nhiệm vụ.

    Vì sao: mã nhiệm vụ là nhóm và STT ("II.04"). STT trống thì mã theo thứ tự dòng, chèn thêm một
    dòng là mã đổi, việc đã ghi sổ sang nhiệm vụ khác; STT có dấu cách hoặc "/" thì khó gõ đúng. Mã
    riêng (ma:) không in ra giấy.

    Sai:

        stt: "1/2"

    Đúng:

        stt: "1/2"
        ma: CCHC-1
    """
    rows = [task for tasks in numbers(subject.plan) for task, _ in tasks if not task.code]
    for task in rows:
        if re.search(r"[\s/]", task.number):
            message = f'STT "{task.number[:20]}" có dấu cách hoặc "/", khó gõ thành mã'
            yield Finding((*task.where, "stt"), message, _OWN_CODE)
    # All of a column may be blank: one word for all of them.
    if blank := [task for task in rows if not task.number]:
        message = f"{len(blank)} nhiệm vụ không có STT, mã theo thứ tự dòng như {blank[0].id}"
        yield Finding((*blank[0].where, "stt"), message, _OWN_CODE)


_OWN_CODE = "thêm mã riêng cho nhiệm vụ, như 'ma: CCHC-1'; mã riêng không in"


@rule("duplicate-task-id", Severity.ERROR)
def duplicate_task_id(subject: Subject) -> Iterator[Finding]:
    """Hai nhiệm vụ trùng mã.

    Vì sao: tiến độ ghi theo mã nhiệm vụ, nên việc xong của nhiệm vụ này sẽ ghi vào nhiệm vụ kia.

    Sai:

        - stt: "04"
        - stt: "04"

    Đúng:

        - stt: "04"
        - stt: "05"
    """
    first: dict[IdKey, Task] = {}
    for task in subject.plan.rows:
        earlier = first.setdefault(id_key(task.id), task)
        if earlier is not task:
            key = "ma" if task.code else "stt"
            line = subject.line((*earlier.where, "ma" if earlier.code else "stt"))
            message = f"trùng mã {earlier.id} với nhiệm vụ ở dòng {line}"
            yield Finding((*task.where, key), message, _another(subject.plan, task))


def _another(plan: Plan, task: Task) -> str:
    """Return the way out for a number that is taken."""
    for tasks in numbers(plan):
        if any(one is task and taken for one, taken in tasks):
            free = max(taken or 0 for _, taken in tasks) + 1
            return f"đánh số khác, như \"{free:02}\", hoặc thêm mã riêng, như 'ma: CCHC-1'"
    return _OWN_CODE


@rule("stt-order", Severity.WARNING)
def stt_order(subject: Subject) -> Iterator[Finding]:
    """STT nhỏ hơn STT của nhiệm vụ đứng trước trong cùng nhóm.

    Vì sao: phụ lục in theo thứ tự của tệp; số lộn xộn thường là dòng chép nhầm chỗ. Bản gốc đánh số
    lại từ đầu giữa nhóm thì ghi rõ lý do.

    Sai:

        - stt: "03"
        - stt: "02"

    Đúng:

        - stt: "02"
        - stt: "03"
    """
    for tasks in numbers(subject.plan):
        before = 0
        for task, number in tasks:
            if number is not None and number < before:
                message = f"STT {number:02} đứng sau STT {before:02}"
                yield Finding((*task.where, "stt"), message, "xếp lại nhiệm vụ, hoặc sửa STT")
            before = number or before


@rule("stt-gap", Severity.WARNING)
def stt_gap(subject: Subject) -> Iterator[Finding]:
    """STT nhảy cách, thiếu số ở giữa.

    Vì sao: thiếu số thường là sót một nhiệm vụ khi chép. Văn bản gốc thiếu thật thì ghi rõ lý do.
    STT chạy tiếp từ nhóm trước sang nhóm sau không phải là thiếu.

    Sai:

        - stt: "02"
        - stt: "04"

    Đúng:

        - stt: "02"
        # cchc: bo-qua stt-gap -- văn bản gốc không có nhiệm vụ 03
        - stt: "04"
    """
    last = 0
    for tasks in numbers(subject.plan):
        present = {number for _, number in tasks}
        runs_on = bool(tasks) and tasks[0][1] == last + 1
        before: int | None = last if runs_on else 0
        for task, number in tasks:
            if number is not None and before is not None:
                missing = (n for n in range(before + 1, number) if n not in present)
                ids = [f"{task.group}.{n:02}".lstrip(".") for n in islice(missing, 6)]
                if ids:
                    yield Finding((*task.where, "stt"), _message(before, number, ids), _HINT)
            before = number
            last = number or last


def _message(before: int, number: int, ids: list[str]) -> str:
    jump = f"nhảy từ {before:02} sang {number:02}" if before else f"bắt đầu từ {number:02}"
    return f"STT {jump}: thiếu {', '.join(ids[:5])}{', …' if len(ids) > 5 else ''}"


_HINT = "thêm nhiệm vụ thiếu hoặc đánh lại số; đúng là thiếu: # cchc: bo-qua stt-gap -- lý do"


@rule("own-column", Severity.ERROR)
def own_column(subject: Subject) -> Iterator[Finding]:
    """Cột khai ở phu_luc.cot và ô của nhiệm vụ không khớp nhau.

    Vì sao: ô của cột không khai thì không in, chữ mất trên giấy mà không ai biết. Cột riêng khai ở
    phu_luc.cot theo thứ tự in: [stt, noi_dung, …, {khoa: kinh_phi, tieu_de: Nguồn kinh phí}].

    Sai:

        khac: {kinh_phi: Ngân sách xã}

    Đúng:

        ghi_chu: Ngân sách xã
    """
    appendix = subject.plan.appendix
    if appendix is None:
        return
    yield from _twice(appendix)
    for task in subject.plan.rows:
        for key, where in _filled(task):
            if key not in appendix.keys:
                near = nearest(key, appendix.keys)
                hint = f"có phải: {', '.join(near)}? hoặc " if near else ""
                message = f'phu_luc.cot không có cột "{key[:40]}", nên ô này không được in'
                yield Finding((*task.where, *where), message, f"{hint}thêm cột vào phu_luc.cot")


def _twice(appendix: Appendix) -> Iterator[Finding]:
    for i, key in enumerate(appendix.keys):
        if key in appendix.keys[:i]:
            yield Finding(("phu_luc", "cot", i), f'cột "{key[:40]}" khai hai lần', "bỏ bớt một cột")
        if key in {"ma", "moc", "khac", "phan_viec"}:
            hint = "đặt khóa khác cho cột, như kinh_phi"
            yield Finding(("phu_luc", "cot", i), f'"{key}" không phải là cột', hint)


def _filled(task: Task) -> Iterator[tuple[str, Where]]:
    """Yield the keys of the cells that say something, with their places in the task."""
    cells = {
        "stt": task.number,
        "noi_dung": task.content,
        "chu_tri": not task.lead.empty,
        # The office's own words in the cell of the lead may say who helps, too: they are printed.
        "phoi_hop": task.support.wording or (task.support.codes and not _says_support(task)),
        "san_pham": task.products,
        "thoi_gian": task.timing,
        "ghi_chu": task.note,
    }
    yield from ((key, (key,)) for key, said in cells.items() if said)
    yield from ((key, ("khac", key)) for key, said in task.other.items() if said)


def _says_support(task: Task) -> bool:
    return "phoi hop" in fold(task.lead.wording or "")


@rule("empty-content", Severity.ERROR)
def empty_content(subject: Subject) -> Iterator[Finding]:
    """Nhiệm vụ không có nội dung.

    Vì sao: ô "Nội dung, nhiệm vụ" in ra để trắng, người được giao không biết phải làm gì.

    Sai:

        noi_dung:

    Đúng:

        noi_dung: Ban hành Kế hoạch tuyên truyền cải cách hành chính
    """
    for task in subject.plan.tasks if subject.asks("noi_dung") else ():
        if not any(map(str.isalnum, task.content or "")):
            where = (*task.where, "noi_dung")
            yield Finding(where, f"nhiệm vụ {task.id} không có nội dung", "điền noi_dung")


@rule("empty-lead", Severity.ERROR)
def empty_lead(subject: Subject) -> Iterator[Finding]:
    """Nhiệm vụ không có cơ quan chủ trì.

    Vì sao: không ai chịu trách nhiệm, và nhiệm vụ không hiện trong danh sách của bộ phận nào.

    Sai:

        chu_tri: []

    Đúng:

        chu_tri: [VPTK]
    """
    for task in subject.plan.tasks if subject.asks("chu_tri") else ():
        if not task.lead.codes:
            where = (*task.where, "chu_tri")
            hint = "điền mã đơn vị, như chu_tri: [VPTK]; ô là câu văn thì thêm don_vi: [VPTK]"
            yield Finding(where, f"nhiệm vụ {task.id} không có cơ quan chủ trì", hint)


@rule("empty-products", Severity.ERROR)
def empty_products(subject: Subject) -> Iterator[Finding]:
    """Nhiệm vụ không có sản phẩm.

    Vì sao: sản phẩm là cái để xác nhận nhiệm vụ đã xong; không có thì không ai biết khi nào là
    xong.

    Sai:

        san_pham: []

    Đúng:

        san_pham: [Kế hoạch của UBND xã, báo cáo kết quả thực hiện]
    """
    for task in subject.plan.tasks if subject.asks("san_pham") else ():
        if not any(any(map(str.isalnum, product)) for product in task.products):
            where = (*task.where, "san_pham")
            yield Finding(where, f"nhiệm vụ {task.id} không có sản phẩm", "điền san_pham")


MOST = 400
"""Tasks that are compared with one another; past that only equal ones are found."""
ALIKE = 0.85


@rule("near-identical-task", Severity.WARNING, strict=True)
def near_identical_task(subject: Subject) -> Iterator[Finding]:
    """Hai nhiệm vụ gần như giống hệt nhau.

    Vì sao: thường là chép một dòng hai lần, hoặc hai nhóm cùng nhận một việc; tiến độ sẽ ghi ở dòng
    này mà quá hạn ở dòng kia.

    Sai:

        - stt: "01"
          noi_dung: Rà soát, đơn giản hóa thủ tục hành chính trên địa bàn xã năm 2025
        - stt: "02"
          noi_dung: Rà soát và đơn giản hóa thủ tục hành chính trên địa bàn xã trong năm 2025

    Đúng:

        - stt: "01"
          noi_dung: Rà soát, đơn giản hóa thủ tục hành chính trên địa bàn xã năm 2025
        - stt: "02"
          noi_dung: Công khai thủ tục hành chính trên Trang thông tin điện tử của xã
    """
    said = [(task, _words(task)) for task in subject.plan.rows if task.content]
    for i, (task, words) in enumerate(said):
        other = _earlier(words, said[:i] if i < MOST else [])
        if other:
            message = f"{task.id} gần như trùng với {other.id} (dòng {subject.line(other.where)})"
            hint = "gộp hai nhiệm vụ, hoặc viết rõ khác nhau ở đâu"
            yield Finding((*task.where, "noi_dung"), message, hint)


def _earlier(words: frozenset[str], earlier: Sequence[tuple[Task, frozenset[str]]]) -> Task | None:
    for task, known in earlier:
        together = words | known
        if together and len(words & known) >= ALIKE * len(together):
            return task
    return None


def _words(task: Task) -> frozenset[str]:
    return frozenset(fold(task.content or "").split()) - _SMALL


_SMALL = frozenset({"va", "cac", "cua", "trong", "tren", "theo", "ve", "tai", "cho", "duoc"})


CARRIED = 0.25
DUTY_WITHOUT_TASK_MOST = 1000
"""Tasks that a duty is compared with."""
FEWEST = 6
"""A duty of fewer words says too little to be looked for."""


@rule("duty-without-task", Severity.WARNING, strict=True)
def duty_without_task(subject: Subject) -> Iterator[Finding]:
    """Việc giao cho một đơn vị ở phần lời văn mà không nhiệm vụ nào của phụ lục mang.

    Vì sao: chỉ nhiệm vụ của phụ lục mới có hạn và được nhắc; việc chỉ nằm trong lời văn dễ bị quên.

    Sai:

        muc:
          - so: "1"
            don_vi: VPTK
            y: [Trang bị máy tính bảng phục vụ đại biểu dự kỳ họp không giấy tờ]

    Đúng:

        muc:
          - so: "1"
            don_vi: VPTK
            y: [Tham mưu ban hành Kế hoạch tuyên truyền về dịch vụ công trực tuyến]
        noi_dung: Ban hành Kế hoạch tuyên truyền dịch vụ công trực tuyến

    So theo từ: một việc mà chưa đến một phần tư số từ của nó có ở một nhiệm vụ thì bị nhắc.
    """
    tasks = [
        _duty_without_task_words(" ".join((t.content or "", *t.products)))
        for t in _first(subject.plan)
    ]
    for section, where in headings(subject.plan):
        for i, duty in enumerate(section.bullets if section.unit else ()):
            words = _duty_without_task_words(duty)
            carried = max((len(words & task) for task in tasks), default=0)
            if len(words) >= FEWEST and carried < CARRIED * len(words):
                message = f"không nhiệm vụ nào của phụ lục mang việc này của {section.unit}"
                hint = (
                    "thêm nhiệm vụ vào phụ lục, hoặc ghi # cchc: bo-qua duty-without-task -- lý do"
                )
                yield Finding((*where, "y", i), message, hint)


def _first(plan: Plan) -> Iterator[Task]:
    return islice(plan.rows, DUTY_WITHOUT_TASK_MOST)


def _duty_without_task_words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split()) - _DUTY_WITHOUT_TASK_SMALL


_DUTY_WITHOUT_TASK_SMALL = frozenset(
    fold(
        "và các của theo tại về trong được có cho với để những thực hiện tổ chức công tác ubnd xã"
        " hành chính cải cách tham mưu định đúng quy việc trên khi là từ đến một"
    ).split()
)

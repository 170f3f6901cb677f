"""Rules about deadlines: wording that is not read, days that cannot be, years that do not fit."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc import timing
from cchc.checks.registry import rule
from cchc.checks.subject import Subject, texts, written
from cchc.diagnostics import Finding, Severity, Where
from cchc.plan.days import DayMonth
from cchc.plan.models import Plan, Task
from cchc.plan.schedule import report_due
from cchc.text import fold
from cchc.timing import Kind, Milestone, Reading, read
from cchc.timing.holidays import day_off
from cchc.timing.written import days_written, names_a_day, no_such_period


@rule("empty-timing", Severity.ERROR)
def empty_timing(subject: Subject) -> Iterator[Finding]:
    """Nhiệm vụ không có thời gian thực hiện.

    Vì sao: không có hạn thì không bao giờ nhắc và không bao giờ quá hạn.
    Việc làm quanh năm cũng phải nói rõ.

    Sai:

        thoi_gian:

    Đúng:

        thoi_gian: Thường xuyên trong năm
    """
    for task in subject.plan.tasks if subject.asks("thoi_gian") else ():
        if not any(map(str.isalnum, task.timing or "")):
            where = (*task.where, "thoi_gian")
            hint = "điền thoi_gian, như Quý I năm 2025, hoặc Thường xuyên trong năm"
            yield Finding(where, f"nhiệm vụ {task.id} không có thời gian thực hiện", hint)


@dataclass(frozen=True, slots=True)
class Impossible:
    """Words that name a time no calendar has, and why it has none."""

    text: str
    message: str
    hint: str


@rule("impossible-date", Severity.ERROR)
def impossible_date(subject: Subject) -> Iterator[Finding]:
    """Ngày, tháng hoặc quý không có trên lịch.

    Vì sao: hạn ấy không bao giờ đến, và cũng không đoán được là ngày nào.

    Sai:

        thoi_gian: Trước ngày 31 tháng 11

    Đúng:

        thoi_gian: Trước ngày 30 tháng 11
    """
    year = subject.plan.year
    for task, reading in subject.readings:
        for span in reading.unread:
            if found := impossible(span.text, year):
                where = (*task.where, "thoi_gian")
                yield Finding(where, found.message, found.hint, part=found.text)
    for i, entry in enumerate(subject.plan.reporting):
        for key, day in (("truoc", entry.before), ("cham_nhat", entry.by)):
            if day and (found := _no_day(str(day), day, year)):
                yield Finding(("che_do_bao_cao", i, key), found.message, found.hint)


def impossible(words: str, year: int) -> Impossible | None:
    """Return the first time in the words that no calendar has; `year` is a bare day's."""
    for day in days_written(words):
        named = DayMonth(day.day, day.month)
        if out := _no_day(words[day.start : day.end], named, day.year or year):
            return out
    if found := no_such_period(words):
        hint = "sửa quý: I, II, III hoặc IV" if found[1] == "quý" else "sửa tháng, từ 01 đến 12"
        return Impossible(found[0], f'không có "{found[0]}"', hint)
    return None


def _no_day(text: str, day: DayMonth, year: int) -> Impossible | None:
    if not 1 <= day.month <= 12:
        return Impossible(
            text, f'không có tháng {day.month}: "{text}"', "viết ngày/tháng, như 05/3"
        )
    last = monthrange(year, day.month)[1]
    if 1 <= day.day <= last:
        return None
    fact = f"tháng {day.month} năm {year} có {last} ngày"
    return Impossible(text, f'không có ngày "{text}": {fact}', f"sửa ngày, từ 01 đến {last}")


@rule("timing-unread", Severity.ERROR)
def timing_unread(subject: Subject) -> Iterator[Finding]:
    """Thời gian thực hiện có chỗ chưa hiểu được.

    Vì sao: chỗ chưa hiểu không bao giờ được đoán, nên không nhắc và không tính quá hạn được.

    Sai:

        thoi_gian: Tuần 2 tháng 01

    Đúng:

        thoi_gian: Trước ngày 15/01/2025

    hoặc giữ nguyên lời văn và ghi thêm ngày:

        thoi_gian: Tuần 2 tháng 01
        moc: [{den_ngay: 2025-01-12}]
    """
    for task, reading in subject.readings:
        if task.milestones:
            continue
        where = (*task.where, "thoi_gian")
        for span in reading.unread:
            if not impossible(span.text, reading.year):
                message = f'chưa hiểu "{span.text[:80]}" là khi nào'
                hint = _LUNAR_HINT if reading.lunar else _UNREAD_HINT
                yield Finding(where, message, hint, part=span.text)
        if not reading.understood and not reading.unread:
            yield Finding(where, f'chưa hiểu "{reading.phrase[:80]}" là khi nào', _UNREAD_HINT)


_LUNAR_HINT = "ngày âm lịch mỗi năm một khác: ghi ngày dương lịch, hoặc thêm moc: [{den_ngay: …}]"
_UNREAD_HINT = (
    "viết như: Quý I/2025, trước ngày 15/11/2025, hằng quý, thường xuyên;"
    " hoặc giữ lời văn và thêm moc: [{den_ngay: 2025-01-31}]"
)


@rule("text-deadline-unread", Severity.WARNING)
def text_deadline_unread(subject: Subject) -> Iterator[Finding]:
    """Lời văn của kế hoạch có thời hạn chưa hiểu được.

    Vì sao: lời văn được đối chiếu với lịch báo cáo và bảng nhiệm vụ; chỗ chưa hiểu thì không
    đối chiếu được, và thường là ngày gõ nhầm.

    Sai:

        doan: ["Các đơn vị gửi báo cáo trước ngày 31/11/2025"]

    Đúng:

        doan: ["Các đơn vị gửi báo cáo trước ngày 30/11/2025"]
    """
    for i, section in enumerate(subject.plan.sections):
        for text, where in texts(section, ("phan", i)):
            for span in timing.survey(text, subject.plan.year).unread if _tied(text) else ():
                no_such = impossible(span.text, subject.plan.year)
                message = no_such.message if no_such else f'chưa hiểu "{span.text}" là khi nào'
                hint = no_such.hint if no_such else "sửa chỗ gõ nhầm, như: trước ngày 15/11/2025"
                yield Finding(where, message, hint, part=span.text)


def _tied(text: str) -> bool:
    return any(word in text for word in _TIES) and any(map(str.isdecimal, text))


_TIES = ("rước", "hậm", "uộn", "ến", "hết", "không quá")


@rule("deadline-before-issue", Severity.WARNING)
def deadline_before_issue(subject: Subject) -> Iterator[Finding]:
    """Thời hạn đã qua trước ngày ban hành kế hoạch.

    Vì sao: kế hoạch chưa ban hành thì chưa ai nhận việc, nên thời hạn ấy không tính quá hạn cho ai
    và việc sẽ không được nhắc.

    Sai:

        ngay_ban_hanh: 2024-12
        thoi_gian: Trước ngày 22/11/2024

    Đúng:

        ngay_ban_hanh: 2024-12
        thoi_gian: Trước ngày 22/7/2025

    Việc định kỳ thì các kỳ trước ngày ban hành bỏ qua, không nhắc.
    """
    issued = subject.plan.issued
    for task, reading in subject.readings if issued else ():
        for milestone in reading.milestones if not task.milestones else ():
            past = milestone.due and issued and milestone.due < issued.earliest
            if past and milestone.due and milestone.kind is not Kind.RECURRING:
                words = milestone.span.text
                message = f"{written(milestone.due)} đã qua trước khi kế hoạch ban hành ({issued})"
                hint = "sửa thời hạn hoặc ngay_ban_hanh; đúng như bản gốc thì ghi bo-qua và lý do"
                yield Finding((*task.where, "thoi_gian"), message, hint, part=words)


@rule("timing-without-year", Severity.WARNING)
def timing_without_year(subject: Subject) -> Iterator[Finding]:
    """Kế hoạch nhiều năm mà thời hạn một lần không ghi năm.

    Vì sao: "Quý I" của một kế hoạch năm năm có thể là quý I của năm nào cũng được; cchc hiểu là năm
    đầu, người đọc có thể hiểu khác. Việc lặp lại (hằng năm, hằng quý) không cần ghi năm.

    Sai:

        nam: 2025
        den_nam: 2029
        thoi_gian: Quý I

    Đúng:

        nam: 2025
        den_nam: 2029
        thoi_gian: Quý I năm 2025
    """
    first, *others = subject.plan.years
    if not others:
        return
    for task, reading in subject.readings:
        later = {m.due for m in read(task.timing or "", others[0]).milestones}
        for milestone in reading.milestones:
            dated = milestone.due is not None and milestone.kind not in _IN_EVERY_YEAR
            if dated and milestone.due not in later:
                said = milestone.span.text
                message = f'"{said}" không ghi năm: hiểu là năm {first}'
                hint = f"ghi rõ năm, như “{said} năm {first}”; lặp lại thì viết “hằng năm”"
                yield Finding((*task.where, "thoi_gian"), message, hint, part=said)


_IN_EVERY_YEAR = frozenset({Kind.RECURRING, Kind.REPORT, Kind.CONTINUOUS})


@rule("deadline-outside-year", Severity.ERROR)
def deadline_outside_year(subject: Subject) -> Iterator[Finding]:
    """Hạn nằm ngoài năm của kế hoạch.

    Vì sao: thường là năm chép từ kế hoạch cũ; hạn năm trước thì quá hạn ngay,
    hạn năm sau thì cả năm không nhắc.

    Không kể là sai: giai đoạn bao gồm năm kế hoạch (2025-2027, quý IV/2025 - quý II/2026), "đến
    năm 2030", "năm tiếp theo", "năm liền kề", các mốc năm nối nhau ("50% năm 2025, 80% năm
    2030").

    Sai (kế hoạch năm 2025):

        thoi_gian: Tháng 12/2024

    Đúng:

        thoi_gian: Tháng 12/2025

    Hạn đúng là ở năm sau thì xác nhận bằng moc:

        thoi_gian: Trước ngày 15/01/2026
        moc: [{den_ngay: 2026-01-14}]
    """
    if subject.plan.last_year:
        return
    for task, reading in subject.readings:
        yield from _in_wording(task, reading)
    for task in subject.plan.rows:
        if task.milestones:
            yield from _explicit(task, subject.plan.year)


def _explicit(task: Task, year: int) -> Iterator[Finding]:
    wording = task.timing or ""
    said = {milestone.due for milestone in read(wording, year).milestones}
    for i, explicit in enumerate(task.milestones):
        due = explicit.due
        # What the wording names is judged there, or confirmed by standing here as well.
        if due.year != year and due not in said and not _named(due, year, wording):
            where = (*task.where, "moc", i, "den_ngay")
            yield Finding(where, _message(due, year), _HINT)


def _named(due: date, year: int, wording: str) -> bool:
    """Return whether a wording that was not read says that a later year is meant."""
    return due.year > year and (str(due.year) in wording or bool(_NEXT.search(wording)))


def _in_wording(task: Task, reading: Reading) -> Iterator[Finding]:
    confirmed = [explicit.due for explicit in task.milestones]
    for milestone in reading.milestones:
        due = milestone.due
        if due is None or due.year == reading.year:
            continue
        late = due.year > reading.year
        if (due in confirmed or _honest(milestone, reading)) if late else _eve(milestone, reading):
            continue
        hint = f"{_HINT}; đúng là năm sau: thêm moc: [{{den_ngay: {due}}}]" if late else _HINT
        where = (*task.where, "thoi_gian")
        yield Finding(where, _message(due, reading.year), hint, part=milestone.span.text)


def _honest(milestone: Milestone, reading: Reading) -> bool:
    """Return whether the wording itself says that a later year is meant."""
    end = date(reading.year, 12, 31)
    if milestone.kind is Kind.RANGE:
        return milestone.start is None or milestone.start <= end
    if _NEXT.search(milestone.span.text):
        return True
    return milestone.kind is Kind.YEAR and any(_within(m, reading) for m in reading.milestones)


def _eve(milestone: Milestone, reading: Reading) -> bool:
    """Return whether "before 1 January" of the plan's year is meant: the day named is in it."""
    eve = milestone.due == date(reading.year - 1, 12, 31)
    named = days_written(milestone.span.text)
    return eve and any((day.day, day.month) == (1, 1) for day in named)


def _within(milestone: Milestone, reading: Reading) -> bool:
    return milestone.due is not None and milestone.due.year == reading.year


def _message(due: date, year: int) -> str:
    side = "trước" if due.year < year else "sau"
    return f"hạn {written(due)} ở {side} năm kế hoạch {year}"


_NEXT = re.compile(
    r"\b(?:năm|quý|tháng)\s+(?:tiếp theo|liền kề|kế tiếp|liền sau|sau|tới)\b|\bsang năm\b"
    r"|\b(?:đến|trước)\s+(?:hết\s+|cuối\s+)*năm\b",
    re.IGNORECASE,
)
_HINT = "sửa năm"


@rule("deadline-day-off", Severity.WARNING)
def deadline_day_off(subject: Subject) -> Iterator[Finding]:
    """Hạn rơi vào ngày nghỉ.

    Vì sao: ngày nghỉ không có ai nhận văn bản; hạn không tự lùi, nên phải xong từ
    ngày làm việc trước đó. Chỉ kể ngày được nêu đích danh, không kể cuối tháng, cuối quý, cuối năm.

    Sai:

        thoi_gian: Chậm nhất là ngày 31/01/2025

    Đúng:

        thoi_gian: Chậm nhất là ngày 24/01/2025

    Ngày do văn bản cấp trên ấn định thì ghi rõ:

        # cchc: bo-qua deadline-day-off -- ngày do văn bản ấn định
        thoi_gian: Chậm nhất là ngày 31/01/2025
    """
    for task, reading in subject.readings:
        if not task.milestones:
            yield from _deadline_day_off_in_wording(task, reading)
    for task in subject.plan.rows:
        for i, milestone in enumerate(task.milestones):
            if why := _why(milestone.due):
                yield Finding((*task.where, "moc", i, "den_ngay"), why, _DAY_OFF_HINT)
    for i, entry in enumerate(subject.plan.reporting):
        due = report_due(subject.plan, entry)
        if due and (why := _why(due)):
            yield Finding(
                ("che_do_bao_cao", i, "truoc" if entry.before else "cham_nhat"), why, _DAY_OFF_HINT
            )


def _deadline_day_off_in_wording(task: Task, reading: Reading) -> Iterator[Finding]:
    reasons: dict[str, list[str]] = {}
    for milestone in reading.milestones:
        named = milestone.kind in _NAMED and names_a_day(milestone.span.text)
        if milestone.due and named and (why := _why(milestone.due)):
            reasons.setdefault(milestone.span.text, []).append(why)
    # Of a day that comes again every month, one finding says all.
    for text, said in reasons.items():
        yield Finding((*task.where, "thoi_gian"), "; ".join(said), _DAY_OFF_HINT, part=text)


def _why(day: date) -> str:
    """Return why nobody works on a day, with its name, or "" of a working day."""
    reason = day_off(day)
    if not reason:
        return ""
    name = _WEEKDAYS[day.weekday()]
    # A weekend's reason may be no more than its own name.
    reason = "ngày nghỉ" if reason.casefold() == name.casefold() else reason
    return f"{written(day)} là {name}, {reason}"


_NAMED = frozenset({Kind.DATE, Kind.RECURRING})
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DAY_OFF_HINT = (
    "dời về ngày làm việc trước đó; giữ nguyên: # cchc: bo-qua deadline-day-off -- lý do"
)


@rule("year-slip", Severity.WARNING)
def year_slip(subject: Subject) -> Iterator[Finding]:
    """Tên kế hoạch hoặc nhiệm vụ còn mang năm trước.

    Vì sao: kế hoạch năm nay thường chép từ năm trước rồi sửa; chỗ còn sót năm cũ thì cấp trên
    trả lại, và nhiệm vụ hóa ra hứa việc của năm đã qua.

    Sai (kế hoạch năm 2025):

        trich_yeu: Cải cách hành chính năm 2024
        noi_dung: Xây dựng, ban hành Kế hoạch tuyên truyền năm 2024

    Đúng:

        trich_yeu: Cải cách hành chính năm 2025
        noi_dung: Xây dựng, ban hành Kế hoạch tuyên truyền năm 2025

    Việc nhìn lại năm trước (chấm điểm, tổng kết, quyết toán, công bố danh mục hết hiệu lực …)
    không bị nhắc.
    """
    last = subject.plan.year - 1
    if f"{last}" not in subject.document.source.text:
        return
    named = re.compile(
        rf"\bnăm\s+{last}\b(?!\s*(?:[-–]|và|đến|sang|chuyển sang)\s*(?:năm\s+)?\d)", re.I
    )
    for text, where, task in _texts(subject.plan):
        for clause in _CLAUSES.split(text) if f"{last}" in text else ():
            found = named.search(clause)
            promised = not task or _PROMISE.search(clause[: found.start() if found else 0])
            if found and promised and not _BACKWARD.search(clause):
                message = f'"{found[0]}" trong kế hoạch năm {subject.plan.year}'
                hint = f"sửa thành năm {subject.plan.year}, nếu không phải việc nhìn lại năm trước"
                yield Finding(where, message, hint, part=found[0])


def _texts(plan: Plan) -> Iterator[tuple[str, Where, bool]]:
    """Yield the titles of the plan, then the tasks' words (True: they only promise with a verb)."""
    yield plan.subject, ("trich_yeu",), False
    for key, text in (("mo_dau", plan.opening), ("ket", plan.closing)):
        if text:
            yield text, (key,), False
    if plan.appendix:
        yield plan.appendix.title, ("phu_luc", "tieu_de"), False
    for task in plan.rows:
        if task.content:
            yield task.content, (*task.where, "noi_dung"), True


# A document's number and day end a clause: "Kế hoạch số 5/KH-UBND ngày 02/01/2024" names none.
_CLAUSES = re.compile(r"[;\n]|\.\s|\bsố\s+\d\S*(?:\s+ngày\s+\S+)?|\btheo\b", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(?:xây dựng|ban hành|triển khai|tham mưu|thực hiện|hoàn thành|lập|trình|phê duyệt)\b"
    r".*\b(?:kế hoạch|chương trình|dự toán|nhiệm vụ|phương án)\b",
    re.IGNORECASE | re.DOTALL,
)
_BACKWARD = re.compile(
    r"đánh giá|chấm điểm|chỉ số|tổng kết|sơ kết|kết quả|quyết toán|hết hiệu lực|ngưng hiệu lực|"
    r"so với|báo cáo|rút kinh nghiệm|khắc phục|tồn tại|rà soát|thống kê|chuyển tiếp",
    re.IGNORECASE,
)


@rule("contradicting-timings", Severity.WARNING)
def contradicting_timings(subject: Subject) -> Iterator[Finding]:
    """Hai chỗ của một nhiệm vụ nói hai hạn khác nhau cho cùng một việc.

    Vì sao: không biết theo hạn nào; người làm theo hạn muộn, người kiểm tra theo hạn sớm.

    Sai:

        thoi_gian: Quý I năm 2025 ban hành Kế hoạch; quý II năm 2025 ban hành Kế hoạch

    Đúng:

        thoi_gian: Quý I năm 2025 ban hành Kế hoạch; quý II năm 2025 báo cáo kết quả

    Nội dung nêu một hạn mà cột thời gian nêu hạn khác cũng bị nhắc:

    Sai:

        noi_dung: Ban hành Kế hoạch tuyên truyền, hoàn thành trước ngày 15/02/2025
        thoi_gian: Quý III năm 2025

    Đúng:

        noi_dung: Ban hành Kế hoạch tuyên truyền, hoàn thành trước ngày 15/02/2025
        thoi_gian: Trước ngày 15/02/2025
    """
    for task, reading in subject.readings:
        if len(reading.milestones) > 1:
            yield from _twice(task, reading)
        if task.content and any(word in task.content for word in _SIGNS):
            yield from _in_content(task, task.content, reading)


def _twice(task: Task, reading: Reading) -> Iterator[Finding]:
    first: dict[str, date] = {}
    dated = [m for m in reading.milestones if m.due and m.kind in _ONCE]
    for milestone in dated if len(dated) > 1 else ():
        action = fold(milestone.action)
        if milestone.due is None or not _ENDS.match(action):
            continue
        due = first.setdefault(action, milestone.due)
        # "Quý I, II ban hành" says it once for two days, and means both.
        if due != milestone.due and fold(reading.phrase).count(action) > 1:
            message = f'"{milestone.action}" có hai hạn: {written(due)} và {written(milestone.due)}'
            where = (*task.where, "thoi_gian")
            yield Finding(where, message, "giữ một hạn", part=milestone.span.text)


def _in_content(task: Task, content: str, reading: Reading) -> Iterator[Finding]:
    due = {milestone.due for milestone in reading.milestones}
    if not due or None in due:
        return
    for found in timing.find(content, reading.year):
        text = found.span.text
        binding = _BINDS.search(f"{content[: found.span.start][-20:]}{text}")
        if found.due and found.kind in _ONCE and binding and found.due not in due:
            known = ", ".join(written(day) for day in sorted(d for d in due if d))
            message = f'nội dung ghi "{text}" (hết {written(found.due)}), cột thời gian là {known}'
            where = (*task.where, "noi_dung")
            yield Finding(where, message, "sửa một trong hai cho khớp", part=text)


_ONCE = frozenset({Kind.DATE, Kind.QUARTER, Kind.MONTH, Kind.HALF_YEAR, Kind.NINE_MONTHS})
_ENDS = re.compile(r"(?:ban hanh|xay dung|hoan thanh|phe duyet|cong bo|trinh)\b(?!.*\bbao cao\b)")
_SIGNS = ("rước", "hậm", "uộn", "oàn thành", "ong ")
# A day that is only named ("hội nghị ngày 15/3") is no deadline of the task.
_BINDS = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không muộn|không quá|đến hết|(?:hoàn thành|xong)\s+trong)",
    re.IGNORECASE,
)


@rule("product-without-milestone", Severity.WARNING)
def product_without_milestone(subject: Subject) -> Iterator[Finding]:
    """Sản phẩm là báo cáo mà thời gian thực hiện không có mốc nào để báo cáo.

    Vì sao: mốc duy nhất là ban hành Kế hoạch, nên khi Kế hoạch xong thì nhiệm vụ coi như xong,
    còn báo cáo không ai nhắc.

    Sai:

        san_pham: [Kế hoạch của UBND xã, báo cáo kết quả thực hiện]
        thoi_gian: Quý I năm 2025 ban hành Kế hoạch

    Đúng:

        san_pham: [Kế hoạch của UBND xã, báo cáo kết quả thực hiện]
        thoi_gian: Quý I năm 2025 ban hành Kế hoạch; tháng 11 năm 2025 báo cáo kết quả
    """
    for task, reading in subject.readings:
        reports = [i for i, product in enumerate(task.products) if _REPORT.match(product)]
        if reports and not task.milestones and _only_issues(reading):
            for i in reports:
                product = task.products[i]
                message = f'không mốc nào của {task.id} cho ra "{product[:60]}"'
                hint = "thêm mốc báo cáo vào thoi_gian, như: định kỳ báo cáo kết quả thực hiện"
                yield Finding((*task.where, "san_pham", i), message, hint)


def _only_issues(reading: Reading) -> bool:
    """Return whether each milestone is a day on which a plan is issued, and nothing else."""
    dated = all(milestone.due for milestone in reading.milestones)
    actions = [fold(milestone.action) for milestone in reading.milestones]
    return reading.understood and dated and all(map(_ISSUES.fullmatch, actions))


_REPORT = re.compile("báo cáo", re.IGNORECASE)
_ISSUES = re.compile(
    r"(?:xay dung |ban hanh |phe duyet |trinh |va )+(?:cac )?ke hoach"
    r"(?: (?!thuc hien|trien khai|to chuc|bao cao|kiem tra|va\b)\S+){0,6}"
)

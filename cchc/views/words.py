"""The words of the views: days as an office writes them, states, and short contents."""

from datetime import date

from cchc.progress.ledger import Deed, Entry
from cchc.progress.state import Deadline, Standing, State
from cchc.progress.worklist import Item
from cchc.timing import Kind, Milestone

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_STATES = {
    State.NOT_STARTED: "chưa làm",
    State.IN_PROGRESS: "đang làm",
    State.DONE: "đã xong",
    State.CANCELLED: "đã hủy",
}


KINDS = {
    Kind.QUARTER: "quý",
    Kind.MONTH: "tháng",
    Kind.DATE: "ngày",
    Kind.YEAR: "năm",
    Kind.HALF_YEAR: "nửa năm",
    Kind.NINE_MONTHS: "chín tháng",
    Kind.RANGE: "khoảng",
    Kind.RECURRING: "định kỳ",
    Kind.REPORT: "báo cáo",
    Kind.CONTINUOUS: "thường xuyên",
    Kind.DIRECTED: "theo chỉ đạo",
    Kind.EVENT: "theo sự kiện",
}
"""A milestone's kind in Vietnamese."""
_DEEDS = {
    Deed.START: "đang thực hiện",
    Deed.DONE: "hoàn thành",
    Deed.EXTEND: "gia hạn",
    Deed.CANCEL: "hủy",
    Deed.REOPEN: "mở lại",
}


def vietnamese_date(day: date) -> str:
    """Return a day as an office writes it: 31/01/2025."""
    return f"{day:%d/%m/%Y}"


def weekday(day: date) -> str:
    """Return the day of the week: "thứ Sáu"."""
    return _WEEKDAYS[day.weekday()]


def day_with_weekday(day: date) -> str:
    """Return a day with its weekday, and why it is off: "31/01/2025, thứ Sáu, nghỉ Tết …"."""
    from cchc.timing.holidays import day_off

    reason = day_off(day) or ""
    if reason.casefold() == weekday(day).casefold():
        reason = "ngày nghỉ"  # a weekend has no other reason than its name
    return ", ".join(part for part in (vietnamese_date(day), weekday(day), reason) if part)


def deed_words(entry: Entry) -> str:
    """Return what an entry of the ledger says was done: "gia hạn đến 30/04/2025"."""
    until = f" đến {vietnamese_date(entry.until)}" if entry.until else ""
    return _DEEDS[entry.deed] + until


def milestone_words(milestone: Milestone) -> str:
    """Return a milestone's key, action and due day: "2025-Q1 (ban hành Kế hoạch, hạn …)"."""
    due = f"hạn {vietnamese_date(milestone.due)}" if milestone.due else ""
    about = ", ".join(part for part in (milestone.action, due) if part)
    return f"{milestone.key} ({about})" if about else milestone.key


def state_word(state: State) -> str:
    """Return a state in Vietnamese."""
    return _STATES[state]


def item_words(item: Item, day: date) -> str:
    """Return how an item stands on a day; what has no day and isn't begun is named by its kind."""
    standing = item.standing
    if standing.deadline is Deadline.NONE and standing.state is State.NOT_STARTED:
        return KINDS[item.milestone.kind]
    return standing_words(standing, day)


def standing_words(standing: Standing, day: date) -> str:
    """Return how a milestone stands on a day, in a few words: "quá hạn 15 ngày", "còn 44 ngày"."""
    late = standing.days_late
    match standing.deadline:
        case Deadline.OVERDUE:
            return _doing(standing, f"quá hạn {late} ngày")
        case Deadline.LATE:
            return f"xong, trễ {late} ngày"
        case Deadline.ON_TIME:
            return "xong đúng hạn"
        case Deadline.IN_TIME:
            return _doing(standing, _left(standing.due, day))
        case Deadline.NONE:
            return state_word(standing.state)


def shortened(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters on one line, cut between words with "…"."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;.:") + "…"


def _doing(standing: Standing, words: str) -> str:
    return f"{words} (đang làm)" if standing.state is State.IN_PROGRESS else words


def _left(due: date | None, day: date) -> str:
    if due is None:
        return ""
    left = (due - day).days
    return f"còn {left} ngày" if left else "hạn hôm nay"


# The Vietnamese names of the plan's fields, by the English ones that programs read.

FIELDS = {
    "year": "năm kế hoạch",
    "kind": "tên loại văn bản",
    "subject": "trích yếu",
    "number": "số",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "issued": "ngày ban hành",
    "opening": "lời mở đầu",
    "closing": "lời kết",
    "agency.parent": "cơ quan chủ quản",
    "agency.name": "cơ quan ban hành",
    "agency.short": "tên cơ quan trong câu",
    "signer.authority": "quyền hạn người ký",
    "signer.position": "chức vụ người ký",
    "signer.name": "người ký",
    "appendix.title": "tiêu đề phụ lục",
    "legal_basis": "căn cứ",
    "recipients": "nơi nhận",
    "title": "tiêu đề",
    "unit": "đơn vị",
    "remark": "ghi chú",
    "paragraphs": "đoạn văn",
    "bullets": "các ý",
    "notice": "lưu ý",
    "period": "kỳ",
    "before": "trước ngày",
    "by": "chậm nhất ngày",
    "lead": "chủ trì",
    "support": "phối hợp",
    "name": "tên",
    "printed": "tên khi in",
    "post": "chức danh",
    "spellings": "cách viết khác",
    "members": "gồm các đơn vị",
    "since": "từ ngày",
    "closed": "chốt số liệu ngày",
    "until": "đến hết ngày",
    "successor": "đơn vị kế thừa",
    "content": "nội dung",
    "products": "sản phẩm",
    "timing": "thời gian",
    "note": "ghi chú",
    "milestones": "mốc ghi riêng",
}

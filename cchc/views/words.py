"""The words of the views: a day with its weekday, short contents, the names of fields."""

from datetime import date
from typing import TYPE_CHECKING

from cchc.dates import vietnamese_date, weekday

if TYPE_CHECKING:
    from cchc.plan.schedule import Schedule


def day_with_weekday(day: date) -> str:
    """Return a day with its weekday, and why it is off: "31/01/2025, thứ Sáu, nghỉ Tết …"."""
    from cchc.timing.holidays import day_off

    reason = day_off(day) or ""
    if reason.casefold() == weekday(day).casefold():
        reason = "ngày nghỉ"  # a weekend has no other reason than its name
    return ", ".join(part for part in (vietnamese_date(day), weekday(day), reason) if part)


def shortened(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters on one line, cut between words with "…"."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;.:") + "…"


def shortened_before(text: str, end: str, limit: int) -> str:
    """Return a text with an end that tells it from others and is never cut off: "báo… (quý I)"."""
    tail = f" ({end})" if end and text else end
    return shortened(text, max(limit - len(tail), 8)) + tail if text else shortened(end, limit)


# The Vietnamese names of the plan's fields, by the English ones that programs read.

FIELDS = {
    "year": "năm kế hoạch",
    "last_year": "năm cuối của kế hoạch",
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
    "appendix.columns": "các cột của phụ lục",
    "appendix.tables": "bảng kèm phụ lục",
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


def term(plan: "Schedule") -> str:
    """Return what the time of a plan is called: its year, or its first and last one."""
    return "năm" if plan.until == plan.year else f"{plan.year}–{plan.until}"

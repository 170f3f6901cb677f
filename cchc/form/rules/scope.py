"""Whether a document is one of the decree's form at all."""

import re
from collections.abc import Iterator

from cchc.diagnostics import Finding, Severity
from cchc.form.document import Component, FormSubject
from cchc.form.judging import at, departure, excerpt, rule
from cchc.form.notation import written_number
from cchc.text import unaccented
from cchc.word.layout import Paragraph

ANY_PAPER = frozenset({"not-of-form", "active-content", "legacy-encoding"})
"""The rules that hold for every Word file, of the decree's form or not."""


@rule("not-of-form", Severity.WARNING)
def not_of_form(subject: FormSubject) -> Iterator[Finding]:
    """Văn bản có lẽ không theo thể thức của Nghị định 30/2020/NĐ-CP.

    Vì sao: phiếu trình, điều lệ, danh sách, bài phát biểu, quy chế ban hành kèm theo, văn bản của
    Đảng, văn bản quy phạm pháp luật có thể thức khác, xét theo Nghị định này thì sai cả trang mà
    không sai gì. Đoán từ đầu trang, nên có thể nhầm: ghi loại văn bản bằng --kind để vẫn xét.

    Nguồn: Nghị định 30/2020/NĐ-CP, Điều 7 và Điều 8: các loại và các thành phần thể thức của văn
    bản hành chính.
    """
    if reason := what_tells_otherwise(subject):
        message = "văn bản có lẽ không theo thể thức của Nghị định 30, nên không xét tiếp"
        wanted = "nếu đúng là văn bản hành chính: chạy lại với --kind (ke-hoach, bao-cao, …)"
        first = next((line for _, line in subject.placed if not line.blank), None)
        full = f"{message}: {reason}"
        yield (
            at(first, Component.PAGE, full, reason, wanted)
            if first
            else departure(Component.PAGE, full, reason, wanted)
        )


def what_tells_otherwise(subject: FormSubject) -> str:
    """Return what tells that a document isn't of the decree's form, "" if nothing does."""
    top = [line for _, line in subject.placed if not line.blank][:BEGINNING]
    nation = subject.first(Component.NATION)
    if nation is None and any(_is_party(line) for line in top):
        return "đầu trang là của văn bản Đảng"
    number = subject.first(Component.NUMBER)
    written = written_number(number.text) if number else None
    if written and "/" in written.number and not subject.asked:
        return "số có năm là của văn bản quy phạm pháp luật"
    missing = [part for part in (Component.NUMBER, Component.DATE) if subject.first(part) is None]
    if subject.asked or not missing or subject.tabbed:
        return ""
    if Component.NUMBER in missing and any(ATTACHED.match(unaccented(line.text)) for line in top):
        return "ban hành kèm theo văn bản khác"
    if title := next((line for line in top if _is_other_title(line)), None):
        return f'đầu đề là "{excerpt(title.text)}"'
    unnamed = subject.first(Component.KIND) is None or nation is None
    return "không có số, ký hiệu, không có ngày tháng" if len(missing) > 1 and unnamed else ""


BEGINNING = 12
"""Lines with text at the beginning of a document that tell what it is."""
PARTY = re.compile(
    r"dang cong san viet nam$|(chi bo|dang bo|dang uy|(tinh|huyen|thanh) uy|doan tncs)\b"
    r"|doan thanh nien cong san"
)
ATTACHED = re.compile(r"\(? ?(ban hanh )?kem theo\b")
TITLES = re.compile(
    r"(phieu (trinh|y kien|gui|chuyen|xin)|dieu le|danh sach|bai (phat bieu|tham luan|noi)"
    r"|phat bieu|diem tin|lich (cong tac|lam viec|tuan)|de cuong|muc luc|bien ban|hop dong"
    r"|giay (moi|uy quyen|gioi thieu)|don (xin|de nghi)|so yeu ly lich|ban kiem diem|kich ban"
    r"|noi quy)\b"
)


def _is_party(line: Paragraph) -> bool:
    text = line.text.strip()
    return text == text.upper() and bool(PARTY.match(unaccented(text)))


def _is_other_title(line: Paragraph) -> bool:
    text = line.text.strip()
    return text == text.upper() and bool(TITLES.match(unaccented(text)))

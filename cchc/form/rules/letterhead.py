"""Rules about the head: Quốc hiệu, Tiêu ngữ, agency, number, place and date."""

import re
from collections.abc import Iterator
from datetime import date

from cchc.diagnostics import Finding, Severity
from cchc.form.document import ABBREVIATIONS, WORDS, Component, FormSubject
from cchc.form.judging import (
    at,
    departure,
    figure,
    italic_width,
    printed,
    rule,
    wrong_characters,
    wrong_rule,
    wrong_text,
)
from cchc.form.notation import written_date, written_number
from cchc.word.layout import Paragraph
from cchc.word.typeface import POINT
from cchc.word.typeface import width as width_of

NATION_TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@rule("nation-text", Severity.ERROR)
def nation_text(subject: FormSubject) -> Iterator[Finding]:
    """Quốc hiệu thiếu hoặc viết sai.

    Vì sao: Quốc hiệu là thành phần bắt buộc, viết đúng từng chữ ("HÒA", không phải "HOÀ").

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ).
    """
    yield from wrong_text(subject, Component.NATION, NATION_TEXT)


@rule("nation-letters", Severity.ERROR)
def nation_letters(subject: FormSubject) -> Iterator[Finding]:
    """Quốc hiệu sai cỡ chữ hoặc kiểu chữ.

    Vì sao: Quốc hiệu là dòng đầu của mọi văn bản; lớn quá thì xuống dòng, nhỏ quá thì lép hơn Tiêu
    ngữ.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ): chữ in
    hoa, cỡ 12 đến 13, kiểu chữ đứng, đậm.
    """
    yield from wrong_characters(subject, Component.NATION)


MOTTO_TEXT = "Độc lập - Tự do - Hạnh phúc"


@rule("motto-text", Severity.ERROR)
def motto_text(subject: FormSubject) -> Iterator[Finding]:
    """Tiêu ngữ thiếu hoặc viết sai.

    Vì sao: Tiêu ngữ là thành phần bắt buộc; giữa các cụm từ là dấu gạch nối ngắn, có cách chữ hai
    bên, chữ cái đầu của mỗi cụm viết hoa.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ).
    """
    yield from wrong_text(subject, Component.MOTTO, MOTTO_TEXT)


@rule("motto-letters", Severity.ERROR)
def motto_letters(subject: FormSubject) -> Iterator[Finding]:
    """Tiêu ngữ sai cỡ chữ hoặc kiểu chữ.

    Vì sao: Tiêu ngữ in chữ thường, đậm, dưới Quốc hiệu; chữ nghiêng hay in hoa là thói quen cũ.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ): chữ in
    thường, cỡ 13 đến 14, kiểu chữ đứng, đậm.
    """
    yield from wrong_characters(subject, Component.MOTTO)


@rule("motto-rule", Severity.ERROR)
def motto_rule(subject: FormSubject) -> Iterator[Finding]:
    """Dưới Tiêu ngữ không có đường kẻ, hoặc gạch chân thay cho đường kẻ.

    Vì sao: đường kẻ dài bằng dòng chữ, tách khỏi chữ; gạch chân dính vào dấu nặng và chân chữ.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ): phía dưới có
    đường kẻ ngang, nét liền, có độ dài bằng độ dài của dòng chữ; không dùng lệnh Underline.
    """
    yield from wrong_rule(
        subject, Component.MOTTO, wanted="đường kẻ ngang nét liền, dài bằng dòng chữ"
    )


@rule("agency-missing", Severity.ERROR)
def agency_missing(subject: FormSubject) -> Iterator[Finding]:
    """Không có tên cơ quan ban hành.

    Vì sao: văn bản không có tên cơ quan thì không biết của ai; tên đứng trên cùng, bên trái.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên cơ quan, tổ chức ban hành văn
    bản).
    """
    if subject.first(Component.AGENCY) is None and Component.AGENCY not in subject.tabbed:
        message = "không có tên cơ quan ban hành"
        yield departure(Component.AGENCY, message, "không có", "tên cơ quan ở trên cùng, bên trái")


@rule("agency-letters", Severity.ERROR)
def agency_letters(subject: FormSubject) -> Iterator[Finding]:
    """Tên cơ quan sai cỡ chữ hoặc kiểu chữ.

    Vì sao: nhìn độ đậm là biết đâu là cơ quan chủ quản (không đậm), đâu là cơ quan ban hành (đậm).

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên cơ quan, tổ chức ban hành văn
    bản): cả hai in hoa, cỡ 12 đến 13, kiểu chữ đứng; cơ quan ban hành in đậm, cơ quan chủ quản
    không đậm.
    """
    yield from wrong_characters(subject, Component.PARENT)
    yield from wrong_characters(subject, Component.AGENCY)


@rule("agency-rule", Severity.ERROR)
def agency_rule(subject: FormSubject) -> Iterator[Finding]:
    """Dưới tên cơ quan không có đường kẻ, hoặc gạch chân thay cho đường kẻ.

    Vì sao: đường kẻ ngắn, cân giữa; gạch chân cả dòng là sai.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên cơ quan, tổ chức ban hành văn
    bản): phía dưới có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, cân đối với dòng
    chữ.
    """
    yield from wrong_rule(
        subject, Component.AGENCY, wanted="đường kẻ ngang nét liền, dài 1/3 đến 1/2 dòng chữ"
    )


@rule("letterhead-wraps", Severity.WARNING)
def letterhead_wraps(subject: FormSubject) -> Iterator[Finding]:
    """Quốc hiệu hoặc dòng ngày tháng sẽ xuống dòng vì ô hẹp.

    Vì sao: Quốc hiệu nằm trên một dòng; ô bên phải của bảng đầu trang cần rộng chừng 9,75 đến 10,3
    cm.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (Quốc hiệu và Tiêu ngữ; địa danh
    và thời gian): trình bày trên một dòng. Bề rộng chữ tính theo phông Times New Roman.
    """
    for part, width in ((Component.NATION, _bold_width), (Component.DATE, italic_width)):
        paragraph = subject.first(part)
        room = _room(paragraph) if paragraph else None
        if paragraph is None or room is None:
            continue
        size = max(run.characters.size for run in printed(paragraph))
        needed = width(paragraph.text.strip()) * size * POINT
        if needed > room:
            found, wanted = figure(round(room), "mm"), f"ít nhất {figure(round(needed) + 1, 'mm')}"
            message = f"{WORDS[part]} sẽ xuống dòng"
            yield at(paragraph, part, message, f"ô rộng {found}", f"ô rộng {wanted}")


def _bold_width(text: str) -> float:
    return width_of(text, 1, bold=True) / POINT


def _room(paragraph: Paragraph) -> float | None:
    width = paragraph.cell.width if paragraph.cell else None
    indents = (paragraph.shape.left or 0) + (paragraph.shape.right or 0)
    return None if width is None else width - indents


NUMBER_WANTED = "Số: 05/KH-UBND"


@rule("number-form", Severity.ERROR)
def number_form(subject: FormSubject) -> Iterator[Finding]:
    """Dòng số, ký hiệu thiếu hoặc sai cách viết.

    Vì sao: hệ thống quản lý văn bản đọc số và ký hiệu từ dòng này; cách viết khác là không khớp.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (số, ký hiệu): chữ "Số" in thường, sau
    có dấu hai chấm; số nhỏ hơn 10 có số 0 phía trước; giữa số và ký hiệu có dấu gạch chéo, giữa các
    nhóm chữ viết tắt có dấu gạch nối không cách chữ; ký hiệu in hoa. Số chưa cấp thì để trống.
    """
    paragraph = subject.first(Component.NUMBER)
    if paragraph is None:
        if Component.AGENCY not in subject.tabbed:
            yield departure(Component.NUMBER, "không có số, ký hiệu", "không có", NUMBER_WANTED)
        return
    written = written_number(paragraph.text)
    if written is None:
        message = "dòng số, ký hiệu không đúng cách viết"
        yield at(paragraph, Component.NUMBER, message, paragraph.text.strip(), NUMBER_WANTED)
        return
    for wrong, message, wanted in (
        (written.word != "Số:", f'viết "{written.word}"', "Số:"),
        (re.fullmatch("[1-9]", written.number), "số nhỏ hơn 10 thiếu số 0 phía trước", "05"),
        (written.is_spaced, "có khoảng trắng quanh dấu / hoặc -", "không cách chữ"),
        (written.has_long_dash, "dùng gạch ngang dài trong ký hiệu", "dấu gạch nối ngắn (-)"),
        (written.has_small_letters, "ký hiệu không viết hoa", "chữ in hoa"),
    ):
        if wrong:
            yield at(paragraph, Component.NUMBER, message, paragraph.text.strip(), wanted)


@rule("number-letters", Severity.ERROR)
def number_letters(subject: FormSubject) -> Iterator[Finding]:
    """Số, ký hiệu sai cỡ chữ hoặc kiểu chữ.

    Vì sao: số, ký hiệu in chữ đứng, không đậm, để phân biệt với tên cơ quan ngay bên trên.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (số, ký hiệu): cỡ chữ 13, kiểu chữ
    đứng.
    """
    yield from wrong_characters(subject, Component.NUMBER)


@rule("symbol-kind", Severity.ERROR)
def symbol_kind(subject: FormSubject) -> Iterator[Finding]:
    """Ký hiệu không hợp với loại văn bản.

    Vì sao: chữ viết tắt trong ký hiệu cho biết loại văn bản; công văn không có tên loại nên ký hiệu
    bắt đầu bằng tên cơ quan.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (số, ký hiệu) và bảng chữ viết tắt tên
    loại (Phụ lục III): NQ, QĐ, CT, QC, TB, HD, CTr, KH, PA, ĐA, BC, TTr.
    """
    paragraph = subject.first(Component.NUMBER)
    written = written_number(paragraph.text) if paragraph else None
    if paragraph is None or written is None or subject.kind is None:
        return
    found, wanted = written.abbreviation, subject.kind.abbreviation
    if subject.is_letter and found in ABBREVIATIONS:
        message = f'công văn mà ký hiệu có chữ viết tắt tên loại "{found}"'
        yield at(paragraph, Component.NUMBER, message, found, "công văn: Số: 12/UBND-VP")
    elif wanted and found.upper() not in {wanted.upper(), f"{wanted.upper()}LT"}:
        message = f'{subject.kind.title.lower()} mà ký hiệu bắt đầu bằng "{found}"'
        yield at(paragraph, Component.NUMBER, message, found, f"{wanted}-…")


DATE_WANTED = "…, ngày 05 tháng 02 năm 2025"


@rule("date-form", Severity.ERROR)
def date_form(subject: FormSubject) -> Iterator[Finding]:
    """Ngày, tháng, năm thiếu hoặc sai cách viết.

    Vì sao: số 0 trước ngày nhỏ hơn 10 và tháng 1, 2 để không ai viết thêm được; các tháng khác
    không thêm.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (địa danh và thời gian ban hành): viết
    đầy đủ ngày … tháng … năm …, bằng chữ số Ả Rập; ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía
    trước. Ngày chưa có thì để trống.
    """
    paragraph = subject.first(Component.DATE)
    if paragraph is None:
        if Component.AGENCY not in subject.tabbed:
            yield departure(Component.DATE, "không có ngày, tháng, năm", "không có", DATE_WANTED)
        return
    written = written_date(paragraph.text)
    if written is None:
        message = "ngày, tháng, năm không đúng cách viết"
        yield at(paragraph, Component.DATE, message, paragraph.text.strip(), DATE_WANTED)
        return
    day, month, year = written.day, written.month, written.year
    for wrong, message, wanted in (
        (len(day) == 1, f"ngày {day} thiếu số 0 phía trước", f"ngày 0{day}"),
        (month in {"1", "2"}, f"tháng {month} thiếu số 0 phía trước", f"tháng 0{month}"),
        (
            month.startswith("0") and month not in {"01", "02"},
            f"tháng {month} thừa số 0",
            "tháng 3",
        ),
        (not _is_possible(day, month, year), "không có ngày này trong lịch", "ngày có thật"),
    ):
        if wrong:
            yield at(paragraph, Component.DATE, message, paragraph.text.strip(), wanted)


def _is_possible(day: str, month: str, year: str) -> bool:
    try:
        # What isn't written yet is taken as a day that is in every year.
        date(int(year or 2024), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


@rule("date-letters", Severity.ERROR)
def date_letters(subject: FormSubject) -> Iterator[Finding]:
    """Địa danh, ngày tháng sai cỡ chữ hoặc kiểu chữ.

    Vì sao: dòng này ngang hàng với số, ký hiệu và in nghiêng; in đậm hay in đứng là nhầm với phần
    khác.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (địa danh và thời gian ban hành):
    chữ in thường, cỡ 13 đến 14, kiểu chữ nghiêng.
    """
    yield from wrong_characters(subject, Component.DATE)


PLACE_WANTED = "Sơn Hạ, ngày … tháng … năm …"


@rule("place-missing", Severity.ERROR)
def place_missing(subject: FormSubject) -> Iterator[Finding]:
    """Dòng ngày tháng thiếu địa danh.

    Vì sao: địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở, viết trước ngày, sau có dấu
    phẩy.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (địa danh và thời gian ban hành).
    """
    paragraph = subject.first(Component.DATE)
    written = written_date(paragraph.text) if paragraph else None
    if paragraph is None or written is None:
        return
    if not written.place.strip():
        yield at(
            paragraph, Component.DATE, "thiếu địa danh trước ngày tháng", "không có", PLACE_WANTED
        )
    elif not written.comma:
        yield at(
            paragraph, Component.DATE, "thiếu dấu phẩy sau địa danh", written.place, PLACE_WANTED
        )


@rule("letter-subject-letters", Severity.ERROR)
def letter_subject_letters(subject: FormSubject) -> Iterator[Finding]:
    """Trích yếu của công văn sai cỡ chữ hoặc kiểu chữ.

    Vì sao: công văn không có tên loại, nên trích yếu "V/v" đứng dưới số, ký hiệu, in nhỏ và không
    đậm.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu): trích yếu của
    công văn in thường, cỡ 12 đến 13, kiểu chữ đứng.
    """
    yield from wrong_characters(subject, Component.LETTER_SUBJECT)

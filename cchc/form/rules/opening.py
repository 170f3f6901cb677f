"""Rules about the opening: title, subject and legal basis."""

from collections.abc import Iterator

from cchc.diagnostics import Finding, Severity
from cchc.form.document import WORDS, Component, FormSubject
from cchc.form.judging import at, departure, rule, wrong_characters, wrong_rule


@rule("title-missing", Severity.ERROR)
def title_missing(subject: FormSubject) -> Iterator[Finding]:
    """Không có tên loại văn bản hoặc không có trích yếu.

    Vì sao: trừ công văn (có "V/v" dưới số, ký hiệu), văn bản nào cũng có tên loại và trích yếu
    để vào sổ và tìm lại.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu nội dung văn
    bản).
    """
    title = subject.first(Component.KIND)
    if subject.is_letter:
        if subject.first(Component.LETTER_SUBJECT) is None:
            message = "công văn không có trích yếu"
            yield departure(Component.LETTER_SUBJECT, message, "không có", "V/v … dưới số, ký hiệu")
    elif title is None:
        message = "không thấy tên loại văn bản"
        wanted = "KẾ HOẠCH, BÁO CÁO …; công văn thì có V/v … dưới số, ký hiệu"
        yield departure(Component.KIND, message, "không có", wanted)
    elif subject.first(Component.SUBJECT) is None:
        message = "dưới tên loại không có trích yếu"
        yield at(
            title, Component.KIND, message, "không có", "trích yếu ở dòng riêng, dưới tên loại"
        )


@rule("title-letters", Severity.ERROR)
def title_letters(subject: FormSubject) -> Iterator[Finding]:
    """Tên loại hoặc trích yếu sai cỡ chữ hoặc kiểu chữ.

    Vì sao: tên loại in hoa, trích yếu in thường, cùng đậm: hai dòng này cho biết ngay văn bản
    là gì.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu): tên loại in
    hoa, trích yếu in thường, cỡ 13 đến 14, kiểu chữ đứng, đậm.
    """
    yield from wrong_characters(subject, Component.KIND)
    yield from wrong_characters(subject, Component.SUBJECT)


PARTS = (
    Component.MOTTO,
    Component.KIND,
    Component.SUBJECT,
    Component.APPENDIX_WORD,
    Component.APPENDIX_TITLE,
    Component.ATTACHMENT,
)
SHIFTED = 5.0
"""Millimetres of first line that can be seen as off the middle."""


@rule("title-place", Severity.ERROR)
def title_place(subject: FormSubject) -> Iterator[Finding]:
    """Tên loại, trích yếu hoặc tiêu đề phụ lục không ở giữa.

    Vì sao: tiêu đề canh giữa theo trang; canh bằng phím cách thì lệch khi đổi máy in.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu) và mục III
    (phụ lục): trình bày canh giữa.
    """
    for part, paragraph in subject.placed:
        if part not in PARTS or paragraph.blank:
            continue
        # Spaces or an indent put a line in the middle of its cell as well.
        spaced = part is Component.MOTTO and (
            paragraph.text[:1].isspace() or (paragraph.shape.left or 0) > SHIFTED
        )
        if paragraph.align != "center" and not spaced:
            message = f"{WORDS[part]} không canh giữa"
            yield at(paragraph, part, message, f"canh {SIDES[paragraph.align]}", "canh giữa")
        elif paragraph.align == "center" and abs(paragraph.shape.first_line or 0) > SHIFTED:
            message = f"{WORDS[part]} lệch khỏi giữa vì lùi đầu dòng"
            yield at(paragraph, part, message, "lùi đầu dòng", "canh giữa, không lùi đầu dòng")


SIDES = {"left": "trái", "right": "phải", "both": "đều hai lề"}


@rule("subject-rule", Severity.ERROR)
def subject_rule(subject: FormSubject) -> Iterator[Finding]:
    """Dưới trích yếu không có đường kẻ, hoặc gạch chân thay cho đường kẻ.

    Vì sao: đường kẻ ngắn tách tên văn bản khỏi nội dung.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu): bên dưới
    trích yếu có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ.
    """
    yield from wrong_rule(
        subject, Component.SUBJECT, wanted="đường kẻ ngang nét liền, dài 1/3 đến 1/2 dòng chữ"
    )


@rule("basis-letters", Severity.ERROR)
def basis_letters(subject: FormSubject) -> Iterator[Finding]:
    """Căn cứ ban hành sai cỡ chữ hoặc kiểu chữ.

    Vì sao: in nghiêng để tách căn cứ pháp lý khỏi nội dung.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): căn cứ ban hành in
    thường, kiểu chữ nghiêng, cỡ 13 đến 14.
    """
    yield from wrong_characters(subject, Component.BASIS)


@rule("basis-marks", Severity.ERROR)
def basis_marks(subject: FormSubject) -> Iterator[Finding]:
    """Căn cứ không kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm.

    Vì sao: mỗi căn cứ một dòng; dấu cuối dòng cho biết còn căn cứ nữa hay đã hết.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): sau mỗi căn cứ
    xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm.
    """
    bases = list(subject.of(Component.BASIS))
    for paragraph in bases:
        wanted = "." if paragraph is bases[-1] else ";"
        last = paragraph.text.strip()[-1]
        if last != wanted:
            found = f'"{last}"' if last in ".;:,!" else "không có dấu"
            message = (
                f"căn cứ kết thúc bằng {found}" if last in ".;:,!" else "căn cứ thiếu dấu cuối"
            )
            yield at(paragraph, Component.BASIS, message, found, f'dấu "{wanted}"')

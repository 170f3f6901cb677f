"""Rules about the end: signer and recipients."""

import re
from collections.abc import Iterator

from cchc.diagnostics import Finding, Severity
from cchc.form.document import Component, FormSubject
from cchc.form.ends import AUTHORITY
from cchc.form.judging import at, departure, rule, wrong_characters
from cchc.form.notation import single_spaced
from cchc.text import unaccented
from cchc.word.layout import Paragraph

RIGHT = re.compile(r"(TM|KT|TL|TUQ|Q)\. \S")
ON_BEHALF = re.compile(r"(TM|KT|TL|TUQ)\.")


@rule("signer-form", Severity.ERROR)
def signer_form(subject: FormSubject) -> Iterator[Finding]:
    """Phần ký thiếu chức vụ, họ tên, hoặc ghi sai quyền hạn.

    Vì sao: phải biết ai ký, với tư cách gì: thay mặt tập thể (TM.), ký thay (KT.), thừa lệnh (TL.),
    thừa ủy quyền (TUQ.), quyền (Q.).

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (chức vụ, họ tên và chữ ký của
    người có thẩm quyền): viết tắt quyền hạn có dấu chấm, không có gạch chéo; dưới TM., KT.,
    TL., TUQ. là chức vụ của người ký; họ tên đầy đủ ở dưới cùng.
    """
    if Component.RECIPIENT in subject.tabbed:
        return
    offices = list(subject.of(Component.AUTHORITY))
    if not offices:
        wanted = "chức vụ và họ tên người ký, bên phải"
        yield departure(Component.AUTHORITY, "không có chức vụ của người ký", "không có", wanted)
        return
    yield from _abbreviations(offices)
    if ON_BEHALF.match(offices[-1].text.strip()):
        message = "dưới dòng quyền hạn thiếu chức vụ người ký"
        yield at(offices[-1], Component.AUTHORITY, message, "không có", "CHỦ TỊCH, PHÓ CHỦ TỊCH …")
    if subject.first(Component.SIGNER) is None:
        message = "thiếu họ tên người ký"
        yield at(offices[-1], Component.SIGNER, message, "không có", "họ tên đầy đủ, dưới chữ ký")


def _abbreviations(offices: list[Paragraph]) -> Iterator[Finding]:
    for paragraph in offices:
        text = " ".join(paragraph.text.split())
        if AUTHORITY.match(unaccented(text)) and not RIGHT.match(text.upper()):
            message = f'viết tắt quyền hạn "{text.split()[0]}" không đúng'
            yield at(
                paragraph, Component.AUTHORITY, message, text.split()[0], "TM., KT., TL., TUQ., Q."
            )


@rule("signer-letters", Severity.ERROR)
def signer_letters(subject: FormSubject) -> Iterator[Finding]:
    """Quyền hạn, chức vụ hoặc họ tên người ký sai cỡ chữ hoặc kiểu chữ.

    Vì sao: phần ký cho biết ai chịu trách nhiệm; chức vụ in hoa, họ tên in thường, cùng đậm.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (chức vụ, họ tên và chữ ký của
    người có thẩm quyền): quyền hạn, chức vụ in hoa, họ tên in thường, cỡ 13 đến 14, kiểu chữ
    đứng, đậm.
    """
    yield from wrong_characters(subject, Component.AUTHORITY)
    yield from wrong_characters(subject, Component.SIGNER)


@rule("signature-split", Severity.WARNING)
def signature_split(subject: FormSubject) -> Iterator[Finding]:
    """Phần ký có thể bị tách sang hai trang.

    Vì sao: quyền hạn ở trang này mà chữ ký ở trang sau thì trang sau không biết ký cho văn bản nào.
    Trong Word: bỏ chọn "Allow row to break across pages" ở bảng ký, hoặc chọn "Keep with next" cho
    các dòng.

    Nguồn: thực tế trình bày; Nghị định 30/2020/NĐ-CP không nói tới.
    """
    lines = list(subject.of(Component.AUTHORITY, Component.SIGNER))
    if len(lines) > 1 and not _is_held(subject, lines):
        message = "phần ký có thể bị tách sang hai trang"
        wanted = "hàng của bảng ký không ngắt trang, hoặc Keep with next"
        yield at(lines[0], Component.AUTHORITY, message, "có thể ngắt trang", wanted)


def _is_held(subject: FormSubject, lines: list[Paragraph]) -> bool:
    if all(line.shape.keep_next for line in lines[:-1]):
        return True
    cells = [line.cell for line in lines if line.cell]
    if len(cells) < len(lines) or len({(cell.table, cell.row) for cell in cells}) > 1:
        return False
    return subject.paper.tables[cells[0].table].rows[cells[0].row].whole


DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\u2022", "+", "*")
"""What begins a recipient's line; a sign that Word puts by itself is one too."""


@rule("recipients-form", Severity.ERROR)
def recipients_form(subject: FormSubject) -> Iterator[Finding]:
    """Nơi nhận thiếu hoặc sai cách viết.

    Vì sao: nơi nhận là căn cứ để văn thư gửi; thiếu một nơi là nơi ấy không có văn bản.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nơi nhận): dòng "Nơi nhận:" có
    dấu hai chấm; mỗi nơi một dòng, đầu dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy; dòng
    cuối kết thúc bằng dấu chấm.
    """
    if Component.RECIPIENT in subject.tabbed:
        return
    word = subject.first(Component.RECIPIENTS_WORD)
    listed = list(subject.of(Component.RECIPIENT))
    if word is None or not listed:
        wanted = "Nơi nhận: và các nơi nhận, bên trái phần ký"
        yield departure(Component.RECIPIENTS_WORD, "không có nơi nhận", "không có", wanted)
        return
    if (written := single_spaced(word.text)) != "Nơi nhận:":
        yield at(word, Component.RECIPIENTS_WORD, f'viết "{written}"', written, "Nơi nhận:")
    above = [None, *listed[:-1]]
    for last, paragraph, following in zip(above, listed, [*listed[1:], None], strict=True):
        yield from _line(last, paragraph, following)


def _line(
    above: Paragraph | None, paragraph: Paragraph, following: Paragraph | None
) -> Iterator[Finding]:
    text = paragraph.text.strip()
    # A line may go on with the recipient above it, after a line break or where that has no end.
    begins = above is None or (paragraph.first and above.text.rstrip().endswith((";", ".")))
    if begins and not _is_dashed(paragraph):
        message = "nơi nhận không có gạch đầu dòng"
        yield at(paragraph, Component.RECIPIENT, message, text[:1], "- …;")
    goes_on = following is not None and not _is_dashed(following)
    wanted = ";" if following else "."
    if not goes_on and text[-1] != wanted:
        message = f'nơi nhận không kết thúc bằng dấu "{wanted}"'
        yield at(paragraph, Component.RECIPIENT, message, text[-1], f"- …{wanted}")


def _is_dashed(paragraph: Paragraph) -> bool:
    return bool(paragraph.label) or paragraph.text.strip().startswith(DASHES)


@rule("recipients-letters", Severity.ERROR)
def recipients_letters(subject: FormSubject) -> Iterator[Finding]:
    """Nơi nhận sai cỡ chữ hoặc kiểu chữ.

    Vì sao: nơi nhận in nhỏ, nằm gọn bên trái, ngang với phần ký.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nơi nhận): chữ "Nơi nhận" cỡ 12,
    nghiêng, đậm; danh sách cỡ 11, kiểu chữ đứng.
    """
    yield from wrong_characters(subject, Component.RECIPIENTS_WORD)
    yield from wrong_characters(subject, Component.RECIPIENT)


ARCHIVE = re.compile(r"\W*Lưu ?: ?(.*\bVT\b|Văn thư)")


@rule("recipients-archive", Severity.ERROR)
def recipients_archive(subject: FormSubject) -> Iterator[Finding]:
    """Nơi nhận không có dòng "Lưu: VT" ở cuối.

    Vì sao: bản lưu tại văn thư là bản gốc của cơ quan.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nơi nhận): dòng cuối là chữ
    "Lưu", dấu hai chấm, VT (Văn thư), rồi đến đơn vị soạn thảo và số bản lưu nếu có: "- Lưu:
    VT, VP.".
    """
    listed = list(subject.of(Component.RECIPIENT))
    if listed and not any(
        ARCHIVE.match(single_spaced(paragraph.text)) for paragraph in listed[-2:]
    ):
        last = listed[-1]
        message = 'dòng cuối của nơi nhận không phải "Lưu: VT"'
        yield at(last, Component.RECIPIENT, message, last.text.strip(), "- Lưu: VT.")

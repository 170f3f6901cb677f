"""Rules of a document that is ready to sign: nothing of the work on it is left in it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from cchc.diagnostics import Finding, Severity
from cchc.form.document import RUNNING, WORDS, Component, FormSubject, Placed
from cchc.form.judging import at, departure, printed, rule
from cchc.text import unaccented
from cchc.word.layout import Paragraph


@rule("tracked-changes", Severity.WARNING)
def tracked_changes(subject: FormSubject) -> Iterator[Finding]:
    """Văn bản còn dấu vết sửa đổi (Track Changes).

    Vì sao: người nhận thấy cả chữ đã bỏ, và mỗi máy in ra một khác. Trong Word: Review > Accept.

    Nguồn: thực tế soạn thảo; Nghị định 30/2020/NĐ-CP không nói tới.
    """
    if count := subject.paper.tracked:
        message = f"còn {count} chỗ sửa đổi chưa chấp nhận"
        yield departure(Component.OTHER, message, str(count), "Review > Accept All Changes")


@rule("comments", Severity.WARNING)
def comments(subject: FormSubject) -> Iterator[Finding]:
    """Văn bản còn lời bình (Comments).

    Vì sao: lời bình là việc nội bộ của người soạn, và in ra thì chữ bị thu nhỏ.

    Nguồn: thực tế soạn thảo; Nghị định 30/2020/NĐ-CP không nói tới.
    """
    if count := subject.paper.comments:
        message = f"còn {count} lời bình"
        yield departure(Component.OTHER, message, str(count), "Review > Delete All Comments")


@rule("highlight", Severity.WARNING)
def highlight(subject: FormSubject) -> Iterator[Finding]:
    """Chữ còn được tô nền.

    Vì sao: nền vàng đánh dấu chỗ cần xem lại lúc soạn; in ra thành vệt xám.

    Nguồn: thực tế soạn thảo; Nghị định 30/2020/NĐ-CP không nói tới.
    """
    for part, paragraph in subject.everything():
        if any(run.characters.highlighted for run in printed(paragraph)):
            yield at(paragraph, part, f"{WORDS[part]} còn tô nền", "tô nền", "bỏ tô nền")


PLACEHOLDER = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\[ ?(?:\.{2,}|…)+ ?\]"
    r"|\[ ?(?:viết|điền|ghi|nhập|nêu|bổ sung|chèn|tên|họ tên|số|ngày)\b[^\]]*\]",
    re.IGNORECASE,
)
DOTTED = re.compile(r"…{3,}|\.{6,}|_{4,}")
FORMS = (Component.APPENDIX, Component.TABLE)
BLANKS = (Component.NUMBER, Component.DATE, Component.ATTACHMENT, Component.LETTER_SUBJECT)
"""What the records office fills in stays open until the document is issued."""


@rule("placeholder", Severity.WARNING)
def placeholder(subject: FormSubject) -> Iterator[Finding]:
    """Còn chỗ để trống chưa điền.

    Vì sao: "………", "[...]", "[Viết: …]", "[điền]", "{{ten}}" là chỗ chờ điền của mẫu; ký rồi thì
    không điền được nữa.

    Nguồn: thực tế soạn thảo; Nghị định 30/2020/NĐ-CP không nói tới. Số, ngày, dòng kèm theo để
    trống, dòng chấm của mẫu biểu trong phụ lục thì không bị xét.
    """
    for part, paragraph in subject.everything():
        text = unicodedata.normalize("NFC", paragraph.text)
        found = PLACEHOLDER.search(text)
        # In an appendix a dotted line belongs to a form that others fill in.
        if part not in FORMS and any(map(str.isalnum, text)):
            found = found or DOTTED.search(text)
        if part not in BLANKS and found:
            yield at(paragraph, part, "còn chỗ để trống chưa điền", found.group()[:20], "điền vào")


@rule("draft-word", Severity.WARNING)
def draft_word(subject: FormSubject) -> Iterator[Finding]:
    """Văn bản còn chữ "DỰ THẢO".

    Vì sao: bản trình ký mà ghi dự thảo thì không rõ là bản nào có hiệu lực.

    Nguồn: thực tế soạn thảo; Nghị định 30/2020/NĐ-CP không nói tới.
    """
    for part, paragraph in subject.everything():
        if part not in RUNNING and DRAFT.fullmatch(unaccented(paragraph.text)):
            yield at(paragraph, part, 'còn chữ "Dự thảo"', paragraph.text.strip(), "bỏ dòng này")


DRAFT = re.compile(r"\W*(ban )?du thao\b.{0,30}")


@rule("empty-paragraphs", Severity.WARNING)
def empty_paragraphs(subject: FormSubject) -> Iterator[Finding]:
    """Dùng đoạn trống để giãn cách.

    Vì sao: khoảng cách đặt bằng Paragraph > Spacing thì đều và không lệch khi sang trang.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khoảng cách giữa
    các đoạn văn tối thiểu là 6 pt.
    """
    rows = subject.placed
    for i, (_, paragraph) in enumerate(rows[:-1]):
        if (
            _is_empty(paragraph)
            and _is_running(rows, i - 1)
            and _is_running(rows, i + 1, whole=True)
        ):
            message = "đoạn trống dùng để giãn cách"
            yield at(paragraph, Component.BODY, message, "đoạn trống", "Paragraph > Spacing")


def _is_empty(paragraph: Paragraph) -> bool:
    # A picture, a break of the page is a run without text.
    nothing = all(run.text for run in paragraph.runs)
    return paragraph.blank and nothing and paragraph.first and not paragraph.lines


def _is_running(rows: Sequence[Placed], start: int, *, whole: bool = False) -> bool:
    """Return whether a row is of the text; with `whole` the next that isn't empty."""
    while whole and start < len(rows) - 1 and _is_empty(rows[start][1]):
        start += 1
    return start >= 0 and rows[start][0] in RUNNING


@rule("doubled-spaces", Severity.WARNING)
def doubled_spaces(subject: FormSubject) -> Iterator[Finding]:
    """Hai dấu cách liền nhau.

    Vì sao: dòng canh đều thì khoảng trống giãn ra thành vệt; tìm kiếm không ra.

    Nguồn: thực tế soạn thảo; Nghị định 30/2020/NĐ-CP không nói tới.
    """
    for part in (*RUNNING, Component.BASIS, Component.SUBJECT):
        for paragraph in subject.of(part):
            if re.search(r"\S {2,}\S", paragraph.text):
                yield at(
                    paragraph, part, "có hai dấu cách liền nhau", "hai dấu cách", "một dấu cách"
                )


@rule("signer-capitals", Severity.WARNING)
def signer_capitals(subject: FormSubject) -> Iterator[Finding]:
    """Họ tên người ký viết in hoa.

    Vì sao: in hoa là của chức vụ ở trên; họ tên in thường.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (chức vụ, họ tên và chữ ký của người
    có thẩm quyền): họ và tên trình bày bằng chữ in thường, đậm.
    """
    for paragraph in subject.of(Component.SIGNER):
        text = paragraph.text.strip()
        if " " in text and (
            text == text.upper() or all(r.characters.caps for r in printed(paragraph))
        ):
            yield at(paragraph, Component.SIGNER, "họ tên người ký in hoa", text, text.title())


@rule("signer-degree", Severity.WARNING)
def signer_degree(subject: FormSubject) -> Iterator[Finding]:
    """Trước họ tên người ký có học hàm, học vị hoặc danh hiệu.

    Vì sao: người ký thay mặt cơ quan theo chức vụ, không theo học vị.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (chức vụ, họ tên và chữ ký của người
    có thẩm quyền): trước họ tên không ghi học hàm, học vị và các danh hiệu danh dự khác, trừ văn
    bản của đơn vị vũ trang nhân dân, tổ chức sự nghiệp giáo dục, y tế, khoa học.
    """
    for paragraph in subject.of(Component.SIGNER):
        if found := DEGREE.match(paragraph.text.strip()):
            wanted = "chỉ họ và tên (trừ đơn vị vũ trang, giáo dục, y tế, khoa học)"
            message = f'trước họ tên người ký có "{found.group().strip()}"'
            yield at(paragraph, Component.SIGNER, message, found.group().strip(), wanted)


DEGREE = re.compile(
    r"(((th\.?s|ts|pgs|gs|bs|ks|cn|ncs|cki{1,2})\.)+ ?|(thạc|tiến|bác|kỹ) (sĩ|sỹ|sư) |đồng chí )",
    re.IGNORECASE,
)


@rule("appendix-capitals", Severity.WARNING)
def appendix_capitals(subject: FormSubject) -> Iterator[Finding]:
    """Chữ "Phụ lục" viết in hoa.

    Vì sao: in hoa là của tên phụ lục ở dòng dưới.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): từ "Phụ lục" và số thứ tự
    trình bày bằng chữ in thường, cỡ 14, kiểu chữ đứng, đậm.
    """
    for paragraph in subject.of(Component.APPENDIX_WORD):
        text = paragraph.text.strip()
        if text.startswith("PHỤ LỤC") or all(run.characters.caps for run in printed(paragraph)):
            message = 'chữ "Phụ lục" in hoa'
            yield at(
                paragraph,
                Component.APPENDIX_WORD,
                message,
                text,
                text.replace("PHỤ LỤC", "Phụ lục"),
            )


@rule("subject-mark", Severity.WARNING)
def subject_mark(subject: FormSubject) -> Iterator[Finding]:
    """Trích yếu kết thúc bằng dấu câu.

    Vì sao: trích yếu là tên của văn bản, không phải một câu.

    Nguồn: thực tế trình bày; các mẫu của Nghị định 30/2020/NĐ-CP, Phụ lục III, không có dấu.
    """
    for part in (Component.SUBJECT, Component.LETTER_SUBJECT):
        lines = list(subject.of(part))
        if lines and lines[-1].text.rstrip()[-1] in ".;,:":
            last = lines[-1].text.rstrip()[-1]
            message = f'trích yếu kết thúc bằng dấu "{last}"'
            yield at(lines[-1], part, message, last, "không có dấu ở cuối")


@rule("active-content", Severity.WARNING)
def active_content(subject: FormSubject) -> Iterator[Finding]:
    """Trong tệp có nội dung lấy từ nơi khác hoặc chạy lệnh.

    Vì sao: mẫu, hình, văn bản con ở máy khác được Word tự tải khi mở, và trường DDE chạy lệnh; nơi
    nhận không mở được, hoặc bị hại.

    Nguồn: ECMA-376, phần 1, 17.16.5 (trường) và phần 2, 9 (liên kết).
    """
    for danger in subject.paper.dangers:
        message = f"{danger.words} ({danger.part})"
        yield departure(
            Component.OTHER, message, danger.kind, "bỏ đi, hoặc chép nội dung vào văn bản"
        )

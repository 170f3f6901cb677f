"""Rules about the plan's frame: its year, its symbol, its signer, the numbers of its headings."""

from collections.abc import Iterator, Sequence

from cchc.checks.registry import rule
from cchc.checks.subject import Subject
from cchc.diagnostics import Finding, Severity, Where
from cchc.plan.models import Section
from cchc.references import KINDS
from cchc.text import fold, nearest


@rule("plan-year", Severity.ERROR)
def plan_year(subject: Subject) -> Iterator[Finding]:
    """Năm của kế hoạch khác với năm mà hầu hết các hạn ghi rõ.

    Vì sao: một chữ số gõ nhầm ở `nam` làm mọi hạn lệch năm; sửa một chỗ này là đủ, nên các lỗi do
    nó mà ra (hạn ngoài năm, sổ của năm khác …) không kể nữa.

    Sai:

        nam: 2052
        thoi_gian: Tháng 3/2025, tháng 6/2025, tháng 9/2025

    Đúng:

        nam: 2025
        thoi_gian: Tháng 3/2025, tháng 6/2025, tháng 9/2025

    Ngược lại, chép kế hoạch năm cũ mà chỉ mới sửa `nam` thì sửa năm ở các hạn.
    """
    doubt = subject.year_doubt
    if doubt:
        year, count = doubt
        message = f"nam là {subject.plan.year} mà {count} hạn ghi rõ năm {year}"
        yield Finding(("nam",), message, f"sửa thành nam: {year}, hoặc sửa năm ở các hạn")


@rule("plan-symbol", Severity.WARNING)
def plan_symbol(subject: Subject) -> Iterator[Finding]:
    """Ký hiệu của kế hoạch không đúng tên loại hoặc cơ quan ban hành.

    Vì sao: ký hiệu là chữ viết tắt tên loại và tên cơ quan (Nghị định 30/2020/NĐ-CP, phụ lục I);
    viết sai thì văn thư trả lại, và nơi khác viện dẫn sai theo.

    Sai:

        ky_hieu: KH-UBN
        co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ}

    Đúng:

        ky_hieu: KH-UBND
        co_quan: {ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ}
    """
    symbol = (subject.plan.symbol or "").strip()
    kind, dash, issuer = symbol.partition("-")
    if not symbol:
        return
    if not dash or kind.casefold() not in KINDS:
        known = nearest(kind, [name.upper() for name in KINDS if " " not in name and len(name) < 5])
        hint = f"có phải: {known[0]}-{issuer or 'UBND'}?" if known else "viết như: KH-UBND"
        yield Finding(("ky_hieu",), f'ký hiệu "{symbol[:30]}" không bắt đầu bằng tên loại', hint)
        return
    wanted = _issuer(subject.plan.agency.name)
    if wanted and issuer.split("-")[0] != wanted:
        message = f'ký hiệu "{symbol[:30]}" không khớp cơ quan ban hành ({wanted})'
        yield Finding(("ky_hieu",), message, f"có phải: {kind}-{wanted}?")


def _issuer(agency: str) -> str:
    """Return how symbols write an agency, "" where the name doesn't say it."""
    name = fold(agency)
    return next((short for start, short in _AGENCIES if name.startswith(start)), "")


_AGENCIES = (("uy ban nhan dan", "UBND"), ("hoi dong nhan dan", "HĐND"))


@rule("no-signer", Severity.WARNING)
def no_signer(subject: Subject) -> Iterator[Finding]:
    """Kế hoạch đã có số mà chưa ghi người ký.

    Vì sao: văn bản in ra không có chức vụ, họ tên người ký thì không phát hành được.

    Sai:

        so: "12"
        nguoi_ky: {quyen_han: TM. ỦY BAN NHÂN DÂN}

    Đúng:

        so: "12"
        nguoi_ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Đinh Trường Sơn}
    """
    signer = subject.plan.signer
    missing = [key for key, value in (("chuc_vu", signer.position), ("ho_ten", signer.name))
               if not value]  # fmt: skip
    if subject.plan.number and missing:
        message = f"kế hoạch đã có số mà nguoi_ky thiếu {' và '.join(missing)}"
        hint = "ghi nguoi_ky: {quyen_han: …, chuc_vu: …, ho_ten: …}"
        yield Finding(("nguoi_ky",), message, hint, at_key=True)


@rule("duplicate-heading-number", Severity.WARNING)
def duplicate_heading_number(subject: Subject) -> Iterator[Finding]:
    """Hai đề mục liền cấp mang cùng một số.

    Vì sao: viện dẫn "mục 2, phần III" thì không biết là mục nào; thường là chép đề mục mà quên sửa
    số.

    Sai:

        phan:
          - {so: I, tieu_de: MỤC ĐÍCH}
          - {so: I, tieu_de: NỘI DUNG}

    Đúng:

        phan:
          - {so: I, tieu_de: MỤC ĐÍCH}
          - {so: II, tieu_de: NỘI DUNG}
    """
    yield from _repeated(subject, subject.plan.sections, ("phan",))


def _repeated(subject: Subject, sections: Sequence[Section], where: Where) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for i, section in enumerate(sections):
        number = fold(section.number or "")
        earlier = first.setdefault(number, i)
        if number and earlier != i:
            line = subject.line((*where, earlier, "so"))
            message = f'số "{section.number}" đã dùng cho đề mục ở dòng {line}'
            yield Finding((*where, i, "so"), message, "đánh số lại")
        yield from _repeated(subject, section.items, (*where, i, "muc"))

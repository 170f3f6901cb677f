"""Rules about the documents that a plan cites."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.checks.registry import rule
from cchc.checks.subject import Subject, written
from cchc.checks.text import slip
from cchc.diagnostics import Finding, Severity
from cchc.references import KINDS, Reference
from cchc.text import fold


@rule("citation-form", Severity.WARNING)
def citation_form(subject: Subject) -> Iterator[Finding]:
    """Số, ký hiệu của văn bản viện dẫn viết sai thể thức.

    Vì sao: người đọc, người tìm văn bản dựa vào đúng chuỗi số và ký hiệu; thừa dấu hai chấm, hở dấu
    gạch, mất dấu của chữ Đ thì tìm không ra. Ngày không có trên lịch thì chắc chắn chép sai.

    Sai:

        noi_dung: "Thực hiện Nghị định số: 59/2019/ND - CP ngày 31/6/2019 của Chính phủ"

    Đúng:

        noi_dung: Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ

    `cchc check --fix` sửa được số và ký hiệu; ngày thì phải tra lại văn bản.
    """
    text = subject.document.source.text
    for citation in subject.citations:
        yield from _before_the_number(citation)
        yield from _symbol(citation, text[slice(*citation.at_number)])
        if citation.dated and citation.day is None:
            message = f'không có "{" ".join(citation.dated.split())}"'
            yield slip(citation.at_date, message, "tra lại ngày của văn bản")


def _before_the_number(citation: Reference) -> Iterator[Finding]:
    start = citation.at_number[0]
    word = citation.numbered
    if word and (":" in word or not word[-1].isspace()):
        message = f'"{word.strip()}" trước số {citation.code}'
        yield slip((start - len(word), start), message, 'viết "số "', f"{word[:2]} ", safe=True)
    elif citation.kind and not word:
        message = f'thiếu chữ "số" trước {citation.code}'
        yield slip((start, start), message, f'viết "số {citation.code}"', "số ")


def _symbol(citation: Reference, written: str) -> Iterator[Finding]:
    if written == citation.code and not _ODD.search(written):
        return
    right = citation.code.replace("Ð", "Đ")
    right = _WITHOUT_STROKE.sub(lambda found: _STROKES[found[0]], right)
    if right != written:
        message = f'số, ký hiệu viết "{written}"'
        yield slip(citation.at_number, message, f'viết "{right}"', right, safe=True)


_STROKES = {"ND": "NĐ", "QD": "QĐ", "HDND": "HĐND"}
_ODD = re.compile("[ÐD]")
_WITHOUT_STROKE = re.compile(r"(?<=[/-])(?:ND|QD|HDND)(?=-|/|$)")


@rule("citation-kind", Severity.WARNING)
def citation_kind(subject: Subject) -> Iterator[Finding]:
    """Tên loại văn bản không khớp với ký hiệu.

    Vì sao: ký hiệu bắt đầu bằng chữ viết tắt của tên loại (NĐ là Nghị định, NQ là Nghị quyết);
    hai bên khác nhau thì một bên chép sai, và người tìm sẽ tìm nhầm văn bản.

    Sai:

        noi_dung: Thực hiện Nghị định số 76/NQ-CP ngày 15/7/2021 của Chính phủ

    Đúng:

        noi_dung: Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ
    """
    for citation in subject.citations:
        kind, meant = KINDS.get(citation.kind.casefold(), "").casefold(), _of_symbol(citation)
        if kind and meant and meant not in {kind, *_ALSO.get(kind, ())}:
            message = f'"{citation.kind}" mà ký hiệu {citation.code} là của {KINDS[meant]}'
            hint = "tra lại văn bản, sửa tên loại hoặc ký hiệu"
            yield slip((citation.start, citation.at_number[1]), message, hint)


def _of_symbol(citation: Reference) -> str:
    """Return the kind that a symbol begins with, in lower case; "" where it says none."""
    first = citation.parts[0]
    # Abbreviations are told apart by their capitals: an office's name may have the same letters.
    known = first in _SURE and len(citation.parts) > 1
    return KINDS[first.casefold()].casefold() if known else ""


_SURE = frozenset(
    {"NĐ", "QĐ", "NQ", "CT", "TT", "TTLT", "KH", "CTr", "BC", "TB", "TTr", "HD", "KL", "ĐA", "PA"}
)
_ALSO = {
    "chương trình hành động": ("chương trình",),
    "quy định": ("quyết định",),  # the Party's Quy định số 37-QĐ/TW
    "quy chế": ("quyết định",),
    "đề án": ("quyết định", "kế hoạch"),
    "lệnh": ("quyết định",),
    "luật": ("nghị quyết",),
}
"""Kinds that may bear another one's symbol: issued with it, or by older custom."""


@rule("citation-year", Severity.WARNING)
def citation_year(subject: Subject) -> Iterator[Finding]:
    """Năm trong số của văn bản khác với năm của ngày ban hành.

    Vì sao: "59/2019/NĐ-CP" là văn bản ban hành năm 2019; ngày ghi năm khác thì số hoặc ngày
    chép sai.

    Sai:

        noi_dung: Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2018 của Chính phủ

    Đúng:

        noi_dung: Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ
    """
    for citation in subject.citations:
        if citation.year and citation.day and citation.year != citation.day.year:
            message = f"số {citation.code} là của năm {citation.year}, ngày ghi {citation.day.year}"
            yield slip(citation.at_date, message, "tra lại văn bản, sửa năm ở số hoặc ở ngày")


@rule("citation-issuer", Severity.WARNING)
def citation_issuer(subject: Subject) -> Iterator[Finding]:
    """Văn bản viện dẫn không ghi cơ quan ban hành, hoặc ghi khác với ký hiệu.

    Vì sao: căn cứ ban hành phải ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích
    yếu (Nghị định 30/2020/NĐ-CP); ký hiệu NĐ-CP là của Chính phủ, QĐ-TTg là của Thủ tướng Chính
    phủ.

    Sai:

        can_cu: [Kế hoạch số 234/KH-UBND ngày 19/12/2024 về cải cách hành chính năm 2025]
        noi_dung: Thực hiện Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Chính phủ

    Đúng:

        can_cu: [Kế hoạch số 234/KH-UBND ngày 19/12/2024 của UBND huyện về cải cách hành chính]
        noi_dung: Thực hiện Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ

    Ngoài phần căn cứ, viện dẫn tắt (không ngày, không cơ quan) được để nguyên.
    """
    for citation in subject.citations:
        if citation.where[:1] == ("can_cu",):
            yield from _incomplete(citation)
        yield from _another_issuer(citation)


def _incomplete(citation: Reference) -> Iterator[Finding]:
    parts = (("ngày ban hành", citation.dated), ("cơ quan ban hành", citation.issuer))
    missing = [name for name, said in parts if not said]
    if missing:
        message = f"căn cứ {citation.code} thiếu {' và '.join(missing)}"
        hint = 'viết đủ "… ngày 19/12/2024 của UBND huyện về …"'
        yield slip(citation.at_number, message, hint)


def _another_issuer(citation: Reference) -> Iterator[Finding]:
    right, said = _ISSUERS.get(citation.parts[-1]), fold(citation.issuer)
    if right and said and not right.may_be(said):
        message = f'ký hiệu {citation.code} mà cơ quan ban hành ghi "{citation.issuer}"'
        yield slip(citation.at_number, message, f"của {right.shown}? tra lại văn bản")


@dataclass(frozen=True, slots=True)
class _Issuer:
    """Whose symbol it is: folded names that stand in it, and one that only seems to."""

    shown: str
    names: tuple[str, ...]
    never: tuple[str, ...] = ()

    def may_be(self, said: str) -> bool:
        """Return whether a folded name can be this issuer."""
        return said not in self.never and any(f" {name}" in f" {said}" for name in self.names)


_PARTY = ("ban chap hanh", "dang bo", "btv", "bch")
_ISSUERS = {
    "CP": _Issuer("Chính phủ", ("chinh phu",), ("thu tuong chinh phu",)),
    "TTg": _Issuer("Thủ tướng Chính phủ", ("thu tuong",)),
    "HĐND": _Issuer("Hội đồng nhân dân", ("hoi dong nhan dan", "hdnd")),
    "UBND": _Issuer("UBND", ("ubnd", "uy ban nhan dan", "chu tich")),
    "TU": _Issuer("Tỉnh ủy", ("tinh uy", "thanh uy", *_PARTY)),
    "HU": _Issuer("Huyện ủy", ("huyen uy", *_PARTY)),
}


@rule("citation-dates-differ", Severity.WARNING)
def citation_dates_differ(subject: Subject) -> Iterator[Finding]:
    """Một văn bản được viện dẫn với hai ngày khác nhau.

    Vì sao: một số, ký hiệu của một cơ quan trong một năm chỉ là một văn bản; hai ngày thì ít
    nhất một ngày sai.

    Sai:

        noi_dung: |-
          Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ.
          Rà soát theo Nghị định số 59/2019/NĐ-CP ngày 10/7/2019 của Chính phủ.

    Đúng:

        noi_dung: |-
          Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ.
          Rà soát theo Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ.

    Số không có năm (76/NQ-CP) mỗi năm đánh lại từ đầu, nên chỉ so các ngày trong cùng một năm.
    """
    first: dict[tuple[str, str, int], Reference] = {}
    for citation in subject.citations:
        if citation.day is None:
            continue
        issuer = fold(citation.issuer) if citation.parts[-1] in _MANY else ""
        year = citation.year or citation.day.year
        known = first.setdefault((citation.code, issuer, year), citation)
        if known.day and known.day != citation.day:
            line = subject.document.source.place(known.start)[0]
            message = f"{citation.code} ở đây ngày {written(citation.day)}, dòng {line} ghi"
            message += f" ngày {written(known.day)}"
            yield slip(citation.at_date, message, "tra lại văn bản, sửa ngày sai")


@rule("citation-numbers-differ", Severity.WARNING)
def citation_numbers_differ(subject: Subject) -> Iterator[Finding]:
    """Một văn bản được viện dẫn với hai số khác nhau.

    Vì sao: cùng loại, cùng ngày, cùng cơ quan và cùng trích yếu là một văn bản, chỉ có một số;
    thường là gõ đảo chữ số (18 và 81).

    Sai:

        noi_dung: |-
          Thực hiện Kế hoạch số 18/KH-UBND ngày 21/3/2024 của UBND huyện về cải cách hành chính.
          Rà soát theo Kế hoạch số 81/KH-UBND ngày 21/3/2024 của UBND huyện về cải cách hành chính.

    Đúng:

        noi_dung: |-
          Thực hiện Kế hoạch số 18/KH-UBND ngày 21/3/2024 của UBND huyện về cải cách hành chính.
          Rà soát theo Kế hoạch số 18/KH-UBND ngày 21/3/2024 của UBND huyện về cải cách hành chính.
    """
    first: dict[tuple[object, ...], Reference] = {}
    for citation in subject.citations:
        about = _about(subject.document.source.text, citation)
        if citation.day is None or not about:
            continue
        said = (citation.symbol, citation.day, fold(citation.issuer), about)
        known = first.setdefault(said, citation)
        if known.number != citation.number:
            line = subject.document.source.place(known.start)[0]
            message = f"{citation.code} ở đây, dòng {line} ghi {known.code} về cùng một việc"
            yield slip(citation.at_number, message, "tra lại văn bản, sửa số sai")


def _about(text: str, citation: Reference) -> str:
    """Return how the subject begins that follows a citation ("về cải cách hành chính năm")."""
    found = _SUBJECT.match(text, citation.end)
    words = fold(found[1]).split() if found else []
    return " ".join(words[:6]) if len(words) >= 3 else ""


_SUBJECT = re.compile(r"\s*(?:về(?:\s+việc)?|ban hành)\s+([^.;\n]{8,120})", re.IGNORECASE)

# Every commune, district and province has its own 18/KH-UBND: the issuer tells them apart.
_MANY = frozenset({"UBND", "HĐND", "TU", "HU", "ĐU", "BCĐ", "BTV"})


@rule("citation-after-plan", Severity.WARNING)
def citation_after_plan(subject: Subject) -> Iterator[Finding]:
    """Viện dẫn văn bản ban hành sau ngày của kế hoạch.

    Vì sao: kế hoạch không thể căn cứ vào văn bản chưa có khi ký; thường là chép sai năm.

    Sai:

        ngay_ban_hanh: 2024-12-25
        noi_dung: Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2025 của UBND huyện

    Đúng:

        ngay_ban_hanh: 2024-12-25
        noi_dung: Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND huyện

    Kế hoạch đã sửa đổi, bổ sung sau khi ký thì ghi rõ:

        ngay_ban_hanh: 2024-12-25
        # cchc: bo-qua citation-after-plan -- bổ sung theo Quyết định số 30/QĐ-UBND ngày 15/01/2025
        noi_dung: Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2025 của UBND huyện
    """
    last = subject.plan.issued.latest if subject.plan.issued else None
    for citation in subject.citations if last else ():
        if last and citation.day and citation.day > last:
            message = f"{citation.code} ngày {written(citation.day)}, sau ngày ban hành kế hoạch"
            yield slip(citation.at_date, message, "tra lại ngày của văn bản")

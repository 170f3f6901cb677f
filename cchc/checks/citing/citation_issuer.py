"""Văn bản viện dẫn không ghi cơ quan ban hành, hoặc ghi khác với ký hiệu.

Vì sao: căn cứ ban hành phải ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu (Nghị
định 30/2020/NĐ-CP); ký hiệu NĐ-CP là của Chính phủ, QĐ-TTg là của Thủ tướng Chính phủ.

Sai:

    can_cu: [Kế hoạch số 234/KH-UBND ngày 19/12/2024 về cải cách hành chính năm 2025]
    noi_dung: Thực hiện Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Chính phủ

Đúng:

    can_cu: [Kế hoạch số 234/KH-UBND ngày 19/12/2024 của UBND huyện về cải cách hành chính]
    noi_dung: Thực hiện Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ

Ngoài phần căn cứ, viện dẫn tắt (không ngày, không cơ quan) được để nguyên.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.checks.citing.citation import Citation
from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity
from cchc.plan.spelling import fold

NAME = "citation-issuer"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield what a legal basis lacks, and each issuer that a symbol doesn't allow."""
    for citation in subject.citations:
        if citation.passage.where[:1] == ("can_cu",):
            yield from _incomplete(citation)
        yield from _another_issuer(citation)


def _incomplete(citation: Citation) -> Iterator[Slip]:
    parts = (("ngày ban hành", citation.dated), ("cơ quan ban hành", citation.issuer))
    missing = [name for name, said in parts if not said]
    if missing:
        message = f"căn cứ {citation.code} thiếu {' và '.join(missing)}"
        hint = 'viết đủ "… ngày 19/12/2024 của UBND huyện về …"'
        yield Slip(*citation.at_number, message, hint)


def _another_issuer(citation: Citation) -> Iterator[Slip]:
    right, said = _ISSUERS.get(citation.parts[-1]), fold(citation.issuer)
    if right and said and not right.may_be(said):
        message = f'ký hiệu {citation.code} mà cơ quan ban hành ghi "{citation.issuer}"'
        yield Slip(*citation.at_number, message, f"của {right.shown}? tra lại văn bản")


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

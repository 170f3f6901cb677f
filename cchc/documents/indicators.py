"""The table of indicators of a report: what the ledger tells, and what a person fills in.

The outline is data: to the figures of a group that are known come those that its area is asked
for (chỉ đạo, thể chế, thủ tục …), found by a word of the group's title. A group of no such area
has the known ones alone, so a plan of another subject is asked for nothing that isn't its own.
"""

from collections.abc import Iterable

from cchc.documents.fields import Fields
from cchc.progress.overview import Counts

Asked = tuple[str, str]
"""An indicator, and the unit it is counted in."""

AREAS: tuple[tuple[tuple[str, ...], tuple[Asked, ...]], ...] = (
    (
        ("chỉ đạo", "điều hành"),
        (
            ("Văn bản chỉ đạo, điều hành đã ban hành", "Văn bản"),
            ("Cuộc kiểm tra, tự kiểm tra đã thực hiện", "Cuộc"),
            ("Vấn đề phát hiện qua kiểm tra", "Vấn đề"),
            ("Vấn đề phát hiện qua kiểm tra đã xử lý xong", "Vấn đề"),
            ("Nhiệm vụ cấp trên giao đã hoàn thành đúng hạn", "Nhiệm vụ"),
            ("Cuộc đối thoại với người dân, doanh nghiệp", "Cuộc"),
        ),
    ),
    (
        ("thể chế",),
        (
            ("Văn bản quy phạm pháp luật đã ban hành", "Văn bản"),
            ("Văn bản đã kiểm tra, rà soát", "Văn bản"),
            ("Văn bản cần xử lý sau kiểm tra, rà soát", "Văn bản"),
            ("Văn bản đã xử lý xong", "Văn bản"),
        ),
    ),
    (
        ("thủ tục",),
        (
            ("Thủ tục hành chính thuộc thẩm quyền giải quyết", "Thủ tục"),
            ("Hồ sơ tiếp nhận trong kỳ", "Hồ sơ"),
            ("Hồ sơ đã giải quyết trong kỳ", "Hồ sơ"),
            ("Hồ sơ giải quyết đúng hạn", "Hồ sơ"),
            ("Phản ánh, kiến nghị đã xử lý", "Phản ánh"),
        ),
    ),
    (
        ("bộ máy",),
        (
            ("Cơ quan, đơn vị trực thuộc", "Đơn vị"),
            ("Biên chế được giao", "Người"),
            ("Biên chế có mặt", "Người"),
        ),
    ),
    (
        ("công vụ",),
        (
            ("Cán bộ, công chức được đào tạo, bồi dưỡng", "Lượt người"),
            ("Cán bộ, công chức bị kỷ luật", "Người"),
        ),
    ),
    (
        ("tài chính",),
        (
            ("Tỷ lệ giải ngân vốn đầu tư công", "%"),
            ("Kiến nghị sau thanh tra, kiểm toán đã thực hiện", "Kiến nghị"),
        ),
    ),
    (
        ("điện tử", "chính quyền số", "chuyển đổi số"),
        (
            ("Hồ sơ nộp trực tuyến", "Hồ sơ"),
            ("Hồ sơ thanh toán trực tuyến", "Hồ sơ"),
            ("Kết quả giải quyết được số hóa", "Hồ sơ"),
        ),
    ),
)
"""For each area the words of its name, and what it is asked for beyond the plan's own figures."""


def indicators(groups: Iterable[tuple[str, Counts]]) -> list[Fields]:
    """Return the table: a heading and rows for each group, from its title and its counts."""
    return [{"de_muc": title, "dong": _rows(title, counts)} for title, counts in groups]


def _rows(title: str, counts: Counts) -> list[Fields]:
    known = [
        ("Mốc công việc phải hoàn thành trong kỳ", "Mốc", str(counts.owed), ""),
        ("Mốc công việc đã hoàn thành", "Mốc", str(counts.done), _late(counts)),
    ]
    if counts.owed:
        share = f"{100 * counts.done / counts.owed:.1f}".replace(".", ",")
        known.append(("Tỷ lệ hoàn thành", "%", share, ""))
    small = title.lower()
    asked = next((rows for words, rows in AREAS if any(w in small for w in words)), ())
    every = (*known, *((name, unit, "", "") for name, unit in asked))
    return [
        {"stt": str(n), "ten": name, "don_vi": unit, "so_lieu": value, "ghi_chu": note}
        for n, (name, unit, value, note) in enumerate(every, 1)
    ]


def _late(counts: Counts) -> str:
    return f"trễ hạn {counts.late}" if counts.late else ""

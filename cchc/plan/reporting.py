"""The periods of the reporting calendar: quý I … IV, 6 tháng, 9 tháng, năm."""

from cchc.plan.spelling import fold

_KEYS = {
    "quy i": "BC-Q1", "quy 1": "BC-Q1",
    "quy ii": "BC-Q2", "quy 2": "BC-Q2",
    "quy iii": "BC-Q3", "quy 3": "BC-Q3",
    "quy iv": "BC-Q4", "quy 4": "BC-Q4",
    "6 thang": "BC-H1", "6 thang dau nam": "BC-H1",
    "6 thang cuoi nam": "BC-H2",
    "9 thang": "BC-9M", "9 thang dau nam": "BC-9M",
    "nam": "BC-Y", "ca nam": "BC-Y",
}  # fmt: skip


def report_key(period: str) -> str:
    """Return the key of a report's milestone: "quý I" → "BC-Q1"; other periods by their name."""
    folded = fold(period).removeprefix("bao cao ")
    if folded.startswith("0"):
        folded = folded[1:]
    return _KEYS.get(folded) or f"BC-{folded.replace(' ', '-')}"


def is_known_period(period: str) -> bool:
    """Return whether the period is one that reports are made for."""
    return report_key(period) in _KEYS.values()

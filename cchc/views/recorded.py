"""What a recording says: of what, when, whether in time, and where it was written."""

from collections.abc import Sequence
from pathlib import Path

from cchc.dates import vietnamese_date
from cchc.progress.ledger import Event
from cchc.progress.record import Recorded
from cchc.progress.words import event_words, milestone_words


def recorded_words(recorded: Sequence[Recorded], ledger: Path) -> str:
    """Return what was recorded, a line each, and where."""
    sentences = [sentence(one) for one in recorded]
    if len(sentences) == 1:
        return f"{sentences[0]}; đã ghi vào {ledger}"
    return "\n".join([*sentences, f"đã ghi {len(sentences)} mục vào {ledger}"])


def sentence(recorded: Recorded) -> str:
    """Return what was recorded, or would be: of what, when, and whether in time."""
    entry = recorded.entry
    which = f", mốc {milestone_words(recorded.milestone)}" if recorded.milestone else ""
    when = f"{', từ' if entry.until else ''} ngày {vietnamese_date(entry.day)}"
    by = f" ({recorded.dated})" if recorded.dated else ""
    kept = f", {_kept(recorded)}" if entry.event is Event.DONE and recorded.due else ""
    before = recorded.due_before
    moved = f", hạn cũ {vietnamese_date(before)}" if entry.until and before else ""
    said = f"{event_words(entry)}{when}{by}{kept}{moved}"
    return f"{entry.task}{which}{_chosen(recorded)}: {said}"


def _chosen(recorded: Recorded) -> str:
    why = ["hợp với văn bản"] if recorded.fits else []
    why += ["mốc sớm nhất còn mở"] if recorded.first else []
    return f" ({', '.join(why)})" if why else ""


def _kept(recorded: Recorded) -> str:
    late = (recorded.entry.day - recorded.due).days if recorded.due else 0
    return f"trễ {late} ngày" if late > 0 else "đúng hạn"

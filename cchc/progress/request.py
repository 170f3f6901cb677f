"""What is asked to be recorded, and what is refused before the ledger is looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc.errors import (
    BeforePlan,
    CancelUnproved,
    CchcError,
    ExtensionIncomplete,
    FutureDeed,
    ProofMissing,
    ReasonMissing,
)
from cchc.plan.models import Plan
from cchc.progress.entries import Deed
from cchc.progress.proof import ProofFile


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be recorded, in the words of whoever asks; `on` is the as-of day if not said."""

    deed: Deed
    task: str
    milestone: str | None = None
    on: date | None = None
    document: str | None = None
    until: date | None = None
    note: str | None = None
    file: ProofFile | None = None


def refuse_unsayable(plan: Plan, request: Request, day: date) -> None:
    """Refuse what no ledger can take, seen on a day.

    Raises `FutureDeed`, `BeforePlan`, or what says which proof or reason is missing.
    """
    on = request.on or day
    if on > day:
        raise FutureDeed(on, day)
    if plan.issued and on < plan.issued.earliest:
        raise BeforePlan(on, str(plan.issued))
    if wanted := _WANTED.get(request.deed):
        suffices, lacking = wanted
        if not suffices(request):
            raise lacking(request.task)


def _says(text: str | None) -> bool:
    return bool((text or "").strip())


_WANTED: dict[Deed, tuple[Callable[[Request], bool], Callable[[str], CchcError]]] = {
    Deed.DONE: (lambda r: _says(r.document) or _says(r.note), ProofMissing),
    Deed.EXTEND: (lambda r: _says(r.document) and r.until is not None, ExtensionIncomplete),
    Deed.CANCEL: (lambda r: _says(r.document), CancelUnproved),
    Deed.REOPEN: (lambda r: _says(r.note), ReasonMissing),
}
"""What a deed must come with, and the refusal of one that doesn't."""

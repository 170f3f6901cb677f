"""The amended plan as tracked changes: what an office accepts or rejects in Word."""

from cchc.documents.amendment.drafting import Revision, amended

__all__ = ["Revision", "amended"]

"""Judging a text of the letterhead that has one wording."""

import unicodedata
from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import WORDS, Part
from cchc.documents.lint.subject import Subject


def wrong_text(subject: Subject, part: Part, wanted: str) -> Iterator[Finding]:
    """Yield a finding if a part is missing, or its text isn't the wanted one to the letter."""
    paragraph = subject.first(part)
    if paragraph is None:
        if Part.AGENCY not in subject.tabbed:
            yield Finding(part, f"không có {WORDS[part]}", "không có", wanted)
        return
    # How a letter is composed is another rule's business; capitals may come from the formatting.
    written = unicodedata.normalize("NFC", paragraph.text).strip()
    if all(run.letters.caps for run in paragraph.runs if run.text.strip()):
        written = written.upper()
    if written != wanted:
        yield at(paragraph, part, f"{WORDS[part]} viết sai", written, wanted)

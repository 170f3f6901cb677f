"""What reading itself refuses: one page a fault, for whoever asks what a name means.

The faults are found in `cchc.plan` and `cchc.progress`; here they only have their pages.
"""

from typing import Protocol

from cchc.checks.faults import (
    anchor,
    date_without_extension,
    digest_without_file,
    duplicate_key,
    empty_file,
    empty_value,
    encoding,
    extension_without_date,
    extension_without_document,
    hidden_character,
    legacy_encoding,
    merge_conflict,
    merge_key,
    missing_key,
    not_nfc,
    reversed_dates,
    tag,
    unknown_key,
    unknown_state,
    unquoted_colon,
    wrong_type,
    wrong_value,
    yaml,
)
from cchc.plan.problem import Severity


class ReadingPage(Protocol):
    """A fault of reading: its name, its weight, and its docstring."""

    NAME: str
    SEVERITY: Severity


READING_PAGES: tuple[ReadingPage, ...] = (
    yaml,
    encoding,
    empty_file,
    merge_conflict,
    hidden_character,
    legacy_encoding,
    not_nfc,
    duplicate_key,
    anchor,
    tag,
    merge_key,
    unknown_key,
    missing_key,
    empty_value,
    unquoted_colon,
    wrong_type,
    wrong_value,
    reversed_dates,
    unknown_state,
    extension_without_date,
    extension_without_document,
    date_without_extension,
    digest_without_file,
)
"""In the order in which reading meets them: bytes, text, YAML, keys, values."""

"""A seal is read from any file that may stand at a target, ours or not, whole or broken."""

from pathlib import Path

import pytest

from cchc.documents.seals import changed, sealed

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
PAGE = b"<!DOCTYPE html>\n<html><head><title>a</title></head><body><p>m\xe1\xbb\x99t</body></html>"


def test_a_pdf_that_was_signed_or_annotated_is_changed() -> None:
    ours = sealed(PDF)
    assert ours.startswith(PDF)
    assert changed(ours) is False
    assert changed(ours + b"2 0 obj\nendobj\n%%EOF\n") is True
    assert changed(PDF) is None


def test_a_page_whose_lines_were_broken_elsewhere_is_unchanged() -> None:
    ours = sealed(PAGE)
    assert changed(ours.replace(b"<body>", b"<body class='x'>\n  ")) is False
    assert changed(ours.replace(b"m\xe1\xbb\x99t", b"hai")) is True


@pytest.mark.parametrize(
    "data",
    [
        *(b"PK\x03\x04", b"PK\x03\x04" + b"x" * 99, b"<html><![bad", b"<!DOCTYPE html>\xff"),
        *(b"BEGIN:VCALENDAR\r\n\xff", b"%PDF\n%cchc \xff", b"\xd0\xcf\x11\xe0"),
    ],
)
def test_what_is_broken_is_not_ours(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert changed(data) is None


def test_the_same_file_is_sealed_to_the_same_bytes() -> None:
    assert sealed(PAGE) == sealed(PAGE)
    assert sealed("chữ".encode()) == "chữ".encode()

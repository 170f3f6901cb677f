"""Templates with a fault, made from the built-in one by changing its XML."""

import zipfile
from pathlib import Path

from cchc.documents.templates import built_in
from cchc.word.package import pack

SETTINGS_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
DOCUMENT = "word/document.xml"
SUBJECT = "{{ trich_yeu }}"


def template_with(folder: Path, new: str, old: str = SUBJECT, part: str = DOCUMENT) -> Path:
    """Return a template in which `old` is `new`; asserts that `old` was there."""
    with zipfile.ZipFile(built_in()) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    path = folder / "mau.docx"
    path.write_bytes(pack(parts))
    return path

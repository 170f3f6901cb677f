"""Zip archives that are the same bytes for the same parts: no clock, no order of the moment."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip entry can have."""
_UNIX = 3
_ORDINARY_FILE = 0o100644 << 16
_CONTENT_TYPES = "[Content_Types].xml"


def pack(parts: Mapping[str, bytes], *, compressed: bool = True) -> bytes:
    """Return a zip of the parts, the content types first (as Word writes it), the rest by name."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _ORDINARY_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
            archive.writestr(entry, parts[name])
    return out.getvalue()


def repack(data: bytes) -> bytes:
    """Return the same archive without its dates, and in the order of `pack`."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})

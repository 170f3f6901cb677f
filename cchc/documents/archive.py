"""Zip archives that are the same bytes for the same parts: no clock and no machine in them."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip entry can have."""
_UNIX = 3
_ORDINARY_FILE = 0o100644 << 16
_CONTENT_TYPES = "[Content_Types].xml"


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts, the content types first (as Word writes it), the rest by name.

    Stored, not compressed: what compression gives depends on the machine's zlib.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _ORDINARY_FILE
            archive.writestr(entry, parts[name])
    return out.getvalue()


def undated(data: bytes) -> bytes:
    """Return the archive with every entry's date, system and rights as those of `pack`.

    Written over in place (PKWARE's APPNOTE, 4.3.7 and 4.3.12): unpacking and packing anew would
    cost a twentieth of the whole rendering.
    """
    out = bytearray(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        central, entries = archive.start_dir, archive.infolist()
    for entry in entries:
        struct.pack_into("<HH", out, entry.header_offset + 10, *_DOS_TIME_AND_DAY)
        struct.pack_into("<B", out, central + 5, _UNIX)
        struct.pack_into("<HH", out, central + 12, *_DOS_TIME_AND_DAY)
        struct.pack_into("<I", out, central + 38, _ORDINARY_FILE)
        central += 46 + sum(struct.unpack_from("<HHH", out, central + 28))  # name, extra, comment
    return bytes(out)


_DOS_TIME_AND_DAY = (0, 1 << 5 | 1)
"""1 January of year 0, which is 1980."""

"""What stands in a template where a picture will be drawn: a frame with a cross."""

import struct
import zlib


def placeholder(width: int, height: int) -> bytes:
    """Return a PNG of black and white points, the same bytes on every machine."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    lines = b"".join(b"\0" + _line(width, height, y) for y in range(height))
    # Stored, not compressed: what compression gives depends on the machine's zlib.
    data = zlib.compress(lines, 0)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _line(width: int, height: int, y: int) -> bytes:
    """Return a line of points, eight to a byte; a set bit is white (PNG, 7.2)."""
    white = [_is_white(x, y, width, height) for x in range(width)]
    white += [True] * (-width % 8)
    octets = (white[start : start + 8] for start in range(0, len(white), 8))
    return bytes(sum(bit << (7 - place) for place, bit in enumerate(octet)) for octet in octets)


def _is_white(x: int, y: int, width: int, height: int) -> bool:
    crossing = x * (height - 1) // (width - 1)
    on_frame = x in (0, width - 1) or y in (0, height - 1)
    return not (on_frame or y in (crossing, height - 1 - crossing))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_SIGNATURE = b"\x89PNG\r\n\x1a\n"

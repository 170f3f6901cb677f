"""The same parts are the same bytes, whatever the clock says."""

import zipfile
from io import BytesIO

from cchc.word.package import pack, undated

PARTS = {"word/document.xml": b"<x/>" * 99, "[Content_Types].xml": b"<y/>", "a/é.xml": b""}


def dated(year: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in PARTS.items():
            entry = zipfile.ZipInfo(name, (year, 5, 6, 7, 8, 10))
            entry.create_system = year % 2
            entry.external_attr = year << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_archives_of_two_days_are_one_without_their_dates() -> None:
    assert dated(2024) != dated(2025)
    assert undated(dated(2024)) == undated(dated(2025))


def test_nothing_but_dates_and_rights_changes() -> None:
    data = undated(dated(2024))
    assert read(data) == PARTS
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(e.create_system, e.external_attr) for e in entries} == {(3, 0o100644 << 16)}


def test_packing_does_not_depend_on_the_order_of_the_parts() -> None:
    backwards = dict(reversed(PARTS.items()))
    assert pack(PARTS) == pack(backwards)
    assert list(read(pack(PARTS))) == ["[Content_Types].xml", "a/é.xml", "word/document.xml"]

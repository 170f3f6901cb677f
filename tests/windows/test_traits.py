"""What Windows does otherwise, played wherever tests run: pipes, line ends, names, held files."""

import io
import os
import sys
from pathlib import Path

import pytest

from cchc import files
from cchc.cli.app import run
from tests.cli.conftest import Run, cchc, office

__all__ = ["cchc", "office"]
PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
PLAN, LEDGER = "plans/2025.yaml", "plans/2025.tien-do.yaml"


def one_sentence(said: str) -> bool:
    return said.startswith("cchc: ") and said.count("\n") == 1 and "Traceback" not in said


@pytest.fixture
def as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play Windows where its name decides."""
    monkeypatch.setattr(files, "_WINDOWS", True)
    monkeypatch.setattr(files, "_PAUSES", (0.0, 0.0))


class Refusing:
    """`Path.replace` as Windows has it while another program holds the file: refused so often."""

    def __init__(self, times: int) -> None:
        self.left, self.really = times, Path.replace

    def __call__(self, draft: Path, target: Path) -> Path:
        if self.left:
            self.left -= 1
            raise PermissionError(13, "Access is denied")
        return self.really(draft, target)


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "cp437", "ascii"])
def test_a_pipe_of_windows_gets_utf_8(
    office: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.chdir(office)
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert run(["due", "--quarter", "I", "--as-of", "2025-02-15"]) == 0
    assert run(["show", "IX.99"]) == 2
    for stream in (out, err):
        stream.flush()
    said = [stream.buffer.getvalue() for stream in (out, err)]
    assert "quá hạn 15 ngày" in said[0].decode("utf-8")
    assert "nhiệm vụ" in said[1].decode("utf-8")
    assert b"\r" not in said[0]


def test_files_of_notepad_are_read_and_written_as_they_are(cchc: Run, office: Path) -> None:
    plan, ledger = office / PLAN, office / LEDGER
    before = b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n")
    plan.write_bytes(before)
    entry = "- {ngay: 2025-01-20, nhiem_vu: II.05, trang_thai: dang_thuc_hien}\r\n"
    ledger.write_bytes(entry.encode("utf-8-sig"))
    assert cchc("check", "--as-of", "2025-02-15").out == ""
    assert cchc("done", "II.04", "--document", PROOF, "--as-of", "2025-02-15").code == 0
    assert plan.read_bytes() == before
    written = ledger.read_bytes()
    assert written.startswith(entry.encode("utf-8-sig"))
    assert written.count(b"\r\n") == written.count(b"\n") == 2
    assert cchc("check", "--as-of", "2025-02-15").out == ""


@pytest.mark.usefixtures("as_on_windows")
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = Refusing(1)
    monkeypatch.setattr(Path, "replace", lambda a, b: refusing(a, b))  # noqa: PLW0108 - bound
    assert cchc("done", "II.04", "--document", PROOF).code == 0
    assert PROOF in (office / LEDGER).read_text("utf-8")


@pytest.mark.usefixtures("as_on_windows")
def test_a_file_that_stays_held_is_told_and_nothing_is_left(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = office / LEDGER
    held.write_text("- {ngay: 2025-01-20, nhiem_vu: II.05, trang_thai: dang_thuc_hien}\n", "utf-8")
    before = held.read_bytes()
    refusing = Refusing(99)
    monkeypatch.setattr(Path, "replace", lambda a, b: refusing(a, b))  # noqa: PLW0108 - bound
    for asked in (
        ("done", "II.04", "--document", PROOF),
        ("render", "--docx", "-o", "ra.docx"),
        ("export", "--xlsx", "-o", "ra.xlsx"),
        ("list", "-o", "ra.txt"),
    ):
        answer = cchc(*asked)
        assert answer.code == 2, asked
        assert answer.err.splitlines()[-1].startswith("cchc: không ghi được"), answer.err
        assert "đang mở trong Word hoặc Excel" in answer.err
    assert held.read_bytes() == before
    left = {path.name for path in office.rglob("*") if path.is_file()}
    locks = {name for name in left if name.endswith(".khoa") and not name.endswith(".moi.khoa")}
    assert left - locks == {"2025.yaml", "2025.tien-do.yaml"}


def test_a_file_that_nobody_else_may_read_is_told(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def held(name: str, *rest: int) -> int:
        if str(name).endswith((".yaml", ".docx")):
            raise PermissionError(13, "The process cannot access the file")
        return opened(name, *rest)

    (office / "a.docx").write_bytes(b"PK")
    monkeypatch.setattr(os, "open", held)
    for asked in (
        ("check",),
        ("list",),
        ("done", "II.04", "--document", PROOF),
        ("lint", "a.docx"),
    ):
        answer = cchc("--no-cache", *asked)
        assert (answer.code, answer.out) == (2, ""), asked
        assert one_sentence(answer.err), answer.err


@pytest.mark.usefixtures("as_on_windows")
@pytest.mark.parametrize(
    "name",
    ["CON", "con.docx", "NUL", "aux.docx", "COM1.docx", "lpt9", "a:b.docx", "a?.docx", "x.", "x "],
)
def test_a_name_that_windows_keeps_is_refused(cchc: Run, office: Path, name: str) -> None:
    for asked in (("render", "--docx"), ("list",), ("schema",)):
        answer = cchc(*asked, "-o", name)
        assert answer.code == 2
        assert "dùng tên khác" in answer.err
    assert [path.name for path in office.iterdir()] == ["plans"]


@pytest.mark.usefixtures("as_on_windows")
@pytest.mark.parametrize("name", ["console.docx", "Kế hoạch (2025).docx", "com.docx", "nul-1.docx"])
def test_a_name_like_one_is_none(cchc: Run, office: Path, name: str) -> None:
    assert cchc("render", "--docx", "-o", name).code == 0
    assert (office / name).exists()


def test_offices_whose_codes_differ_in_case_alone_get_two_files(cchc: Run, office: Path) -> None:
    plan = office / PLAN
    text = plan.read_text("utf-8")
    plan.write_text(
        text.replace("\ndon_vi:\n", "\ndon_vi:\n  tpht: {ten: Tổ Phát Huy}\n", 1), "utf-8"
    )
    assert cchc("remind", "--all-units", "-o", "nhac", "--as-of", "2025-03-01").code == 0
    names = [path.name.casefold() for path in (office / "nhac").iterdir()]
    assert len(names) > 3
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "asked", ["list -o {}", "render --docx -o {}", "check --plan {}", "init {}"]
)
def test_a_path_that_is_too_long_is_told(cchc: Run, asked: str) -> None:
    long = "/".join(["x" * 300, "a.docx"])
    more = ("--agency", "UBND xã A", "--level", "xa", "--year", "2026", "--place", "A")
    who = ("--signer", "AN", "--position", "CHỦ TỊCH")
    answer = cchc(*asked.format(long).split(), *((*more, *who) if "init" in asked else ()))
    assert (answer.code, answer.out) == (2, "")
    assert one_sentence(answer.err), answer.err


@pytest.mark.parametrize("asked", [("done",), ("init", "moi"), ("undo", "I.01"), ("diff",)])
def test_nobody_at_the_keyboard_is_no_wait(
    cchc: Run, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    answer = cchc(*asked)
    assert (answer.code, answer.out) == (2, "")
    assert one_sentence(answer.err), answer.err


@pytest.mark.parametrize(
    "asked", ["diff", "log II.04", "trend --rev HEAD", "review main", "list --rev HEAD"]
)
def test_without_git_what_needs_it_says_so(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    (office / ".git").mkdir()
    monkeypatch.setenv("PATH", str(office))
    answer = cchc(*asked.split())
    assert (answer.code, answer.out) == (2, ""), answer.err
    assert one_sentence(answer.err), answer.err
    assert cchc("check").code == 0

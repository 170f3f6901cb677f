"""What every command says on the real plan, word for word.

The files of `said/` are transcripts: `$` what is typed, then two blanks and stdout, `!` stderr,
`=` the exit code if it isn't 0, `#` a remark; the first line names the office it is typed in.
When an answer changes on purpose, `pytest tests/golden --renew` writes them anew and says which
changed: read the difference before you commit it. A new case is a new `$` line, then `--renew`;
it says its day with `--as-of`, or tomorrow it answers otherwise. Where two branches changed the
same transcript, take either side, then `--renew`.
"""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.golden.offices import OFFICES
from tests.golden.running import Typist

SAID = Path(__file__).parent / "said"
TRANSCRIPTS = sorted(SAID.glob("*.txt"))


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda file: file.stem)
def test_every_command_says_what_it_said(
    transcript: Path,
    typist: Typist,
    renewing: bool,
    record_property: Callable[[str, object], None],
) -> None:
    before = transcript.read_text("utf-8")
    now = _played(before, typist)
    if renewing and now != before:
        transcript.write_text(now, "utf-8", newline="\n")
        record_property("renewed", transcript.name)
    elif now != before:
        pytest.fail(_difference(transcript.name, before, now), pytrace=False)


def test_no_command_is_left_out(typist: Typist) -> None:
    typist.top.mkdir()
    typist.sit_down()
    said = "\n".join(file.read_text("utf-8") for file in TRANSCRIPTS)
    commands = _commands(typist.say("cchc --help"))
    assert len(commands) > 20
    for command in commands:
        assert f"$ cchc {command} --help\n" in said, f"thiếu: $ cchc {command} --help"
        assert f"$ cchc {command} " in said.replace(f"$ cchc {command} --help\n", "")


_DAYLESS = (
    "--help", "--version", "cchc template", "cchc timing ", "cchc schema", "cchc explain",
    "cchc init", "cchc new",
    "cchc lint ", "cchc verify ", "HEAD~1 HEAD", "HEAD~2 HEAD", "HEAD~3 HEAD",
)  # fmt: skip
"""Two editions in git are judged on the day of the newer one; the others ask for no day."""


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda file: file.stem)
def test_no_answer_is_of_today(transcript: Path) -> None:
    for line in transcript.read_text("utf-8").split("\n$ ")[1:]:
        typed, _, answer = line.partition("\n")
        if "cchc " in typed and "\n= 2" not in f"\n{answer}":  # bad usage is told on any day
            assert "--as-of" in typed or any(part in typed for part in _DAYLESS), typed


def _played(transcript: str, typist: Typist) -> str:
    first, *lines = transcript.splitlines()
    OFFICES[first.removeprefix("# office: ")](typist.top)
    typist.sit_down()
    now = [first]
    for line in lines:
        if line.startswith("#"):
            now += ["", line]
        if line.startswith("$ "):
            now += ["", line] if not now[-1].startswith("#") or now == [first] else [line]
            now += typist.say(line.removeprefix("$ "))
    return "".join(f"{line}\n" for line in now)


def _difference(name: str, before: str, now: str) -> str:
    lines = list(unified_diff(before.splitlines(), now.splitlines(), name, "bây giờ", lineterm=""))
    more = [f"… và {len(lines) - 200} dòng nữa"] if len(lines) > 200 else []
    return "\n".join([*lines[:200], *more, "Nếu đổi có chủ ý: pytest tests/golden --renew"])


def _commands(help_page: list[str]) -> list[str]:
    start = help_page.index("  Lệnh:") + 1
    listed = [line for line in help_page[start:] if line.startswith("    ") and line[4] != " "]
    return [line.split()[0] for line in listed]

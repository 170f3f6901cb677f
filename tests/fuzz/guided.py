"""Inputs that coverage leads to, where atheris is installed: `python -m tests.fuzz.guided`.

Options are libFuzzer's (`-max_total_time=600`). It begins with what the fuzzer bends. A failure is
an exception: of a phrase, a plan or a ledger the faults are values, whatever the bytes.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cchc"]):
    from cchc.plan.loader import document_of
    from cchc.plan.models import Plan
    from cchc.progress.ledger_file import books_of
    from cchc.timing import read
    from tests.fuzz.fuzzer import PHRASES, SEEDS

_HERE = Path("2025.yaml")


def one_input(data: bytes) -> None:
    """Give the bytes behind the first to what that one chooses."""
    rest = data[1:]
    match data[:1]:
        case b"p":
            document_of(_HERE, rest, Plan, "kế hoạch")
        case b"l":
            books_of(_HERE, {_HERE: rest})
        case _:
            read(rest.decode("utf-8", "replace"), 2025)


def main() -> None:
    """Try inputs until libFuzzer has enough, or one fails."""
    with tempfile.TemporaryDirectory() as corpus:
        known = [b"t" + phrase.encode() for phrase in PHRASES]
        known += [
            kind + data for pair in SEEDS for kind, data in zip((b"p", b"l"), pair, strict=True)
        ]
        for number, data in enumerate(known):
            (Path(corpus) / str(number)).write_bytes(data)
        atheris.Setup([*sys.argv, corpus], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

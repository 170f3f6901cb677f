"""Inputs bent by their structure: plans, ledgers, phrases and Word files, by a seed and a clock.

`python -m tests.fuzz.fuzzer --seconds 600 --seed 7` bends the files of `tests/checks/`, the
phrases of `tests/timing/` and the templates, gives them to the commands, and keeps what fails in a
folder. A failure is a traceback, an exit code but 0, 1 and 2, an exit code 2 without a sentence, a
character that steers a terminal, an input that was changed, a mend that mends its own result.
"""

import argparse
import io
import os
import random
import sys
import tempfile
import time
import traceback
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

from cchc.cli.app import run
from cchc.timing import read
from tests.conftest import ROOT

HOSTILE = (
    "", " ", "~", "01", "1.10", "no", "12:30", "-1", "9" * 40, "31/02/2025", "2025-13-45", "30/2",
    "quý V", "tháng 13", "Quý I/2025", "trước ngày 31/02/2025", "{{ x }}", "{% for %}", "=1+1",
    "@x", "::error::x", "##[error]", "$(x)", "../../x", "CON", "a:b", "\x1b[2J", "\u202e", "\u2028",
    "\ufeff", "\u00ad", "a\u0301", "ChÞ thÞ sè 5 cña UBND", "UÛy ban nhaân daân", "TN&MT;", "<w:t>",
    "&lt;b&gt;", "[link](x)", "```", "x" * 3000, "II.04", "VPTK", "\U0001f600", "١٢", "Ⅳ",
    "Quyết định số 15/QĐ-UBND ngày 24/01/2025 của UBND xã Sơn Hạ",
)  # fmt: skip
YAML_BITS = (
    "&a ", "*a", "!!python/object:os.system ", "<<: ", "? ", "- ", "{", "}", "[", "]", "\t",
    "# cchc: bo-qua ", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "---\n", "...\n", "|\n", ">-\n",
    "\r", "\x00", '"', "'",
)  # fmt: skip
DAY = ("--as-of", "2025-06-15")


@dataclass(frozen=True, slots=True)
class Case:
    """Files of one trial, and the commands that are asked about them."""

    files: dict[str, bytes]
    asked: tuple[tuple[str, ...], ...]
    phrase: str = ""


def cases(seed: int) -> Iterator[Case]:
    """Yield cases without end; the same seed yields the same ones."""
    pick = random.Random(seed)  # noqa: S311 - a trial must be repeatable, not secret
    makers = (_plan_case, _plan_case, _ledger_case, _phrase_case, _phrase_case, _word_case)
    while True:
        yield pick.choice(makers)(pick)


# What is bent: text as a tree and as bytes, words, the parts of a package.


def _plan_case(pick: random.Random) -> Case:
    plan, ledger = pick.choice(SEEDS)
    files = {"plans/2025.yaml": _bent_yaml(pick, plan)}
    if ledger:
        files["plans/2025.tien-do.yaml"] = ledger
    return Case(files, (("check", *DAY), pick.choice(_OF_PLANS)))


def _ledger_case(pick: random.Random) -> Case:
    plan, ledger = pick.choice([pair for pair in SEEDS if pair[1]])
    files = {"plans/2025.yaml": plan, "plans/2025.tien-do.yaml": _bent_yaml(pick, ledger)}
    return Case(files, (("check", *DAY), pick.choice(_OF_LEDGERS)))


_OF_PLANS = (
    ("list", "--format", "json", *DAY), ("status", *DAY), ("units",), ("report", *DAY),
    ("check", "--fix", "--unsafe-fixes", *DAY), ("check", "--format", "sarif", *DAY),
    ("render", "--docx", "-o", "ra.docx"), ("export", "--ics", "-o", "ra.ics"),
    ("new", "--from", "plans/2025.yaml", "--year", "2026", "-o", "plans/2026.yaml"),
)  # fmt: skip
_OF_LEDGERS = (
    ("undo",), ("overdue", *DAY), ("list", "--format", "csv", *DAY), ("remind", *DAY),
    ("status", *DAY),
)  # fmt: skip
_OF_WORD = (
    ("lint", "a.docx"), ("lint", "a.docx", "--format", "json"), ("verify", "a.docx"),
    ("template", "check", "a.docx"), ("import", "a.docx", "--year", "2025", "-o", "ra.yaml"),
    ("render", "--docx", "--template", "a.docx", "-o", "b.docx"),
)  # fmt: skip


def _phrase_case(pick: random.Random) -> Case:
    phrase = pick.choice(PHRASES)
    for _ in range(pick.randint(1, 4)):
        words = phrase.split(" ")
        at = pick.randrange(len(words))
        match pick.randrange(5):
            case 0:
                words[at] = pick.choice(HOSTILE)
            case 1:
                words.insert(at, pick.choice(pick.choice(PHRASES).split(" ")))
            case 2:
                words[at : at + 2] = reversed(words[at : at + 2])
            case 3:
                words[at] = _slip(pick, words[at])
            case _:
                words = words[:at] + pick.choice(PHRASES).split(" ")
        phrase = " ".join(words)[:4000]
    asked = (("timing", "--year", "2025", "--", phrase),) if pick.random() < 0.1 else ()
    return Case({}, asked, phrase)


def _slip(pick: random.Random, word: str) -> str:
    if not word:
        return "l"
    at = pick.randrange(len(word))
    return word[:at] + pick.choice(("", "l", "O", "/", "-", " ", word[at] * 2)) + word[at + 1 :]


def _bent_yaml(pick: random.Random, data: bytes) -> bytes:
    for _ in range(pick.randint(1, 3)):
        data = pick.choice((_bent_tree, _bent_tree, _bent_tree, _bent_bytes))(pick, data)
    return data


def _bent_tree(pick: random.Random, data: bytes) -> bytes:
    """Swap, drop, double or replace nodes, and write the text anew."""
    try:
        top = yaml.load(data, yaml.CBaseLoader)  # noqa: S506 - every scalar stays text
    except (yaml.YAMLError, UnicodeDecodeError, ValueError):
        return _bent_bytes(pick, data)
    places = list(_places(top))
    if not places:
        return _bent_bytes(pick, data)
    _bend_node(pick, *pick.choice(places), *pick.choice(places))
    try:
        unicode = pick.random() < 0.8
        text = yaml.dump(top, Dumper=_Plain, allow_unicode=unicode, sort_keys=False)
        return str(text).encode()
    except (RecursionError, UnicodeEncodeError):
        return data


def _bend_node(pick: random.Random, holder: Any, key: Any, other: Any, its: Any) -> None:
    match pick.randrange(6):
        case 0:
            holder[key] = pick.choice(HOSTILE)
        case 1:
            holder[key] = other[its]
        case 2:
            del holder[key]
        case 3:
            holder[key] = [holder[key]] * pick.randint(0, 3)
        case 4:
            holder[key] = {pick.choice(HOSTILE): holder[key]}
        case _ if isinstance(holder, list):
            holder.insert(key, other[its])
        case _:
            holder[pick.choice(HOSTILE)] = other[its]


class _Plain(yaml.CSafeDumper):
    """Nothing is shared by an anchor: anchors are refused before anything else is looked at."""

    def ignore_aliases(self, data: object) -> bool:
        """Return that a value seen before is written again."""
        del data
        return True


def _places(node: object) -> Iterator[tuple[Any, Any]]:
    """Yield every place of a tree: what holds it, and its key there."""
    pairs = list(
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in pairs:
        yield node, key
        yield from _places(value)


def _bent_bytes(pick: random.Random, data: bytes) -> bytes:
    at = pick.randrange(len(data) + 1)
    end = min(len(data), at + pick.randint(1, 60))
    return pick.choice(
        (
            data[:at] + bytes([pick.randrange(256)]) + data[at + 1 :],
            data[:at] + data[end:],
            data[:end] + data[at:],
            data[:at] + pick.choice(HOSTILE).encode() + data[at:],
            data[:at] + pick.choice(YAML_BITS).encode() + data[at:],
            data.replace(b"\n", pick.choice((b"\r\n", b"\r", b"\n\n"))),
            b"\xef\xbb\xbf" + data,
            data[:at],
        )
    )


def _word_case(pick: random.Random) -> Case:
    parts = dict(pick.choice(_PACKAGES))
    for _ in range(pick.randint(1, 3)):
        _bend_part(pick, parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    data = out.getvalue()
    data = _bent_bytes(pick, data) if pick.random() < 0.15 else data
    return Case({"a.docx": data, "plans/2025.yaml": SEEDS[0][0]}, (pick.choice(_OF_WORD),))


def _bend_part(pick: random.Random, parts: dict[str, bytes]) -> None:
    name = "word/document.xml" if pick.random() < 0.6 else pick.choice(list(parts))
    if name not in parts:
        return
    if pick.random() < 0.1:
        match pick.randrange(3):
            case 0:
                del parts[name]
            case 1:
                parts[pick.choice(("../x", "/etc/x", "CON", "a:b", "word/" + "x" * 300))] = parts[
                    name
                ]
            case _:
                parts[name] = parts[pick.choice(list(parts))]
        return
    parts[name] = _bent_xml(pick, parts[name])


def _bent_xml(pick: random.Random, data: bytes) -> bytes:
    try:
        top = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _bent_bytes(pick, data)
    nodes = [node for node in top.iter() if isinstance(node.tag, str)]
    node, other = pick.choice(nodes), pick.choice(nodes)
    parent = node.getparent()
    match pick.randrange(7):
        case 0 if parent is not None:
            parent.remove(node)
        case 1 if parent is not None:
            parent.append(etree.fromstring(etree.tostring(node)))
        case 2:
            other.append(etree.fromstring(etree.tostring(node)))
        case 3 if node.attrib:
            node.set(
                pick.choice(list(node.attrib)),
                pick.choice(("", "-1", "x", "9" * 20, "NaN", "true", "0")),
            )
        case 4:
            node.tag = other.tag
        case 5:
            node.text = pick.choice([text for text in HOSTILE if _fits_xml(text)])
        case _:
            return _bent_bytes(pick, data)
    written: bytes = etree.tostring(top, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _fits_xml(text: str) -> bool:
    return all(letter.isprintable() or letter in "\u202e\u00ad\u2028\ufeff" for letter in text)


def _package(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _seeds() -> list[tuple[bytes, bytes]]:
    folder = ROOT / "tests" / "checks"
    plans = [p for p in sorted(folder.glob("*/*.yaml")) if ".tien-do" not in p.name]
    ledgers = (plan.with_name(f"{plan.stem}.tien-do.yaml") for plan in plans)
    return [
        (p.read_bytes(), b.read_bytes() if b.exists() else b"")
        for p, b in zip(plans, ledgers, strict=True)
    ]


SEEDS = _seeds()
PHRASES = [
    line.split("\t")[1]
    for line in (ROOT / "tests/timing/phrases.tsv").read_text("utf-8").splitlines()[1:]
]
_PACKAGES = [_package(path) for path in sorted((ROOT / "templates").glob("*.docx"))]


# What is asked of every case.


def fault_of(case: Case, folder: Path) -> str:
    """Return what is wrong with how a case was answered, or ""."""
    for name, data in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    try:
        if case.phrase:
            read(case.phrase, 2025)
        with chdir(folder):
            said = (_fault_of_call(words) for words in case.asked)
            return next(filter(None, said), "") or _fault_of_files(case, folder)
    except Exception:
        return traceback.format_exc(limit=-6)


def _fault_of_call(words: tuple[str, ...]) -> str:
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    began = time.process_time()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code: object = run(words)
        except SystemExit as left:
            code = left.code
    took = time.process_time() - began
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))
    steers = {
        c
        for text in texts
        for c in text
        if c not in "\n\r" and unicodedata.category(c) in _STEERING
    }
    faults = (
        (code not in {0, 1, 2}, f"mã {code}"),
        (code == 2 and not texts[1].startswith("cchc: "), f"không có câu nào: {texts[1][:200]!r}"),
        (bool(steers), f"ký tự điều khiển {sorted(map(ascii, steers))}"),
        (took > _SLOW, f"{took:.0f} giây"),
    )
    return next((f"{' '.join(words)[:200]}: {said}" for wrong, said in faults if wrong), "")


_STEERING = {"Cc", "Cf", "Zl", "Zp", "Cs"}
_SLOW = 20
"""Seconds of CPU that no command needs for a file of a few kilobytes."""


def _fault_of_files(case: Case, folder: Path) -> str:
    """Return what was written that should not have been, or is not what it should be."""
    mended = any("--fix" in words for words in case.asked)
    for name, data in case.files.items():
        ours = mended and name.endswith("2025.yaml")
        ours = ours or (("undo",) in case.asked and ".tien-do" in name)
        if (folder / name).read_bytes() != data and not ours:
            return f"{name} bị đổi"
    if mended:
        once = (folder / "plans/2025.yaml").read_bytes()
        _fault_of_call(next(words for words in case.asked if "--fix" in words))
        if (folder / "plans/2025.yaml").read_bytes() != once:
            return "sửa hai lần khác sửa một lần"
    drafts = [str(path) for path in folder.rglob("*.moi.khoa")]
    return f"còn tệp dở: {drafts}" if drafts else ""


# The run.


def fuzz(
    seed: int, goes_on: Callable[[int], bool], kept: Path | None = None
) -> tuple[Counter[str], list[str]]:
    """Try cases while it goes on; return how many of each command, and what failed."""
    counted: Counter[str] = Counter()
    failed: list[str] = []
    for number, case in enumerate(cases(seed)):
        if not goes_on(number):
            return counted, failed
        counted.update(words[0] for words in case.asked)
        counted["đọc cụm thời hạn"] += bool(case.phrase)
        with tempfile.TemporaryDirectory() as folder:
            fault = fault_of(case, Path(folder))
        if fault:
            failed.append(f"seed {seed}, case {number}: {fault}")
            if kept:
                _keep(case, kept / f"{seed}-{number}", fault)
    return counted, failed


def _keep(case: Case, folder: Path, fault: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in case.files.items():
        (folder / name.replace("/", "_")).write_bytes(data)
    (folder / "fault.txt").write_text(f"{case.asked!r}\n{case.phrase!r}\n{fault}\n", "utf-8")


def main(arguments: list[str]) -> int:
    """Fuzz for a while, print the figures, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    asked = parser.parse_args(arguments)
    os.environ.update(CCHC_NO_CACHE="1", CCHC_TRACEBACK="1", COLUMNS="100")
    end = time.monotonic() + asked.seconds
    counted, failed = fuzz(asked.seed, lambda _: time.monotonic() < end, asked.keep)
    figures = ", ".join(f"{name} {count}" for name, count in counted.most_common())
    print(f"seed {asked.seed}: {figures}; CPU {time.process_time():.0f} s; failures {len(failed)}")  # noqa: T201
    for said in failed[:20]:
        print(said)  # noqa: T201
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

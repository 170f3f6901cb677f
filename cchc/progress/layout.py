"""Entries as YAML text, one a line, in the form the ledger has, touching nothing of it."""

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from cchc.plan.reading import Document
from cchc.plan.tree import Listing
from cchc.progress.entries import PROSE, Entry, Ledger

HEAD = "# Sổ theo dõi tiến độ: mỗi mục là một việc đã xảy ra; chỉ ghi thêm vào cuối.\n"
"""The first line of a new ledger."""


def extended(document: Document[Ledger], data: bytes, entries: Sequence[Entry]) -> Iterator[bytes]:
    """Yield what the ledger's bytes may become with some entries more, the likeliest form first.

    `document` is what `data` reads as. Every byte of `data` stays; in a list in brackets the new
    text stands before the closing bracket, else at the end. Whether a form reads well, the reader
    of the result says.
    """
    text, top = document.source.text, document.tree.top
    new = [_line(entry.written()) for entry in entries]
    if isinstance(top, Listing) and text[top.start : top.start + 1] == "[":
        place = len(data) - len(text[top.end :].encode())
        for comma in (", ", ""):
            added = comma + ", ".join(new)
            yield data[:place] + added.encode() + data[place:]
        return
    yield data + _at_the_end(text, _column(text, top), new).encode()


def _at_the_end(text: str, column: int, new: Sequence[str]) -> str:
    ends = _LINE_END.findall(text)
    end = ends[-1] if ends else "\n"
    before = HEAD if not text else "" if text.endswith(("\n", "\r")) else end
    return before + "".join(f"{' ' * column}- {line}{end}" for line in new)


def _column(text: str, top: object) -> int:
    """Return how far the entries of the ledger are indented."""
    if not isinstance(top, Listing):
        return 0
    return top.start - max(text.rfind("\n", 0, top.start), text.rfind("\r", 0, top.start)) - 1


def _line(said: Mapping[str, str]) -> str:
    """Return the pairs as one line of YAML: git's union merge joins lines, and splits blocks."""
    return str(
        yaml.dump(
            {key: _Prose(text) if key in PROSE else text for key, text in said.items()},
            Dumper=_AllText,
            allow_unicode=True,
            default_flow_style=True,
            sort_keys=False,
            width=10**9,
        )
    ).rstrip("\n")


class _Prose(str):
    """A text that a person may go on writing in: quotes keep the commas to come from harm."""

    __slots__ = ()


class _AllText(yaml.SafeDumper):
    """Writes for a reader to which all is text: 2025-01-24 needs no quotes, nor does `no`."""


def _quoted(dumper: yaml.SafeDumper, text: _Prose) -> yaml.ScalarNode:
    # What "…" would have to escape the emitter writes better in its own way.
    style = None if _ESCAPED.search(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


_AllText.yaml_implicit_resolvers = {}
_AllText.add_representer(_Prose, _quoted)

_ESCAPED = re.compile('["\\\\]|[^\u0020-\uffff]')
_LINE_END = re.compile("\r\n|\n|\r")

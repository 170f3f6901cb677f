"""An entry as YAML text, in the form the ledger already has, without touching what is there."""

import re
from collections.abc import Iterator, Mapping

import yaml

from cchc.plan.reading import Document
from cchc.plan.tree import Listing
from cchc.progress.entries import Entry, Ledger

HEAD = "# Sổ theo dõi tiến độ: mỗi mục là một việc đã xảy ra; chỉ ghi thêm vào cuối.\n"
"""The first line of a new ledger."""


def extended(document: Document[Ledger], data: bytes, entry: Entry) -> Iterator[bytes]:
    """Yield what the ledger's bytes may become with one entry more, the likeliest form first.

    `document` is what `data` reads as. Every byte of `data` stays; in a list in brackets the new
    text stands before the closing bracket, else at the end. Whether a form reads well, the reader
    of the result says.
    """
    text, top = document.source.text, document.tree.top
    said = entry.written()
    if isinstance(top, Listing) and text[top.start : top.start + 1] == "[":
        place = len(data) - len(text[top.end :].encode())
        for comma in (", ", ""):
            added = comma + _yaml(said, flow=True).rstrip()
            yield data[:place] + added.encode() + data[place:]
        return
    yield data + _at_the_end(text, _column(text, top), said).encode()


def _at_the_end(text: str, column: int, said: Mapping[str, str]) -> str:
    ends = _LINE_END.findall(text)
    end = ends[-1] if ends else "\n"
    first, *others = _yaml(said).splitlines()
    lines = [f"- {first}", *(f"  {line}" for line in others)]
    before = HEAD if not text else "" if text.endswith(("\n", "\r")) else end
    return before + "".join(f"{' ' * column}{line}{end}" for line in lines)


def _column(text: str, top: object) -> int:
    """Return how far the entries of the ledger are indented."""
    if not isinstance(top, Listing):
        return 0
    return top.start - max(text.rfind("\n", 0, top.start), text.rfind("\r", 0, top.start)) - 1


def _yaml(said: Mapping[str, str], *, flow: bool = False) -> str:
    """Return the pairs as YAML, quoted only where the text would not come back the same."""
    return str(
        yaml.dump(
            dict(said),
            Dumper=_AllText,
            allow_unicode=True,
            default_flow_style=flow,
            sort_keys=False,
            width=10**9,  # a folded line would be two in a diff
        )
    )


class _AllText(yaml.SafeDumper):
    """Writes for a reader to which all is text: 2025-01-24 needs no quotes, nor does `no`."""


_AllText.yaml_implicit_resolvers = {}

_LINE_END = re.compile("\r\n|\n|\r")

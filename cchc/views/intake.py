"""What an import came to: JSON, lines for the terminal, a page for the clerk to accept it by."""

import json
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from cchc.exchange.intake.blocks import Doubt
from cchc.exchange.intake.conversion import Conversion, columns_of
from cchc.exchange.intake.draft import text_of
from cchc.exchange.intake.headings import LEAD, SUPPORT, TIMING
from cchc.exchange.intake.plan_file import places_of
from cchc.exchange.intake.proof import CellDifference, Proof
from cchc.exchange.intake.rows import DraftGroup, DraftTask
from cchc.exchange.intake.tables import Value
from cchc.timing import read

_SHOWN = 40
"""Doubts that the terminal lists; the plan file has them all beside its lines."""


def intake_json(conversion: Conversion, target: Path, account: Proof | None) -> str:
    """Return the answer for programs; the proof stands in it where one was made."""
    answer: dict[str, object] = {
        "plan": str(target),
        "tasks": sum(1 for _ in conversion.draft.tasks),
        "groups": len(conversion.plan.groups),
        "units": len(conversion.plan.units),
        "tables": [
            {"place": place, "columns": [{"heading": h, "key": k} for h, k in columns]}
            for place, columns in columns_of(conversion.draft)
        ],
        "doubts": [
            {"task": d.task, "key": d.key, "place": d.place, "text": d.text, "why": d.why}
            for d in conversion.doubts
        ],
    }
    if account is not None:
        answer["proof"] = _proof(account)
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _proof(account: Proof) -> dict[str, object]:
    def listed(differences: Sequence[CellDifference]) -> list[dict[str, str]]:
        return [{"place": d.place, "text": d.text, "printed": d.printed} for d in differences]

    return {
        "same": account.same,
        "respelled": listed(account.respelled),
        "moved": listed(account.moved),
        "missing": listed(account.missing),
    }


def intake_lines(conversion: Conversion, account: Proof | None) -> Iterator[str]:
    """Yield what the terminal is told: the sums, the columns, the doubts, the proof."""
    tasks = sum(1 for _ in conversion.draft.tasks)
    parts = sum(len(task.parts) for task in conversion.draft.tasks)
    more = f" ({parts} phần việc)" if parts else ""
    units = len(conversion.plan.units)
    yield f"{tasks} nhiệm vụ{more}, {len(conversion.plan.groups)} nhóm, {units} đơn vị"
    for place, columns in columns_of(conversion.draft):
        yield f"{place}: " + " · ".join(f"{heading} → {key}" for heading, key in columns)
    if account is not None:
        yield from _proof_lines(account)
    if conversion.doubts:
        yield f"{len(conversion.doubts)} chỗ ngờ, cần người xem:"
    for doubt in conversion.doubts[:_SHOWN]:
        yield f"  {_described(doubt)}"
    if len(conversion.doubts) > _SHOWN:
        yield f"  … và {len(conversion.doubts) - _SHOWN} chỗ nữa, ghi cạnh từng dòng của kế hoạch"


def _proof_lines(account: Proof) -> Iterator[str]:
    yield (
        f"in ra đọc lại: {account.same}/{account.total} chỗ giống hệt, "
        f"{len(account.respelled)} chỗ khác cách viết, {len(account.moved)} chỗ đổi vị trí, "
        f"{len(account.missing)} chỗ không thấy"
    )
    for difference in account.missing[:_SHOWN]:
        yield f"  không thấy ({difference.place}): {difference.text[:100]!r}"


def _described(doubt: Doubt) -> str:
    about = " ".join(word for word in (doubt.task, doubt.key) if word)
    said = " ".join(doubt.text.split())
    said = f"{said[:80]}…" if len(said) > 80 else said
    return f"{doubt.place}{f' [{about}]' if about else ''}: {doubt.why}" + (
        f": {said}" if said else ""
    )


# the page


def intake_html(conversion: Conversion, name: str, account: Proof | None) -> str:
    """Return a page of one file: each cell of the source beside what was read of it."""
    page = _Page(conversion)
    sums = "".join(f"<li>{escape(line)}</li>" for line in _sums(conversion, account))
    body = "\n".join(page.parts())
    title = escape(name)
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}: bản nhập</title>'
        f"<style>{_CSS}</style></head><body><header><h1>{title}</h1><ul>{sums}</ul>"
        '<p><label><input type="checkbox" id="only"> chỉ hiện nhiệm vụ có chỗ ngờ</label> '
        f'<span id="left"></span></p></header><main>{body}</main>'
        f"<script>{_SCRIPT}</script></body></html>\n"
    )


def _sums(conversion: Conversion, account: Proof | None) -> Iterator[str]:
    lines = list(intake_lines(conversion, account))
    yield from (line for line in lines if not line.startswith("  ") and "cần người xem" not in line)
    yield f"{len(conversion.doubts)} chỗ ngờ"


class _Page:
    def __init__(self, conversion: Conversion) -> None:
        self._c = conversion
        self._draft = conversion.draft
        self._doubts: dict[tuple[str, str], list[Doubt]] = {}
        self._described: set[int] = set()
        for doubt in conversion.doubts:
            self._doubts.setdefault((doubt.task, doubt.key), []).append(doubt)

    def parts(self) -> Iterator[str]:
        """Yield the page's parts: doubts about the whole, then group by group."""
        general = [doubt for doubt in self._c.doubts if not doubt.task]
        if general:
            yield (
                "<section><h2>Về cả văn bản</h2>" + "".join(map(self._flag, general)) + "</section>"
            )
        yield from self._group(self._draft.top, ())

    def _group(self, group: DraftGroup, path: tuple[str, ...]) -> Iterator[str]:
        if group.title:
            depth = min(len(path) + 1, 4)
            number = f"{group.number}. " if group.number else ""
            yield f"<h{depth + 1}>{escape(number + group.title)}</h{depth + 1}>"
        for task in group.tasks:
            yield from self._rows(task)
        for inner in group.groups:
            yield from self._group(inner, (*path, inner.number))

    def _rows(self, task: DraftTask) -> Iterator[str]:
        for row in (task, *task.parts):
            places = places_of(row)
            name = next((self._c.ids[p] for p in places if p in self._c.ids), "")
            doubted = any(task_id == name for task_id, _ in self._doubts)
            cells = "".join(
                self._cell(name, column, value)
                for column, value in sorted(row.values.items())
                if value.text or (name, self._draft.key(column)) in self._doubts
            )
            rest = "".join(
                self._flag(d)
                for (task_id, _), doubts in self._doubts.items()
                for d in doubts
                if task_id == name and id(d) not in self._described
            )
            marked = " class=doubted" if doubted else ""
            yield (
                f"<article{marked}><h5>{escape(name)} <small>{escape(row.place)}</small></h5>"
                "<table><tr><th>Cột<th>Trong văn bản<th>Đọc được</tr>"
                f"{cells}</table>{rest}</article>"
            )

    def _cell(self, task: str, column: int, value: Value) -> str:
        key = self._draft.key(column)
        heading = self._draft.columns[column].heading
        doubts = self._doubts.get((task, key), [])
        self._described.update(map(id, doubts))
        merged = " <small class=merged>(ô gộp)</small>" if value.merged else ""
        flags = "".join(map(self._flag, doubts))
        return (
            f"<tr><th>{escape(heading)}{merged}<td><pre>{escape(value.text)}</pre>"
            f"<td>{self._read(key, value)}{flags}</tr>"
        )

    def _read(self, key: str, value: Value) -> str:
        text = text_of(value, key)
        if key in {LEAD, SUPPORT}:
            offices = self._draft.units.offices(text)
            names = [
                f"<b>{escape(code)}</b> {escape(self._draft.units.by_code[code].name)}"
                for code in offices.codes
            ]
            kept = "<br><small>in nguyên lời văn của ô</small>" if offices.wording else ""
            return "<br>".join(names) + kept
        shown = f"<pre>{escape(text)}</pre>"
        return shown + (_times(text, self._c.plan.year) if key == TIMING and text else "")

    def _flag(self, doubt: Doubt) -> str:
        said = escape(" ".join(doubt.text.split())[:200])
        return (
            f'<p class=flag><label><input type="checkbox" class=seen> {escape(doubt.why)} '
            f"<small>{escape(doubt.place)}</small><br><i>{said}</i></label></p>"
        )


def _times(text: str, year: int) -> str:
    reading = read(text, year)
    dues = sorted({m.due for m in reading.milestones if m.due})
    shown = [f"{due:%d/%m/%Y}" for due in dues[:6]] + (["…"] if len(dues) > 6 else [])
    said = f"hạn: {', '.join(shown)}" if shown else "không có ngày hạn"
    return f"<small class=due>{said if reading.understood else 'chưa hiểu'}</small>"


_CSS = """
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, "Segoe UI", sans-serif; margin: 0; background: #f6f7f9;
  color: #1b1f24 }
header, main { max-width: 1100px; margin: auto; padding: 16px }
header { background: #fff; border-bottom: 1px solid #d8dde3 }
h1 { margin: 0 0 8px; font-size: 22px }
h2 { margin: 28px 0 8px; font-size: 18px }
h3, h4 { font-size: 16px }
article { background: #fff; border: 1px solid #d8dde3; border-radius: 6px; margin: 10px 0;
  padding: 8px 12px }
article.doubted { border-left: 5px solid #d97706 }
h5 { margin: 0 0 6px; font-size: 15px }
small { color: #667085; font-weight: 400 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border-top: 1px solid #eaecf0; padding: 4px 8px; text-align: left; vertical-align: top }
th:first-child { width: 150px }
pre { white-space: pre-wrap; font: inherit; margin: 0; overflow-wrap: anywhere }
.flag { background: #fff7e6; border: 1px solid #f3c26b; border-radius: 4px; margin: 4px 0;
  padding: 4px 8px }
.flag:has(:checked) { opacity: .5 }
.due { display: block }
body.only article:not(.doubted) { display: none }
@media (prefers-color-scheme: dark) {
  body { background: #14171a; color: #e6e8eb }
  header, article { background: #1d2125; border-color: #343a40 }
  th, td { border-color: #2b3036 }
  .flag { background: #3a2c0d; border-color: #8a6514 }
  small { color: #9aa4b2 }
}
@media print { header label { display: none } article { break-inside: avoid } }
"""
_SCRIPT = """
const seen = [...document.querySelectorAll('.seen')], left = document.getElementById('left');
function count() {
  const open = seen.filter(box => !box.checked).length;
  left.textContent = seen.length ? `còn ${open}/${seen.length} chỗ ngờ chưa xem`
    : 'không có chỗ ngờ nào';
}
seen.forEach(box => box.addEventListener('change', count));
count();
document.getElementById('only').addEventListener('change',
  event => document.body.classList.toggle('only', event.target.checked));
"""

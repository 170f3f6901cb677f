"""What a document's record proves, for a person and for a program."""

from collections.abc import Callable, Iterator
from pathlib import Path

from cchc.dates import vietnamese_date
from cchc.documents.origin import LETTER, PLAN, PROVINCE, REPORT, PlaceKind
from cchc.documents.verify import PaperDifference, PaperSource, Verdict, WordChange
from cchc.history.git import Commit
from cchc.text import on_one_line
from cchc.views.diff import changed_words
from cchc.views.diff_words import LONG, PLAIN, values_words
from cchc.views.table import dumps

LONGEST = 300
"""Characters of a text that are shown."""


def verdict_text(verdict: Verdict) -> str:
    """Return where the document is from, then each place that was changed by hand."""
    lines = [f"{verdict.path}: {_source(verdict)}"]
    if verdict.origin.clean is False:
        lines.append("  lúc in, kế hoạch hoặc sổ có chỗ chưa lưu vào git")
    if verdict.ledger_changed:
        printed = verdict.origin.kind == PLAN
        remark = "(không in vào kế hoạch)" if printed else "(số liệu trong văn bản có thể đã cũ)"
        lines.append(f"  sổ theo dõi đã khác lúc in {remark}")
    lines += [f"  đã điền chỗ trống: {_shown(one.new)}" for one in verdict.filled]
    if not verdict.differences:
        lines.append("  chữ trong tệp vẫn như lúc in, không bị sửa bằng tay")
        return "\n".join(lines)
    lines.append(f"  bị sửa bằng tay sau khi in, {len(verdict.differences)} chỗ:")
    for difference in verdict.differences:
        lines += _paragraph(difference)
    return "\n".join(lines)


def verdict_json(verdict: Verdict) -> str:
    """Return the verdict as a JSON object; numbers of places count from 1."""
    origin, commit = verdict.origin, verdict.commit
    made = {
        "document": origin.kind,
        "version": origin.version,
        "plan": origin.name,
        "plan_sha256": origin.digest,
        "ledger_sha256": origin.ledger,
        "template_sha256": origin.template,
        "against_sha256": origin.against,
        "commit": origin.commit,
        "clean": origin.clean,
    }
    return dumps(
        {
            "path": verdict.path.as_posix(),
            "plan": verdict.plan.as_posix(),
            "source": verdict.source.value,
            "text": "changed" if verdict.differences else "unchanged",
            "commit": commit and {"id": commit.id, "date": _day(commit), "subject": commit.subject},
            "ledger_changed": verdict.ledger_changed,
            "made": made,
            "differences": [_fields(difference) for difference in verdict.differences],
            "filled": [_fields(difference) for difference in verdict.filled],
        }
    )


FORMS: dict[str, Callable[[Verdict], str]] = {"text": verdict_text, "json": verdict_json}


def seal_text(path: Path, *, edited: bool) -> str:
    """Return what the seal of a workbook, page, calendar or PDF proves, for a person."""
    if not edited:
        return f"{path}: do cchc ghi ra, nội dung vẫn như lúc ghi"
    return (
        f"{path}: do cchc ghi ra, đã có người sửa sau khi ghi (tệp dạng này không giữ bản lúc ghi,"
        " nên không chỉ được chỗ sửa; muốn so thì ghi lại ra tệp khác)"
    )


def seal_json(path: Path, *, edited: bool) -> str:
    """Return the same as a JSON object."""
    return dumps({"path": path.as_posix(), "text": "changed" if edited else "unchanged"})


def _source(verdict: Verdict) -> str:
    plan, commit, origin = verdict.plan, verdict.commit, verdict.origin
    named = f"bản lưu {commit.id[:10]} ngày {vietnamese_date(commit.committed)}" if commit else ""
    subject = f": {on_one_line(commit.subject)}" if commit and commit.subject else ""
    made = _MADE.get(verdict.origin.kind, "in")
    match verdict.source:
        case PaperSource.CURRENT:
            return f"{made} từ {plan} như hiện nay" + (f" ({named})" if named else "")
        case PaperSource.OLDER:
            return f"{made} từ một bản cũ của {plan}, {named}{subject}"
        case PaperSource.ELSEWHERE:
            return f'{made} từ một bản "{on_one_line(origin.name)}" khác với {plan} hiện nay' + (
                "" if origin.kind == PROVINCE else " và không có trong lịch sử git của tệp ấy"
            )


_MADE = {REPORT: "báo cáo, lập", PROVINCE: "báo cáo của tỉnh, lập", LETTER: "công văn đôn đốc, lập"}


def _paragraph(difference: PaperDifference) -> Iterator[str]:
    yield f"\n  {_place(difference)}{_WORDS[difference.change]}"
    hidden = "[ẩn: " in difference.new
    if difference.old and difference.new and len(difference.old) > LONG and not hidden:
        # In a long paragraph a person looks for the words, with some on each side.
        yield f"    {on_one_line(values_words(difference.old, difference.new, PLAIN))}"
        return
    if difference.old:
        yield f"    - {_shown(difference.old)}"
    if difference.new:
        yield f"    + {_shown(difference.new)}"


_WORDS = {WordChange.CHANGED: "", WordChange.ADDED: " (thêm)", WordChange.REMOVED: " (bỏ)"}


def _place(difference: PaperDifference) -> str:
    line = difference.line
    if line.kind is PlaceKind.MARGIN:
        return "đầu trang, chân trang"
    if line.kind is PlaceKind.PARAGRAPH:
        return f"đoạn {line.number}"
    column = f", cột {difference.column}" if difference.column else ""
    heading = f" ({on_one_line(difference.heading)})" if difference.heading else ""
    return f"bảng {line.table}, hàng {line.number}{column}{heading}"


def _fields(difference: PaperDifference) -> dict[str, object]:
    line = difference.line
    long = bool(difference.old and difference.new) and len(difference.old) > LONG
    words = {"words": changed_words(difference.old, difference.new)} if long else {}
    return {
        "change": difference.change.value,
        "kind": line.kind.value,
        "table": line.table or None,
        "number": line.number,
        "column": difference.column,
        "heading": difference.heading or None,
        "old": difference.old,
        "new": difference.new,
        **words,
    }


def _day(commit: Commit) -> str:
    return commit.committed.date().isoformat()


def _shown(text: str) -> str:
    line = on_one_line(text.replace("\n", " / "))
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"

"""The manual of the rules: one page, the list of all, or the whole book."""

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import fill, indent
from typing import Any

from cchc.checks.choice import rules
from cchc.checks.manual import Chapter, ManualPage, manual, page_named, page_of
from cchc.diagnostics import Severity
from cchc.timing import read
from cchc.timing.clauses import THOUGHTS
from cchc.timing.grammar import RULES, Rule
from cchc.views.table import dumps

WIDTH = 88
"""Characters to a line of prose."""


def manual_text(pages: Sequence[ManualPage]) -> str:
    """Return one page in full, or a line for each of several."""
    if len(pages) == 1:
        return _page_text(pages[0])
    width = max((len(page.name) for page in pages), default=0)
    return "\n".join(f"{p.name:<{width}}  {_TAGS[_weight(p)]:<8}  {p.fact}" for p in pages)


def manual_json(pages: Sequence[ManualPage]) -> str:
    """Return the pages as a JSON list."""
    return dumps([_fields(page) for page in pages])


def manual_markdown(pages: Sequence[ManualPage], preface: str = "") -> str:
    """Return the pages as a Markdown document: `docs/loi.md` is all those of `cchc check`."""
    rows = [f"| [`{p.name}`](#{p.name}) | {_TAGS[_weight(p)]} | {p.fact} |" for p in pages]
    table = ["| Quy tắc | Mức | Là gì |", "| --- | --- | --- |", *rows]
    return "\n\n".join([preface or _PREFACE, "\n".join(table), *map(manual_markdown_page, pages)])


FORMS: dict[str, Callable[[Sequence[ManualPage]], str]] = {
    "text": manual_text,
    "json": manual_json,
    "md": manual_markdown,
}


def manual_markdown_page(page: ManualPage) -> str:
    """Return one page as Markdown, under a heading of its name."""
    parts = [f"## {page.name}", f"{page.fact} *({_words(page)})*"]
    return "\n\n".join(parts + [_chapter(chapter) for chapter in page.chapters])


def _page_text(page: ManualPage) -> str:
    parts = [f"{page.name} ({_words(page)})", page.fact]
    parts += [indent(c.text, "    ") if c.example else fill(c.text, WIDTH) for c in page.chapters]
    return "\n\n".join(parts)


def _chapter(chapter: Chapter) -> str:
    return f"```yaml\n{chapter.text}\n```" if chapter.example else chapter.text


def _fields(page: ManualPage) -> dict[str, object]:
    return {
        "rule": page.name,
        "severity": page.severity.value,
        "tier": "strict" if page.strict else "always",
        "fact": page.fact,
        "why": page.why,
        "bad": page.examples(bad=True),
        "good": page.examples(bad=False),
    }


def _weight(page: ManualPage) -> str:
    return "strict" if page.strict else page.severity.value


def _words(page: ManualPage) -> str:
    word = "lỗi" if page.severity is Severity.ERROR else "cảnh báo"
    return f"{word}, chỉ khi thêm --strict" if page.strict else word


_TAGS = {"error": "lỗi", "warning": "cảnh báo", "strict": "--strict"}
_PREFACE = """# Các quy tắc của `cchc check`

Trang này được sinh từ chính các quy tắc: `cchc explain --format md -o docs/loi.md`.

- **lỗi**: phải sửa, `cchc check` thoát với mã 1.
- **cảnh báo**: xem lại; đúng ý thì ghi ngay trên dòng đó `# cchc: bo-qua TÊN-QUY-TẮC -- lý do`.
- **--strict**: cảnh báo chỉ có khi chạy `cchc check --strict`, hoặc gọi tên bằng `--select`.

`cchc explain TÊN-QUY-TẮC` in một trang ra màn hình."""


# The form of documents has its own rules, those of `cchc lint`.

FORM = "the-thuc"


def form_pages() -> list[ManualPage]:
    """Return the pages of `cchc lint`, in the order in which a reader meets what they judge."""
    from cchc.form.rules import RULEBOOK

    return [page_of(rule) for rule in RULEBOOK]


def pages_of(asked: str) -> list[ManualPage]:
    """Return what a word asks for: a rule of either kind, those of the form, all of `check` for "".

    Raises `Unknown`.
    """
    if not asked:
        return manual()
    form = form_pages()
    if asked == FORM:
        return form
    alone = [page for page in form if page.name == asked and asked not in rules()]
    return alone or [page_named(asked, [page.name for page in form])]


def form_markdown() -> str:
    """Return the rules of the form as a Markdown document."""
    return manual_markdown(form_pages(), _FORM_PREFACE)


_FORM_PREFACE = """# Các quy tắc của `cchc lint`

Thể thức và kỹ thuật trình bày theo Nghị định 30/2020/NĐ-CP, xét trên tệp Word bất kỳ.
`cchc explain the-thuc` kể các quy tắc này, `cchc explain TÊN-QUY-TẮC` in một trang ra màn hình."""


# The language of deadlines: its manual comes from the rules of its grammar.

LANGUAGE = "thoi-gian"


def language_text() -> str:
    """Return the manual of the language of deadlines: each rule, with what it reads."""
    pages = [
        fill(rule.page, WIDTH)
        + "".join(f"\n    {example:<{_EXAMPLE}} → {_days_of(example)}" for example in rule.examples)
        for rule in _language()
    ]
    return "\n\n".join([_LANGUAGE_PREFACE, *pages])


_EXAMPLE = 48
_SAMPLE_YEAR = 2025
_LANGUAGE_PREFACE = (
    "Cách cchc đọc thời hạn: mỗi đoạn là một quy tắc, dưới đó là câu mẫu và ngày cuối\n"
    f'còn trong hạn, cho kế hoạch năm {_SAMPLE_YEAR}. Câu của mình: `cchc timing "CÂU"`.'
)


def _dues(example: str) -> list[str] | None:
    reading = read(example, _SAMPLE_YEAR)
    dues = [each.due.isoformat() for each in reading.milestones if each.due]
    return dues if reading.understood else None


def _days_of(example: str) -> str:
    dues = _dues(example)
    if dues is None:
        return "không đoán"
    days = [f"{date.fromisoformat(due):%d/%m/%Y}" for due in dues]
    shown = ", ".join(days[:2]) + (f" … {days[-1]}" if len(days) > 2 else "")
    return shown or "không có hạn"


def language_json() -> str:
    """Return the manual of the language as a JSON list."""
    return dumps([{"rule": rule.name, "page": rule.page, "examples": list(rule.examples),
                   "year": _SAMPLE_YEAR, "due": [_dues(each) for each in rule.examples]}
                  for rule in _language()])  # fmt: skip


def language_markdown() -> str:
    """Return the manual of the language as a Markdown document."""
    parts = ["# Cách đọc thời hạn", " ".join(_LANGUAGE_PREFACE.split())]
    for rule in _language():
        examples = "\n".join(f"- {example} → {_days_of(example)}" for example in rule.examples)
        parts += [f"## {rule.name}", rule.page.partition(". ")[2], examples]
    return "\n\n".join(parts)


LANGUAGE_FORMS: dict[str, Callable[[], str]] = {
    "text": language_text,
    "json": language_json,
    "md": language_markdown,
}


def _language() -> Sequence[Rule[Any]]:
    return [*RULES, *THOUGHTS]

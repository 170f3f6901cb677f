"""Pages of the manual's site that are made from the program itself, for `mkdocs build`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from cchc.cli.app import build
from cchc.views.manual import form_markdown, language_markdown

ROOT = Path(__file__).parents[1]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those of `docs/`."""
    for name, text in pages().items():
        files.append(File.generated(config, name, content=text))
    return files


def pages() -> dict[str, str]:
    """Return every generated page by its name."""
    return {
        "index.md": _front(),
        "lenh.md": "\n\n".join(_commands()) + "\n",
        "thoi-gian.md": language_markdown(),
        "the-thuc.md": form_markdown(),
        "bien.md": (ROOT / "templates" / "README.md").read_text(encoding="utf-8"),
    }


def _front() -> str:
    """Return what the quick guide begins with: what cchc is, and where to go on."""
    guide = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    about = guide.partition("\n\n")[2].partition("\n## ")[0].strip()
    return f"# cchc\n\n{about}\n\n{_WAYS}"


_WAYS = """\
- Lần đầu, trên Windows: [cài đặt từng bước](cai-dat.md).
- Việc hằng tuần: [hướng dẫn nhanh](huong-dan.md), [sổ theo dõi](so-theo-doi.md),
  [báo cáo và nhắc việc](bao-cao.md).
- Người giữ kho git: [git và CI](ci/README.md). Cấp tỉnh: [hàng nghìn kế hoạch](tinh.md).
- Tra cứu: [các lệnh](lenh.md), [cách đọc thời hạn](thoi-gian.md), [quy tắc của check](loi.md),
  [quy tắc của lint](the-thuc.md), [biến của mẫu Word](bien.md).
"""


def _commands() -> Iterator[str]:
    yield "# Các lệnh\n\nSinh từ chính chương trình; `cchc LỆNH --help` in cùng nội dung."
    top: Any = build()
    for name, command in sorted(_all(top)):
        context = typer.Context(command, info_name=f"cchc {name}")
        yield f"## cchc {name}"
        yield _said(command.help or "")
        rows = [row for one in command.get_params(context) if (row := one.get_help_record(context))]
        if rows:
            table = (f"| {_cell(f'`{option}`')} | {_cell(said)} |" for option, said in rows)
            yield "\n".join(("| Tùy chọn | Nghĩa |", "| --- | --- |", *table))


def _all(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _all(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _said(text: str) -> str:
    """Return a command's help, its blocks of lines as they stand."""
    parts = [block.partition("\b") for block in re.split(r"\n\s*\n", text.strip())]
    listed = (
        "```text\n" + lines.strip("\n") + "\n```" if mark else said for said, mark, lines in parts
    )
    return "\n\n".join(listed)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

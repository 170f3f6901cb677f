"""Pages of the manual's site that are made from the program itself, for `mkdocs build`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from cchc.cli.app import build
from cchc.views.manual import form_markdown, language_markdown

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parents[1]


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add the generated pages to those of `docs/`."""
    from mkdocs.structure.files import File

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
    yield "# Các lệnh\n\nSinh từ chính chương trình: `cchc LỆNH --help` in cùng nội dung."
    for name, command in _all(build()):
        page = command.get_help(typer.Context(command, info_name=f"cchc {name}"))
        yield f"## cchc {name}\n\n```text\n{page}\n```"


def _all(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            yield from _all(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command

"""`cchc template`: the Word templates of an office."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.check import judge_each
from cchc.cli.open import plan_path, short
from cchc.cli.options import (
    AsOfOption,
    FaultsOption,
    OutputOption,
    PlanOption,
    StrictOption,
    TextFormatOption,
    day_of,
)
from cchc.cli.output import checked_format, put, say
from cchc.errors import WrongUsage

if TYPE_CHECKING:
    from cchc.diagnostics import Problem


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[TỆP]…", show_default=False, help="mẫu Word (mặc định: các mẫu đang dùng)"
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="TÊN",
            show_default=False,
            help="mẫu thay cho mẫu có sẵn nào: ke-hoach, bao-cao, cong-van-don-doc (mặc định: theo "
            "tên tệp, nếu khác thì ke-hoach)",
        ),
    ] = "",
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: FaultsOption = "text",
    strict: StrictOption = False,
    output: OutputOption = None,
) -> None:
    """Kiểm tra mẫu Word: biến không có, lệnh thiếu phần đóng, lệnh không được phép, đứng ở đâu.

    Mẫu không có lỗi thì được in thử một kế hoạch mẫu: bản in có đủ nhiệm vụ, nơi nhận, người ký, số
    trang không, và đúng thể thức Nghị định 30 không.

    Không in gì và thoát với mã 0 nếu không có lỗi. Có lỗi: mã 1. Không đọc được tệp: mã 2. Các biến
    dùng được: xem templates/README.md.

    \b
    Ví dụ:
      cchc template check
      cchc template check templates/ke-hoach.docx --format json
      cchc template check "Báo cáo mới.docx" --kind bao-cao
    """
    from cchc.diagnostics import Severity
    from cchc.documents.template_check import printed_faults, review
    from cchc.documents.templates import offers
    from cchc.documents.variables import SPECIMENS
    from cchc.views.problems import PROBLEM_FORMS

    form = checked_format(form, tuple(PROBLEM_FORMS))
    if kind and kind not in SPECIMENS:
        raise WrongUsage(f"--kind: không có mẫu {kind!r}; dùng {', '.join(SPECIMENS)}")
    taken = [] if paths else offers(plan_path(plan, day_of(as_of)))
    paths = paths or [short(offer.path) for offer in taken if offer.taken]

    def judge(path: Path) -> "list[Problem]":
        found = review(path, kind)
        sound = not any(one.severity is Severity.ERROR for one in found)
        return [*found, *(printed_faults(path, kind) if sound else ())]

    judge_each(paths, judge, form, output, strict=strict)


# `cchc template copy`: a built-in template into the office's own folder, to be edited in Word.


def copy(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[TÊN]", show_default=False, help="tên mẫu có sẵn (mặc định: ke-hoach)"
        ),
    ] = "ke-hoach",
    force: Annotated[
        bool, typer.Option("--force", help="ghi đè lên mẫu của cơ quan nếu đã có")
    ] = False,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Chép mẫu có sẵn vào thư mục templates/ cạnh plans/, để sửa bằng Word.

    Từ đó cchc in bằng mẫu đã chép. Mẫu đã có thì không bị ghi đè, trừ khi thêm --force.

    \b
    Ví dụ:
      cchc template copy
      cchc template copy bao-cao --force
    """
    from cchc.documents.templates import copy_built_in

    copied = copy_built_in(name, plan_path(plan, day_of(as_of)), force=force)
    say(f"đã chép mẫu vào {short(copied)}; sửa bằng Word, rồi `cchc template check` để kiểm tra")


# `cchc template list`: the templates there are, and which are taken.


def list_templates(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    form: TextFormatOption = "text",
    output: OutputOption = None,
) -> None:
    """Liệt kê các mẫu Word, của cơ quan và có sẵn; dấu * là mẫu được dùng khi in.

    \b
    Ví dụ:
      cchc template list
      cchc template list --format json
    """
    from cchc.documents.templates import offers
    from cchc.views.tables import TEMPLATE_FORMS

    form = checked_format(form, tuple(TEMPLATE_FORMS))
    found = offers(plan_path(plan, day_of(as_of)))
    put(TEMPLATE_FORMS[form]([replace(offer, path=short(offer.path)) for offer in found]), output)


# `cchc template`: the Word templates, which belong to the office.

COMMANDS = (
    ("list", "template.list_templates", "các mẫu có sẵn và của cơ quan; mẫu nào được dùng"),
    ("copy", "template.copy", "chép mẫu có sẵn vào thư mục templates/ để sửa bằng Word"),
    ("check", "template.check", "kiểm tra mẫu: từng lỗi, đứng ở đoạn nào, sửa thế nào"),
)
"""Name, place and one line of help, as in `cchc.cli.app`."""


def page() -> None:
    """Mẫu Word của cơ quan: liệt kê, chép ra để sửa, kiểm tra sau khi sửa.

    Mẫu là tệp Word thường, có các biến như {{ trich_yeu }} và các lệnh như {% if so %}. Muốn đổi
    quốc hiệu, cỡ chữ, số cột, thứ tự: chép mẫu ra, sửa bằng Word, kiểm tra, rồi in.

    \b
    Ví dụ:
      cchc template list
      cchc template copy
      cchc template check
    """

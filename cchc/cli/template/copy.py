"""`cchc template copy`: a built-in template into the office's own folder, to be edited in Word."""

from typing import Annotated

import typer

from cchc.cli.opening import plan_path, short
from cchc.cli.options import AsOfOption, PlanOption, day_of
from cchc.cli.running import say


def command(
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
    from cchc.documents.template import copy_built_in

    copied = copy_built_in(name, plan_path(plan, day_of(as_of)), force=force)
    say(f"đã chép mẫu vào {short(copied)}; sửa bằng Word, rồi `cchc template check` để kiểm tra")

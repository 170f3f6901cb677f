"""`cchc schema`: the two files as JSON Schema, for editors and other programs."""

from typing import Annotated

import typer

from cchc.cli.options import OutputOption
from cchc.cli.output import put
from cchc.errors import WrongUsage

KINDS = ("plan", "ledger")


def command(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[LOẠI]", show_default=False, help="plan (kế hoạch, mặc định) hoặc ledger (sổ)"
        ),
    ] = "plan",
    output: OutputOption = None,
) -> None:
    """In JSON Schema (2020-12) của tệp kế hoạch hoặc sổ theo dõi.

    Trình soạn thảo có schema thì gợi ý khóa, giải thích từng khóa và gạch chân chỗ sai ngay khi gõ.
    Tệp kế hoạch chỉ đến nó bằng dòng đầu:
    # yaml-language-server: $schema=../schema/ke-hoach.schema.json

    \b
    Ví dụ:
      cchc schema -o schema/ke-hoach.schema.json
      cchc schema ledger -o schema/so-theo-doi.schema.json
    """
    from cchc.views.as_json import dumps
    from cchc.views.schemas import ledger_schema, plan_schema

    if kind not in KINDS:
        raise WrongUsage(f"không có loại tệp {kind!r}; dùng {' hoặc '.join(KINDS)}")
    put(dumps(plan_schema() if kind == "plan" else ledger_schema()), output)

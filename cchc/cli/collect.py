"""The command that takes back what offices have filled into their workbooks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.open import open_plan
from cchc.cli.options import AsOfOption, PlanOption
from cchc.cli.output import FAULTS, put, say
from cchc.errors import CchcError
from cchc.exchange.collect import Refused, Taken, collected
from cchc.plan.locate import ledger_path
from cchc.progress.append import Book
from cchc.progress.record import Recorded, preview, record_all
from cchc.progress.worklist import worklist
from cchc.views.recorded import sentence


def collect(
    files: Annotated[
        list[Path], typer.Argument(metavar="TỆP…", help="sổ Excel (.xlsx) các đơn vị gửi lại")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="chỉ cho xem sẽ ghi gì, không ghi vào sổ")
    ] = False,
    as_of: AsOfOption = None,
    plan: PlanOption = None,
) -> None:
    """Thu kết quả các đơn vị đã điền trong sổ Excel, ghi vào sổ theo dõi.

    Sổ Excel là tệp của `cchc export --xlsx`; đơn vị điền năm cột màu vàng của sheet "Ghi kết quả":
    ngày hoàn thành, văn bản, kết quả, khó khăn, kiến nghị. Ghi hết hoặc không ghi gì: còn một ô sai
    thì kể từng ô rồi thôi, mã thoát 1. Thu lại lần nữa không ghi thêm gì.

    \b
    Ví dụ:
      cchc export --xlsx --all-units -o gui-di/
      cchc collect nhan-ve/*.xlsx --dry-run
      cchc collect ke-hoach-2025-TPHT.xlsx
    """
    opened = open_plan(plan, as_of)
    work = worklist(opened.plan, opened.ledger, opened.day)
    found = collected(files, opened.plan, opened.ledger, work)
    taken = [one for one in found if isinstance(one, Taken)]
    requests = [one.request for one in taken]
    ledger = ledger_path(opened.path)
    tried = list(preview(opened.plan, ledger, requests, opened.day))
    faults = _tell_refused(found, taken, tried)
    _tell(taken, tried)
    if faults:
        put(f"chưa ghi gì: còn {faults} ô phải sửa trong Excel rồi thu lại", None)
        raise typer.Exit(FAULTS)
    if not requests:
        put("không có gì mới để ghi", None)
    elif dry_run:
        put(f"sẽ ghi {len(requests)} mục vào {ledger}; chưa ghi gì (--dry-run)", None)
    else:
        record_all(opened.plan, Book(ledger, tell=say), requests, opened.day)
        put(f"đã ghi {len(requests)} mục vào {ledger}", None)


def _tell_refused(
    found: Sequence[Taken | Refused], taken: Sequence[Taken], tried: Sequence[Recorded | CchcError]
) -> int:
    """Say what isn't taken, each with its cell; return how much of it must be mended first."""
    refused = [one for one in found if isinstance(one, Refused)]
    refused += [
        Refused(one.place, str(error))
        for one, error in zip(taken, tried, strict=True)
        if isinstance(error, CchcError)
    ]
    for one in refused:
        say(f"{one.place}: {'phải sửa' if one.fault else 'không lấy'}: {one.why}")
    return sum(one.fault for one in refused)


def _tell(taken: Sequence[Taken], tried: Sequence[Recorded | CchcError]) -> None:
    for one, recorded in zip(taken, tried, strict=True):
        if not isinstance(recorded, CchcError):
            proof = one.request.document or one.request.remarks.words
            put(f"{sentence(recorded)}{f'; {proof}' if proof else ''}", None)

"""`cchc import`: another office's plan, or last year's from Word or Excel, as a plan file."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import AsOfOption, TextFormatOption, day_of
from cchc.cli.output import FAULTS, checked_format, put, say
from cchc.errors import CchcError, WrongUsage

if TYPE_CHECKING:
    from cchc.exchange.intake.conversion import Conversion
    from cchc.exchange.intake.proof import Proof


def import_plan(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="TỆP", show_default=False, help="tệp .docx, .xlsx, .pdf có chữ, .txt"
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="TỆP", help="tệp kế hoạch để ghi (mặc định: plans/<năm>.yaml)"
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="NĂM", help="năm của kế hoạch (mặc định: theo văn bản)"),
    ] = None,
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="TIÊU_ĐỀ=KHÓA",
            show_default=False,
            help="cột có tiêu đề này là khóa nào: stt, noi_dung, chu_tri, phoi_hop, san_pham, "
            "thoi_gian, ghi_chu, hoặc khóa riêng của cơ quan; dùng được nhiều lần",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="chỉ đọc và báo lại, không ghi tệp nào")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="TỆP",
            help="ghi thêm một trang để đối chiếu từng ô của văn bản với chỗ đọc được",
        ),
    ] = None,
    form: TextFormatOption = "text",
    as_of: AsOfOption = None,
) -> None:
    """Nhập kế hoạch của cơ quan bất kỳ từ Word, Excel, PDF hoặc văn bản thường thành tệp kế hoạch.

    Đọc bảng nhiệm vụ (ô gộp, bảng bị cắt qua trang, số tự động, phông cũ TCVN3 và VNI) hoặc các
    dòng có nhãn “Cơ quan chủ trì: …”, thân văn bản, nơi nhận, người ký. Chỗ nào không chắc thì ghi
    chữ NGỜ cạnh dòng ấy, kèm vị trí trong tệp gốc; không đoán thầm, không bỏ thầm. Xong thì in thử
    kế hoạch, đọc lại và đối chiếu từng ô với tệp gốc.

    Không bao giờ ghi đè. Thoát với mã 0 nếu không có chỗ ngờ, 1 nếu có, 2 nếu không nhập được.

    \b
    Ví dụ:
      cchc import "Kế hoạch CCHC 2026.docx"
      cchc import phu-luc.xlsx -o plans/2026.yaml --year 2026
      cchc import ke-hoach.docx --map "Đầu mối=chu_tri" --map "Kinh phí=kinh_phi"
      cchc import ke-hoach.pdf --dry-run --format json
      cchc import ke-hoach.docx --html doi-chieu.html
    """
    from cchc.exchange.intake.conversion import ImportRequest, converted
    from cchc.views.intake import intake_html, intake_json, intake_lines

    form = checked_format(form, ("text", "json"))
    headings = _headings(mapped or [])
    for path in (output, html):
        _refuse_existing(path)
    target = output or Path("plans/nam.yaml")
    done = converted(ImportRequest(file, target, day_of(as_of), headings, year), _progress)
    target = output or Path("plans") / f"{done.plan.year}.yaml"
    if not dry_run:
        _refuse_existing(target)
    done, account = _proved(done, target)
    if not dry_run:
        _write(target, done.text.encode())
    if html is not None:
        _write(html, intake_html(done, file.name, account).encode())
    if form == "json":
        put(intake_json(done, target, account), None)
    else:
        put("\n".join(intake_lines(done, account)), None)
    if done.doubts:
        raise typer.Exit(FAULTS)


def _headings(mapped: list[str]) -> dict[str, str]:
    """Return heading → key of each `--map`."""
    found = {}
    for pair in mapped:
        heading, sign, key = pair.rpartition("=")
        if not sign or not heading.strip() or not key.strip():
            raise WrongUsage(
                f'--map: viết TIÊU_ĐỀ=KHÓA, như "Đầu mối=chu_tri", không phải {pair!r}'
            )
        found[heading.strip()] = key.strip()
    return found


def _refuse_existing(path: Path | None) -> None:
    if path is not None and path.exists():
        raise WrongUsage(f"{path} đã có, không ghi đè; đặt tên khác bằng -o, hoặc đổi tên tệp cũ")


def _progress(what: str) -> None:
    import sys

    if sys.stderr.isatty():
        say(f"{what} …")


def _proved(done: "Conversion", target: Path) -> tuple["Conversion", "Proof | None"]:
    """Return with it what became of each text of the source in the document that the plan prints.

    A plan that can't be printed, by its length, is sound all the same: that is a doubt.
    """
    from cchc.documents import render_plan
    from cchc.exchange.intake.blocks import Doubt
    from cchc.exchange.intake.proof import account
    from cchc.exchange.intake.word import printed_source

    _progress("in thử, đọc lại")
    try:
        printed = render_plan(done.plan, target)
    except CchcError as error:
        why = "chưa in thử được, nên chưa đối chiếu từng ô với tệp gốc"
        return replace(done, doubts=(*done.doubts, Doubt("cả văn bản", str(error), why))), None
    return done, account(done.draft, done.source, printed_source(target, printed))


def _write(path: Path, data: bytes) -> None:
    from cchc.files import save

    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, data)
    say(f"đã ghi {path}")

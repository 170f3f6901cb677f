"""The commands that begin: init writes an office's folder, new drafts the next year's plan."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.options import day_of
from cchc.cli.output import put, say
from cchc.errors import WrongUsage

# `cchc init`: the folder of an office that starts.


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="THƯ_MỤC", help="nơi lập (mặc định: thư mục đang đứng)")
    ] = Path(),
    agency: Annotated[
        str, typer.Option("--agency", metavar="TÊN", help="tên cơ quan, như văn bản vẫn ghi")
    ] = "",
    level: Annotated[
        str, typer.Option("--level", metavar="CẤP", help="xa, phuong, huyen, so hoặc tinh")
    ] = "",
    year: Annotated[str, typer.Option("--year", metavar="NĂM", help="năm của kế hoạch")] = "",
    place: Annotated[
        str, typer.Option("--place", metavar="ĐỊA_DANH", help="địa danh trước ngày ban hành")
    ] = "",
    signer: Annotated[
        str, typer.Option("--signer", metavar="HỌ_TÊN", help="họ và tên người ký")
    ] = "",
    position: Annotated[
        str, typer.Option("--position", metavar="CHỨC_VỤ", help="chức vụ người ký")
    ] = "",
) -> None:
    """Lập thư mục cho cơ quan mới dùng: kế hoạch khung, sổ trống, tệp cho git, CI, soạn thảo.

    Thiếu điều gì thì hỏi, nếu đang ở cửa sổ dòng lệnh. Tệp đã có không bao giờ bị ghi đè. Xong là
    chạy được `cchc check`, `cchc due`, `cchc render`.

    \b
    Ví dụ:
      cchc init
      cchc init so-sach --agency "Ủy ban nhân dân xã Sơn Mỹ" --level xa --year 2026
    """
    from cchc.exchange.office import LEVELS, Office, begin, place_of

    agency = agency or _asked("--agency", "Tên cơ quan (như Ủy ban nhân dân xã Sơn Mỹ)")
    level = level or _asked("--level", f"Cấp ({', '.join(LEVELS)})")
    usual = LEVELS[level].position if level in LEVELS else ""
    year = year or _asked("--year", "Năm của kế hoạch", str(day_of(None).year))
    office = Office(
        agency,
        level,
        int(year) if year.isdecimal() else 0,
        place or _asked("--place", "Địa danh", place_of(agency)),
        signer or _asked("--signer", "Họ và tên người ký"),
        position or _asked("--position", "Chức vụ người ký", usual),
    )
    written, kept = begin(folder, office)
    for path in kept:
        say(f"đã có, giữ nguyên: {path}")
    if any(path.name == ".gitattributes" for path in kept):
        say("để hai nhánh cùng ghi sổ: thêm 'plans/*.tien-do*.yaml merge=union' vào .gitattributes")
    put("\n".join([f"đã ghi {path}" for path in written] or ["không có gì để ghi"]), None)


def _asked(option: str, question: str, usual: str = "") -> str:
    """Return what is answered on the terminal. Raises `WrongUsage` where nobody can be asked."""
    if not sys.stdin.isatty():
        if usual:
            return usual
        raise WrongUsage(f"thiếu {option}; xem `cchc init --help`")
    return str(typer.prompt(question, default=usual or None, err=True)).strip()

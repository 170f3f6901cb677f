"""The commands that begin: init writes an office's folder, new drafts the next year's plan."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import day_of
from cchc.cli.output import checked_format, put, say
from cchc.errors import WrongUsage

if TYPE_CHECKING:
    from cchc.exchange.next_year import YearChoice

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
    sample: Annotated[
        bool, typer.Option("--sample", help="kế hoạch mẫu của xã Sơn Hạ năm 2025, để tập dùng")
    ] = False,
) -> None:
    """Lập thư mục cho cơ quan mới dùng: kế hoạch khung, sổ trống, tệp cho git, CI, soạn thảo.

    Thiếu điều gì thì hỏi, nếu đang ở cửa sổ dòng lệnh. Tệp đã có không bao giờ bị ghi đè. Xong là
    chạy được `cchc check`, `cchc due`, `cchc render`.

    \b
    Ví dụ:
      cchc init
      cchc init so-sach --agency "Ủy ban nhân dân xã Sơn Mỹ" --level xa --year 2026
      cchc init tap-dung --sample
    """
    from cchc.exchange.office import LEVELS, NewOffice, begin, begin_sample, place_of

    files = _schemas()
    if sample:
        if agency or level or year or place or signer or position:
            raise WrongUsage("--sample là kế hoạch có sẵn, không đi cùng tùy chọn khác của init")
        _tell(*begin_sample(folder, files))
        return
    agency = agency or _asked("--agency", "Tên cơ quan (như Ủy ban nhân dân xã Sơn Mỹ)")
    level = level or _asked("--level", f"Cấp ({', '.join(LEVELS)})")
    usual = LEVELS[level].position if level in LEVELS else ""
    year = year or _asked("--year", "Năm của kế hoạch", str(day_of(None).year))
    office = NewOffice(
        agency,
        level,
        int(year) if year.isdecimal() else 0,
        place or _asked("--place", "Địa danh", place_of(agency)),
        signer or _asked("--signer", "Họ và tên người ký"),
        position or _asked("--position", "Chức vụ người ký", usual),
    )
    _tell(*begin(folder, office, files))


def _schemas() -> dict[str, str]:
    """Return the files that editors know the keys of plan and ledger by."""
    from cchc.views.schema import ledger_schema, plan_schema
    from cchc.views.table import dumps

    made = {"ke-hoach": plan_schema(), "so-theo-doi": ledger_schema()}
    return {f"schema/{name}.schema.json": dumps(shape) + "\n" for name, shape in made.items()}


def _tell(written: Sequence[Path], kept: Sequence[Path]) -> None:
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


# `cchc new`: next year's draft out of this year's plan.


def new(
    source: Annotated[
        str, typer.Option("--from", metavar="NĂM|TỆP", help="kế hoạch gốc: năm, hoặc tệp")
    ],
    year: Annotated[str, typer.Option("--year", metavar="NĂM", help="năm của bản thảo")],
    form: Annotated[
        str, typer.Option("--format", metavar="DẠNG", show_default=False, help="table hoặc json")
    ] = "table",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="TỆP", help="tệp bản thảo ghi ra")
    ] = None,
) -> None:
    """Lập bản thảo kế hoạch năm sau từ kế hoạch và sổ theo dõi năm nay.

    Năm trong câu chữ chỉ đổi ở thời hạn đọc được và ở “năm …” của lời văn; trong văn bản viện dẫn,
    giai đoạn, tầm nhìn thì giữ. Việc đã xong một lần thì thành dòng chú thích (bỏ dấu # là có lại),
    việc định kỳ và thường xuyên ở lại, việc còn mở chuyển sang kèm ghi chú. Mọi lựa chọn được kê ra
    theo dòng của bản thảo. Tệp đã có không bị ghi đè.

    \b
    Ví dụ:
      cchc new --from 2025 --year 2026
      cchc new --from plans/2025.yaml --year 2026 -o plans/2026.yaml
    """
    from cchc.exchange.next_year import draft
    from cchc.files import save
    from cchc.plan.loader import sound_plan
    from cchc.plan.locate import ledger_path
    from cchc.progress.ledger_set import sound_ledger
    from cchc.views.table import dumps

    form = checked_format(form, ("table", "json"))
    path = _named(source)
    document, plan = sound_plan(path)
    wanted = int(year) if year.isdecimal() else 0
    if not plan.year < wanted <= 2999:
        raise WrongUsage(f"--year phải sau năm {plan.year} của {path}; viết như {plan.year + 1}")
    target = output or path.with_name(f"{wanted}{path.suffix}")
    if target.exists() or target.is_symlink():
        raise WrongUsage(f"{target} đã có, không ghi đè; dùng -o để ghi ra tệp khác")
    text, choices = draft(document, plan, sound_ledger(ledger_path(path)), wanted)
    target.parent.mkdir(parents=True, exist_ok=True)
    save(target, text.encode())
    if form == "json":
        chosen = [{name: getattr(choice, name) for name in _FIELDS} for choice in choices]
        put(dumps({"plan": target.as_posix(), "from": path.as_posix(), "choices": chosen}), None)
        return
    put("\n".join([f"đã ghi {target}", *(_sentence(choice) for choice in choices)]), None)


_FIELDS = ("line", "kind", "before", "after", "why")
_KINDS = {"shift": "đổi", "keep": "giữ", "drop": "bỏ", "carry": "chuyển", "look": "xem lại"}


def _sentence(choice: "YearChoice") -> str:
    said = {
        "shift": f" {choice.before.strip()} → {choice.after or '(trống)'}",
        "keep": f" {choice.before}",
    }
    return f"  dòng {choice.line}: {_KINDS[choice.kind]}{said.get(choice.kind, '')}: {choice.why}"


def _named(source: str) -> Path:
    """Return the plan file of a year, or the file that was named."""
    from cchc.cli.open import short
    from cchc.plan.locate import find_plan

    if not source.isdecimal():
        return Path(source)
    found = find_plan(None, Path.cwd(), int(source))
    if not found.name.startswith(source):
        raise WrongUsage(
            f"không có kế hoạch năm {source} trong {found.parent}; chỉ tệp: --from TỆP"
        )
    return short(found)

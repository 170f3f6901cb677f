"""The speed of cchc, as ratios against a floor or a peer, measured side by side in one run."""

import compileall
import json
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from openpyxl import load_workbook

from benchmarks.measuring import Command, Shop, call_seconds, can_count, in_turns, line
from cchc.documents import render_plan
from cchc.documents.fields import plan_fields
from cchc.documents.origin import origin_of, seal
from cchc.plan.loader import sound_plan

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PLAN = ROOT / "plans" / "2025.yaml"
DAY = ("--as-of", "2025-02-15")
DUE = (BIN / "cchc", "due", "--quarter", "I", "--plan", PLAN, *DAY)
PLANS = 200
TIMES = 10
"""How often the plan's 38 tasks stand in the plan that becomes a workbook."""

IMPORTS = (sys.executable, "-c", "import typer, yaml, pydantic; pydantic.BaseModel")


def main() -> None:
    """Measure everything, or what is named of it, and print a line a figure."""
    line("what", "ratio", "amounts", "aim")
    for name in sys.argv[1:] or MEASURED:
        with tempfile.TemporaryDirectory() as folder:
            MEASURED[name](Shop(Path(folder)))


def starts(shop: Shop) -> None:
    """Count the instructions of answers, warm and cold, beside the imports no answer is without."""
    if not can_count():
        line("instructions", "", "needs valgrind", "")
        return
    compiled()
    plans = many_plans(shop.folder)
    floor = shop.instructions(IMPORTS)
    check = (BIN / "cchc", "check", *DAY, *plans)
    measured: dict[str, tuple[Command, str]] = {
        "import typer": ((sys.executable, "-c", "import typer"), "(a part of every answer)"),
        "warm due --quarter I": (DUE, "≤ 1.05"),
        "warm due --quarter I --format json": ((*DUE, "--format", "json"), "≤ 0.9"),
        "cold due --quarter I": ((*DUE, "--no-cache"), "≤ 2.0"),
        f"check, {PLANS} unchanged plans": (check, "≤ 0.9"),
    }
    for what, (command, aim) in measured.items():
        counted = shop.instructions(command)
        amounts = f"{counted / 1e6:.0f} M / {floor / 1e6:.0f} M"
        line(f"{what} / the imports", f"{counted / floor:.2f}", amounts, aim)


def completing(shop: Shop) -> None:
    """Compare a press of Tab, in an office with the real plan, with the imports of a start."""
    office = shop.folder / "co-quan"
    (office / "plans").mkdir(parents=True)
    shutil.copy(PLAN, office / "plans")
    typed = {"a command": ("d",), "a task": ("done", "II."), "a unit": ("due", "--unit", "")}
    typed["a milestone"] = ("done", "I.01", "--milestone", "")
    for what, words in typed.items():
        line_of = "\n".join(["cchc", *words])
        asked = [
            "_CCHC_COMPLETE=complete_bash",
            f"COMP_WORDS={line_of}",
            f"COMP_CWORD={len(words)}",
        ]
        tab = ("env", "-C", office, *asked, BIN / "cchc")
        beside(shop, f"Tab, {what} / the imports", tab, IMPORTS, "≤ 1.25", turns=11)


def checking(shop: Shop) -> None:
    """Compare `cchc check` of many plans in one call with the two peers over the same files."""
    plans = many_plans(shop.folder)
    check = (BIN / "cchc", "--no-cache", "check", *DAY, *plans)
    schema = ROOT / "schema" / "ke-hoach.schema.json"
    jsonschema = (BIN / "check-jsonschema", "--schemafile", schema, *plans)
    beside(shop, f"check-jsonschema / check, {PLANS} plans", jsonschema, check, "≥ 10")
    yamllint = (BIN / "yamllint", "-d", "relaxed", *plans)
    beside(shop, f"yamllint / check, {PLANS} plans", yamllint, check, "≥ 15")


def exporting(shop: Shop) -> None:
    """Compare the workbook of a big plan with xlsxwriter writing the same cells."""
    plan, book = shop.folder / "2025.yaml", shop.folder / "so.xlsx"
    plan.write_text(big_plan(), encoding="utf-8")
    export = (BIN / "cchc", "export", "--xlsx", "-o", book, "--plan", plan, *DAY)
    shop.seconds(export)
    cells = shop.folder / "cells.json"
    cells.write_text(json.dumps(cells_of(book)), encoding="utf-8")
    alone = (sys.executable, "-c", XLSXWRITER, cells, shop.folder / "alone.xlsx")
    beside(shop, f"export --xlsx, {TIMES * 38} tasks / xlsxwriter", export, alone, "≤ 2", turns=7)


XLSXWRITER = """
import json, sys
from xlsxwriter import Workbook
book = Workbook(sys.argv[2], {"in_memory": True})
for name, cells in json.load(open(sys.argv[1], encoding="utf-8")).items():
    sheet = book.add_worksheet(name)
    for row, column, value in cells:
        sheet.write(row, column, value)
book.close()
"""


def rendering(_shop: Shop) -> None:
    """Compare a printed plan with docxtpl alone on the same template and data, imports apart."""
    plan = sound_plan(PLAN)[1]
    template, fields = ROOT / "templates" / "ke-hoach.docx", plan_fields(plan)

    def docxtpl_alone() -> None:
        filled = DocxTemplate(template)
        filled.render(fields, autoescape=True)
        filled.save(BytesIO())

    def sealed() -> bytes:
        source, again = sound_plan(PLAN)
        return seal(render_plan(again, PLAN), origin_of(source.source, template, None))

    measured = {
        "print / docxtpl alone": (lambda: render_plan(plan, PLAN), "≤ 1.2"),
        "read, print and seal / docxtpl alone": (sealed, "(with git's commit)"),
    }
    for what, (call, aim) in measured.items():
        ratio, ours, theirs = in_turns(
            lambda call=call: call_seconds(call),  # type: ignore[misc]
            lambda: call_seconds(docxtpl_alone),
            21,
        )
        line(what, f"{ratio.wall:.2f}", f"{ours.wall:.3f} s / {theirs.wall:.3f} s", aim)


def looking_back(shop: Shop) -> None:
    """Tell how long `cchc log` takes over histories that double, remembering nothing and all."""
    for commits in (250, 500, 1000):
        top = shop.folder / f"kho-{commits}"
        written_history(top, commits)
        log = ("env", "-C", top, BIN / "cchc", "log", "II.04")
        for what, aim in (("cold", "(ms a commit)"), ("warm", "≤ 2 s")):
            taken = shop.seconds(log).wall
            each = f"{taken * 1000 / commits:.2f}"
            line(f"log, {commits} commits, {what}", each, f"{taken:.2f} s", aim)


def written_history(top: Path, commits: int) -> None:
    """Make a repository in which nine of ten commits add to the ledger and the tenth amends."""
    plan, ledger, stream = PLAN.read_text(encoding="utf-8"), "", b""
    tasks = ("I.01", "I.02", "I.03", "II.01", "II.04", "III.01", "III.04", "VI.02")
    for number in range(commits):
        day = date(2025, 1, 2) + timedelta(days=number * 360 // commits)
        said = f"ngay: {day}, nhiem_vu: {tasks[number % 8]}, trang_thai: dang_thuc_hien"
        if number % 10:
            ledger += f'- {{{said}, ghi_chu: "lần {number}"}}\n'
        else:
            plan = plan.replace("CM, DT]", "CM]") if number % 20 else plan.replace("CM]", "CM, DT]")
            plan += f"# sửa lần {number}\n"
        when = 1735776000 + number * 31536000 // commits
        stream += b"commit refs/heads/main\ncommitter A <a@xa.example> %d +0700\ndata 2\nc\n" % when
        for name, text in (("plans/2025.yaml", plan), ("plans/2025.tien-do.yaml", ledger)):
            data = text.encode()
            stream += b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(data), data)
    git = ("git", "-C", str(top))
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(top)], check=True)  # noqa: S607
    subprocess.run([*git, "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run([*git, "reset", "--quiet", "--hard"], check=True)


def beside(  # noqa: PLR0913, PLR0917 - a line of the table
    shop: Shop, what: str, one: Command, other: Command, aim: str, turns: int = 3
) -> None:
    """Measure two commands in turns, and print the ratio of their times."""
    ratio, ours, theirs = in_turns(lambda: shop.seconds(one), lambda: shop.seconds(other), turns)
    both = f"{ratio.wall:.2f} ({ratio.worked:.2f})"
    line(what, both, f"{ours.wall:.2f} s / {theirs.wall:.2f} s", aim)


def compiled() -> None:
    """Compile the libraries: what was installed a moment ago may not be."""
    for folder in (sysconfig.get_path("purelib"), ROOT / "cchc"):
        compileall.compile_dir(folder, quiet=2, workers=2)


def many_plans(folder: Path) -> list[Path]:
    """Write as many plans of different text, and return them."""
    plans = folder / "plans"
    plans.mkdir()
    text = PLAN.read_text(encoding="utf-8")
    for number in range(PLANS):
        plan = text.replace("Sơn Hạ", f"Sơn Hạ {number}").replace("năm 2025 của", f"{number} của")
        (plans / f"2025-{number:03}.yaml").write_text(plan, encoding="utf-8")
    return sorted(plans.iterdir())


def big_plan() -> str:
    """Return the plan with all its groups of tasks several times over."""
    head, mark, groups = PLAN.read_text(encoding="utf-8").rpartition("  nhom:\n")
    return head + mark + groups * TIMES


def cells_of(book: Path) -> dict[str, list[tuple[int, int, object]]]:
    """Return the cells of a workbook that hold something, by sheet."""
    return {
        sheet.title: [
            (row, column, value if isinstance(value, int) else str(value))
            for row, values in enumerate(sheet.values)
            for column, value in enumerate(values)
            if value is not None
        ]
        for sheet in load_workbook(book).worksheets
    }


MEASURED = {
    "starts": starts,
    "checking": checking,
    "exporting": exporting,
    "rendering": rendering,
    "completing": completing,
    "looking back": looking_back,
}
"""What can be measured, by its name on the command line."""

if __name__ == "__main__":
    main()

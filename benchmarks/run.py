"""The speed of cchc, as ratios against a floor or a peer, measured side by side in one run."""

import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.measuring import line, seconds, told, told_calls
from cchc.documents import render_plan
from cchc.documents.fields import plan_fields
from cchc.documents.origin import origin_of, seal
from cchc.plan.loader import sound_plan

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PLAN = ROOT / "plans" / "2025.yaml"
PLANS = 200

FLOOR = (sys.executable, "-c", "import typer, yaml, pydantic")
BARE_COMMAND = """
import typer, yaml, pydantic
class Model(pydantic.BaseModel):
    text: str
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def main(quarter: str = ""):
    print(Model(text=quarter))
app(["--quarter", "I"])
"""


def main() -> None:
    """Measure everything and print a line a figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start_up()
        completing(folder)
        checking(folder)
        rendering()
        looking_back(folder)


def start_up() -> None:
    """Compare `cchc due` with the imports it can't do without, and with a bare typer command."""
    due = [BIN / "cchc", "due", "--quarter", "I", "--plan", PLAN]
    told("due / imports of typer, yaml, pydantic", due, FLOOR, "≤ 1.25")
    bare = [sys.executable, "-c", BARE_COMMAND]
    told("due / a typer command with one model", due, bare, "≤ 1.25")
    told("a typer command with one model / those imports", bare, FLOOR, "(what the libraries cost)")


def completing(folder: Path) -> None:
    """Compare a press of Tab, in an office with the real plan, with the imports of a start."""
    office = folder / "co-quan"
    (office / "plans").mkdir(parents=True)
    shutil.copy(PLAN, office / "plans")
    lines = {"a command": "cchc\nd", "a task": "cchc\ndone\nII.", "a unit": "cchc\ndue\n--unit\n"}
    lines["a milestone"] = "cchc\ndone\nI.01\n--milestone\n"
    for what, typed in lines.items():
        asked = ["_CCHC_COMPLETE=bash", f"_CCHC_WORDS={typed}"]
        told(
            f"Tab, {what} / those imports",
            ["env", "-C", office, *asked, BIN / "cchc"],
            FLOOR,
            "≤ 1.25",
        )


def checking(folder: Path) -> None:
    """Compare `cchc check` of many plans in one call with the two peers over the same files."""
    plans = folder / "plans"
    plans.mkdir()
    text = PLAN.read_text(encoding="utf-8")
    for number in range(PLANS):
        plan = text.replace("Sơn Hạ", f"Sơn Hạ {number}").replace("năm 2025 của", f"{number} của")
        (plans / f"2025-{number:03}.yaml").write_text(plan, encoding="utf-8")
    files = sorted(plans.iterdir())
    check = [BIN / "cchc", "check", *files]
    schema = ROOT / "schema" / "ke-hoach.schema.json"
    jsonschema = [BIN / "check-jsonschema", "--schemafile", schema, *files]
    told(f"check-jsonschema / check, {PLANS} plans", jsonschema, check, "≥ 20", turns=3)
    yamllint = [BIN / "yamllint", "-d", "relaxed", *files]
    told(f"yamllint / check, {PLANS} plans", yamllint, check, "≥ 10", turns=3)


def rendering() -> None:
    """Compare a printed plan with docxtpl alone on the same template and data, imports apart."""
    _, plan = sound_plan(PLAN)
    template, fields = ROOT / "templates" / "ke-hoach.docx", plan_fields(plan)

    def docxtpl_alone() -> None:
        filled = DocxTemplate(template)
        filled.render(fields, autoescape=True)
        filled.save(BytesIO())

    def sealed() -> bytes:
        source, again = sound_plan(PLAN)
        return seal(render_plan(again, PLAN), origin_of(source.source, template, None))

    told_calls("print / docxtpl alone", lambda: render_plan(plan, PLAN), docxtpl_alone, "≤ 1.2")
    told_calls("read, print and seal / docxtpl alone", sealed, docxtpl_alone, "(with git's commit)")


def looking_back(folder: Path) -> None:
    """Tell how long `cchc log` takes over histories that double, remembering nothing and all."""
    for commits in (250, 500, 1000):
        top = folder / f"kho-{commits}"
        written_history(top, commits)
        log = ["env", "-C", top, f"XDG_CACHE_HOME={folder}", BIN / "cchc", "log", "II.04"]
        cold = seconds(log)
        line(
            f"log, {commits} commits, cold", cold * 1000 / commits, f"{cold:.2f} s", "(ms a commit)"
        )
        warm = seconds(log)
        line(f"log, {commits} commits, warm", warm * 1000 / commits, f"{warm:.2f} s", "≤ 2 s")


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


if __name__ == "__main__":
    main()

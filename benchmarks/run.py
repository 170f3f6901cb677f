"""The speed of cchc, as ratios against a floor or a peer, measured side by side in one run.

Runs take turns (A, B, A, B, …), so that a change in the machine's speed meets both; what is told is
the median of the ratios of each turn.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PLANS = 200

FLOOR = "import typer, yaml, pydantic"
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
DOCXTPL_ALONE = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(json.load(open(sys.argv[2], encoding="utf-8")), autoescape=True)
template.save(sys.argv[3])
"""


def main() -> None:
    """Measure everything and print a line a figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start_up()
        completing(folder)
        checking(folder)
        rendering(folder)


def start_up() -> None:
    """Compare `cchc due` with the imports it can't do without, and with a bare typer command."""
    due = [BIN / "cchc", "due", "--quarter", "I", "--plan", ROOT / "plans/2025.yaml"]
    told("due / imports of typer, yaml, pydantic", due, [sys.executable, "-c", FLOOR], "≤ 1.25")
    told("due / a typer command with one model", due, [sys.executable, "-c", BARE_COMMAND], "≤ 1.25")


def completing(folder: Path) -> None:
    """Compare a press of Tab, in an office with the real plan, with the imports of a start."""
    office = folder / "co-quan"
    (office / "plans").mkdir(parents=True)
    shutil.copy(ROOT / "plans/2025.yaml", office / "plans")
    lines = {"a command": "cchc\nd", "a task": "cchc\ndone\nII.", "a unit": "cchc\ndue\n--unit\n"}
    lines["a milestone"] = "cchc\ndone\nI.01\n--milestone\n"
    for what, line in lines.items():
        asked = ["_CCHC_COMPLETE=bash", f"_CCHC_WORDS={line}"]
        tab = ["env", "-C", office, *asked, BIN / "cchc"]
        name = f"Tab, {what} / those imports"
        told(name, tab, [sys.executable, "-c", FLOOR], "≤ 1.25")


def checking(folder: Path) -> None:
    """Compare `cchc check` of many plans in one call with the two peers over the same files."""
    plans = folder / "plans"
    plans.mkdir()
    text = (ROOT / "plans/2025.yaml").read_text(encoding="utf-8")
    for number in range(PLANS):
        plan = text.replace("Sơn Hạ", f"Sơn Hạ {number}").replace("năm 2025 của", f"{number} của")
        (plans / f"2025-{number:03}.yaml").write_text(plan, encoding="utf-8")
    schema = folder / "plan.schema.json"
    schema.write_text(json.dumps(json_schema()), encoding="utf-8")
    files = sorted(plans.iterdir())
    check = [BIN / "cchc", "check", *files]
    peers = {
        "check-jsonschema": ([BIN / "check-jsonschema", "--schemafile", schema, *files], "≥ 20"),
        "yamllint": ([BIN / "yamllint", "-d", "relaxed", *files], "≥ 10"),
    }
    for name, (peer, aim) in peers.items():
        told(f"{name} / check, {PLANS} plans", peer, check, aim, turns=3)


def rendering(folder: Path) -> None:
    """Compare `cchc render` with docxtpl alone on the same template and the same data."""
    from cchc.documents.context import plan_fields
    from cchc.plan.reading import sound_plan

    _, plan = sound_plan(ROOT / "plans/2025.yaml")
    data = folder / "data.json"
    data.write_text(json.dumps(plan_fields(plan), ensure_ascii=False, default=str), encoding="utf-8")
    shutil.copy(ROOT / "templates/ke-hoach.docx", folder / "mau.docx")
    alone = [sys.executable, "-c", DOCXTPL_ALONE, folder / "mau.docx", data, folder / "a.docx"]
    ours = [BIN / "cchc", "render", "--plan", ROOT / "plans/2025.yaml", "-o", folder / "b.docx"]
    told("render / docxtpl alone, whole process", ours, alone, "≤ 1.2 beyond imports")
    floor = [sys.executable, "-c", f"{FLOOR}; import docxtpl, docx, jinja2; from pydantic import *"]
    told("imports of render / imports of docxtpl", floor, [sys.executable, "-c", "import docxtpl"], "")
    beyond(ours, floor, alone)


def beyond(ours: Sequence[object], ours_floor: Sequence[object], alone: Sequence[object]) -> None:
    """Tell the ratio of what is left when each side's imports are taken off."""
    alone_floor = [sys.executable, "-c", "import docxtpl, json"]
    turns = [
        (seconds(ours) - seconds(ours_floor)) / (seconds(alone) - seconds(alone_floor))
        for _ in range(7)
    ]
    print(f"{'render / docxtpl alone, beyond the imports':<48} {median(turns):6.2f}   aim ≤ 1.2")


def told(
    name: str, one: Sequence[object], other: Sequence[object], aim: str, turns: int = 11
) -> None:
    """Print the median ratio of two commands, run in turns after one warm-up of each."""
    seconds(one)
    seconds(other)
    pairs = [(seconds(one), seconds(other)) for _ in range(turns)]
    ratio = median(a / b for a, b in pairs)
    times = f"{median(a for a, _ in pairs):.3f} s / {median(b for _, b in pairs):.3f} s"
    print(f"{name:<48} {ratio:6.2f}   {times:<20} aim {aim}" if aim else f"{name:<48} {ratio:6.2f}")


def seconds(command: Sequence[object]) -> float:
    """Return how long a command takes as a whole process."""
    start = perf_counter()
    subprocess.run([str(part) for part in command], capture_output=True, check=False)
    return perf_counter() - start


def json_schema() -> dict[str, object]:
    """Return the models' schema, which check-jsonschema holds the same plans to."""
    from cchc.plan.models import Plan

    return Plan.model_json_schema(by_alias=True)


if __name__ == "__main__":
    main()

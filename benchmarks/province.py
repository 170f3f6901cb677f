"""The speed of `cchc rollup` over made-up communes, against the C parser's events of the bytes.

`python -m benchmarks.province [COUNT]` measures COUNT communes and a tenth of them, in CPU seconds
of all processes, so that a busy machine blurs little, and the most memory of one process.
"""

import os
import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL, Popen

from benchmarks.communes import COMMUNES, write_communes

BIN = Path(sys.executable).parent
_EVENTS = """
import sys, yaml
from pathlib import Path
for file in Path(sys.argv[1]).rglob("*.yaml"):
    loader = yaml.CSafeLoader(file.read_text("utf-8"))
    while loader.get_event() is not None:
        pass
"""


def main(count: int) -> None:
    """Print a line a figure."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        counts_of_report = {
            n: measured(top / str(n), n, top / "cache") for n in (count // 10, count)
        }
        small, whole = counts_of_report.values()
        for what, seconds in whole.items():
            print(f"{what:<22} {seconds[0]:8.2f} s   {seconds[1] / 1024:6.0f} MB")
        events = whole["events"][0]
        print(f"cold / events {whole['cold'][0] / events:.2f} (aim ≤ 3)")
        print(f"warm / events {whole['warm'][0] / events:.3f} (aim ≤ 0.1)")
        for what in ("cold", "warm"):
            print(
                f"ten times the communes, {what}: × {whole[what][0] / small[what][0]:.1f} (≤ 10.5)"
            )
            print(f"  memory: × {whole[what][1] / small[what][1]:.2f}")


def measured(folder: Path, count: int, cache: Path) -> dict[str, tuple[float, int]]:
    """Return CPU seconds and most memory (KB) of each way of going over so many communes."""
    size = write_communes(folder, count)
    print(f"{count} communes, {size / 1e6:.1f} MB")
    rollup = [BIN / "cchc", "rollup", folder, "--as-of", "2025-07-01", "--format", "json"]
    return {
        "events": spent([sys.executable, "-c", _EVENTS, folder], cache),
        "cold": spent(rollup, cache),
        "warm": spent(rollup, cache),
        "warm, another day": spent([*rollup, "--as-of", "2025-03-31"], cache),
        "warm, by office": spent([*rollup, "--by", "unit"], cache),
    }


def spent(command: list[object], cache: Path) -> tuple[float, int]:
    """Return the CPU seconds of a command with all its processes, and its most memory in KB."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    started = Popen(list(map(str, command)), stdout=DEVNULL, env=environment)
    _, _, used = os.wait4(started.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COMMUNES)

"""The speed of `cchc rollup` over made-up communes, against the C parser's events of the bytes.

`python -m benchmarks.province [COUNT]` measures COUNT communes and a tenth of them, in CPU seconds
of all processes, and the most memory of one process. The events are read by as many processes as
the communes: two that share a core's memory and clock are slower than one alone.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, Popen

from benchmarks.communes import COMMUNES, write_communes
from cchc.plan.processes import processors

BIN = Path(sys.executable).parent
_EVENTS = """\
import sys, yaml
from pathlib import Path
for file in sorted(Path(sys.argv[1]).rglob("*.yaml"))[int(sys.argv[2]) :: int(sys.argv[3])]:
    loader = yaml.CSafeLoader(file.read_text("utf-8"))
    while loader.get_event() is not None:
        pass
"""


def main(count: int) -> None:
    """Print a line a figure."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        small, whole = (measured(top / str(n), n, top / "cache") for n in (count // 10, count))
        for what, seconds in whole.items():
            print(f"{what:<22} {seconds[0]:8.2f} s   {seconds[1] / 1024:6.0f} MB")
        events = whole["events"][0]
        print(f"cold / events {whole['cold'][0] / events:.2f} (aim ≤ 3)")
        print(f"warm / events {whole['warm'][0] / events:.3f} (aim ≤ 0.1)")
        for what in whole:
            time, memory = (big / less for big, less in zip(whole[what], small[what], strict=True))
            print(f"ten times as many, {what}: × {time:.1f}, memory × {memory:.2f}")


def measured(folder: Path, count: int, cache: Path) -> dict[str, tuple[float, int]]:
    """Return CPU seconds and most memory (KB) of each way of going over so many communes."""
    size = write_communes(folder, count)
    print(f"{count} communes, {size / 1e6:.1f} MB")
    rollup = [BIN / "cchc", "rollup", folder, "--as-of", "2025-07-01"]
    json, out = [*rollup, "--format", "json"], cache.parent / f"out-{count}"
    shares = processors()
    events = [[sys.executable, "-c", _EVENTS, folder, n, shares] for n in range(shares)]
    return {
        "events": spent(events, cache),
        "cold": spent([json], cache),
        "warm": spent([json], cache),
        "warm, another day": spent([[*json, "--as-of", "2025-03-31"]], cache),
        "warm, by office": spent([[*json, "--by", "unit"]], cache),
        "warm, since a copy": spent([[*json, "--since", folder]], cache),
        **{
            f"warm, {form}": spent([[*rollup, "--format", form, "-o", f"{out}.{form}"]], cache)
            for form in ("html", "xlsx", "parquet")
        },
    }


def spent(commands: Sequence[Sequence[object]], cache: Path) -> tuple[float, int]:
    """Return the CPU seconds of commands run at once, and the most memory of one of them in KB."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    begun = [
        Popen(list(map(str, words)), stdout=DEVNULL, stderr=DEVNULL, env=environment)
        for words in commands
    ]
    used = [os.wait4(one.pid, 0)[2] for one in begun]
    return sum(u.ru_utime + u.ru_stime for u in used), max(u.ru_maxrss for u in used)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COMMUNES)

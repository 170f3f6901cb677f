"""`cchc`, and `python -m cchc`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    _start_lightly()
    from cchc.cli.running import run

    sys.exit(run(sys.argv[1:]))


def _start_lightly() -> None:
    # Importing makes many objects and almost no garbage: looking for it now takes a tenth of a run.
    gc.set_threshold(100_000)
    # Pydantic would read the metadata of every installed package to find plugins; we have none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


if __name__ == "__main__":
    main()

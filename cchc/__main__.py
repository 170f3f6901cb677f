"""`cchc`, and `python -m cchc`."""

import os
import sys

from cchc.cli.app import build, run
from cchc.cli.completion import ASKED, complete


def main() -> None:
    """Run the command line, or complete it for a shell, and leave with the exit code."""
    # Looking for plugins among all that is installed costs as much as reading a plan.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if ASKED in os.environ:
        sys.exit(complete(build()))
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

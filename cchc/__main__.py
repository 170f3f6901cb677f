"""`cchc`, and `python -m cchc`."""

import os
import sys

from cchc.cli.app import run


def main() -> None:
    """Run the command line, or complete it for a shell, and leave with the exit code."""
    if "_CCHC_COMPLETE" in os.environ:
        from cchc.cli.completion.answering import complete

        sys.exit(complete(os.environ))
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

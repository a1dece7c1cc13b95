"""The entry point of the installed command, and of `python -m debatemap`."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C leaves no traceback, even while the modules are still being loaded."""
    try:
        from debatemap.cli.app import main as run  # noqa: PLC0415 - takes a second

        code = run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()

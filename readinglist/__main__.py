"""Starts Reading List by one of its two faces, the window or the command line.

`python3 readinglist` runs this file in a bare Python: it first goes over into the checkout's environment.
"""

from __future__ import annotations

import os
import sys

# Options of the window, all of which take a value. Anything else among the arguments is for the command line.
WINDOW_OPTIONS = ("--library", "--screenshot", "--size", "--theme", "--view", "--search", "--select")

# Set by a shell that asks how a line may go on; click answers it.
COMPLETING = "_READINGLIST_COMPLETE"


LINK = "readinglist:"  # what an address begins with that the window opens (core/identity/add_link.py)


def is_for_window(arguments: list[str]) -> bool:
    """Say whether `arguments` (without the program's name) open the window: none, or such of the window only."""
    rest = iter(arguments)
    for argument in rest:
        if argument in WINDOW_OPTIONS:
            next(rest, None)  # its value; a missing one is for the window's own parser to report
        elif argument.partition("=")[0] not in WINDOW_OPTIONS and argument[: len(LINK)].lower() != LINK:
            return False
    return True


def main(argv: list[str] | None = None) -> int:
    """Run the face that `argv` (default: the process's arguments) asks for and return its exit code.

    The faces are imported here and not above: the command line never loads Qt.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if is_for_window(arguments) and COMPLETING not in os.environ:
        from readinglist.bootstrap import preflight

        preflight.require()
        from readinglist.app import main as face
    else:
        from readinglist.cli.main import main as face
    return face(arguments)


def start_from_checkout() -> None:
    """Fit `python3 readinglist` for work: a Python new enough, the checkout importable, its environment entered."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python gets to run
        found = f"{sys.version_info[0]}.{sys.version_info[1]}"
        sys.exit(f"Reading List needs Python 3.11 or newer; this is {found} ({sys.executable}).")
    here = os.path.dirname(os.path.abspath(__file__))
    # Python put the package's own folder on the path, where `core` or `library` would be found as top-level modules.
    sys.path[0] = os.path.dirname(here)
    from readinglist.bootstrap.enter import enter
    from readinglist.bootstrap.environment import RUNTIME

    enter([here, *sys.argv[1:]], RUNTIME)


if __name__ == "__main__":
    if not __package__:
        start_from_checkout()
    sys.exit(main())

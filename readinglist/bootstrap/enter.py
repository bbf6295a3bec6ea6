"""Goes over into a checkout's environment, which is made first where it is missing or out of date."""

from __future__ import annotations

import os
import sys

from readinglist.bootstrap import environment

ENTERED = "readinglist_entered"  # an -X option: unlike a variable, processes started later do not inherit it

_QT = ("PySide6", "shiboken6")


def keep_out_others() -> None:
    """Take folders with a Qt of somebody else's out of PYTHONPATH: of two versions mixed neither starts."""
    given = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    foreign = [entry for entry in given if any(os.path.isdir(os.path.join(entry, name)) for name in _QT)]
    if foreign:
        os.environ["PYTHONPATH"] = os.pathsep.join(entry for entry in given if entry not in foreign)
        sys.path[:] = [entry for entry in sys.path if entry not in foreign]


def go_on(place: str, arguments: list[str]) -> None:
    """Replace this process by the environment's interpreter with `arguments`; does not return when it works."""
    python = environment.python_of(place)
    command = [python, "-X", ENTERED, *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":  # exec on Windows gives the prompt back before the program has ended
        import subprocess

        raise SystemExit(subprocess.call(command))
    os.execv(python, command)


def enter(arguments: list[str], groups: frozenset[str]) -> None:
    """Return at once inside the checkout's environment; else make it where needed and start `arguments` there.

    `arguments` are a script and its arguments. Ends the process with words where no environment can be had.
    """
    keep_out_others()
    root = environment.checkout()
    with open(os.path.join(root, "pyproject.toml"), "rb") as file:
        project = file.read()
    for place in environment.places(root):
        if environment.is_ready(place, project, groups):
            if environment.inside(place):
                return
            if ENTERED in sys._xoptions:
                from readinglist.bootstrap.stop import stop

                stop(
                    f"The environment in {place} is damaged: its Python does not use it.", "Delete it and start again."
                )
            go_on(place, arguments)
    from readinglist.bootstrap import making  # what it imports is for the first start only

    go_on(making.make(root, groups), arguments)

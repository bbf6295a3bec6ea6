"""Where the environment of a checkout is, and whether it was finished for this very project file.

Every start pays for this, so it imports nothing but `os` and `sys` and compares bytes: the stamp in the environment
ends with a copy of the pyproject.toml that it was made for.
"""

from __future__ import annotations

import os
import sys

STAMP = "readinglist-stamp"
OVERRIDE = "READINGLIST_VENV"
RUNTIME = frozenset({"runtime"})
DEVELOPMENT = frozenset({"runtime", "dev"})


def checkout() -> str:
    """Return the absolute path of the folder that holds pyproject.toml and this package."""
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def python_of(place: str) -> str:
    """Return the interpreter of the environment in `place`."""
    return os.path.join(place, "Scripts", "python.exe") if os.name == "nt" else os.path.join(place, "bin", "python")


def cache_place(root: str) -> str:
    """Return where the environment of a read-only checkout goes: the user's cache, one folder for each checkout."""
    from zlib import crc32

    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    elif os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", home)
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "readinglist", f"venv-{crc32(os.fsencode(root)):08x}")


def places(root: str) -> list[str]:
    """Return the places where the environment of the checkout `root` may be, the preferred one first."""
    override = os.environ.get(OVERRIDE)
    if override:
        return [os.path.abspath(override)]
    return [os.path.join(root, ".venv"), cache_place(root)]


def stamp_text(project: bytes, groups: frozenset[str], version: tuple[int, int]) -> bytes:
    """Return what the stamp of an environment says: its groups, its Python and the project file it was made for."""
    return f"groups {' '.join(sorted(groups))}\npython {version[0]}.{version[1]}\n\n".encode() + project


def read_stamp(place: str) -> tuple[frozenset[str], tuple[int, int], bytes] | None:
    """Return groups, Python version and project file of the stamp in `place`, or None without a readable one."""
    try:
        with open(os.path.join(place, STAMP), "rb") as file:
            head, _, project = file.read().partition(b"\n\n")
        groups, python = (line.split()[1:] for line in head.decode().splitlines())
        major, minor = python[0].split(".")
        return frozenset(groups), (int(major), int(minor)), project
    except (OSError, ValueError, IndexError):
        return None  # missing or cut off: the environment is then made (again), never trusted


def inside(place: str) -> bool:
    """Say whether this process runs in the environment `place`."""
    try:
        return sys.prefix != sys.base_prefix and os.path.samefile(sys.prefix, place)
    except OSError:
        return False


def is_ready(place: str, project: bytes, groups: frozenset[str]) -> bool:
    """Say whether the environment in `place` was finished, for this project file, with at least these groups."""
    stamp = read_stamp(place)
    if stamp is None or stamp[2] != project or not groups <= stamp[0]:
        return False
    if inside(place):
        return stamp[1] == sys.version_info[:2]  # an upgrade of the system's Python empties the environment
    return os.path.exists(python_of(place)) and os.path.exists(os.path.join(place, "pyvenv.cfg"))

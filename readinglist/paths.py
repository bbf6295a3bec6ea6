"""Where files live: shipped resources, the user's library, settings and state; leaves reading them to others."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
LIBRARY_VARIABLE = "READINGLIST_LIBRARY"
CONFIG_VARIABLE = "READINGLIST_CONFIG_DIR"
CACHE_VARIABLE = "READINGLIST_CACHE_DIR"
OWN_NAME = "readinglist"  # of our folders, on every system


def shipped(name: str) -> Path:
    """Return the path of a shipped file or folder, such as `resources/icons` or `seeds/listing.txt`.

    In a checkout it lies beside the package; in an installed wheel under `readinglist/_shipped`.
    Raises FileNotFoundError when the installation is incomplete.
    """
    for base in (PACKAGE.parent, PACKAGE / "_shipped"):
        candidate = base / name
        if candidate.exists():
            return candidate
    raise FileNotFoundError(f"{name} is missing from this installation of Reading List")


def _own(kind: str) -> Path:
    """Return the user's folder for `data`, `config` or `cache` of this program, as the system has it."""
    import platformdirs  # kept off the start path when READINGLIST_LIBRARY or --library is given

    return Path(getattr(platformdirs, f"user_{kind}_dir")(OWN_NAME, appauthor=False))


def own_data_folder() -> Path:
    """Return the folder of this program's own in which the library lies unless the user says otherwise."""
    return _own("data")


def library_file(given: str | None = None) -> Path:
    """Return the library's path: `given`, else $READINGLIST_LIBRARY, else the user's data folder.

    Nothing is created here: reading commands must not leave an empty library behind.
    """
    chosen = given or os.environ.get(LIBRARY_VARIABLE)
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))  # noqa: PTH100, PTH111 - resolve() would follow links
    return _own("data") / "library.db"


def config_folder() -> Path:
    """Return the folder for settings and window state (not created here)."""
    override = os.environ.get(CONFIG_VARIABLE)
    return Path(override) if override else _own("config")


def cache_folder() -> Path:
    """Return the folder for what can be had again, such as replies of services (not created here)."""
    override = os.environ.get(CACHE_VARIABLE)
    return Path(override) if override else _own("cache")

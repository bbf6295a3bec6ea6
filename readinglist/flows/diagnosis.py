"""What is to be known of an installation and its library when something is wrong: no title, no note, no user's name."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from pathlib import Path
from typing import Any

from readinglist import __version__, log_file, paths
from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library import facts
from readinglist.library.library import Library
from readinglist.library.place import shared_place

_PACKAGES = ("PySide6-Essentials", "sqlite-utils", "click", "platformdirs")


def diagnosis(library: Path) -> dict[str, dict[str, Any]]:
    """Return what is found, by subject and name. Opens the library for reading only; raises nothing for a bad one."""
    place = shared_place.of(library)
    return {
        "versions": {
            "Reading List": __version__,
            "Python": platform.python_version(),
            "SQLite": facts.sqlite_version(),
            **{name: _version(name) for name in _PACKAGES},
            "system": platform.platform(),
        },
        "places": {
            "library": hidden(library),
            "shared place": place.name if place else None,
            "settings": hidden(paths.config_folder()),
            "cache": hidden(paths.cache_folder()),
            "log": hidden(log_file.place()),
        },
        "library": _library(library),
        "errors": {"last": log_file.last_error(), "debugging": log_file.debugging()},
    }


def _library(path: Path) -> dict[str, Any]:
    try:
        with Library.open(path, readonly=True) as library:
            unfinished = library.unfinished()
            return {
                "opens": True,
                **facts.of(library.db, path),
                "last check": library.soundness.checked(),
                "unfinished": unfinished is not None,
                "pragmas": facts.pragmas(library.db),
            }
    except errors.Refused as problem:
        return {"opens": False, "why": hidden_in(str(problem)), **facts.outside(path)}


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def hidden(path: Path) -> str:
    """Return a path with `~` for the user's home, which may have the user's name."""
    return hidden_in(str(path))


def hidden_in(text: str) -> str:
    """Return a text with `~` for the user's home."""
    home = os.path.expanduser("~")  # noqa: PTH111 - as text
    return text.replace(home, "~") if len(home) > 1 else text


def lines(found: dict[str, dict[str, Any]]) -> list[str]:
    """Return a diagnosis for a person to read."""
    said: list[str] = []
    for subject, values in found.items():
        said.append(f"{subject}:")
        for name, value in values.items():
            shown = ", ".join(f"{key}={one}" for key, one in value.items()) if isinstance(value, dict) else value
            said.append(f"  {name}: {_none() if shown is None else shown}")
    return said


def _none() -> str:
    return _("none")

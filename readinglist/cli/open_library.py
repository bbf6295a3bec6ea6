"""Opens the library that a command is about."""

from __future__ import annotations

from pathlib import Path

import click

from readinglist import paths
from readinglist.cli.output import say
from readinglist.core.events import Changed
from readinglist.i18n import _
from readinglist.library.library import Library

ORIGIN = "cli"

# What this process has opened and changed: asked only where something failed, so that words and deeds agree.
places: list[Path] = []
changes: list[Changed] = []


def opened(context: click.Context, *, create: bool = False, makes_keys: bool = False, asks: bool = True) -> Library:
    """Return the library that `--library`, the environment or the user's folder names, closed when the command ends.

    Only with `create` is a missing one made. With it or `makes_keys` the library knows the user's template of citation
    keys and the status of new papers; what only looks need not read the settings. With `asks` what was left
    unfinished is said. Raises what `Library.open` does.
    """
    path = paths.library_file(context.find_root().obj)
    places.append(path)
    changes.clear()  # of a command before, where one process runs several
    library = Library.open(path, create=create, origin=ORIGIN)
    library.listeners.append(changes.append)
    context.call_on_close(lambda: _closed(library))
    if asks:
        _ask(library)
    if create or makes_keys:
        from readinglist.settings import Settings

        settings = Settings()
        library.key_template, library.new_status = settings.get("key_template"), settings.get("new_status")
    return library


def _closed(library: Library) -> None:
    """Close the library; where it was written to, and the last backup is old, one is begun beside what goes on."""
    if library.writer.armed:
        from readinglist.flows.safety import backups  # commands that only look need none of it

        if backups.are_on() and backups.is_old(library):
            backups.begin_if_due(library, "change")
    library.close()


def _ask(library: Library) -> None:
    found = library.unfinished()
    if found is not None:
        say(found.words(), _("To go on, or take it back: 'readinglist unfinished'."))

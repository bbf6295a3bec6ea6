"""Opens the library that a command is about."""

from __future__ import annotations

import click

from readinglist import paths
from readinglist.library.library import Library

ORIGIN = "cli"


def opened(context: click.Context, *, create: bool = False, makes_keys: bool = False) -> Library:
    """Return the library that `--library`, the environment or the user's folder names, closed when the command ends.

    Only with `create` is a missing one made. With it or `makes_keys` the library knows the user's template of citation
    keys and the status of new papers; what only looks need not read the settings. Raises what `Library.open` does.
    """
    library = Library.open(paths.library_file(context.find_root().obj), create=create, origin=ORIGIN)
    context.call_on_close(library.close)
    if create or makes_keys:
        from readinglist.settings import Settings

        settings = Settings()
        library.key_template, library.new_status = settings.get("key_template"), settings.get("new_status")
    return library

"""Goes on with an import that ended before its time: what is still to come is read from the same files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.flows.importing import Progress, commit, tag_mapping
from readinglist.flows.importing.batch import Item
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.flows.importing.report import Report
from readinglist.i18n import _
from readinglist.library.change.open_steps import Unfinished
from readinglist.library.library import Library


def source(files: Sequence[Path | None], format_: str, map_tags: str | None) -> dict[str, Any]:
    """Return what must be known to go on with an import of these files; nothing where one is no file (None)."""
    stamps = [stamp(path) for path in files if path is not None]
    if len(stamps) < len(files) or None in stamps:
        return {}
    return {"files": stamps, "format": format_, "map_tags": map_tags}


def stamp(path: Path) -> list[Any] | None:
    """Return by what a file is known again: its place, its size and when it was written; None where it is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return [os.path.abspath(path), found.st_size, found.st_mtime_ns] if path.is_file() else None  # noqa: PTH100


def possible(found: Unfinished) -> bool:
    """Return whether one can go on: it was an import of files, and they are as they were."""
    stamps = found.told.get("files")
    if found.step.op != Op.IMPORT or not isinstance(stamps, list) or not stamps:
        return False
    return all(stamp(Path(given[0])) == given for given in stamps)


def go_on(
    library: Library,
    found: Unfinished,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Bring in what is still to come, as part of the same step. Returns the report on that.

    Raises Refused where that is not possible any more, Cancelled as `commit`: then nothing of the import is left.
    """
    if not possible(found):
        raise errors.Refused(
            _("What was imported was no file, or it is not there any more as it was."),
            safe=_("Nothing was changed."),
            do=_("Keep what came in and import again: what is there already is recognised. Or take it back."),
        )
    told = found.told
    given = [Input(Path(name).name, Path(name)) for name, _size, _time in told["files"]]
    with Sources(given, told.get("format", "auto")) as sources:
        items: Iterator[Item] = sources.records()
        if told.get("map_tags") is not None:
            lookup = tag_mapping.by_words(told["map_tags"], library)
            items = tag_mapping.mapped(items, lookup, tag_mapping.statuses_of(library))
        return commit(
            library, _behind(items, int(told["done"])), progress=progress, cancelled=cancelled,
            fraction=sources.fraction, source=told, resume=found,
        )  # fmt: skip


def _behind(items: Iterable[Item], done: int) -> Iterator[Item]:
    """Yield the records behind so many, which came in already."""
    return islice(items, done, None)

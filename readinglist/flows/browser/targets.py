"""Where a save can go, as the extension's popup offers it: statuses, queues, tags."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from typing import Any, NamedTuple

from readinglist.i18n import _
from readinglist.library.find.tag_tree import parts
from readinglist.library.library import Library
from readinglist.library.tables.queue import MAIN

ROOT = "L1"  # no target: the status of new papers
STATUS, QUEUE, TAG = "status", "queue", "tag"
MOST_TAGS = 1_000  # the most used ones that are offered

_KINDS = (STATUS, QUEUE, TAG)


class Target(NamedTuple):
    """A line of the popup. `key` is the status's id, the queue's number or the tag's name."""

    id: str
    name: str
    level: int
    kind: str = ""
    key: str = ""


def targets(library: Library) -> list[Target]:
    """Return all targets: the root, statuses, queues, tags in the order of their names."""
    found = [Target(ROOT, _("Reading List"), 0)]
    for status in library.statuses.all():
        found.append(_target(STATUS, zlib.crc32(status.id.encode()), _(status.label), 1, status.id))
    for queue in library.queues.all():
        main = queue.id == MAIN
        found.append(_target(QUEUE, queue.id, _("Up next") if main else queue.name, 1 if main else 2, str(queue.id)))
    for tag in sorted(library.tags.all()[:MOST_TAGS], key=lambda tag: tag.name.casefold()):
        found.append(_target(TAG, tag.id, f"#{tag.name}", len(parts(tag.name)), tag.name))
    return found


def find(library: Library, wanted: str) -> Target | None:
    """Return the target with that id, None where there is none (any more)."""
    return next((target for target in targets(library) if target.id == wanted), None)


def listed(library: Library, recent: Collection[str]) -> dict[str, Any]:
    """Return what the popup is told: where a save goes by itself, the targets, the tags to complete."""
    writable = not library.readonly
    name = _("Reading List")
    return {
        "libraryID": 1,
        "libraryName": name,
        "libraryEditable": writable,
        "filesEditable": writable,
        "editable": writable,
        "id": None,
        "name": name,
        "targets": [
            {"id": one.id, "name": one.name, "level": one.level, "filesEditable": writable, "recent": one.id in recent}
            for one in targets(library)
        ],
        "tags": {ROOT: [{"tag": tag.name} for tag in library.tags.all()[:MOST_TAGS]]},
    }


def _target(kind: str, number: int, name: str, level: int, key: str) -> Target:
    """Return a target; its id is a number, as the extensions want it, and the same the next time."""
    return Target(f"C{number * len(_KINDS) + _KINDS.index(kind)}", name, level, kind, key)

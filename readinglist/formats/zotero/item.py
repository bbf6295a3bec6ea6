"""One item of a Zotero library with all that hangs on it, in Zotero's own words."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Creator:
    """A creator: `role` is Zotero's creator type; a name in one field has only `last`."""

    role: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file or link: `mode` is 0 imported, 1 web snapshot, 2 linked file, 3 linked address, 4 embedded image."""

    key: str
    mode: int
    path: str
    mime: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark in an attached PDF; `kind` is 1 highlight, 2 note, 3 image, 4 ink, 5 underline; `position` is JSON."""

    key: str
    kind: int
    text: str
    comment: str
    colour: str
    page_label: str
    position: str
    added: str


@dataclass(slots=True)
class ZoteroItem:
    """A regular item, or a note or attachment that stands alone. `fields` are those of Zotero, by their names.

    `library` is `user`, or `group` and the number that zotero.org knows it by; `group` is its name.
    `collections` are paths of names parted by "/", `notes` HTML, `folder` the data folder that attachments lie in.
    """

    number: int
    key: str
    type: str
    added: str = ""
    library: str = "user"
    folder: str = ""
    group: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[Creator] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)

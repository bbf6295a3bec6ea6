"""What a paper is: people, drafts, papers, readings, highlights and files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from readinglist.core import provenance
from readinglist.core.fields import PLAIN
from readinglist.core.text import closed_up, east_asian_name

DEFAULT_TYPE = "article-journal"
PENDING = "pending"  # in `extra`: the identifier whose details are still to come
MARKS = ("highlight", "underline", "strike", "area", "note")  # kinds of highlights
ANCHORS = ("exact", "moved", "lost")
_Paper = TypeVar("_Paper")


@dataclass(frozen=True, slots=True)
class Person:
    """An author: either a name in parts, or a `literal` one (a team, an organisation, a single name).

    `particle` is the part that sorts with the family name ("van" in "van Dyck, Anthony", CSL's
    non-dropping-particle); `dropping_particle` the one that does not ("de" in "Musset, Alfred de").
    """

    family: str = ""
    given: str = ""
    literal: str = ""
    particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""

    @property
    def display(self) -> str:
        """The name as it is written in running text: given, particles, family, suffix.

        In East Asian scripts it is family first, without a blank.
        """
        if self.literal:
            return closed_up(self.literal)
        if self.given and self.family and not (self.particle or self.dropping_particle or self.suffix):
            return east_asian_name(self.family, self.given) or f"{self.given} {self.family}"  # most names
        name = " ".join(part for part in (self.given, self.dropping_particle, self.particle, self.family) if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def sorting(self) -> str:
        """The name as it sorts: family first."""
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}".strip()
        return f"{family} {self.given}".strip()

    def as_json(self) -> dict[str, str]:
        """Return the name as in the contract: `{"literal"}`, or `{"family", "given"}` and what else is there."""
        if self.literal:
            return {"literal": self.literal}
        parts = {"family": self.family, "given": self.given}
        for name in ("particle", "dropping_particle", "suffix"):
            value = getattr(self, name)
            if value:
                parts[name] = value
        return parts

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Person:
        """Read what `as_json` wrote; unknown keys are ignored. Raises TypeError on something else than a mapping."""
        known = ("family", "given", "literal", "particle", "dropping_particle", "suffix")
        return cls(**{name: str(value[name]) for name in known if value.get(name)})


@dataclass(slots=True, kw_only=True)
class Reading:
    """One pass through a paper. `ended` is None while it goes on, else `finished` or `stopped`.

    `started` and `finished` are UTC times, or partial dates where only those are known; `minutes` of reading time.
    """

    uid: str = ""
    started: str | None = None
    finished: str | None = None
    ended: str | None = None
    depth: str | None = None
    from_page: int | None = None
    to_page: int | None = None
    minutes: int | None = None


@dataclass(slots=True, kw_only=True)
class Highlight:
    """A passage marked in the PDF: page (from 1), quote, colour (#rrggbb), the reader's comment.

    `kind` is one of MARKS, `file` the uid of the file it is in, `origin` its name in the program that it comes from.
    `anchor` is `exact`, `moved` where the file was replaced and it was found again, `lost` where it was not.
    """

    uid: str = ""
    page: int | None = None
    quote: str = ""
    colour: str | None = None
    comment: str = ""
    position: dict[str, Any] | None = None
    created: str | None = None
    kind: str = "highlight"
    file: str | None = None
    origin: str | None = None
    changed: str | None = None
    anchor: str = "exact"


@dataclass(slots=True, kw_only=True)
class File:
    """A file that belongs to a paper, by reference: `path` as given, `kind` such as `pdf`.

    `sha256` and `size` (bytes) are of its content, `text_hash` of the words in it; None until it was looked at.
    """

    uid: str = ""
    path: str
    kind: str = "pdf"
    title: str | None = None
    sha256: str | None = None
    size: int | None = None
    text_hash: str | None = None
    pages: int | None = None


def _with_plain_fields(paper: type[_Paper]) -> type[_Paper]:
    """Give a class the plain fields of the table that it does not name itself, each with None for its blank."""
    for plain in PLAIN:
        if plain.name not in paper.__annotations__:
            paper.__annotations__[plain.name] = "str | int | None"
            setattr(paper, plain.name, None)
    return paper


@dataclass(slots=True, kw_only=True)
@_with_plain_fields
class Draft:
    """A paper read from somewhere, not yet in the library.

    Bibliographic and reading fields are those of the contract (docs/manual/json.md); None and [] mean absent.
    Beside those named here it has the plain ones of `core.fields`, which no code but the table names.
    `date` is ISO 8601 and may be partial; `identifiers` holds the schemes without a column of their own (pmid, isbn,
    issn ...) as lists; `extra` what no field of ours can hold, so that an export can give it back.

    `place` and `raw` say where the draft came from. `doubt` is the reason a reader is unsure, in words; `alternatives`
    are then the other readings, each a complete draft to choose instead. `part`, on the first draft of a complete
    export, is what that says of the library as a whole.
    """

    title: str = ""
    type: str = DEFAULT_TYPE
    authors: list[Person] = field(default_factory=list)
    authors_complete: bool = True
    date: str | None = None
    venue: str | None = None
    subject: str | None = None
    organizations: list[str] = field(default_factory=list)
    abstract: str | None = None
    doi: str | None = None
    arxiv: str | None = None
    url: str | None = None
    key: str | None = None
    identifiers: dict[str, list[str]] = field(default_factory=dict)

    status: str | None = None
    priority: str | None = None
    rating: int | None = None
    due: str | None = None
    snoozed_until: str | None = None
    tags: list[str] = field(default_factory=list)
    note: str | None = None
    page: int | None = None
    pages: int | None = None
    queue_position: int | None = None
    added: str | None = None
    started: str | None = None
    finished: str | None = None
    readings: list[Reading] = field(default_factory=list)
    highlights: list[Highlight] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
    uid: str | None = None

    place: str | None = None
    raw: str | None = None
    doubt: str | None = None
    alternatives: list[Draft] = field(default_factory=list)
    part: dict[str, Any] | None = None

    @property
    def year(self) -> int | None:
        """The year of `date`, or None."""
        return int(self.date[:4]) if self.date and self.date[:4].isdigit() else None

    @property
    def pending(self) -> bool:
        """Whether a service is still to be asked for its details."""
        return PENDING in self.extra

    @property
    def sources(self) -> dict[str, str]:
        """Where each field came from that holds something, as in the contract: typed, file, or a service."""
        return {name: source.name for name, source in provenance.of_paper(self).items()}


@dataclass(slots=True, kw_only=True)
class Paper(Draft):
    """A paper in the library: a draft with an `id` of this library, a permanent `uid`, and its times (UTC)."""

    id: int
    changed: str = ""
    trashed: str | None = None


def author_line(authors: list[Person], complete: bool = True, limit: int | None = None) -> str:
    """Return the authors in one line; "et al." where the source said so or `limit` folds them."""
    shown = authors if limit is None else authors[:limit]
    line = ", ".join(person.display for person in shown)
    if line and (not complete or len(shown) < len(authors)):
        line += " et al."
    return line

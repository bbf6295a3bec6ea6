"""Turns tags of a foreign library into statuses, as the user says; finds out which tags look like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from readinglist.core.errors import WrongUsage
from readinglist.core.paper import Draft
from readinglist.core.status import BUILT_IN, DROPPED, INBOX, PAUSED, READ, READING, TO_READ, Status
from readinglist.core.text import fold, one_line
from readinglist.flows.importing.batch import Item
from readinglist.flows.importing.status_tags import meaning
from readinglist.i18n import _
from readinglist.library.library import Library

AUTO = "auto"
Lookup = Callable[[str], str | None]
# Of several tags the one that says most decides.
_FAR = (INBOX, TO_READ, DROPPED, PAUSED, READING, READ)


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag of the records read so far, on how many of them it is, and the status it looks like (None: none)."""

    tag: str
    count: int
    status: str | None


class Tally:
    """Counts the tags of records that pass by, those of papers without a status of their own."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._names: dict[str, str] = {}

    def watch(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items as they are, counting."""
        for item in items:
            if isinstance(item, Draft) and item.status is None:
                for tag in item.tags:
                    folded = fold(one_line(tag))
                    self._names.setdefault(folded, one_line(tag))
                    self._counts[folded] += 1
            yield item

    def tags(self, library: Library | None = None) -> list[TagUse]:
        """Return the tags met, those that look like a status first, then the most used."""
        statuses = statuses_of(library)
        found = [TagUse(self._names[name], n, _like(name, statuses)) for name, n in self._counts.items()]
        return sorted(found, key=lambda use: (use.status is None, -use.count, use.tag))

    def suggested(self, library: Library | None = None) -> dict[str, str]:
        """Return the mapping that the tags' names suggest."""
        return {use.tag: use.status for use in self.tags(library) if use.status}


def by_words(words: str, library: Library | None = None) -> Lookup:
    """Return what `to-read=to_read,unread=inbox` maps a tag to; `auto` maps those that look like a status.

    Raises WrongUsage for what is no mapping, or no status.
    """
    if words.strip().lower() == AUTO:
        statuses = statuses_of(library)
        return cache(lambda tag: _like(tag, statuses))
    return by_table(parse(words, library))


def by_table(mapping: Mapping[str, str]) -> Lookup:
    """Return what `mapping` (tag to status id) maps a tag to. Tags compare without case and accents."""
    wanted = {fold(one_line(tag)): status for tag, status in mapping.items()}
    return lambda tag: wanted.get(fold(one_line(tag)))


def mapped(items: Iterable[Item], lookup: Lookup, statuses: Sequence[Status]) -> Iterator[Item]:
    """Yield the items with the tags that `lookup` knows turned into statuses (of `statuses_of` the library).

    A status that a record states itself stands; its mapped tags go all the same.
    """
    kinds = {status.id: status.kind for status in statuses}
    for item in items:
        if isinstance(item, Draft) and item.tags:
            found = [(tag, lookup(tag)) for tag in item.tags]
            said = [status for _tag, status in found if status]
            item.tags = [tag for tag, status in found if not status]
            if said and item.status is None:
                item.status = max(said, key=lambda status: _FAR.index(kinds[status]))
        yield item


def parse(words: str, library: Library | None = None) -> dict[str, str]:
    """Return the mapping of `to-read=to_read,unread=inbox`. Raises WrongUsage for what is none, or no status."""
    mapping: dict[str, str] = {}
    for part in filter(str.strip, words.split(",")):
        tag, equals, status = part.rpartition("=")
        if not equals or not one_line(tag):
            raise WrongUsage(
                _("{part} maps no tag to a status.").format(part=part.strip()), do=_("Write to-read=to_read,done=read.")
            )
        mapping[one_line(tag)] = _status(one_line(status), library)
    return mapping


def statuses_of(library: Library | None) -> tuple[Status, ...]:
    """Return the statuses a tag can become: the library's, or the six where there is none yet."""
    return library.statuses.all() if library is not None else BUILT_IN


def _status(name: str, library: Library | None) -> str:
    if library is not None:
        return library.statuses.get(name).id
    wanted = fold(name).replace("-", "_").replace(" ", "_")
    found = next((status.id for status in BUILT_IN if status.id == wanted), None)
    if found is None:
        raise WrongUsage(
            _("There is no status called {name}.").format(name=name),
            do=_("Known: {known}.").format(known=", ".join(status.id for status in BUILT_IN)),
        )
    return found


def _like(tag: str, statuses: Iterable[Status]) -> str | None:
    """Return the status that a tag names by its label or id, or by what such tags usually mean."""
    bare = fold(tag).replace("-", " ").replace("_", " ").strip("# ")
    for status in statuses:
        if bare in (fold(status.label), fold(status.id).replace("_", " ")):
            return status.id
    kind = meaning(tag)
    return next((status.id for status in statuses if status.kind == kind), None) if kind else None

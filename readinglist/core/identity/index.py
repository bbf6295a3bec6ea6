"""Records by what they can be found by, so that very many that are alike are found as fast as a few."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice

from readinglist.core.identity.match import ISBN, Known, Mark, same, untold
from readinglist.core.text import words

_FEW = 16  # records of one mark that are compared one by one
_MOST = 16  # of many: so many kinds, and so many records of one kind, are compared

_Look = tuple[object, ...]
_Label = tuple[str, str]


class Index:
    """Records by their marks. Those of a mark are compared one by one while they are few; see `_Many` for more."""

    def __init__(self) -> None:
        self._by_mark: dict[Mark, list[Known] | _Many] = {}

    def put(self, record: Known) -> None:
        """Let `record` be found."""
        for mark in record.marks():
            held = self._by_mark.setdefault(mark, [])
            if isinstance(held, _Many):
                held.put(record)
            elif len(held) < _FEW:
                held.append(record)
            else:
                self._by_mark[mark] = _Many(mark[0], [*held, record])

    def find(self, record: Known, apart: Callable[[Known], bool] = lambda _other: False) -> Known | None:
        """Return the record that is the same paper, the one found by the surest mark, or None.

        `apart` says of which records it is certain that they are another paper.
        """
        for mark in record.marks():
            held = self._by_mark.get(mark, ())
            if isinstance(held, _Many):
                found = held.find(record, apart)
                if found:
                    return found
                continue
            for other in held:
                if same(record, other, mark[0]) and not apart(other):
                    return other
        return None

    def namesake(self, record: Known) -> Known | None:
        """Return a record that shares an identifier but, by its title, is another paper; or None."""
        for mark in record.marks():
            if mark[0] not in ("title", ISBN, "uid", "zotero"):
                held = self._by_mark.get(mark, ())
                return held.first if isinstance(held, _Many) else next(iter(held), None)
        return None


class _Many:
    """Very many records of one mark, in kinds: what is alike in all that is compared differs only in uid and key.

    A record is compared with its own kind first, then with the first few other kinds: a thousand records of one title
    cost a thousand looks, not a million. Of a title only kinds with the same first word of an author are looked at;
    no others can be the same paper.
    """

    def __init__(self, scheme: str, records: list[Known]) -> None:
        self._scheme = scheme
        self.first = records[0]
        self._kinds: dict[str, dict[_Look, dict[_Label, Known]]] = {}
        for record in records:
            self.put(record)

    def put(self, record: Known) -> None:
        """Take a record in."""
        kinds = self._kinds.setdefault(self._part(record), {})
        kinds.setdefault(_look(record), {}).setdefault(_label(record), record)

    def find(self, record: Known, apart: Callable[[Known], bool]) -> Known | None:
        """Return the record that is the same paper, or None."""
        if self._scheme == "title" and untold(record):
            return None
        kinds = self._kinds.get(self._part(record), {})
        look, label = _look(record), _label(record)
        own = [kinds[look]] if look in kinds else []
        for kind in chain(own, islice(kinds.values(), _MOST)):
            # Whether one of a kind is the same paper holds for all of it.
            if not same(record, next(iter(kind.values())), self._scheme):
                continue
            for other in _likeliest(kind, label):
                if not apart(other):
                    return other
        return None

    def _part(self, record: Known) -> str:
        return author_part(record.author) if self._scheme == "title" else ""


def author_part(author: str) -> str:
    """Return what the sort keys of two names have in common where they can be one person (`match.same_author`)."""
    return next(iter(words(author)), author)


def _likeliest(kind: dict[_Label, Known], label: _Label) -> Iterator[Known]:
    """Yield some records of a kind, first those whose uid and key do not speak against `label`."""
    uid, key = label
    for wanted in ((uid, key), (uid, ""), ("", key), ("", "")):
        if wanted in kind:
            yield kind[wanted]
    yield from islice(kind.values(), _MOST)


def _look(record: Known) -> _Look:
    """Return all of a record that `same` compares."""
    names = frozenset((scheme, value) for scheme, values in record.names.items() if scheme != "uid" for value in values)
    return (
        record.title,
        record.author,
        record.year,
        record.type,
        record.venue,
        record.volume,
        record.first_page,
        names,
    )


def _label(record: Known) -> _Label:
    return min(record.names.get("uid", ("",))), record.key

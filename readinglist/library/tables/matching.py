"""Looks up the papers that a batch of records may already be, with what identifies them."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from readinglist.core.identity.index import author_part
from readinglist.core.identity.match import ARXIV_DOI, ISBN, Known, add_name, place_of
from readinglist.core.titles import title_key
from readinglist.library.file.sql import PICKED, picked

_SELECT = "SELECT p.id, p.uid, p.doi, p.arxiv, p.title_key, p.author_key, p.year, p.type, p.venue FROM paper p"
_MOST = 10_000  # papers looked at for one kind of identifier of a batch: there may be any number with one title
_MOST_ALIKE = 64  # of those with one title, author, year, type and venue; what else tells them apart finds them too
_OWN_COLUMN = frozenset({"uid", "doi", "arxiv", "title"})


# By a DOI that a paper has beside its own: the preprint's of what was published, and the other way round.
_OTHER_DOI = (
    f"{_SELECT} WHERE p.trashed IS NULL AND p.id IN "
    f"(SELECT paper FROM identifier WHERE scheme = 'doi' AND lower(value) IN {PICKED})"
)
_PLACE_IN = ("csl", "bibtex")  # the keys of `extra` that `place_of` reads


class Matching:
    """The papers as comparing them with others sees them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def _add_places(self, found: Mapping[int, Known]) -> None:
        """Note volume and first page."""
        extras: dict[int, dict[str, Any]] = {}
        rows = self.db.execute(
            f"SELECT paper, key, value FROM paper_extra WHERE paper IN {PICKED} AND key IN (?, ?)",
            (picked(found), *_PLACE_IN),
        )
        for paper, key, value in rows:
            extras.setdefault(paper, {})[key] = json.loads(value)
        for paper, extra in extras.items():
            found[paper].volume, found[paper].first_page = place_of(extra)

    def candidates(self, records: Sequence[Known]) -> list[Known]:
        """Return the papers outside the Trash that share an identifier or a folded title with any of `records`.

        One query a kind of identifier, however many records there are. Of the same title only those of the same author:
        there may be thousands of an "Editorial".
        """
        wanted: dict[str, set[str]] = {}
        authors: dict[str, set[str]] = {}
        for record in records:
            authors.setdefault(record.title, set()).add(author_part(record.author))
            for scheme, value in record.marks():
                wanted.setdefault(scheme, set()).add(value)
        found: dict[int, Known] = {}
        for scheme, values in wanted.items():
            alike: Counter[tuple[object, ...]] = Counter()
            for row in islice(self.db.execute(*_query(scheme, values)), _MOST):
                if row[0] in found:
                    continue
                if scheme == "title":
                    alike[row[4:]] += 1
                    if alike[row[4:]] > _MOST_ALIKE or author_part(row[5] or "") not in authors[row[4]]:
                        continue
                found[row[0]] = _known(row)
        if found:
            rows = self.db.execute(
                f"SELECT paper, scheme, value FROM identifier WHERE paper IN {PICKED}", (picked(found),)
            )
            for paper, scheme, value in rows:
                _add_name(found[paper], scheme, value)
            self._add_places(found)
        return list(found.values())

    def at_address(self, url: str) -> int | None:
        """Return the paper outside the Trash with this web address, whatever part of the page it names, or None."""
        bare = url.partition("#")[0].rstrip("/")
        row = self.db.execute(
            "SELECT id FROM paper WHERE trashed IS NULL AND url IN (?1, ?2, ?2 || '/') ORDER BY id LIMIT 1", (url, bare)
        ).fetchone()
        return int(row[0]) if row else None

    def known(self, papers: Iterable[int]) -> dict[int, Known]:
        """Return papers as far as comparing goes, by id."""
        chosen = (picked(papers),)
        found = {row[0]: _known(row) for row in self.db.execute(f"{_SELECT} WHERE p.id IN {PICKED}", chosen)}
        for paper, scheme, value in self.db.execute(
            f"SELECT paper, scheme, value FROM identifier WHERE paper IN {PICKED}", chosen
        ):
            _add_name(found[paper], scheme, value)
        self._add_places(found)
        return found


def _query(scheme: str, values: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the statement that finds papers by values of one scheme, and what to bind."""
    listed = list(values)
    if scheme == "arxiv":
        # Stored with their version: 1706.03762 is to find 1706.03762v5. What else the range holds, `same` sorts out.
        by_range = "p.arxiv >= j.value AND p.arxiv < j.value || 'w'"
        as_doi = json.dumps([ARXIV_DOI + value for value in listed])
        return (
            f"{_SELECT} JOIN json_each(?) j ON {by_range} WHERE p.trashed IS NULL AND p.arxiv IS NOT NULL "
            f"UNION {_SELECT} WHERE p.trashed IS NULL AND p.doi IN {PICKED} UNION {_OTHER_DOI}"
        ), (json.dumps(listed), as_doi, as_doi)
    if scheme == "doi":
        values = json.dumps(listed)
        return f"{_SELECT} WHERE p.trashed IS NULL AND p.doi IN {PICKED} UNION {_OTHER_DOI}", (values, values)
    if scheme in _OWN_COLUMN:
        column = "title_key" if scheme == "title" else scheme
        return f"{_SELECT} WHERE p.trashed IS NULL AND p.{column} IN {PICKED}", (json.dumps(listed),)
    return (
        f"{_SELECT} WHERE p.trashed IS NULL AND p.id IN "
        f"(SELECT paper FROM identifier WHERE scheme = ? AND value IN {PICKED})"
    ), (scheme, json.dumps([spelling for value in listed for spelling in spellings(scheme, value)]))


_Row = tuple[int, str, str | None, str | None, str | None, str | None, int | None, str, str | None]


def _known(row: _Row) -> Known:
    record = Known(row[0], row[4] or "", row[5] or "", row[6], row[7], row[8] or "")
    for scheme, value in (("uid", row[1]), ("doi", row[2]), ("arxiv", row[3])):
        if value:
            _add_name(record, scheme, value)
    return record


def _add_name(record: Known, scheme: str, value: str) -> None:
    """Note an identifier. A paper of which no more is known than this, which then stands as its title, has no title
    that another record's could contradict: what was added without a network is that paper, not another one.
    """
    add_name(record, scheme, value)
    if record.title and not record.author and record.title == title_key(value):
        record.title = ""


def spellings(scheme: str, value: str) -> set[str]:
    """Return the ways in which a normalised identifier may be stored."""
    found = {value, value.upper()}
    if scheme == "zotero":  # the library in small letters, the item in capitals
        found.add(f"{value.rpartition('/')[0]}/{value.rpartition('/')[2].upper()}")
    if scheme == ISBN and len(value) == 13 and value.startswith("978") and value.isdigit():
        body = value[3:12]
        check = -sum((10 - place) * int(digit) for place, digit in enumerate(body)) % 11
        found.add(body + ("X" if check == 10 else str(check)))
    return found

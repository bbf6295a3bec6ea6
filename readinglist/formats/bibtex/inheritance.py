"""What records inherit: `crossref` by biblatex's rules, `xdata` in full; holds back children until their parents come.

A stream cannot look ahead, so a child whose parent has not come yet waits, and is given out right behind the parent,
or at the end. What may wait, and what is kept of the records that may be parents, is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.formats.bibtex.macros import Macros, TooMuch
from readinglist.formats.bibtex.record import Entry
from readinglist.i18n import _

_CHILDREN_WORDS = (
    "inbook bookinbook suppbook incollection inreference suppcollection inproceedings conference book_section "
    "booksection chapter bookchapter conferencepaper"
)
_CHILDREN = frozenset(_CHILDREN_WORDS.split())
_MANY_WORDS = "mvbook mvcollection mvproceedings mvreference"
_MANY = frozenset(_MANY_WORDS.split())
_VOLUMES_WORDS = "book collection proceedings reference"
_VOLUMES = frozenset(_VOLUMES_WORDS.split())
_PARENTS = _MANY | _VOLUMES | {"xdata", "periodical", "conference", "booklet", "conferenceproceedings"}

# Never inherited: what belongs to the record itself (biblatex), and what says which work it is or what was thought of
# it. biblatex would hand down a DOI; the chapters of a book would then all be taken for the book.
_OWN_WORDS = (
    "crossref xref xdata ids entryset entrysubtype execute label options presort related relatedoptions "
    "relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro sortkey sortname sorttitle "
    "sortyear key doi eprint eprinttype eprintclass archiveprefix primaryclass abstract keywords file pdf note "
    "annote annotation comment review groups timestamp owner date-added date-modified creationdate "
    "modificationdate readstatus priority ranking pmid pmcid shorttitle indextitle indexsorttitle pages pagetotal "
    "langid url urldate bdsk-url-1 bdsk-file-1"
)
_OWN = frozenset(_OWN_WORDS.split())
_NEVER = _OWN - {"url"}
_DATES = frozenset({"date", "year", "month", "day"})
_TITLES = ("title", "subtitle", "titleaddon")
_IN_BOOKS = ("inbook", "bookinbook", "suppbook")

_KEPT_PARENTS = 32_000_000  # characters of records that may be parents
_KEPT_OTHERS = 2_000  # the latest records of other types
_LONGEST_CHAIN = 5  # of parents of parents
_WAITING = 64_000_000  # characters of records that wait for a parent


class Resolver:
    """Takes entries in file order, gives them out with what they inherit; see `resolve` and `rest`."""

    def __init__(self, macros: Macros) -> None:
        self._macros = macros
        self._parents: dict[str, Entry] = {}
        self._others: dict[str, Entry] = {}
        self._parents_size = 0
        self._waiting: dict[str, list[Entry]] = {}  # by the parent's key
        self._waiting_size = 0

    def resolve(self, entry: Entry) -> Iterator[Entry]:
        """Yield what can be given out now that `entry` has come: itself, unless it waits, and who waited for it."""
        fields = entry.fields
        needs = "crossref" in fields or "xdata" in fields
        missing = self._missing(entry) if needs else None
        if missing is None:
            if needs:
                self._complete(entry)
            self._keep(entry)
            yield entry
        else:
            self._keep(entry)
            self._waiting.setdefault(missing, []).append(entry)
            self._waiting_size += len(entry.raw)
        if self._waiting:
            if entry.key:
                yield from self._released(entry.key.lower())
            if self._waiting_size > _WAITING:
                yield from self._given_up()

    def rest(self) -> Iterator[Entry]:
        """Yield, at the end of the file, those whose parents never came, with what else they inherit."""
        waiting = [entry for entries in self._waiting.values() for entry in entries]
        self._waiting.clear()
        for entry in waiting:
            self._complete(entry)
            yield entry

    def _find(self, key: str) -> Entry | None:
        return self._parents.get(key) or self._others.get(key)

    def _keep(self, entry: Entry) -> None:
        """Keep what a later child could inherit. The fields are copied: who takes the entry may use them up."""
        key = entry.key.lower()
        if not key:
            return
        parental = entry.kind in _PARENTS
        if parental and self._parents_size < _KEPT_PARENTS:
            self._parents_size += len(entry.raw)
            self._parents.setdefault(key, _copy(entry))
            return
        if parental or entry.kind not in ("article", "phdthesis", "techreport") or self._waiting:
            if len(self._others) >= _KEPT_OTHERS:
                del self._others[next(iter(self._others))]
            self._others[key] = _copy(entry)

    def _wanted(self, entry: Entry) -> list[str]:
        """Return the keys that `entry` inherits from, xdata first; kept, as they are asked for often."""
        if entry.wanted is None:
            entry.wanted = self._read_wanted(entry)
        return entry.wanted

    @staticmethod
    def _read_wanted(entry: Entry) -> list[str]:
        xdata = entry.fields.get("xdata", "")
        keys = [key.strip("{} \n\t").lower() for key in xdata.split(",")] if xdata else []
        keys.append(entry.fields.get("crossref", "").strip("{} \n\t").lower())
        return [key for key in keys if key]

    def _missing(self, entry: Entry) -> str | None:
        """Return the first key, here or further up, that has not come yet, or None. Circles end where they close."""
        seen: set[str] = set()
        ahead = list(self._wanted(entry))
        while ahead and len(seen) < _LONGEST_CHAIN:
            key = ahead.pop()
            if key in seen or key == entry.key.lower():
                continue
            seen.add(key)
            parent = self._find(key)
            if parent is None:
                return key
            ahead += self._wanted(parent)
        return None

    def _released(self, key: str) -> Iterator[Entry]:
        """Yield those that waited for `key`, and whoever waited for them in turn."""
        came = [key]
        while came:
            for entry in self._waiting.pop(came.pop(), []):
                missing = self._missing(entry)
                if missing is not None:
                    self._waiting.setdefault(missing, []).append(entry)
                    continue
                self._waiting_size -= len(entry.raw)
                self._complete(entry)
                yield entry

    def _given_up(self) -> Iterator[Entry]:
        for entry in self.rest():
            entry.doubt = _("The entry that this one refers to stands too far behind it in the file.")
            yield entry
        self._waiting_size = 0

    def _complete(self, entry: Entry) -> None:
        """Give `entry` what it inherits, nearest parent first."""
        seen = {entry.key.lower()}
        ahead = [(key, key in entry.fields.get("crossref", "").lower()) for key in self._wanted(entry)]
        while ahead and len(seen) < _LONGEST_CHAIN:
            key, crossed = ahead.pop(0)
            parent = self._find(key)
            if key in seen or parent is None:
                continue
            seen.add(key)
            try:
                self._macros.inherit(parent.size)
            except TooMuch as why:
                entry.refused = str(why)
                return
            if crossed and parent.kind != "xdata":
                _inherit(entry, parent)
            else:
                for name, value in parent.fields.items():
                    entry.fields.setdefault(name, value)
            ahead += [(further, crossed) for further in self._wanted(parent)]


def _copy(entry: Entry) -> Entry:
    kept = Entry(entry.kind, entry.key)
    own = frozenset() if entry.kind == "xdata" else _OWN
    kept.fields = {
        name: value for name, value in entry.fields.items() if name not in own or name in ("crossref", "xdata", "url")
    }
    kept.size = sum(len(name) + len(value) + 20 for name, value in kept.fields.items())
    return kept


def _inherit(child: Entry, parent: Entry) -> None:
    """Hand down the fields of `parent` under the names they have in `child`; what the child has stands."""
    fields = child.fields
    left_out = _NEVER | _DATES if "date" in fields or "year" in fields else _NEVER
    prefix = _prefix(child.kind, parent.kind)
    if prefix == "book" and "title" in parent.fields:
        left_out |= {"booktitle"}
    for name, value in parent.fields.items():
        if name not in left_out:
            fields.setdefault(_name_in_child(name, prefix, fields), value)
    if child.kind in _IN_BOOKS and "author" in parent.fields:
        fields.setdefault("bookauthor", parent.fields["author"])
    if "title" not in fields and "title" in parent.fields:
        fields["title"] = parent.fields["title"]  # as BibTeX has it; biblatex would leave the record without any


def _name_in_child(name: str, prefix: str, fields: dict[str, str]) -> str:
    """Return what a field of the parent is called in the child, which has `fields` so far."""
    if name in _TITLES and prefix:
        return prefix + name
    return f"book{name}" if name in _TITLES[1:] and "title" in fields else name  # what goes with one title only


def _prefix(child: str, parent: str) -> str:
    """Return what goes before the names of the parent's titles."""
    if parent in _MANY:
        return "main"
    if parent == "periodical" and child in ("article", "suppperiodical"):
        return "journal"
    return "book" if child in _CHILDREN else ""

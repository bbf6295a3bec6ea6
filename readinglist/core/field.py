"""What the table of fields can say of a field: its kind, and how it is stored, searched, shown, merged and exported.

The words to choose from are texts in plain classes: an Enum takes ten times as long, and a start waits for it. For the
same reason `from __future__ import annotations` is missing here: a tuple of many fields is made in half the time.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Kind:
    """What values a field has. Those of a field of the user's own are TEXT, NUMBER, DAY, FLAG or CHOICE."""

    TEXT = "text"  # one line
    LONG_TEXT = "long text"  # lines and paragraphs
    PEOPLE = "people"
    TEXTS = "texts"  # a list of them
    NUMBER = "number"  # whole, from 0 to `highest` where that is given
    DATE = "date"  # of a year, a month or a day
    DAY = "day"
    TIME = "time"  # UTC, or a date where only that is known
    FLAG = "flag"  # yes or no
    CHOICE = "choice"  # one of `choices`
    STATUS = "status"
    NAMES = "names"  # lists of texts by scheme, such as identifiers
    PARTS = "parts"  # a list of objects: readings, highlights, files
    OBJECT = "object"  # any JSON object


SCALARS = frozenset({Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.DAY, Kind.TIME, Kind.FLAG, Kind.CHOICE, Kind.STATUS})


class Stored:
    """Where the library keeps a field."""

    COLUMN = "column"  # of the table of papers, called as the field
    DERIVED = "derived"  # such a column, made of other fields
    ELSEWHERE = "elsewhere"  # in another table, or nowhere


class Json:
    """When the JSON of a paper has a field."""

    ALWAYS = "always"
    COMPLETE = "complete"  # only in a complete export
    NEVER = "never"


class Goes:
    """Which exports a field goes into."""

    CITING = "citing"  # all
    PRIVATE = "private"  # complete ones: it is the reader's own
    NOWHERE = "nowhere"  # it belongs to one library, or follows from other fields


class Merge:
    """What becomes of a field when a second record of the paper comes."""

    KEEP = "keep"  # it stays
    FILL = "fill"  # a blank is filled
    RULE = "rule"  # it is filled or completed by a rule of its own
    UNITE = "unite"  # what the second record has is added


class Asked:
    """How the values of a field of the search are read."""

    TEXT = "text"  # words and phrases
    NAME = "name"  # of a tag or a language: all of it, or how it begins
    IDENTIFIER = "identifier"  # any part of it, brackets and commas included
    STATUS = "status"
    CHOICE = "choice"  # one of `values`
    NUMBER = "number"  # `lowest`..`highest`
    PAST = "past"  # a date; ages count back from today
    AHEAD = "ahead"  # a date; distances count on from today


class Search(NamedTuple):
    """A field of the search: `doc` says in a line what it finds, `examples` are whole queries.

    `values` are what can be chosen. `empty` is true where `none` and `any` are values too. `lowest` and `highest` bound
    a NUMBER.
    """

    name: str
    kind: str
    doc: str
    examples: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    empty: bool = False
    lowest: int = 0
    highest: int = 9999

    @property
    def listed(self) -> bool:
        """True where `a,b` means a or b. In running text and identifiers a comma is only a comma."""
        return self.kind not in (Asked.TEXT, Asked.IDENTIFIER) or self.name == "author"

    @property
    def ranged(self) -> bool:
        """True where `>=`, `<` and `..` mean something."""
        return self.kind in (Asked.NUMBER, Asked.PAST, Asked.AHEAD) or self.name == "priority"

    @property
    def dated(self) -> bool:
        """True for the fields whose values are days."""
        return self.kind in (Asked.PAST, Asked.AHEAD)


class Field(NamedTuple):
    """A field of a paper. The defaults are those of a line of text that is cited, edited and merged like any other.

    `plain` for a field that no code names: a paper gets it from the table, with None for its blank. `of_one` for what
    is true of one paper only, so that it is never set on several. `option` of the command `set`, and its `help`; `form`
    when Edit details has it. `csl` is the variable of CSL that says the same, by which most formats read and write it.

    As a column of the list: `width` in pixels at normal text size (0: it is none), `shown` at first, `falls` when a
    first click sorts downwards, `folded` when it sorts without regard to case and accents.
    """

    name: str
    label: str
    kind: str = Kind.TEXT
    stored: str = Stored.COLUMN
    json: str = Json.ALWAYS
    goes: str = Goes.CITING
    merge: str = Merge.FILL
    editable: bool = True
    plain: bool = False
    of_one: bool = False
    highest: int | None = None
    choices: tuple[str, ...] = ()
    option: str = ""
    help: str = ""
    form: bool = False
    csl: str = ""
    width: int = 0
    shown: bool = False
    falls: bool = False
    folded: bool = False
    search: Search | None = None


def in_order(fields: Iterable[Field], *first: str) -> tuple[Field, ...]:
    """Return fields in an order of their own: those named `first` as they are named, the others behind as they come."""
    return tuple(sorted(fields, key=lambda field: first.index(field.name) if field.name in first else len(first)))

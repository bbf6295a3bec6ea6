"""The table of a paper's fields, from which everything that goes through fields is made, and orders by them.

A new plain field is a row here and a migration (docs/architecture.md). The rows stand in the order of the JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from readinglist.core import errors
from readinglist.core.field import Asked, Field, Goes, Json, Kind, Merge, Search, Stored, in_order
from readinglist.core.status import KINDS, PRIORITIES
from readinglist.i18n import _, mark

FIELDS: tuple[Field, ...] = (
    Field("id", mark("Id"), Kind.NUMBER, goes=Goes.NOWHERE, merge=Merge.KEEP, editable=False),
    Field("uid", mark("Permanent id"), goes=Goes.PRIVATE, merge=Merge.KEEP, editable=False),
    Field("type", mark("Type"), merge=Merge.RULE, form=True,
          option="--type", help=mark("A CSL type, such as article-journal or book.")),
    Field("title", mark("Title"), of_one=True, form=True, width=276, shown=True,
          option="--title", help=mark("Title (one paper at a time)."),
          search=Search("title", Asked.TEXT, mark("Words of the title"),
                        ("title:transformer", 'title:"world models"'))),
    Field("authors", mark("Authors"), Kind.PEOPLE, merge=Merge.RULE, of_one=True, width=168, shown=True,
          option="--authors", help=mark("Authors parted by “and” (one paper at a time)."),
          search=Search("author", Asked.TEXT, mark("Words of the authors' names"),
                        ("author:hinton", 'author:"van den Oord"', "author:hinton,lecun"), ("authors", "by"))),
    Field("authors_complete", mark("All authors"), Kind.FLAG, merge=Merge.KEEP),
    Field("date", mark("Date"), Kind.DATE, merge=Merge.RULE, form=True, width=96, shown=True, falls=True,
          option="--date", help=mark("2016, 2016-03 or 2016-03-09, or none."),
          search=Search("date", Asked.PAST, mark("When the paper came out"),
                        ("date:2024-09", "date:<1y", "date:2023-01..2023-06"), ("published",), empty=True)),
    Field("year", mark("Year"), Kind.NUMBER, stored=Stored.DERIVED, merge=Merge.KEEP, editable=False,
          width=56, falls=True,
          search=Search("year", Asked.NUMBER, mark("The year of the paper"),
                        ("year:2017", "year:2016..2020", "year:>=2020", "2016..2020"), empty=True, lowest=1)),
    Field("venue", mark("Venue"), form=True, width=160, folded=True,
          option="--venue", help=mark("Journal, conference or publisher."),
          search=Search("venue", Asked.TEXT, mark("Words of the journal or conference"), ("venue:nature",),
                        ("journal",))),
    Field("subject", mark("Subject"), form=True, width=64, shown=True,
          option="--subject", help=mark("Subject, such as cs.LG."),
          search=Search("subject", Asked.IDENTIFIER, mark("The subject, such as an arXiv category"),
                        ("subject:cs.LG",))),
    Field("organizations", mark("Organizations"), Kind.TEXTS),
    Field("abstract", mark("Abstract"), Kind.LONG_TEXT, stored=Stored.ELSEWHERE, of_one=True,
          option="--abstract", help=mark("Abstract (one paper at a time)."),
          search=Search("abstract", Asked.TEXT, mark("Words of the abstract"), ('abstract:"sample efficiency"',),
                        ("abs",))),
    Field("doi", mark("DOI"), of_one=True, form=True, width=160,
          option="--doi", help=mark("DOI (one paper at a time)."),
          search=Search("doi", Asked.IDENTIFIER, mark("Any part of the DOI"), ("doi:10.1038",))),
    Field("arxiv", mark("arXiv"), of_one=True, form=True,
          option="--arxiv", help=mark("ArXiv id (one paper at a time)."),
          search=Search("arxiv", Asked.IDENTIFIER, mark("Any part of the arXiv id"), ("arxiv:1706.03762",))),
    Field("url", mark("Address"), of_one=True, form=True,
          option="--url", help=mark("Address (one paper at a time).")),
    Field("key", mark("Citation key"), merge=Merge.UNITE, of_one=True, form=True, width=160,
          option="--key", help=mark("Citation key (one paper at a time), or auto to make it by the template."),
          search=Search("key", Asked.IDENTIFIER, mark("Any part of the citation key"), ("key:vaswani2017",))),
    Field("status", mark("Status"), Kind.STATUS, goes=Goes.PRIVATE, merge=Merge.RULE, width=40, shown=True,
          option="--status", help=mark("Inbox, to_read, reading, paused, read, dropped, or one of your own."),
          search=Search("status", Asked.STATUS, mark("Where the paper stands, your own statuses included"),
                        ("status:reading,paused", "status:to-read", 'status:"To read"'), values=KINDS)),
    Field("priority", mark("Priority"), Kind.CHOICE, goes=Goes.PRIVATE, choices=PRIORITIES,
          width=44, shown=True, falls=True,
          option="--priority", help=mark("High, medium, low or none."),
          search=Search("priority", Asked.CHOICE, mark("High, medium, low or none"),
                        ("priority:high", "priority:>=medium", "priority:none"), ("prio",), PRIORITIES, empty=True)),
    Field("rating", mark("Rating"), Kind.NUMBER, goes=Goes.PRIVATE, highest=5, width=84, falls=True,
          option="--rating", help=mark("0 to 5, or none."),
          search=Search("rating", Asked.NUMBER, mark("Your stars, 0 to 5"),
                        ("rating:5", "rating:>=4", "rating:none"), ("stars",), empty=True, highest=5)),
    Field("due", mark("Due"), Kind.DAY, goes=Goes.PRIVATE, width=96,
          option="--due", help=mark("A day: 2026-12-01, tomorrow, friday, +3d, +2w, or none."),
          search=Search("due", Asked.AHEAD, mark("When it is due; `<=7d` is within a week, the overdue ones included"),
                        ("due:<=7d", "due:today", "due:tomorrow", "due:this-week", "due:none"), ("deadline",),
                        empty=True)),
    Field("snoozed_until", mark("Snoozed until"), Kind.DAY, goes=Goes.PRIVATE, width=118,
          option="--snooze", help=mark("A day until which it stays out of the way, or none.")),
    Field("tags", mark("Tags"), Kind.TEXTS, Stored.ELSEWHERE, goes=Goes.PRIVATE, merge=Merge.UNITE,
          width=144, shown=True,
          search=Search("tag", Asked.NAME, mark("Tags that begin so; in quotes, exactly this tag; with / at its end, "
                                                    "it and all below"),
                        ("tag:rl", "tag:rl/", 'tag:"journal club"', "tag:(vision OR speech)", "tag:none"), ("tags",),
                        empty=True)),
    Field("note", mark("Note"), Kind.LONG_TEXT, Stored.ELSEWHERE, goes=Goes.PRIVATE, merge=Merge.UNITE,
          search=Search("note", Asked.TEXT, mark("Words of your note"), ("note:reproduce",), ("notes",))),
    Field("page", mark("Page"), Kind.NUMBER, goes=Goes.PRIVATE,
          option="--page", help=mark("The page you are on, or none.")),
    Field("pages", mark("Pages"), Kind.NUMBER, width=60,
          option="--pages", help=mark("How many pages it has, or none."),
          search=Search("pages", Asked.NUMBER, mark("How many pages it has"), ("pages:<12",), empty=True,
                        highest=99_999)),
    Field("queue_position", mark("In Up next"), Kind.NUMBER, Stored.ELSEWHERE, goes=Goes.PRIVATE, merge=Merge.RULE,
          editable=False),
    Field("added", mark("Added"), Kind.TIME, goes=Goes.PRIVATE, merge=Merge.KEEP, editable=False, width=96, falls=True,
          search=Search("added", Asked.PAST, mark("When it came into the library"),
                        ("added:<30d", "added:today", "added:last-week"))),
    Field("changed", mark("Changed"), Kind.TIME, goes=Goes.NOWHERE, merge=Merge.KEEP, editable=False),
    Field("started", mark("Started"), Kind.TIME, goes=Goes.PRIVATE, editable=False, width=96, falls=True,
          search=Search("started", Asked.PAST, mark("When you began to read it"), ("started:this-month",),
                        empty=True)),
    Field("finished", mark("Finished"), Kind.TIME, goes=Goes.PRIVATE, editable=False, width=96, falls=True,
          search=Search("finished", Asked.PAST, mark("When you finished it"), ("finished:2025", "finished:<2w"),
                        ("done",), empty=True)),
    Field("why", mark("Why saved"), goes=Goes.PRIVATE, plain=True, form=True, width=160, folded=True,
          option="--why", help=mark("From whom, for what: one line, or none."),
          search=Search("why", Asked.TEXT, mark("Words of why you saved it"), ("why:ada", "why:none"), empty=True)),
    Field("language", mark("Language"), plain=True, form=True, width=80, csl="language",
          option="--language", help=mark("Its language, such as de or en-GB, or none."),
          search=Search("language", Asked.NAME, mark("Languages that begin so; in quotes, exactly this one"),
                        ("language:de", 'language:"en-GB"', "language:none"), ("lang",), empty=True)),
    Field("pending", mark("Details still to come"), Kind.FLAG, Stored.ELSEWHERE, goes=Goes.NOWHERE, merge=Merge.KEEP,
          editable=False),
    Field("identifiers", mark("Identifiers"), Kind.NAMES, Stored.ELSEWHERE, Json.COMPLETE, merge=Merge.UNITE,
          editable=False),
    Field("readings", mark("Readings"), Kind.PARTS, Stored.ELSEWHERE, Json.COMPLETE, Goes.PRIVATE, Merge.UNITE,
          editable=False),
    Field("highlights", mark("Highlights"), Kind.PARTS, Stored.ELSEWHERE, Json.COMPLETE, Goes.PRIVATE, Merge.UNITE,
          editable=False),
    Field("files", mark("Files"), Kind.PARTS, Stored.ELSEWHERE, goes=Goes.PRIVATE, merge=Merge.UNITE, editable=False),
    Field("sources", mark("Where fields came from"), Kind.OBJECT, Stored.ELSEWHERE, goes=Goes.NOWHERE, merge=Merge.KEEP,
          editable=False),
    Field("extra", mark("Other details"), Kind.OBJECT, Stored.ELSEWHERE, goes=Goes.PRIVATE, merge=Merge.UNITE),
    Field("trashed", mark("In the Trash since"), Kind.TIME, json=Json.NEVER, goes=Goes.NOWHERE, merge=Merge.KEEP,
          editable=False),
    Field("progress", mark("Progress"), Kind.NUMBER, Stored.ELSEWHERE, Json.NEVER, Goes.NOWHERE, Merge.KEEP,
          editable=False, width=84, falls=True),
)  # fmt: skip

BY_NAME = {field.name: field for field in FIELDS}
PLAIN = tuple(field for field in FIELDS if field.plain)
# The columns of the list, in the order in which they stand at first.
COLUMNS = in_order(
    (field for field in FIELDS if field.width),
    "status", "title", "authors", "date", "subject", "tags", "priority", "year", "venue", "rating", "due", "added",
    "started", "finished", "progress", "pages",
)  # fmt: skip
COLUMN_BY_NAME = {field.name: field for field in COLUMNS}
# Orders that are no column of the list.
HIDDEN_SORTS = ("queue", "trashed", "changed", "id", "relevance")


class SortKey(NamedTuple):
    """One key of an order: the name of a field, downwards or not."""

    field: str
    falling: bool = False

    def __str__(self) -> str:
        return f"-{self.field}" if self.falling else self.field


Sort = tuple[SortKey, ...]


def parse_sort(text: str) -> Sort:
    """Read `-date,title`. Raises WrongUsage, naming the fields, for an unknown one."""
    keys: list[SortKey] = []
    for part in (piece.strip() for piece in text.split(",")):
        if not part:
            continue
        name = part.lstrip("+-")
        if name not in COLUMN_BY_NAME and name not in HIDDEN_SORTS:
            known = ", ".join([column.name for column in COLUMNS])
            raise errors.WrongUsage(
                _("Papers cannot be sorted by {name}.").format(name=name), do=_("Known: {known}.").format(known=known)
            )
        keys.append(SortKey(name, part.startswith("-")))
    return tuple(keys)


def sort_text(sort: Iterable[SortKey]) -> str:
    """Return the order as `parse_sort` reads it."""
    return ",".join(str(key) for key in sort)

"""The views of the sidebar, by name, with the order each starts in."""

from __future__ import annotations

from typing import NamedTuple

from readinglist.core.fields import COLUMNS, Sort, SortKey

UP_NEXT, ALL, STATUS, TAG, SEARCH = ("upnext", "all", "status", "tag", "search")
RECENT, TRASH, STATISTICS, QUEUE, SNOOZED = ("recent", "trash", "statistics", "queue", "snoozed")
PENDING = "pending"  # papers whose details are still to come
ARRIVALS = "arrivals"
KINDS = (UP_NEXT, ALL, STATUS, TAG, SEARCH, RECENT, TRASH, STATISTICS, QUEUE, SNOOZED, PENDING, ARRIVALS)
APART = (STATISTICS, ARRIVALS)  # those that are no list of papers
NAMED = (STATUS, TAG, SEARCH, QUEUE)  # those that need a name behind them
QUEUES = (UP_NEXT, QUEUE)


class View(NamedTuple):
    """A place in the sidebar: `all`, or `status:reading`, `tag:llm`, `search:Due this week` with an argument."""

    kind: str = ALL
    arg: str = ""

    @property
    def name(self) -> str:
        """The view's name, as settings and `--view` write it."""
        return f"{self.kind}:{self.arg}" if self.arg else self.kind


ALL_PAPERS = View()

_FIRST_SORT: dict[str, Sort] = {
    UP_NEXT: (SortKey("queue"),),
    RECENT: (SortKey("finished", True),),
    TRASH: (SortKey("trashed", True),),
    SNOOZED: (SortKey("snoozed_until"),),
}
# The column that says what a view is about; it is shown there until the user chooses other columns.
_TELLING = {RECENT: "finished", SNOOZED: "snoozed_until"}


def parse_view(name: str) -> View | None:
    """Return the view called `name` (`all`, `status:read`, a bare status id ...), or None for something else."""
    kind, _, arg = name.partition(":")
    kind = kind.strip().lower().replace(" ", "").replace("-", "").replace("_", "")
    kind = {"allpapers": ALL, "recentlyread": RECENT, "stats": STATISTICS, "inbox": "inbox"}.get(kind, kind)
    if kind in NAMED:
        return View(kind, arg) if arg else None
    if kind in KINDS:
        return View(kind)
    statuses = {"inbox": "inbox", "toread": "to_read", "reading": "reading", "paused": "paused", "read": "read",
                "dropped": "dropped"}  # fmt: skip
    return View(STATUS, statuses[kind]) if kind in statuses else None


def first_sort(view: View) -> Sort:
    """Return the order a view has until the user chooses another."""
    return _FIRST_SORT.get(view.kind, (SortKey("date", True),))


def first_columns(view: View) -> list[str]:
    """Return the columns a view has until the user chooses others; [] for those of every list."""
    telling = _TELLING.get(view.kind)
    if telling is None:
        return []
    names = [field.name for field in COLUMNS if field.shown]
    return [*(name for name in names if name != "date"), telling]

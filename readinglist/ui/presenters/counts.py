"""The lines of the sidebar with their counts: read on a worker, and only after something was changed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject

from readinglist.core import dates, views
from readinglist.core.query import language
from readinglist.core.views import View
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.library.tables.queue import MAIN
from readinglist.ui.desk import Desk
from readinglist.ui.models.sidebar_lines import Entry
from readinglist.ui.widgets.sidebar import Sidebar

TAGS_SHOWN = 8
TAGS_FOLD = "tags"

Lines = tuple[list[Entry], str]


class Counting(QObject):
    """One count at a time; what changes while it runs is counted once more at its end."""

    def __init__(self, sidebar: Sidebar, desk: Desk) -> None:
        super().__init__(desk)
        self.sidebar = sidebar
        self.desk = desk
        self.reader = desk.reader("counts")

    def refresh(self, *, all_tags: bool) -> None:
        """Count anew and show it."""
        self.reader.ask(lambda own: (entries(own, all_tags=all_tags), foot(own)), self._show, late=True)

    def _show(self, lines: Lines) -> None:
        self.sidebar.show_entries(lines[0], self.desk.view(), lines[1])


def entries(library: Library, *, all_tags: bool) -> list[Entry]:
    """Return the lines of the sidebar; with `all_tags` every tag, else the most used ones and a fold."""
    counts = library.search.followed_counts
    counts.update()
    of_statuses = counts.of_statuses()
    total = sum(of_statuses.values())
    queued = len(library.queue.ids())
    lines = [
        Entry(_("Up next"), View(views.UP_NEXT), queued, "icon:queue", "accent", droppable=True),
        *_queues(library),
        Entry(_("All papers"), views.ALL_PAPERS, total, "dot"),
        Entry(_("Status")),
    ]
    for status in library.statuses.all():
        view = View(views.STATUS, status.id)
        count = of_statuses.get(status.id, 0)
        lines.append(Entry(_(status.label), view, count, status.sign, status.colour, droppable=True))
    asleep, _back = library.ranking_facts.snoozed(dates.today().isoformat())
    lines.append(Entry(_("Snoozed"), View(views.SNOOZED), asleep, "icon:clock"))
    lines += _tags(library, all_tags)
    lines += _searches(library)
    lines += [
        Entry(""),
        Entry(_("Recently read"), View(views.RECENT), None, "icon:clock"),
        Entry(_("Statistics"), View(views.STATISTICS), None, "icon:chart"),
        Entry(_("Trash"), View(views.TRASH), counts.in_trash() or None, "icon:trash", droppable=True),
    ]
    return lines


def _queues(library: Library) -> list[Entry]:
    return [
        Entry(queue.name, View(views.QUEUE, queue.name), queue.count, "icon:queue", droppable=True)
        for queue in library.queues.all()
        if queue.id != MAIN
    ]


def _tags(library: Library, all_tags: bool) -> list[Entry]:
    tags = library.tags.counted(library.search.followed_counts.of_tags())
    if not tags:
        return []
    shown = tags if all_tags or len(tags) <= TAGS_SHOWN + 1 else tags[:TAGS_SHOWN]
    lines = [Entry(_("Tags"))]
    for tag in shown:
        lines.append(Entry(tag.name, View(views.TAG, tag.name), tag.count, "dot", tag.colour, droppable=True))
    if len(shown) < len(tags):
        lines.append(Entry(_("{n} more…").format(n=len(tags) - len(shown)), fold=TAGS_FOLD))
    elif all_tags and len(tags) > TAGS_SHOWN + 1:
        lines.append(Entry(_("Show fewer"), fold=TAGS_FOLD))
    return lines


def _searches(library: Library) -> list[Entry]:
    saved = library.searches.all()
    if not saved:
        return []
    lines = [Entry(_("Saved searches"))]
    for search in saved:
        count = library.search.followed_counts.of_search(search.query, language.parse(search.query).node)
        lines.append(Entry(search.name, View(views.SEARCH, search.name), count, "icon:bookmark"))
    return lines


def foot(library: Library) -> str:
    """Return the reader's own figures: finished this month, and in all."""
    today = dates.today()
    month = library.readings.finished_since(_utc(today.replace(day=1)))
    ever = library.readings.finished_since("")
    if not ever:
        return ""
    return (
        plural("{n} read this month", "{n} read this month", month) + " · " + plural("{n} in all", "{n} in all", ever)
    )


def _utc(day: dt.date) -> str:
    """Return the UTC time at which the user's local day begins."""
    start = dt.datetime(day.year, day.month, day.day).astimezone()
    return start.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

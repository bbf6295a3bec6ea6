"""The command palette of a window: its views and tags, and the papers that a worker finds for what is typed."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from readinglist.core import tex, views
from readinglist.core.fields import parse_sort
from readinglist.core.query import language
from readinglist.core.row import Row
from readinglist.core.status import Status
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from readinglist.library.tables.queue import MAIN
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.palette import Hit, Palette, Place
from readinglist.ui.look import glyphs, icons, theme
from readinglist.ui.worker import Reader

PAPERS = 8  # shown at most


def show_palette(desk: Desk) -> Palette:
    """Show every action, view and paper, found by typing."""
    dialog = Palette(desk.window, desk.window.actions(), places(desk.library))
    _Presenter(dialog, desk)
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: Palette, desk: Desk) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.desk = desk
        self.reader = Reader(desk.library, self, "palette")
        dialog.asked.connect(self._find)
        dialog.went.connect(desk.go)
        dialog.picked.connect(self._pick)
        dialog.finished.connect(lambda _result: self.reader.close(wait=False))

    def _find(self, text: str) -> None:
        if text:
            self.reader.ask(lambda own: papers(own, text), self._show)
        else:
            self.reader.stop()

    def _show(self, found: list[Row]) -> None:
        self.dialog.show_papers([self._hit(row) for row in found])

    def _hit(self, row: Row) -> Hit:
        status = self.desk.library.statuses.get(row.status)
        names = row.authors.split(", ")
        who = names[0] + (" et al." if len(names) > 1 or not row.authors_complete else "")
        about = " · ".join(part for part in (who, str(row.year or "")) if part)
        return Hit(row.id, tex.line(row.title), about, _glyph(status))

    def _pick(self, paper: int) -> None:
        self.desk.panes.reveal([paper])
        self.desk.panes.focus("papers")


def papers(library: Library, text: str) -> list[Row]:
    """On the worker: return the papers that are found best by what is typed; none where it cannot be read."""
    node = language.parse(text).node
    if node is None:
        return []
    question = Question(node=node, sort=parse_sort("-date"), ranked=True)
    ids = list(islice(library.search.ids(question), PAPERS))
    rows = library.search.rows(ids)
    return [rows[paper] for paper in ids if paper in rows]


def places(library: Library) -> list[Place]:
    """Return every view that can be gone to, the tags among them."""
    view, second = _("view"), theme.now().colour("second")
    found = [
        Place(_("Up next"), View(views.UP_NEXT), view, icons.icon("queue")),
        Place(_("All papers"), views.ALL_PAPERS, view, QIcon()),
        Place(_("Recently read"), View(views.RECENT), view, icons.icon("clock")),
        Place(_("Arrivals"), View(views.ARRIVALS), view, icons.icon("import")),
        Place(_("Statistics"), View(views.STATISTICS), view, icons.icon("chart")),
        Place(_("Trash"), View(views.TRASH), view, icons.icon("trash")),
    ]
    for status in library.statuses.all():
        found.append(Place(_(status.label), View(views.STATUS, status.id), _("status"), _glyph(status)))
    for queue in library.queues.all():
        if queue.id != MAIN:
            found.append(Place(queue.name, View(views.QUEUE, queue.name), _("queue"), icons.icon("queue")))
    for search in library.searches.all():
        found.append(Place(search.name, View(views.SEARCH, search.name), _("saved search"), icons.icon("bookmark")))
    for tag in library.tags.known().values():
        colour = theme.now().colour(tag.colour) if tag.colour else second
        found.append(Place(tag.name, View(views.TAG, tag.name), _("tag"), glyphs.dot_icon(colour)))
    return found


def _glyph(status: Status) -> QIcon:
    return glyphs.status_icon(status.sign, theme.now().colour(status.colour))

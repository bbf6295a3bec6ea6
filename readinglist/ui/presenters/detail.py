"""Fills the detail pane for the selection, keeps it up to date, and saves its notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core import dates, errors, views
from readinglist.core.events import Changed
from readinglist.core.paper import Paper
from readinglist.core.row import Common
from readinglist.core.status import Status
from readinglist.flows import soundness
from readinglist.i18n import _
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.browser import Browser
from readinglist.ui.presenters.dialogs import open_outside
from readinglist.ui.presenters.note_saver import NoteKeeper
from readinglist.ui.presenters.wiki_links import LinkPresenter
from readinglist.ui.widgets.detail.pane import DetailPane

LINKING = frozenset(("paper", "note", "paper_link", "paper_extra"))  # tables that say what leads where
MOST_PAPERS = 150  # so many are counted at once; more of them on a worker
_MOST_TITLES = 100


class DetailPresenter(QObject):
    """Between the pane, which knows no library, and the library. `filled` with the paper that is shown alone,
    `with_files` with it and whether it has files.
    """

    filled = Signal(int)
    with_files = Signal(int, bool)

    def __init__(self, pane: DetailPane, browser: Browser, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = pane
        self.browser = browser
        self.desk = desk
        self.library = desk.library
        self.counter = desk.reader("selection")
        self.shown: list[int] = []
        self.linked: list[tuple[int, str]] = []
        self._next: list[int] = []
        self._later = QTimer(self, singleShot=True, interval=patience.PANE_MS)
        self._later.timeout.connect(self._when_listed)
        self._waited = 0
        self._anew = QTimer(self, singleShot=True, interval=patience.PANE_MS)
        self._anew.timeout.connect(self._fill)
        self.notes = NoteKeeper(self.library, self)
        self.notes.failed.connect(self._not_saved)
        self.links = LinkPresenter(pane, desk)
        self.links.known.connect(self._linked)
        pane.note_edited.connect(self.notes.save)
        pane.link_opened.connect(lambda link: open_outside.open_link(desk, link))
        pane.set_note_share(_share(desk.state.get("note_share")))
        pane.show_notes_rendered(bool(desk.state.get("notes_rendered")))
        pane.note_share_chosen.connect(lambda share: desk.state.set("note_share", share))
        pane.note_turned.connect(lambda rendered: desk.state.set("notes_rendered", rendered))

    def show_soon(self, papers: list[int]) -> None:
        """Show the selected papers once the list has been painted: keys that follow each other fast fill it once."""
        if tasks.serial:
            self.show(papers)
            return
        self._next = papers
        self._waited = 0
        self._later.start()

    def _when_listed(self) -> None:
        self._waited += patience.PANE_MS
        if self.browser.whole or self._waited >= patience.PANE_FOR_LIST_MS:
            self.show(self._next)
        else:
            self._later.start()

    def show(self, papers: list[int]) -> None:
        """Show the selected papers; a note still being typed is saved first."""
        self._later.stop()
        if papers == self.shown and papers:
            return  # `heard` keeps them up to date
        self.pane.flush()
        self.notes.save_again()
        self.shown = list(papers)
        self._fill()

    def _fill(self) -> None:
        statuses = self.library.statuses.all()
        tags = self.library.tags.known().values()
        colours = {tag.name: tag.colour for tag in tags}
        self.pane.set_known_tags([(tag.name, tag.colour) for tag in tags])
        if not self.shown:
            self.pane.show_nothing(self._hint())
        elif len(self.shown) == 1:
            try:
                paper = self.library.papers.get(self.shown[0])
                self._show_one(paper, statuses, colours)
            except errors.NoPaper:  # it was deleted elsewhere a moment ago; the list will say so
                self.pane.show_nothing("")
                return
            except Exception:
                damaged = soundness.behind(self.library, self.shown)
                if damaged is None:
                    raise
                self.pane.show_nothing(str(damaged))
                self.filled.emit(self.shown[0])
                return
            self.filled.emit(paper.id)
            self.with_files.emit(paper.id, bool(paper.files))
        else:
            self._show_many(statuses, colours)

    def _show_many(self, statuses: Sequence[Status], colours: dict[str, str | None]) -> None:
        """Show what the selected papers have in common: of the first ones, and of all once they are counted."""
        papers = self.shown
        rows = self.library.search.rows(papers[:_MOST_TITLES])
        titles = [rows[paper].title for paper in papers[:_MOST_TITLES] if paper in rows]

        def counted(common: Common) -> None:
            if papers is self.shown:
                self.pane.show_many(common, titles, statuses, colours, common.total)

        first = self.library.search.common(papers[:MOST_PAPERS])
        if len(papers) <= MOST_PAPERS:
            counted(first)
        else:
            self.pane.show_many(first, titles, statuses, colours, len(papers))
            self.counter.ask(lambda library: library.search.common(papers), counted)

    def _linked(self) -> None:
        """The network of papers is known now: show the paper's part of it, where it has one."""
        if len(self.shown) == 1 and self.links.linked(self.shown[0]):
            self._fill()

    def _not_saved(self, paper: int, problem: errors.Refused) -> None:
        """A note could not be saved: the pane says why beside it, and the window where it is no longer to be seen."""
        if self.desk.long.running:  # `save_again` follows at its end
            self.pane.note_not_saved(paper, _("Something longer is being done. This note is kept and saved after it."))
            return
        self.pane.note_not_saved(paper, str(problem))
        self.desk.refused(problem)

    def _show_one(self, paper: Paper, statuses: Sequence[Status], colours: dict[str, str | None]) -> None:
        kept = self.notes.unsaved.get(paper.id)
        if kept is not None:
            paper.note = kept
        elif not (self.pane.note.paper() == paper.id and self.pane.note.pending()):
            self.notes.shown(paper.id, paper.note or "")
        self.linked = self.links.linked(paper.id)
        another = self.pane.note.paper() != paper.id
        self.pane.show_paper(
            paper, statuses, colours, self.history(paper), self.linked, in_turns=another and not tasks.serial
        )
        if kept is not None:
            self.pane.note_not_saved(paper.id, _("This note could not be saved yet; it is tried again."))

    def save_again(self) -> bool:
        """Save what is being typed and what could not be saved before. Returns whether nothing is left."""
        self.pane.flush()
        return self.notes.save_again()

    def _hint(self) -> str:
        if self.browser.view == views.ALL_PAPERS and not self.browser.ids:
            return _("The paper you select will be shown here, with its abstract and your note.")
        return _("Select a paper to see its abstract and write a note.")

    def heard(self, changed: Changed) -> None:
        """Show anew what was changed."""
        if changed.tables & {"tag", "status"} or not set(changed.papers).isdisjoint(self.shown):
            if len(self.shown) > 1 and not tasks.serial:
                self._anew.start()  # once the list has been painted: reading many papers takes longer than a frame
            else:
                self._fill()
        elif len(self.shown) == 1 and changed.tables & LINKING and self.links.linked(self.shown[0]) != self.linked:
            self._fill()  # a paper came that this one links to, or one that links to it

    def history(self, paper: Paper) -> list[str]:
        """Return the paper's life in lines: added, and every reading of it."""
        lines = [_("Added {day}").format(day=_day(paper.added))]
        for reading in paper.readings:
            if reading.started:
                lines.append(_("Started {day}").format(day=_day(reading.started)))
            if reading.ended == "finished":
                lines.append(_("Finished {day}").format(day=_day(reading.finished)))
            elif reading.ended == "stopped":
                lines.append(_("Stopped {day}").format(day=_day(reading.finished)))
        return lines


def _share(kept: object) -> float:
    """Return what the window's state keeps as the share of the note; 0 for nothing that can be one."""
    return float(kept) if isinstance(kept, int | float) and 0 < kept < 1 else 0.0


def _day(time: str | None) -> str:
    """Return a UTC time as the user's own day."""
    return dates.local_day(time) if time else _("at an unknown time")

"""What actions and presenters are given instead of the window: the library, what is selected, and how to say things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QMainWindow

from readinglist.core import errors
from readinglist.core.ops import Op, describe
from readinglist.core.views import View
from readinglist.flows import batches
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.settings import Settings, State, Value
from readinglist.ui import long_deeds
from readinglist.ui.bridge import Bridge
from readinglist.ui.listening import Listening
from readinglist.ui.long_deeds import LongDeeds
from readinglist.ui.service_run import Asking
from readinglist.ui.widgets.spot import Spot
from readinglist.ui.worker import Reader

if TYPE_CHECKING:  # this is made right after the first picture, before what it is about
    from readinglist.ui.widgets.upnext.cards import Card

Part = Literal["papers", "search", "sidebar", "note", "tags", "due", "time", "topic", "row", "toast"]


class UpNext(Protocol):
    """What Up next said last, and how much time it was asked for."""

    minutes: int | None
    topic: str

    @property
    def answered(self) -> SignalInstance:
        """Emitted when it has said something new."""

    def refresh(self) -> None:
        """Ask anew what to read."""

    def suggested(self) -> list[Card]:
        """Return what is suggested at present, best first."""

    def explain(self, chosen: int | None) -> bool:
        """Show why its papers stand where they do, that paper first. Returns False where nothing was asked yet."""

    def continued(self) -> int | None:
        """Return the paper that it says to go on with."""

    def set_topic(self, query: str, label: str = "") -> None:
        """Show what is about a topic, as a search says it; "" is everything. `label` is a shorter name for it."""

    def set_minutes(self, minutes: int | None) -> None:
        """Show what fits the time I have; None is any time."""


Pane = Literal["sidebar", "detail"]  # at the sides of the window


class Panes(Protocol):
    """What can be asked of the window's panes without knowing them."""

    @property
    def next(self) -> UpNext:
        """What is up next."""

    def view(self) -> View:
        """Return the view on screen."""

    def go(self, view: View) -> None:
        """Show a view and give its papers the keys; what is being typed is saved first."""

    def step_view(self, by: int) -> None:
        """Show the view that stands so many lines below the present one in the sidebar, around the end."""

    def selection(self) -> list[int]:
        """Return the selected papers of the list on screen, from top to bottom."""

    def select(self, papers: list[int]) -> None:
        """Select these papers in the list on screen."""

    def select_all(self) -> None:
        """Select every paper of the list on screen."""

    def following(self, papers: Sequence[int], *, past_dimmed: bool = False) -> int | None:
        """Return the paper below these in the list on screen, else the one above; None where these are not selected.

        With `past_dimmed` those are passed over that have left the view already.
        """

    def at_papers(self) -> bool:
        """Return whether the list on screen has the keys."""

    def listed(self) -> list[int]:
        """Return every paper of the present view and search."""

    def show_paper(self, paper: int) -> None:
        """Show a paper in the list; in All papers where the present list does not have it."""

    def reveal(self, papers: Sequence[int]) -> None:
        """Select these papers and scroll to them; in All papers where the present list does not have all of them.

        Those that are gone or in the Trash are passed over.
        """

    def queue(self) -> int:
        """Return the queue on screen; where none is, Up next."""

    def queued(self) -> frozenset[int]:
        """Return the papers of that queue."""

    def search_text(self) -> str:
        """Return what is searched for, as it was typed."""

    def search_for(self, text: str) -> None:
        """Search for something in the present view."""

    def focus(self, part: Part) -> None:
        """Give a part of the window the keys."""

    def show_pane(self, pane: Pane) -> None:
        """Show a pane; where there is no room for all of them, in the place of the other."""

    def turn_pane(self, pane: Pane) -> None:
        """Show a pane that is not to be seen, or hide it."""

    def turn_note(self) -> None:
        """Show the note rendered, or its source."""

    def turn_note_page(self) -> None:
        """Write the note on a page of its own, or go back to the papers."""

    def flush(self) -> None:
        """Save what is being typed into the note."""

    def spot(self, of: View | Part) -> Spot:
        """Return where a panel about a view, or a part of the window, is to stand."""

    def choose_columns(self) -> None:
        """Show the menu of the table's columns."""


class Desk(QObject):
    """One for a window.

    `said(words, undoable)`, `offered(words, label, deed, undoable)` and `failed(Refused)` are for the user to read;
    `told(words)` is for who does not see what was done. `added()`: the user added papers here, on a worker; their
    details may be asked for.
    """

    said = Signal(str, bool)
    told = Signal(str)
    offered = Signal(str, str, object, bool)
    failed = Signal(object)
    added = Signal()
    panes: Panes  # set once they are made

    def __init__(self, library: Library, settings: Settings, state: State, window: QMainWindow) -> None:
        """`window` is the parent of dialogs."""
        super().__init__(window)
        self.library = library
        self.settings = settings
        self.state = state
        self.window = window
        self.bridge = Bridge(library, self)
        self.long = LongDeeds(library, self)
        self.long.began.connect(self.bridge.pause)
        self.long.ended.connect(self.bridge.resume)
        self.listening = Listening(library, self)
        self.asking = Asking(self)
        self.at_close: list[Callable[[], object]] = [self.asking.stop]
        self._readers: list[Reader] = []
        self._file_reader: Reader | None = None

    # -- what is on screen ---------------------------------------------------------------------------------------

    def selected(self) -> list[int]:
        """Return the selected papers, from top to bottom."""
        return self.panes.selection()

    def first_selected(self) -> int | None:
        """Return the first of the selected papers, or None."""
        return next(iter(self.selected()), None)

    def select(self, papers: list[int]) -> None:
        """Select these papers in the list on screen."""
        self.panes.select(papers)

    def view(self) -> View:
        """Return the view on screen."""
        return self.panes.view()

    def go(self, view: View) -> None:
        """Show a view; what is being typed is saved first."""
        self.panes.go(view)

    # -- reading -------------------------------------------------------------------------------------------------

    def reader(self, label: str) -> Reader:
        """Return something to read the library with on a worker, as long as the window is there."""
        made = Reader(self.library, self, label)
        self._readers.append(made)
        return made

    def file_reader(self) -> Reader:
        """Return what looks on a worker where files of papers are."""
        if self._file_reader is None:
            self._file_reader = self.reader("files")
        return self._file_reader

    def pause_news(self, on: bool) -> None:
        """Look for no news of other programs while a worker of our own writes: the file is locked in turns."""
        if on:
            self.bridge.pause()
        else:
            self.bridge.resume()

    def close(self) -> None:
        """Let nothing go on reading, and let go of the library (when the window closes)."""
        self.bridge.stop()
        for deed in self.at_close:
            deed()
        for reader in self._readers:
            reader.close()
        self.long.close()

    # -- words ---------------------------------------------------------------------------------------------------

    def say(self, words: str, *, undoable: bool = False) -> None:
        """Say what was done, with Undo beside it if it can be taken back."""
        self.said.emit(words, undoable)

    def offer(self, words: str, label: str, deed: Callable[[], object], *, undoable: bool = True) -> None:
        """Say something, with a button called `label` beside it that does `deed`; what was done can be undone too."""
        self.offered.emit(words, label, deed, undoable)

    def refused(self, problem: errors.Refused) -> None:
        """Say in words what could not be done."""
        self.failed.emit(problem)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something that may be refused; the user is told in words. Returns whether it was done."""
        try:
            deed()
        except errors.Refused as problem:
            self.refused(problem)
            return False
        return True

    # -- changes -------------------------------------------------------------------------------------------------

    def change(
        self,
        papers: Sequence[int],
        op: Op,
        deed: batches.Deed,
        words: str = "",
        *,
        detail: str = "",
        whole: bool = False,
        then: int | None = None,
        copy_first: str = "",
    ) -> None:
        """Run `deed(library, papers)`: at once for a few, for many on a worker in parts of a step `op` with `detail`.

        Then `words` are said, and where it was done at once the paper `then` is selected. `whole`: it cannot be done
        part by part. `copy_first`: a copy of the library is kept before, for that reason; that is done on the worker.
        """
        if not papers:
            return
        if len(papers) <= long_deeds.MANY and not copy_first:
            if self.attempt(lambda: deed(self.library, papers)):
                if then is not None:
                    self.select([then])
                if words:
                    self.say(words, undoable=True)
                else:  # it is to be seen where it was done, by who sees
                    self.told.emit(describe(op, len(papers), detail))
            return

        def work(library: Library, report: batches.Report) -> None:
            if copy_first:
                _keep_copy(library, copy_first)
                report(0, 0)  # it may have been cancelled meanwhile
            if whole:
                deed(library, papers)
            else:
                batches.change(library, papers, op, detail, deed, report)

        doing = plural("Changing {n} paper…", "Changing {n} papers…", len(papers))
        self.run_long(doing, work, lambda: self.say(words or _("Done."), undoable=True))

    def do_whole(self, count: int, words: str, deed: Callable[[Library], object], done: Callable[[], object]) -> None:
        """Do something that touches `count` papers and has no parts, then `done()`: for many of them on a worker.

        Raises Refused where it is done at once; what a worker is refused is said.
        """
        if count > long_deeds.MANY:
            self.run_long(words, lambda library, _report: deed(library), done)
            return
        deed(self.library)
        done()

    def run_long(self, words: str, work: long_deeds.Work, done: Callable[[], object]) -> None:
        """Run what takes long on a worker; `words` say meanwhile what is done. Then `done()`, unless it failed."""

        def failed(problem: BaseException) -> None:
            if isinstance(problem, errors.Cancelled):
                self.say(_("Cancelled. Nothing was changed."))
            elif isinstance(problem, errors.Refused):
                self.refused(problem)
            else:
                raise problem

        self.attempt(lambda: self.long.run(words, work, done, failed))

    # -- settings, state, the world outside ----------------------------------------------------------------------

    def set(self, key: str, value: Value) -> None:
        """Change a setting; the user is told where it could not be saved."""
        try:
            self.settings.set(key, value)
        except OSError as problem:
            self.refused(
                errors.Refused(
                    _("The setting could not be saved: {why}.").format(why=problem.strerror),
                    safe=_("Your library is not touched by this."),
                )
            )

    def save_state(self) -> None:
        """Write the window's state; the user is told where it could not be saved."""
        try:
            self.state.save()
        except OSError as problem:
            self.refused(
                errors.Refused(
                    _("The window's layout could not be saved: {why}.").format(why=problem.strerror),
                    safe=_("Your library is not touched by this."),
                )
            )


def _keep_copy(library: Library, reason: str) -> None:
    from readinglist.flows.safety import backups  # brings much along that the start must not wait for

    backups.before(library, reason)

"""What services say differently: asked for beside the window, laid side by side, taken over as one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from readinglist.core import errors, fields
from readinglist.flows import deeds, network, refreshing
from readinglist.flows.refreshing import Refreshed
from readinglist.i18n import _, plural
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.refresh import OURS, THEIRS, Line, RefreshDialog
from readinglist.ui.presenters.dialogs import refresh_run
from readinglist.ui.presenters.dialogs.refresh_run import BackgroundRun


def refresh(desk: Desk, papers: Sequence[int]) -> None:
    """Ask the services about papers and show what they say differently.

    Where an earlier refresh was not ended, many papers wait for that, and a few are asked about beside it.
    """
    if not network.allowed(desk.settings):
        desk.refused(network.forbidden())
        return
    if not papers:
        desk.say(_("There is no paper to refresh."))
        return
    run = refresh_run.of(desk)
    if run.running or run.run.left:
        if len(papers) > refreshing.AT_ONCE:
            show(desk, run, papers)
            return
        run = BackgroundRun(desk, kept=False)
    if desk.attempt(lambda: _begin(run, papers)):
        show(desk, run)


def go_on(desk: Desk) -> None:
    """Show the refresh that is being done or was stopped."""
    run = refresh_run.of(desk)
    if run.running or run.run.left or run.found:
        show(desk, run)
    else:
        desk.say(_("No refresh was stopped."))


def _begin(run: BackgroundRun, papers: Sequence[int]) -> None:
    run.found = []
    try:
        run.run.begin(papers)
    except OSError as problem:
        raise errors.Refused(
            _("The cache folder cannot be written: {why}.").format(why=problem.strerror),
            safe=_("Nothing was changed."),
        ) from problem


def show(desk: Desk, run: BackgroundRun, papers: Sequence[int] = ()) -> None:
    """Show a refresh, going on with it where it was just begun; `papers` are those to begin anew with."""
    dialog = RefreshDialog(desk.window)
    presenter = _Presenter(dialog, desk, run, papers)
    dialog.open()
    presenter.start()


def offer_the_rest(desk: Desk) -> None:
    """Say that a refresh was stopped, with a button that goes on with it."""
    run = refresh_run.of(desk)
    if run.run.left and not run.running:
        desk.offer(refresh_run.left_words(run.run.left), _("Show"), lambda: show(desk, run), undoable=False)


class _Presenter(QObject):
    def __init__(self, dialog: RefreshDialog, desk: Desk, run: BackgroundRun, papers: Sequence[int]) -> None:
        super().__init__(dialog)
        self.dialog, self.desk, self.papers = dialog, desk, list(papers)
        self.run = run
        self.run.afterwards = None
        self.shown: list[Refreshed] = []
        self.chosen: dict[int, set[str]] = {}
        dialog.paper_picked.connect(self._show_paper)
        dialog.value_chosen.connect(self._choose)
        dialog.all_chosen.connect(self._choose_all)
        dialog.stop_asked.connect(self.run.stop)
        dialog.go_on_asked.connect(self._go_on)
        dialog.anew_asked.connect(self._anew)
        dialog.take_asked.connect(self._take)
        dialog.finished.connect(self._closed)
        self.run.moved.connect(self._moved)
        self.run.ended.connect(self._tell)

    def start(self) -> None:
        """Show what was found, and ask on where nothing was asked yet."""
        self._moved(self.run.found)
        if self.run.counted()[0] == 0:
            self._go_on()

    # -- asking --------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        self.shown = [one for one in self.shown if not one.problem]  # those are asked about again
        self.dialog.clear()
        self.dialog.add_papers([self._name(one) for one in self.shown])
        self.run.go_on()
        self._tell()

    def _anew(self) -> None:
        papers = self.papers or self.desk.selected()
        if papers and self.desk.attempt(lambda: _begin(self.run, papers)):
            self.shown, self.chosen = [], {}
            self.dialog.clear()
            self._go_on()

    def _moved(self, found: Sequence[Refreshed]) -> None:
        known = {one.paper.id for one in self.shown}
        new = [one for one in found if one.paper.id not in known and (one.differences or one.problem)]
        self.shown += new
        for one in new:
            self.chosen[one.paper.id] = self._offered(one)
        self.dialog.add_papers([self._name(one) for one in new])
        self._tell()

    def _offered(self, one: Refreshed) -> set[str]:
        """What is chosen to begin with: what fills blanks; that a preprint was published is only offered."""
        return {d.field for d in refreshing.filling(one).differences} - refreshing.together(one)

    def _tell(self) -> None:
        now, whole = self.run.counted()
        count = len([one for one in self.shown if one.differences])
        words = [plural("{n} paper differs.", "{n} papers differ.", count) if count else ""]
        failed = len(self.shown) - count
        if failed:
            words.append(plural("{n} got no answer.", "{n} got no answer.", failed))
        if self.run.running:
            words.insert(0, _("Asking the services: {now} of {all}.").format(now=now, all=whole))
        elif now < whole:
            words.insert(0, _("Stopped after {now} of {all}.").format(now=now, all=whole))
            words.append(self.run.problem)
        elif not self.shown:
            words = [_("Services say nothing else of these papers.")]
        self.dialog.show_progress(" ".join(filter(None, words)), now, whole, running=self.run.running)
        self._count()

    # -- choosing ------------------------------------------------------------------------------------------------

    def _name(self, one: Refreshed) -> str:
        title = one.paper.title
        if one.problem:
            return f"{title}\n{one.problem}"
        words = plural("{n} difference", "{n} differences", len(one.differences))
        chosen = len(self.chosen[one.paper.id])
        if chosen:
            words += ", " + plural("{n} chosen", "{n} chosen", chosen)
        if refreshing.together(one):
            words += " · " + _("it was published")
        return f"{title}\n{words}"

    def _current(self) -> Refreshed | None:
        place = self.dialog.list.currentRow()
        return self.shown[place] if 0 <= place < len(self.shown) else None

    def _show_paper(self, _place: int) -> None:
        one = self._current()
        if one is None:
            return
        lines = []
        for difference in one.differences:
            ours, theirs = difference.as_text()
            column = THEIRS if difference.field in self.chosen[one.paper.id] else OURS
            lines.append(Line(difference.field, _(fields.BY_NAME[difference.field].label), ours, theirs, column))
        self.dialog.show_paper(one.service, lines)

    def _choose(self, field: str, column: int) -> None:
        one = self._current()
        if one is not None:
            group = refreshing.together(one)
            self._set(one, group if field in group else {field}, column)

    def _choose_all(self, column: int) -> None:
        one = self._current()
        if one is not None:
            self._set(one, {difference.field for difference in one.differences}, column)

    def _set(self, one: Refreshed, names: set[str] | frozenset[str], column: int) -> None:
        chosen = self.chosen[one.paper.id]
        self.chosen[one.paper.id] = chosen | names if column == THEIRS else chosen - names
        place = self.dialog.list.currentRow()
        self.dialog.name_paper(place, self._name(one))
        self._show_paper(place)
        self._count()

    def _picked(self) -> list[Refreshed]:
        picked = []
        for one in self.shown:
            taken = tuple(d for d in one.differences if d.field in self.chosen[one.paper.id])
            if taken:
                picked.append(one._replace(differences=taken))
        return picked

    def _count(self) -> None:
        count = sum(1 for one in self.shown if self.chosen[one.paper.id])
        words = plural("Take over for {n} paper", "Take over for {n} papers", count) if count else _("Take over")
        self.dialog.show_chosen(words, 0 if self.run.running else count)

    # -- the end -------------------------------------------------------------------------------------------------

    def _take(self) -> None:
        picked, desk, run = self._picked(), self.desk, self.run
        words = plural("Refreshing {n} paper…", "Refreshing {n} papers…", len(picked))

        def done() -> None:
            counted = plural("{n} paper refreshed", "{n} papers refreshed", len(picked))
            papers = [one.paper.id for one in picked]
            desk.say(deeds.said(desk.library, papers, _("“{paper}” refreshed"), counted), undoable=True)

        def work() -> None:
            desk.do_whole(len(picked), words, lambda library: refreshing.take(library, picked), done)

        if desk.attempt(work):
            run.settle()
            self.shown = []
            self.dialog.accept()

    def _closed(self, _result: int) -> None:
        run, desk = self.run, self.desk
        if run.running:
            run.afterwards = lambda: _tell_the_end(desk, run)
        elif not run.run.left:
            run.forget()


def _tell_the_end(desk: Desk, run: BackgroundRun) -> None:
    """Say what came of a refresh whose dialog was closed meanwhile."""
    count = len([one for one in run.found if one.differences])
    words = plural("Refreshed: {n} paper differs.", "Refreshed: {n} papers differ.", count)
    if run.run.left:
        words = " ".join(filter(None, (run.problem, refresh_run.left_words(run.run.left))))
    if count or run.run.left:
        desk.offer(words, _("Show"), lambda: show(desk, run), undoable=False)
    else:
        run.forget()
        desk.say(_("Services say nothing else of these papers."))

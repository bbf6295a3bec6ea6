"""Reference lists are looked up on a worker, kept as one step at the end, and stopped by asking again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QThreadPool

from readinglist.core import errors
from readinglist.flows import network
from readinglist.flows.citations import looking_up
from readinglist.flows.citations.looking_up import Looked
from readinglist.i18n import _, plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk


class ReferenceRun(QObject):
    """One for a window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("references")
        self.desk = desk
        self.running = False
        self._stopping = False
        desk.at_close.append(self.stop)

    def stop(self) -> None:
        """Ask no further; what was found until then is kept."""
        self._stopping = True

    def begin(self, papers: Sequence[int]) -> None:
        """Ask for the reference lists of papers, and say so."""
        self.running, self._stopping = True, False
        self.desk.say(
            plural("Looking up references of {n} paper…", "Looking up references of {n} papers…", len(papers))
        )
        tasks.run(
            lambda report: self._work(papers, report),
            done=self._done,
            failed=self._failed,
            progress=self._moved,
            owner=self,
            label="references",
        )

    def _work(self, papers: Sequence[int], report: tasks.Report) -> list[Looked]:
        """On a worker, beside those that Qt counts: it mostly waits for answers, and lists are read on the others."""
        pool = QThreadPool.globalInstance()
        pool.releaseThread()
        found: list[Looked] = []
        try:
            asker = looking_up.asker(self.desk.settings, lambda: self._stopping)
            if asker is None:
                raise network.forbidden()
            with self.desk.library.another(readonly=True) as own:
                found.extend(looking_up.look(own, papers, asker, progress=report, cancelled=lambda: self._stopping))
        except errors.Cancelled:
            pass  # what was found until then is whole
        finally:
            pool.reserveThread()
        return found

    def _moved(self, now: int, whole: int) -> None:
        if now < whole:
            self.desk.say(_("References of {n} of {all} papers looked up…").format(n=now, all=whole))

    def _done(self, found: list[Looked]) -> None:
        self.running = False
        if self._stopping and not found:
            return
        listed = [one for one in found if one.references]
        if self.desk.attempt(lambda: looking_up.keep(self.desk.library, found)):
            self.desk.say(_said(found, listed), undoable=bool(listed))

    def _failed(self, problem: BaseException) -> None:
        self.running = False
        if not isinstance(problem, errors.Refused):
            raise problem
        self.desk.refused(problem)


def _said(found: Sequence[Looked], listed: Sequence[Looked]) -> str:
    """Return in words what came of it, and why where nothing did."""
    if not listed:
        return found[0].problem if len(found) == 1 else _("The services list no references of these papers.")
    count = sum(len(one.references) for one in listed)
    words = plural("{n} reference of {papers} found", "{n} references of {papers} found", count)
    return words.replace("{papers}", plural("{n} paper", "{n} papers", len(listed)))


def look_up(desk: Desk, papers: Sequence[int]) -> None:
    """Ask for the reference lists of papers; while that is being done, stop it instead."""
    if not network.allowed(desk.settings):
        desk.refused(network.forbidden())
        return
    if not papers:
        desk.say(_("There is no paper to look up."))
        return
    found = desk.findChild(ReferenceRun, "references")
    run = found if isinstance(found, ReferenceRun) else ReferenceRun(desk)
    if run.running:
        run.stop()
        desk.say(_("Looking up references was stopped. What was found is kept."))
    else:
        run.begin(papers)

"""Asks what is to become of an import that ended before its time: go on, take it back, or keep what came in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from readinglist.core import errors
from readinglist.core.events import Changed
from readinglist.i18n import _
from readinglist.library.change.open_steps import Unfinished
from readinglist.library.library import Library
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.notice_strip import NoticeStrip

_NAME = "unfinished"


class UnfinishedSteps(QObject):
    """Looks at the start, and again as long as another program has a step open: it may be stopped meanwhile."""

    def __init__(self, strip: NoticeStrip, desk: Desk) -> None:
        super().__init__(desk)
        self.strip = strip
        self.desk = desk
        self._again = QTimer(self, singleShot=True, interval=patience.UNFINISHED_MS)
        self._again.timeout.connect(self.look)
        desk.bridge.changed.connect(self._heard)
        self._again.start(0)

    def _heard(self, changed: Changed) -> None:
        if not changed.mine and not self._again.isActive():
            self._again.start()

    def look(self) -> None:
        """Ask where something was left, and look again later where something is still being done."""
        if self.desk.long.running or self.desk.library.readonly:
            return
        try:
            found = self.desk.library.unfinished()
            busy = self.desk.library.in_progress_elsewhere()
        except errors.Refused:
            return  # the bridge says what is wrong with the file
        if found is not None and self.strip.name in ("", _NAME):
            self._ask(found)
        elif found is None:
            self.strip.settle(_NAME)
        if busy or (found is not None and self.strip.name != _NAME):
            self._again.start()

    def _ask(self, found: Unfinished) -> None:
        from readinglist.flows.importing import going_on  # with all formats

        ways: list[tuple[str, Callable[[], object]]] = [
            (_("Take back"), lambda: self._take_back(found)),
            (_("Keep"), lambda: self._settled(lambda: self.desk.library.keep_unfinished(found))),
        ]
        if going_on.possible(found):
            ways.insert(0, (_("Go on"), lambda: self._go_on(found)))
        self.strip.say(_NAME, found.words(), ways)

    def _settled(self, deed: Callable[[], object]) -> None:
        """Do what was decided; where that is refused it is asked again."""
        self.strip.settle(_NAME)
        if not self.desk.attempt(deed):
            self._again.start()

    def _take_back(self, found: Unfinished) -> None:
        self._long(
            _("Taking back…"),
            lambda library, _report: library.take_back_unfinished(found),
            lambda: self.desk.say(_("Taken back.")),
        )

    def _go_on(self, found: Unfinished) -> None:
        from readinglist.flows.importing import going_on

        whole = int(found.told.get("total") or 0)

        def work(library: Library, report: tasks.Report) -> None:
            going_on.go_on(library, found, progress=lambda done, _part: report(done, whole))

        self._long(_("Importing…"), work, lambda: self.desk.say(_("All of it came in."), undoable=True))

    def _long(self, words: str, work: Callable[[Library, tasks.Report], object], done: Callable[[], object]) -> None:
        self.strip.settle(_NAME)
        self._again.start()  # should it be refused it is asked again
        self.desk.run_long(words, work, done)

"""A folder that is watched, if the user wants it: new PDFs in it are offered, and added only where the user says so."""

from __future__ import annotations

import logging
import time
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from readinglist.core.errors import Refused
from readinglist.i18n import _, plural
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk

if TYPE_CHECKING:
    from readinglist.flows.pdfs import new_in_folder

log = logging.getLogger(__name__)
AFTER_START_MS = 4_000  # the first seconds are the user's
_KEY = "watched_until"  # in the state: for each folder when the newest PDF that was offered had come


class WatchedFolder(QObject):
    """Looks into the folder of the setting `watch_folder` when something changes in it; costs nothing meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=patience.SETTLED_MS)  # what is downloaded comes in parts
        self._settled.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(lambda _folder: self._settled.start())
        QGuiApplication.instance().applicationStateChanged.connect(self._turned)  # type: ignore[union-attr]
        own = weakref.ref(self)

        def heard(key: str) -> None:
            if key == "watch_folder" and (me := own()) is not None:
                me.begin()

        desk.settings.listeners.append(heard)
        self.destroyed.connect(lambda: desk.settings.listeners.remove(heard))
        QTimer.singleShot(AFTER_START_MS, self, self.begin)

    @property
    def folder(self) -> str:
        """The folder, "" where none is watched."""
        return str(self.desk.settings.get("watch_folder")).strip()

    def begin(self) -> None:
        """Watch the folder that the setting names, and no other; what was in it before is not offered."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        if self.folder and Path(self.folder).expanduser().is_dir():
            self._watcher.addPath(str(Path(self.folder).expanduser()))
            if self._until() is None:
                self._remember(time.time_ns())
            self.look()

    def _turned(self, state: Qt.ApplicationState) -> None:
        """Disks in the network do not tell what changes: look when the user comes back."""
        if state == Qt.ApplicationState.ApplicationActive and self._watcher.directories():
            self._settled.start()

    def look(self) -> None:
        """Look, on a worker, for PDFs that have come since the newest that was offered."""
        until = self._until()
        if not self.folder or until is None:
            return
        from readinglist.flows.pdfs import new_in_folder  # what reads PDFs: most windows watch no folder

        folder = Path(self.folder).expanduser()
        library = self.desk.library

        def work(_report: tasks.Report) -> new_in_folder.Arrived:
            with library.another() as own:
                return new_in_folder.since(own, folder, until)

        tasks.run(work, done=self._found, failed=self._not_read, owner=self, label="watched folder")

    def _not_read(self, problem: BaseException) -> None:
        """A folder that is gone or on a disk that sleeps is no matter for the user now; the log has it."""
        if not isinstance(problem, OSError | Refused):
            raise problem
        log.warning("the watched folder could not be read", exc_info=problem)

    def _found(self, arrived: new_in_folder.Arrived) -> None:
        if not arrived.files:
            return
        words = plural("{n} new PDF in {folder}", "{n} new PDFs in {folder}", len(arrived.files))
        words = words.format(folder=Path(self.folder).name)
        self.desk.offer(words, _("Look at them"), lambda: self._show(arrived), undoable=False)

    def _show(self, arrived: new_in_folder.Arrived) -> None:
        from readinglist.ui.presenters.dialogs import add_papers

        self._remember(arrived.newest)
        add_papers.show_add(self.desk, files=[str(file) for file in arrived.files])

    def _until(self) -> int | None:
        found = self.desk.state.get(_KEY, {}).get(self.folder)
        return found if isinstance(found, int) else None

    def _remember(self, until: int) -> None:
        self.desk.state.set(_KEY, {self.folder: until})

"""Ends the window when the system or Ctrl+C asks for it: what is typed is saved, what had been begun is taken back."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication, QDialog

from readinglist.ui import tasks
from readinglist.ui.window import Window

PATIENCE = 1.0  # seconds for what had been begun: what is not taken back by then is left marked, and asked about
_STOPPED_BY = 128  # and the signal's number, as the command line has it
_KINDS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Waits for a signal to end; does nothing where there are none (Windows asks windows to close)."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.code = 0  # what the process is to end with, once it was asked to
        if sys.platform == "win32":
            return
        # Python's own handlers run only when Python does, which may be never while Qt waits: a pipe wakes Qt.
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._woken = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._woken.activated.connect(self._look)
        # One that is ignored stays so: `nohup` means it.
        kinds = [kind for name in _KINDS if signal.getsignal(kind := getattr(signal, name)) is not signal.SIG_IGN]
        self._before = {kind: signal.signal(kind, self._note) for kind in kinds}
        self._woke_before = signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)

    def _note(self, number: int, _frame: object) -> None:
        self.code = self.code or _STOPPED_BY + number

    def _look(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._pipe[0], 512)
        if self.code:
            self._woken.setEnabled(False)  # a second signal does not disturb taking back
            self.window.finish()
            try:
                self._settle()
            finally:
                self.window.close_at_once()
                QApplication.quit()

    def _settle(self) -> None:
        """Save what is typed, stop what is being done, and close what is open over the window."""
        window = self.window
        save = window.panes.presenter.save_again
        saved = save()
        window.desk.long.cancel()
        self._dismiss()
        end = time.monotonic() + PATIENCE
        while tasks.running() and time.monotonic() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        self._dismiss()  # what stopped its work before it closed
        if not saved:  # the library was busy with what has ended now
            save()

    @staticmethod
    def _dismiss() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    def leave(self) -> int:
        """Return what the process is to end with, 0 where nobody asked; end it now where a worker is still at it.

        What that has not committed goes with it; what it has is marked, and whoever opens the library next decides.
        """
        if self.code and not tasks.wait(int(PATIENCE * 1000)):
            os._exit(self.code)
        self.stop()
        return self.code

    def stop(self) -> None:
        """Let signals do what they did before."""
        if sys.platform == "win32":
            return
        signal.set_wakeup_fd(self._woke_before)
        for kind, usual in self._before.items():
            signal.signal(kind, usual)
        self._woken.setEnabled(False)
        for end in self._pipe:
            os.close(end)

"""Background work: plain data in, plain data out, on Qt's thread pool; leaves widgets and connections alone.

A task that reads or writes the library opens its own connection. In tests `serial` runs tasks at once.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

log = logging.getLogger(__name__)

Report = Callable[[int, int], None]

serial = False
_running: set[_Task] = set()


class _Task(QObject):
    """One piece of work; lives on the caller's thread, where its slots hand the result over."""

    _done = Signal(object)
    _failed = Signal(object)
    _progress = Signal(int, int)

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        progress: Report | None,
        owner: QObject | None,
    ) -> None:
        super().__init__()
        self.done, self.failed, self.progress, self.owner = done, failed, progress, owner
        # Queued by name: a plain function would be called on the worker's thread.
        way = Qt.ConnectionType.DirectConnection if serial else Qt.ConnectionType.QueuedConnection
        self._done.connect(self._finish, way)
        self._failed.connect(self._fail, way)
        self._progress.connect(self._tell, way)

    def work(self, function: Callable[[Report], Any]) -> None:
        """Do the work (on the worker) and send what came of it."""
        try:
            result = function(self._progress.emit)
        except BaseException as problem:  # noqa: BLE001 - it is handed over, not swallowed
            self._failed.emit(problem)
        else:
            self._done.emit(result)

    def _wanted(self) -> bool:
        return self.owner is None or isValid(self.owner)

    @Slot(object)
    def _finish(self, result: Any) -> None:
        _running.discard(self)
        if self._wanted():
            self.done(result)

    @Slot(object)
    def _fail(self, problem: BaseException) -> None:
        _running.discard(self)
        if self._wanted():
            self.failed(problem)
        else:
            log.warning("a task nobody waits for failed", exc_info=problem)

    @Slot(int, int)
    def _tell(self, count: int, whole: int) -> None:
        if self.progress and self._wanted():
            self.progress(count, whole)


class _Runnable(QRunnable):
    def __init__(self, task: _Task, function: Callable[[Report], Any]) -> None:
        super().__init__()
        self.task, self.function = task, function

    def run(self) -> None:
        self.task.work(self.function)


def run(
    function: Callable[[Report], Any],
    *,
    done: Callable[[Any], None],
    failed: Callable[[BaseException], None],
    progress: Report | None = None,
    owner: QObject | None = None,
    label: str = "",
) -> None:
    """Call `function(report)` on a worker; `done(result)` or `failed(exception)` follow on the caller's thread.

    Nobody is called once `owner` (a dialog, say) is gone. `report(now, all)` may be called from the worker and reaches
    `progress` on the caller's thread.
    """
    log.debug("task: %s", label)
    task = _Task(done, failed, progress, owner)
    _running.add(task)
    if serial:
        task.work(function)
    else:
        QThreadPool.globalInstance().start(_Runnable(task, function))


def running() -> bool:
    """Return whether a task runs, or has ended and its caller was not told yet."""
    return bool(_running)


@contextlib.contextmanager
def waiting_mostly() -> Iterator[None]:
    """Inside this block a worker mostly waits for answers from elsewhere: others may run beside it meanwhile.

    Qt has as many workers as there are cores; two that wait for a service would hold up the list and what is stored.
    """
    pool = QThreadPool.globalInstance()
    pool.releaseThread()
    try:
        yield
    finally:
        pool.reserveThread()


def share_the_time() -> None:
    """Keep workers from holding up the window, once it stands.

    A worker lets the window go on within a fifth of a millisecond, not five: painting comes back to Python for every
    cell, and would wait as often. And what Python looks through for cycles now and then, while nothing else of it runs,
    is only what has come since: the window itself stays as it is.
    """
    sys.setswitchinterval(0.0002)
    gc.freeze()


def wait(milliseconds: int = 10_000) -> bool:
    """Wait until no task runs (at exit). Returns False when the time was not enough."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)

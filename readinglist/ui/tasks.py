"""Background work: plain data in, plain data out, on Qt's thread pool; leaves widgets and connections alone.

A task that reads or writes the library opens its own connection. In tests `serial` runs tasks at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

log = logging.getLogger(__name__)

serial = False
_running: set[_Signals] = set()


class _Signals(QObject):
    done = Signal(object)
    failed = Signal(object)
    progress = Signal(int, int)


class _Task(QRunnable):
    def __init__(self, function: Callable[..., Any], signals: _Signals) -> None:
        super().__init__()
        self.function = function
        self.signals = signals

    def run(self) -> None:
        try:
            result = self.function()
        except BaseException as problem:  # noqa: BLE001 - it is handed over, not swallowed
            self.signals.failed.emit(problem)
        else:
            self.signals.done.emit(result)


def run(
    function: Callable[[Callable[[int, int], None]], Any],
    *,
    done: Callable[[Any], None],
    failed: Callable[[BaseException], None],
    progress: Callable[[int, int], None] | None = None,
    owner: QObject | None = None,
    label: str = "",
) -> None:
    """Call `function(report)` on a worker; `done(result)` or `failed(exception)` follow on the caller's thread.

    Nobody is called once `owner` (a dialog, say) is gone. `report(now, all)` may be called from the worker and reaches `progress` on the caller's thread.
    """
    signals = _Signals()
    _running.add(signals)

    def over(then: Callable[[Any], None]) -> Callable[[Any], None]:
        def call(value: Any) -> None:
            _running.discard(signals)
            if owner is None or isValid(owner):
                then(value)

        return call

    signals.done.connect(over(done))
    signals.failed.connect(over(failed))
    if progress:
        signals.progress.connect(lambda n, of: progress(n, of) if owner is None or isValid(owner) else None)
    log.debug("task: %s", label)
    task = _Task(lambda: function(signals.progress.emit), signals)
    if serial:
        task.run()
    else:
        QThreadPool.globalInstance().start(task)


def wait(milliseconds: int = 10_000) -> bool:
    """Wait until no task runs (at exit). Returns False when the time was not enough."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)

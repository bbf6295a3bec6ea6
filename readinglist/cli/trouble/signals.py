"""Ends a command that is asked to end (SIGTERM, SIGHUP) as Ctrl+C does: what it had begun is taken back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

_received: list[int] = []


class Ended(KeyboardInterrupt):
    """The system, or the terminal that was closed, asked the command to end."""


@contextlib.contextmanager
def taking_back() -> Iterator[None]:
    """Inside this block a signal to end is raised where the command is; a second one does not disturb taking back."""
    import signal  # here, as only what takes long needs it

    kinds = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

    def end(number: int, _frame: object) -> None:
        for kind in kinds:
            signal.signal(kind, signal.SIG_IGN)
        _received.append(number)
        raise Ended

    # One that is ignored stays so: `nohup` means it.
    before = {kind: signal.getsignal(kind) for kind in kinds if signal.getsignal(kind) is not signal.SIG_IGN}
    for kind in before:
        signal.signal(kind, end)
    try:
        yield
    finally:
        if not _received:
            for kind, usual in before.items():
                signal.signal(kind, usual)


def received() -> int | None:
    """Return the number of the signal that asked to end, or None."""
    return _received[-1] if _received else None

"""The listening sockets, and a thread for each connection; costs nothing while nobody calls."""

from __future__ import annotations

import contextlib
import errno
import selectors
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING

from readinglist.core.errors import Refused
from readinglist.i18n import _
from readinglist.listener.limits import LIMITS, PORT, Limits
from readinglist.listener.message import Answers

if TYPE_CHECKING:  # what speaks HTTP takes half a megabyte, and is loaded when somebody calls
    from readinglist.listener.serving import Connection

_ADDRESSES = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
_PAUSE = 0.1  # seconds after a call that could not be taken, so that nothing goes round in circles
_LEAVE = 5.0  # seconds for a request that is being answered when the listener ends


class Listener:
    """Listens on the loopback addresses, on a thread of its own, from `start` to `stop`."""

    def __init__(self, answers: Answers, port: int = PORT, limits: Limits = LIMITS) -> None:
        self.port = port
        self._answers = answers
        self._limits = limits
        self._sockets: list[socket.socket] = []
        self._running: dict[threading.Thread, Connection] = {}
        self._lock = threading.Lock()
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._listen, name="listener", daemon=True)

    def start(self) -> None:
        """Begin to listen. With port 0 a free one is taken. Raises Refused, saying who has the port."""
        try:
            self._open()
        except OSError as problem:
            self._close()
            raise _refused(self.port, problem) from problem
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; what is being answered is waited for, a moment. Safe to call twice."""
        with contextlib.suppress(OSError):
            self._wake.send(b"x")
        if self._thread.is_alive():
            self._thread.join()
        self._close()
        with self._lock:
            running = dict(self._running)
        for connection in running.values():
            connection.end()
        for thread in running:
            thread.join(_LEAVE)

    def addresses(self) -> list[str]:
        """Return where it listens, in words."""
        names = [found.getsockname()[0] for found in self._sockets]
        return [f"[{name}]:{self.port}" if ":" in name else f"{name}:{self.port}" for name in names]

    # -- inside --------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        for family, address in _ADDRESSES:
            try:
                made = socket.socket(family, socket.SOCK_STREAM)
            except OSError:
                continue  # a machine without IPv6
            self._sockets.append(made)
            if sys.platform == "win32":
                made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            try:
                made.bind((address, self.port))
            except OSError as problem:
                if family == socket.AF_INET6 and problem.errno == errno.EADDRNOTAVAIL:
                    self._sockets.remove(made)
                    made.close()
                    continue
                raise
            made.listen(self._limits.connections)
            made.setblocking(False)
            self.port = made.getsockname()[1]

    def _close(self) -> None:
        for found in (*self._sockets, self._wake, self._woken):
            found.close()
        self._sockets.clear()

    def _listen(self) -> None:
        with selectors.DefaultSelector() as ready:
            for found in (*self._sockets, self._woken):
                ready.register(found, selectors.EVENT_READ)
            while True:
                for key, _events in ready.select():
                    if key.fileobj is self._woken:
                        return
                    assert isinstance(key.fileobj, socket.socket)
                    try:
                        self._begin(key.fileobj.accept()[0])
                    except (OSError, RuntimeError):  # who called has left again, or there is no room for one more
                        time.sleep(_PAUSE)

    def _begin(self, called: socket.socket) -> None:
        from readinglist.listener.serving import Connection  # see above

        made = Connection(called, self._answers, self.port, self._limits)
        called.setblocking(True)
        thread = threading.Thread(target=self._serve, args=(made,), name="listener connection", daemon=True)
        with self._lock:
            if len(self._running) >= self._limits.connections:
                idle = next((other for other in self._running.values() if other.waiting), None)
                called.close() if idle is None else idle.end()
            if called.fileno() < 0:
                return
            self._running[thread] = made
        try:
            thread.start()
        except RuntimeError:
            called.close()
            with self._lock:
                del self._running[thread]
            raise

    def _serve(self, connection: Connection) -> None:
        try:
            connection.serve()
        finally:
            with self._lock:
                del self._running[threading.current_thread()]


def _refused(port: int, problem: OSError) -> Refused:
    if problem.errno == errno.EADDRINUSE:
        from readinglist.listener.holder import who_holds  # asked only where it is needed

        return Refused(
            _("The browser cannot save here: {who} listens on port {port}.").format(who=who_holds(port), port=port),
            do=_("Close it, or choose another port here and in the browser's extension."),
        )
    return Refused(_("Port {port} cannot be listened on: {why}.").format(port=port, why=problem.strerror))

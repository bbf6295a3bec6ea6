"""One window a library: a second start raises the first one's window instead of opening another."""

from __future__ import annotations

import getpass
import os
import sys
import zlib
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QWidget

from readinglist.ui import patience

# QtNetwork is loaded where it is needed: a first window opens sooner without it.


def key_of(path: Path) -> str:
    """Return the name under which the window of this library, of this user, can be called."""
    who = f"{_user()}:{path.resolve()}"
    return f"readinglist-{_user()}-{zlib.crc32(who.encode()):08x}{zlib.adler32(who.encode()):08x}"


def _user() -> str:
    if hasattr(os, "getuid"):
        return str(os.getuid())
    return getpass.getuser()


def _nobody(key: str) -> bool:
    """True where it is plain that no window listens: on Unix a local server is a file in the temporary folder."""
    return sys.platform != "win32" and not Path(QDir.tempPath(), key).exists()


def raise_other(key: str) -> bool:
    """Ask an open window to come to the front. Returns whether there was one."""
    if _nobody(key):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(key)
    if not socket.waitForConnected(patience.OTHER_WINDOW_MS):
        return False
    socket.write(b"raise\n")
    socket.flush()
    socket.waitForBytesWritten(patience.OTHER_WINDOW_MS)
    socket.disconnectFromServer()
    return True


class Server(QObject):
    """Listens for second starts on behalf of `window`."""

    def __init__(self, key: str, window: QWidget) -> None:
        super().__init__(window)
        from PySide6.QtNetwork import QLocalServer

        self.window_ = window
        self.server = QLocalServer(self)
        self.server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self.server.newConnection.connect(self._called)
        if not self.server.listen(key):
            QLocalServer.removeServer(key)  # left behind by a window that was killed
            self.server.listen(key)

    def _called(self) -> None:
        while self.server.hasPendingConnections():
            socket = self.server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
        self.window_.setWindowState(self.window_.windowState() & ~self.window_.windowState().WindowMinimized)
        self.window_.show()
        self.window_.raise_()
        self.window_.activateWindow()


def listen(key: str, window: QWidget) -> None:
    """Listen for second starts as long as `window` lives; its end, as the socket's parent, closes the socket."""
    Server(key, window)

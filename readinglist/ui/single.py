"""One window a library: a second start raises the first one's window instead of opening another."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_WAIT = 500  # milliseconds for a window that is busy


def key_of(path: Path) -> str:
    """Return the name under which the window of this library, of this user, can be called."""
    who = f"{getpass.getuser()}:{path.resolve()}"
    return "readinglist-" + hashlib.sha256(who.encode()).hexdigest()[:20]


def raise_other(key: str) -> bool:
    """Ask an open window to come to the front. Returns whether there was one."""
    socket = QLocalSocket()
    socket.connectToServer(key)
    if not socket.waitForConnected(_WAIT):
        return False
    socket.write(b"raise\n")
    socket.flush()
    socket.waitForBytesWritten(_WAIT)
    socket.disconnectFromServer()
    return True


class Server(QObject):
    """Listens for second starts on behalf of `window`."""

    def __init__(self, key: str, window: QWidget) -> None:
        super().__init__(window)
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

    def close(self) -> None:
        """Stop listening."""
        self.server.close()

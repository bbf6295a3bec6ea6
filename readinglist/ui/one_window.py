"""One window a library: a second start raises the first one's window, and hands over what it was to add."""

from __future__ import annotations

import getpass
import os
import stat
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QWidget

from readinglist.ui import patience

if TYPE_CHECKING:  # see below
    from PySide6.QtNetwork import QLocalSocket

_LONGEST_FOLDER = 80  # characters: a socket's whole path has room for 107 bytes

# QtNetwork is loaded where it is needed: a first window opens sooner without it.


_ANSWER = b"raised\n"
_RAISE, _ADD = b"raise", b"add "
_LONGEST = 10_000  # bytes of a line


def key_of(path: Path) -> str:
    """Return the name under which the window of this library, of this user, can be called; "" where it cannot be.

    On Unix it is a socket in a folder that nobody else can look into, so that nobody else can answer for the window.
    """
    who = f"{_user()}:{path.resolve()}"
    name = f"{zlib.crc32(who.encode()):08x}{zlib.adler32(who.encode()):08x}"
    if sys.platform == "win32":
        return f"readinglist-{_user()}-{name}"
    folder = _private_folder()
    return str(folder / name) if folder else ""


def _private_folder() -> Path | None:
    """Return the folder for sockets: the session's own, else one in the temporary folder; None where it is not ours."""
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    base = Path(session) / "readinglist" if session else Path(QDir.tempPath(), f"readinglist-{_user()}")
    try:
        base.mkdir(mode=0o700, exist_ok=True)
        found = base.lstat()
    except OSError:
        return None
    mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077
    return base if mine and len(str(base)) < _LONGEST_FOLDER else None


def _user() -> str:
    if hasattr(os, "getuid"):
        return str(os.getuid())
    return getpass.getuser()


def raise_other(key: str, address: str = "") -> bool:
    """Ask an open window to come to the front, and to offer a web address for adding.

    Returns whether one said that it does: a frozen one says nothing.
    """
    if not key or (sys.platform != "win32" and not Path(key).exists()):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(key)
    if not socket.waitForConnected(patience.OTHER_WINDOW_MS):
        return False
    socket.write((_ADD + address.encode() if address else _RAISE) + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(patience.OTHER_WINDOW_MS) and socket.readAll().data() == _ANSWER
    socket.abort()
    return bool(answered)


class Server(QObject):
    """Listens for second starts on behalf of `window`; `add_asked(address)` where one was to add something."""

    add_asked = Signal(str)

    def __init__(self, key: str, window: QWidget) -> None:
        super().__init__(window)
        from PySide6.QtNetwork import QLocalServer

        self.window_ = window
        if not key:
            return
        self.server = QLocalServer(self)
        self.server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self.server.newConnection.connect(self._called)
        if not self.server.listen(key):
            QLocalServer.removeServer(key)  # left behind by a window that was killed, or is frozen
            self.server.listen(key)

    def _called(self) -> None:
        while self.server.hasPendingConnections():
            socket = self.server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._asked(socket))

    def _asked(self, socket: QLocalSocket) -> None:
        """Do what a second start asks for, once its line is whole."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        line = bytes(socket.readLine(_LONGEST).data()).strip()
        socket.write(_ANSWER)
        socket.flush()
        self._raise()
        if line.startswith(_ADD):
            self.add_asked.emit(line[len(_ADD) :].decode("utf-8", "replace"))

    def _raise(self) -> None:
        self.window_.setWindowState(self.window_.windowState() & ~self.window_.windowState().WindowMinimized)
        self.window_.show()
        self.window_.raise_()
        self.window_.activateWindow()


def listen(key: str, window: QWidget, add: Callable[[str], object]) -> None:
    """Listen for second starts as long as `window` lives; its end, as the socket's parent, closes the socket.

    `add(address)` is called where one was to add something.
    """
    Server(key, window).add_asked.connect(add)

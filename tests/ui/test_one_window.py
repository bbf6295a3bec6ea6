"""One window for each library: the second start raises the first."""

from __future__ import annotations

import socket
import stat
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QWidget

from readinglist.ui import one_window
from tests.second_start import answered

posix = pytest.mark.skipif(sys.platform == "win32", reason="sockets are files on POSIX")


@pytest.fixture(autouse=True)
def _session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session of one's own, with a short path: a socket's has room for 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="rl-") as short:
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        yield


def test_a_second_start_raises_the_first_window(qtbot, tmp_path: Path):
    key = one_window.key_of(tmp_path / "library.db")
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    server = one_window.Server(key, window)
    try:
        assert answered(key, qtbot.waitUntil)
        qtbot.waitUntil(lambda: window.isVisible() and not window.isMinimized())
    finally:
        server.server.close()


def test_nobody_answers_where_no_window_is(qapp, tmp_path: Path):
    assert not one_window.raise_other(one_window.key_of(tmp_path / "library.db"))


def test_each_library_has_a_window_of_its_own(tmp_path: Path):
    assert one_window.key_of(tmp_path / "one.db") != one_window.key_of(tmp_path / "two.db")
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "one.db")
    assert one_window.key_of(link) == one_window.key_of(tmp_path / "one.db")


def test_a_socket_left_behind_is_replaced(qtbot, tmp_path: Path):
    key = one_window.key_of(tmp_path / "library.db")
    first = QLocalServer()
    assert first.listen(key)
    path = Path(first.fullServerName())
    saved = path.with_name(path.name + ".kept")
    path.rename(saved)  # closing takes the file away; a killed program leaves it
    first.close()
    saved.rename(path)
    window = QWidget()
    qtbot.addWidget(window)
    server = one_window.Server(key, window)
    try:
        assert server.server.isListening()
        assert answered(key, qtbot.waitUntil)
    finally:
        server.server.close()


@posix
def test_the_socket_lies_where_nobody_else_can_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(one_window.key_of(tmp_path / "library.db")).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    assert one_window.key_of(tmp_path / "library.db") == ""  # others could have put something there
    folder.chmod(0o700)
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(one_window.QDir, "tempPath", lambda: str(tmp_path))
    squatted = tmp_path / f"readinglist-{one_window._user()}"
    squatted.symlink_to(folder)
    assert one_window.key_of(tmp_path / "library.db") == ""


@posix
def test_a_place_that_is_squatted_keeps_no_window_from_opening(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert not one_window.raise_other("")
    one_window.Server("", window)


@posix
def test_a_frozen_window_keeps_no_other_from_opening(qtbot, tmp_path: Path):
    key = one_window.key_of(tmp_path / "library.db")
    with socket.socket(socket.AF_UNIX) as frozen:
        frozen.bind(key)
        frozen.listen(5)  # the system takes the call; nobody answers it
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(key)  # negative control: to connect alone says nothing
        assert not one_window.raise_other(key)
        window = QWidget()
        qtbot.addWidget(window)
        server = one_window.Server(key, window)
        try:
            assert server.server.isListening()
            assert answered(key, qtbot.waitUntil)
        finally:
            server.server.close()

"""One window for each library: the second start raises the first."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QWidget

from readinglist.ui import one_window


def test_a_second_start_raises_the_first_window(qtbot, tmp_path: Path):
    key = one_window.key_of(tmp_path / "library.db")
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    server = one_window.Server(key, window)
    try:
        assert one_window.raise_other(key)
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
        assert one_window.raise_other(key)
    finally:
        server.server.close()

"""`--screenshot`: the window as it would open, drawn into a file, with each wrong value refused in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6 import QtCore
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from readinglist import app, paths
from readinglist.settings import State
from readinglist.ui.look import theme
from readinglist.ui.window import Window
from tests.waiting import HANGS


@pytest.fixture
def draw(seeded, qapp, monkeypatch, tmp_path, capsys):
    """Draw a picture of the sample library with these options: the exit code, the picture, what was said."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(QtCore, "qInstallMessageHandler", lambda _handler: None)  # the tests listen to Qt themselves
    file = tmp_path / "picture.png"

    def call(*options: str) -> tuple[int, QImage | None, str]:
        file.unlink(missing_ok=True)
        try:
            code = app.main(["--library", str(seeded.path), "--screenshot", str(file), *options])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        return int(code), QImage(str(file)) if file.exists() else None, capsys.readouterr().err

    yield call
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Window):
            window.deleteLater()
    QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    theme.apply(qapp, dark=False)


@pytest.fixture
def windows(monkeypatch):
    """The windows as they were when they were drawn."""
    seen: list[tuple[str, str, list[int], str]] = []
    close = Window.close

    def closed(window):
        seen.append(
            (
                window.browser.view.name,
                window.search_bar.box.text(),
                window.desk.selected(),
                window.search_bar.wrong.text(),
            )
        )
        return close(window)

    monkeypatch.setattr(Window, "close", closed)
    return seen


def test_size_and_theme(draw):
    code, light, said = draw("--size", "1200x700", "--theme", "light")
    assert (code, said) == (0, "")
    assert (light.width(), light.height()) == (1200, 700)
    code, dark, _said = draw("--size", "1200x700", "--theme", "dark")
    assert code == 0
    assert light.pixelColor(5, 650).lightness() - dark.pixelColor(5, 650).lightness() > 120


def test_view_search_and_paper(draw, windows, seeded):
    third = seeded.search.ids()[2]
    assert draw("--view", "inbox", "--select", str(third))[0] == 0
    assert windows[-1][:3] == ("status:inbox", "", [third])
    assert draw("--search", "natural")[0] == 0
    view, text, chosen, wrong = windows[-1]
    assert (view, text, wrong) == ("all", "natural", "")
    assert chosen
    assert draw("--view", "upnext")[0] == 0
    assert windows[-1][0] == "upnext"


def test_all_has_its_place_where_the_time_is_over_at_once(draw, monkeypatch):
    options = ("--view", "upnext", "--size", "2560x1440", "--select", "4")
    _code, usual, _said = draw(*options)
    monkeypatch.setattr(app, "_SETTLE", 0)
    _code, hurried, _said = draw(*options)
    assert usual is not None
    assert hurried == usual


def test_a_picture_waits_until_nothing_changes_any_more(qapp, monkeypatch):
    monkeypatch.setattr(app, "_SETTLE", 0)
    monkeypatch.setattr(app, "_TURNS", 2)
    shades = iter([1, 2, 3, 4])

    class Changing:
        finished = True
        shade = 0

        def grab(self):
            self.shade = next(shades, self.shade)
            picture = QPixmap(1, 1)
            picture.fill(QColor(self.shade, 0, 0))
            return picture

    assert app._at_rest(Changing()).toImage().pixelColor(0, 0).red() == 4


def test_a_wrong_search_is_drawn_as_the_window_says_it(draw, windows):
    assert draw("--search", "rating:lots")[0] == 0
    assert windows[-1][3]


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--size", "huge"], 2, "huge is no size"),
        (["--size", "10x10"], 2, "10x10 is no size"),
        (["--theme", "pink"], 2, "pink"),
        (["--view", "attic"], 2, "There is no view called attic."),
        (["--view", "status:attic"], 2, "There is no view called status:attic."),
        (["--view", "tag:attic"], 2, "There is no view called tag:attic."),
        (["--view", "search:attic"], 2, "There is no view called search:attic."),
        (["--view", "queue:attic"], 2, "There is no view called queue:attic."),
        (["--select", "999"], 8, "There is no paper 999"),
        (["--nonsense"], 2, "--nonsense"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_drawn(draw, options, code, words):
    got, picture, said = draw(*options)
    assert (got, picture) == (code, None)
    assert words in said
    assert "Traceback" not in said


def test_a_place_that_cannot_be_written(draw, tmp_path):
    code, _picture, said = draw("--screenshot", str(tmp_path / "no" / "x.png"))
    assert code == 1
    assert "could not be written" in said


@pytest.mark.parametrize(("content", "code"), [(b"Dear diary\n" * 50, 5), (b"SQLite format 3\0" + b"\xa5" * 4096, 5)])
def test_what_is_no_library_is_not_drawn(draw, tmp_path, content, code):
    other = tmp_path / "other.db"
    other.write_bytes(content)
    got, picture, said = draw("--library", str(other))
    assert (got, picture) == (code, None)
    assert "other.db" in said
    assert other.read_bytes() == content


def test_a_picture_remembers_nothing(draw, user_folder):
    draw("--view", "trash", "--size", "900x600")
    assert State().get("view") is None
    assert State().get("geometry") is None


def test_without_a_display_it_says_so_and_ends(tmp_path):
    hidden = {key: value for key, value in os.environ.items() if "DISPLAY" not in key and key != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "readinglist", "--library", str(tmp_path / "new.db")],
        cwd=Path(app.__file__).parent.parent,
        env=hidden,
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )
    assert done.returncode == 1
    assert "There is no display" in done.stderr
    assert not (tmp_path / "new.db").exists()


def test_without_a_screen_in_a_process_of_its_own(seeded, tmp_path):
    seeded.close()
    file = tmp_path / "alone.png"
    root = Path(app.__file__).parent.parent
    hidden = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "readinglist", "--screenshot", str(file), "--size", "800x600"],
        cwd=root,
        env=hidden | {paths.LIBRARY_VARIABLE: str(seeded.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not QImage(str(file)).isNull()

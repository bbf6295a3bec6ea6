"""A library that does not open: the user compares it with a backup, restores it, looks at one, or saves a copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from readinglist import app
from readinglist.core import errors
from readinglist.library.backup import making
from readinglist.library.check import check
from readinglist.library.library import Library
from readinglist.ui.presenters.about_library.recovery import Recovering


@pytest.fixture
def broken(seeded: Library) -> Path:
    """A library with a backup, of whose file the first page is gone."""
    made = making.make(seeded, "asked")
    assert made is not None
    seeded.papers.trash([3])
    seeded.close()
    data = seeded.path.read_bytes()
    seeded.path.unlink()  # and with it what this process knows of the file
    seeded.path.write_bytes(bytes(4096) + data[4096:])
    return seeded.path


def recovering(path: Path, qtbot: QtBot) -> Recovering:
    try:
        Library.open(path, create=True).close()
    except errors.Refused as problem:
        made = Recovering(path, problem)
        with qtbot.waitExposed(made.dialog):
            made.dialog.show()
        return made
    raise AssertionError("it opened")


def click(qtbot: QtBot, found: Recovering, name: str) -> None:
    qtbot.mouseClick(found.dialog.made[name], Qt.MouseButton.LeftButton)


def test_it_is_compared_first_and_then_restored(broken: Path, qtbot: QtBot) -> None:
    before = broken.read_bytes()
    found = recovering(broken, qtbot)
    assert found.dialog.list.count() == 1
    assert not found.dialog.made["restore"].isEnabled()
    click(qtbot, found, "restore")
    assert broken.read_bytes() == before
    click(qtbot, found, "compare")
    assert "in the backup: 22" in found.dialog.told.toPlainText()
    click(qtbot, found, "restore")
    assert found.chosen is not None
    assert (found.chosen.path, found.chosen.readonly) == (broken, False)
    (kept,) = broken.parent.glob("*.before-restore-*.db")
    assert kept.read_bytes() == before
    with Library.open(broken) as library:
        assert check(library).sound
        assert len(library.papers.every()) == 22


def test_escape_changes_nothing(broken: Path, qtbot: QtBot) -> None:
    before = broken.read_bytes()
    found = recovering(broken, qtbot)
    with qtbot.waitSignal(found.dialog.rejected):
        qtbot.keyClick(found.dialog, Qt.Key.Key_Escape)
    assert found.chosen is None
    assert broken.read_bytes() == before


def test_a_backup_is_looked_at_without_being_written(broken: Path, qtbot: QtBot) -> None:
    found = recovering(broken, qtbot)
    click(qtbot, found, "look")
    assert found.chosen is not None
    assert found.chosen.readonly
    before = found.chosen.path.read_bytes()
    with Library.open(found.chosen.path, readonly=True) as library:
        assert len(library.search.ids()) == 22
        with pytest.raises(errors.ReadOnly):
            library.papers.trash([1])
    assert found.chosen.path.read_bytes() == before


def test_without_a_backup_what_can_be_read_is_looked_at(broken: Path, qtbot: QtBot) -> None:
    for entry in broken.parent.glob("*.backups/*"):
        entry.rename(broken.parent / entry.name)
    found = recovering(broken, qtbot)
    assert found.dialog.list.count() == 0
    assert not found.dialog.made["compare"].isEnabled()
    click(qtbot, found, "look")
    assert found.chosen is not None
    with Library.open(found.chosen.path, readonly=True) as library:
        assert len(library.papers.every()) == 22
    found.close()
    assert not found.chosen.path.exists()


def test_a_copy_is_saved_as_it_is(broken: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = recovering(broken, qtbot)
    for target in (tmp_path / "copy.db", broken):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, target=target: (str(target), ""))
        click(qtbot, found, "copy")
    assert (tmp_path / "copy.db").read_bytes() == broken.read_bytes()
    assert "the library itself" in found.dialog.wrong.text()
    found.dialog.reject()


@pytest.mark.parametrize("left", ["missing", "empty"])
def test_a_library_that_is_gone_is_asked_about_too(
    broken: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    """Driven through the start itself: the dialog is asked instead of a new library being begun."""
    broken.unlink()
    if left == "empty":
        broken.touch()
    asked: list[str] = []

    def ask(self: Recovering) -> None:
        asked.extend(self.dialog.list.item(n).text() for n in range(self.dialog.list.count()))
        self.dialog.reject()

    monkeypatch.setattr(Recovering, "ask", ask)
    monkeypatch.setattr(app, "choose_platform", lambda _screenshot: None)
    monkeypatch.setattr(app, "is_unseen", lambda _application: False)
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "")
    assert app.main(["--library", str(broken)]) == errors.Exit.NO_LIBRARY
    assert len(asked) == 1
    assert "22 papers" in asked[0]
    assert broken.exists() == (left == "empty")
    assert not broken.exists() or broken.stat().st_size == 0

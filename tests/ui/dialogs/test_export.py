"""The export dialog offers whatever the table of formats can write; what goes wrong is said and tried again."""

from pathlib import Path

import pytest

from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.dialogs.export_papers import show_export
from tests.formats import throwaway
from tests.ui.conftest import kept


def test_the_window_offers_it_for_export(desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    throwaway.install(monkeypatch)
    dialog = show_export(desk, [library.papers.add(Draft(title="Tides", date="1999"))], [])
    dialog.format.setCurrentIndex(dialog.format.findData("throwaway"))
    assert dialog.format.currentText() == "Throw-away list"
    assert dialog.preview.toPlainText() == "THROWAWAY\nTides; 1999\n"


def test_three_papers_are_shown_of_more(desk: Desk, library: Library) -> None:
    papers = [library.papers.add(Draft(title=f"Tide {n}")) for n in range(4)]
    shown = show_export(desk, [], papers).preview.toPlainText()
    assert shown.count("@") == 3
    assert shown.endswith("\n…")


def test_it_is_written_on_a_worker_after_a_place_that_cannot_be_written(
    desk: Desk, library: Library, qtbot: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "serial", False)
    dialog = kept(show_export(desk, [library.papers.add(Draft(title="Tides"))], []))
    dialog.write(tmp_path)
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert "cannot be written" in dialog.said.text()
    dialog.write(tmp_path / "papers.bib")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "Tides" in (tmp_path / "papers.bib").read_text(encoding="utf-8")
    assert tasks.wait()

"""Papers are cited from the window: in a style, by key, and with true words where that cannot be done."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtGui import QGuiApplication

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


@needs_pandoc
def test_a_right_click_copies_two_papers_in_a_style_plain_and_rich(person):
    person.press("Shift+Down")
    menus = person.window.panes.menus
    menus.run("copy_ieee")
    person.until(lambda: "references copied" in person.window.toast.label.text())
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith("[1] ")
    assert copied.text().count("\n\n") == 1
    assert copied.html().count("<p>[") == 2
    assert person.window.toast.label.text() == "2 references copied"


def test_citations_by_key(person):
    person.press("Ctrl+Alt+M")
    assert QGuiApplication.clipboard().text().startswith("[@")
    person.press("Ctrl+Alt+X")
    assert QGuiApplication.clipboard().text().startswith("\\cite{")
    assert person.window.toast.label.text() == "1 citation copied"


def test_without_pandoc_it_is_said_and_the_clipboard_stays(person, monkeypatch):
    QGuiApplication.clipboard().setText("before")
    monkeypatch.setenv("PATH", "/nowhere")
    person.window.panes.menus.run("copy_apa")
    person.until(lambda: "pandoc, which is not installed" in person.window.toast.label.text())
    assert "Nothing was copied" in person.window.toast.label.text()
    assert QGuiApplication.clipboard().text() == "before"

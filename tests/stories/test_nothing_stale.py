"""What is on screen is what would be painted anew: no line that has changed is left as it was."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def stale(person):
    """Return the lines of the table, counted on screen, that are shown otherwise than they would be painted now."""
    for _turn in range(3):
        QApplication.processEvents()
    window, ground = person.window, person.window.table.viewport()
    window.panes.toast.hide()
    QApplication.processEvents()
    place = QRect(ground.mapTo(window, QPoint(0, 0)), ground.size())
    rgb = QImage.Format.Format_RGB32
    shown = QGuiApplication.primaryScreen().grabWindow(window.winId()).copy(place).toImage().convertToFormat(rgb)
    fresh = ground.grab().toImage().convertToFormat(rgb)
    place = shown.rect().intersected(fresh.rect())
    assert place.height() > 100  # the screen of the tests is smaller than the window
    shown, fresh = shown.copy(place), fresh.copy(place)
    if shown == fresh:
        return set()
    high = person.window.table.rowHeight(0)
    spots = [(x, y) for y in range(place.height()) for x in range(0, place.width(), 5)]
    return {y // high for x, y in spots if shown.pixel(x, y) != fresh.pixel(x, y)}


def test_no_key_and_no_change_leaves_a_line_as_it_was(person):
    table, ids = person.window.table, person.ids()
    person.window.resize(760, 560)
    person.window.move(0, 0)
    for key in (
        "Down",
        "Shift+Down",
        "Ctrl+Down",
        "3",
        "Ctrl+Alt+1",
        "Ctrl+Z",
        "F4",
        "Down",
        "F5",
        "End",
        "PgUp",
        "Home",
    ):
        person.press(key)
        assert stale(person) == set(), key
    for key in ("Ctrl+Shift+D",) * 4:
        person.press(key)
        table.select_ids(table.papers.ids[2:4].tolist())  # while Qt has still to lay out the lines
        assert stale(person) == set(), key
    person.press("F3", "Ctrl+F")
    for letter in "policy":
        person.type(letter)
        assert stale(person) == set(), letter
    person.press("Escape")
    assert stale(person) == set()
    person.click_head("title")
    assert stale(person) == set()
    QTest.mouseMove(table.viewport(), QPoint(200, 100))
    table.verticalScrollBar().setValue(40)
    assert stale(person) == set()
    person.library.tags.edit(ids[3:6], add=["new"])
    assert stale(person) == set()


def test_the_heads_of_the_columns_are_there_again_after_another_page(person):
    window, header = person.window, person.window.table.header
    for key in ("F2", "F3", "F8", "F3", "F11", "Escape", "F10"):
        person.press(key)
        QApplication.processEvents()
        parts = [header, header.viewport(), window.table, window.table.viewport(), window.table.verticalScrollBar()]
        assert all(part.updatesEnabled() for part in parts if window.table.isVisible()), key
    window.resize(760, 560)
    window.move(0, 0)
    person.press("F2", "F3")
    for _turn in range(3):
        QApplication.processEvents()
    place = QRect(header.viewport().mapTo(window, QPoint(0, 0)), header.viewport().size())
    shown = QGuiApplication.primaryScreen().grabWindow(window.winId()).copy(place).toImage()
    colours = {shown.pixel(x, y) for x in range(0, shown.width(), 2) for y in range(shown.height())}
    assert len(colours) > 10, "the heads are blank"


def test_a_line_that_is_stale_would_be_seen(person):
    """Negative control."""
    person.window.resize(760, 560)
    person.window.move(0, 0)
    assert stale(person) == set()
    person.window.table.lines.terms = {"title": ("gemini",)}  # without a word to anybody
    assert 0 in stale(person)

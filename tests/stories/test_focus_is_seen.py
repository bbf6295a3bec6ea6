"""What the next key is for can be seen: a bar on the row of the table, a ring on the line of the sidebar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from readinglist.ui.look import theme

LEAST_CONTRAST = 3.0  # of a graphic with what is beside it


def luminance(colour):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colours(widget, place):
    """Return the colours of a place in a widget, with how often each of them is there."""
    image = widget.grab(place).toImage()
    found: dict[str, int] = {}
    for x in range(image.width()):
        for y in range(image.height()):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def bar(person, line):
    table = person.window.table
    place = QRect(0, table.rowViewportPosition(line), theme.now().px(3), table.rowHeight(line) - 1)
    return set(colours(table.viewport(), place)) == {theme.now().colour("accent").name()}


def ring(person, label):
    listing = person.window.sidebar.list
    place = listing.visualRect(listing.model().index(person.sidebar_labels().index(label), 0))
    accent = colours(listing.viewport(), place).get(theme.now().colour("accent").name(), 0)
    return accent > place.width()  # the upper and the lower side at least, more than the words have


@pytest.mark.parametrize("dark", [False, True])
def test_bar_and_ring_stand_where_the_keys_go(person, dark):
    person.window.panes.menus.run("theme_dark" if dark else "theme_light")
    person.press("Down", "Down")
    QApplication.processEvents()
    assert [bar(person, line) for line in range(4)] == [False, False, True, False]
    assert not ring(person, "All papers")
    person.press("F4")
    assert not any(bar(person, line) for line in range(4))
    assert ring(person, "All papers")
    person.press("Down")
    assert ring(person, "Inbox")
    assert not ring(person, "All papers")
    person.press("F5")
    assert not ring(person, "Inbox")
    assert bar(person, person.window.table.currentIndex().row())


def test_the_bar_stays_with_several_selected_papers(person):
    person.press("Shift+Down", "Shift+Down")
    assert [bar(person, line) for line in range(4)] == [False, False, True, False]
    assert len(person.selected()) == 3


@pytest.mark.parametrize("colour_set", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize("ground", ["window", "panel", "selected", "hover"])
def test_bar_and_ring_can_be_told_from_their_ground(colour_set, ground):
    shown = theme.Theme(colours=colour_set)
    assert contrast(shown.colour("accent"), shown.colour(ground)) >= LEAST_CONTRAST

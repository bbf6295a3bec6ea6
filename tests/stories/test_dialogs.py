"""Palette, shortcut list, preferences, themes, text size, density, export: by keyboard only where it can be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from readinglist.settings import Settings
from readinglist.ui.actions.table import ACTIONS
from readinglist.ui.dialogs.about import About
from readinglist.ui.dialogs.export import ExportDialog
from readinglist.ui.dialogs.palette import Palette
from readinglist.ui.dialogs.preferences import Preferences
from readinglist.ui.dialogs.shortcuts import Shortcuts
from readinglist.ui.look import theme


@pytest.fixture(autouse=True)
def _back_to_light(qapp):
    yield
    theme.apply(qapp, dark=False)


def test_the_palette_finds_and_runs_a_command_by_keyboard(person):
    paper = person.selected()
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    person.type("mark paus")
    assert palette.list.topLevelItem(0).text(0) == "Mark as Paused"
    person.press("Return")
    assert person.statuses(paper) == ["paused"]
    person.back_at_the_window()


def test_the_palette_is_walked_through_with_the_arrows(person):
    person.press("Ctrl+Shift+P")
    palette = person.dialog(Palette)
    person.type("go to")
    person.press("Down", "Down", "Up")
    wanted = palette.list.currentItem().text(0)
    assert wanted == palette.list.topLevelItem(1).text(0)
    person.press("Esc")
    person.back_at_the_window()


def test_the_palette_has_every_action_and_shows_its_keys(person):
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    rows = [palette.list.topLevelItem(n) for n in range(palette.list.topLevelItemCount())]
    names = {row.data(0, Qt.ItemDataRole.UserRole) for row in rows}
    assert {action.id for action in ACTIONS} - {"palette"} <= names
    assert next(row.text(1) for row in rows if row.text(0) == "Undo") == "Ctrl+Z"
    palette.reject()


def test_what_cannot_be_done_now_is_shown_last_and_not_run(newcomer):
    newcomer.press("Ctrl+K")
    palette = newcomer.dialog(Palette)
    newcomer.type("delete")
    assert not palette.list.topLevelItem(0).flags() & Qt.ItemFlag.ItemIsEnabled
    newcomer.press("Return")
    assert palette.isVisible()
    newcomer.press("Esc")


def test_a_command_that_opens_a_dialog_is_run_from_the_palette(person):
    person.press("Ctrl+K")
    person.dialog(Palette)
    person.type("about")
    person.press("Return")
    about = person.dialog(About)
    assert "22 papers" in " ".join(label.text() for label in about.findChildren(type(about.heading)))
    about.reject()


@pytest.mark.parametrize("key", ["F1", "?"])
def test_the_shortcut_list_opens_and_filters(person, key):
    person.press(key)
    listing = person.dialog(Shortcuts)
    person.type("undo")
    shown = [
        (top.child(n).text(0), top.child(n).text(1))
        for top in map(listing.tree.topLevelItem, range(listing.tree.topLevelItemCount()))
        for n in range(top.childCount())
        if not top.isHidden() and not top.child(n).isHidden()
    ]
    assert shown == [("Undo", "Ctrl+Z")]
    person.press("Esc")
    person.back_at_the_window()


def ground(window) -> QColor:
    """Return the colour behind the table."""
    image: QImage = window.table.grab().toImage()
    return image.pixelColor(2, window.table.header.height() + window.table.rowViewportPosition(3) + 3)


def test_preferences_take_hold_at_once_and_stay(person, stand_up):
    window = person.window
    assert ground(window).lightness() > 200
    person.press("Ctrl+,")
    dialog = person.dialog(Preferences)
    boxes = {
        box.accessibleName(): box for kind in (QComboBox, QSpinBox, QCheckBox) for box in dialog.findChildren(kind)
    }
    boxes["Theme"].setFocus()
    person.press("End")
    assert theme.now().dark
    assert ground(window).lightness() < 60
    high = window.table.rowHeight(0)
    boxes["Row density"].setFocus()
    person.press("End")
    compact = window.table.rowHeight(0)
    assert compact < high
    boxes["Text size"].setValue(150)
    assert window.table.rowHeight(0) == round(compact * 1.5)
    person.click(boxes["Show the sidebar"])
    assert not window.sidebar.isVisible()
    dialog.reject()
    kept = Settings()
    assert [kept.get(key) for key in ("theme", "density", "text_size", "sidebar_visible")] == [
        "dark",
        "compact",
        150,
        False,
    ]
    assert not stand_up(person).window.sidebar.isVisible()


def test_text_size_and_density_by_key(person):
    person.window.desk.set("density", "comfortable")
    size = person.window.table.rowHeight(0)
    person.press("Ctrl++", "Ctrl++")
    assert person.window.table.rowHeight(0) == round(size * 1.2)
    person.press("Ctrl+-")
    assert theme.now().scale == 1.1
    person.press("Ctrl+0")
    assert person.window.table.rowHeight(0) == size
    person.press("Ctrl+Shift+D")
    assert person.window.table.rowHeight(0) < size


def test_light_and_dark_repaint_every_pane_and_change_nothing_else(person):
    window = person.window
    window.desk.set("density", "comfortable")
    person.library.tags.edit(person.ids()[:2], ["rl"], [])
    chosen, scroll = person.selected(), window.table.verticalScrollBar().value()
    light = window.grab().toImage()
    person.window.panes.menus.actions["theme_dark"].trigger()
    dark = window.grab().toImage()
    for part in (window.sidebar, window.table, window.detail, window.search_bar):
        spot = part.mapTo(window, part.rect().bottomRight()) - part.rect().topLeft()
        x, y = spot.x() - 6, spot.y() - 4
        assert light.pixelColor(x, y).lightness() - dark.pixelColor(x, y).lightness() > 120, part
    assert (person.selected(), window.table.verticalScrollBar().value()) == (chosen, scroll)
    person.window.panes.menus.actions["theme_light"].trigger()
    assert window.grab().toImage() == light


def test_a_note_being_typed_survives_a_change_of_theme_and_text_size(person):
    person.press("Ctrl+M")
    person.type("half a th")
    person.press("Ctrl++")
    person.window.panes.menus.actions["theme_dark"].trigger()
    person.type("ought")
    assert person.window.detail.note.text.note() == "half a thought"


def test_the_menu_bar_comes_and_goes(person, stand_up):
    assert not person.window.menuBar().isVisible()
    person.press("Ctrl+Shift+M")
    assert person.window.menuBar().isVisible()
    assert stand_up(person).window.menuBar().isVisible()


def test_export_previews_copies_and_saves(person, tmp_path):
    person.press("Shift+Down", "Ctrl+E")
    dialog = person.dialog(ExportDialog)
    assert dialog.windowTitle() == "Export 2 papers"
    dialog.format.setCurrentIndex(next(n for n, row in enumerate(dialog.formats) if row.id == "bibtex"))
    assert dialog.preview.toPlainText().count("@") == 2
    person.click(dialog.copy_button)
    assert QGuiApplication.clipboard().text().count("@") == 2
    dialog.format.setCurrentIndex(next(n for n, row in enumerate(dialog.formats) if row.id == "json"))
    dialog.complete.setChecked(True)
    assert '"status": "inbox"' in dialog.preview.toPlainText()
    dialog.write(tmp_path / "papers.json")
    assert (tmp_path / "papers.json").read_text(encoding="utf-8").count('"uid"') >= 2
    assert not dialog.isVisible()


def test_an_export_that_cannot_be_written_is_said_in_words(person, tmp_path):
    person.press("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    dialog.write(tmp_path)  # a folder
    assert "cannot be written" in dialog.said.text()
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_every_format_has_a_preview(person):
    person.press("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    for place in range(dialog.format.count()):
        dialog.format.setCurrentIndex(place)
        for complete in (False, True):
            dialog.complete.setChecked(complete)
            assert dialog.preview.toPlainText().strip(), dialog.format.currentText()
    dialog.reject()

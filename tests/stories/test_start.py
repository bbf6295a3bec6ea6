"""The start in two steps: the first rows are painted before the rest of the window is made, and nothing is missing."""

from __future__ import annotations

import os
import subprocess
import sys

from readinglist.core.views import View
from readinglist.settings import Settings, State
from readinglist.ui.window import Window

# What the first picture needs none of; each costs milliseconds of a start.
NOT_AT_FIRST = (
    "hashlib PySide6.QtNetwork readinglist.core.query.language readinglist.core.query.tree "
    "readinglist.core.paper readinglist.library.tables.papers readinglist.ui.actions.table "
    "readinglist.ui.actions.menus readinglist.ui.desk readinglist.ui.widgets.detail.pane readinglist.flows sqlite_utils"
).split()


def first_look(library, qtbot, **state) -> Window:
    remembered = State()
    for key, value in state.items():
        remembered.set(key, value)
    window = Window(library, Settings(), remembered, in_steps=True)
    qtbot.addWidget(window)
    return window


def test_the_first_rows_come_first_and_the_rest_after_the_paint(seeded, qtbot):
    window = first_look(seeded, qtbot)
    assert not window.finished
    assert len(window.browser.ids) == 22
    assert [entry.count for entry in window.sidebar.model.entries if entry.view] == [None] * 9
    assert not hasattr(window, "detail")
    window.show()
    qtbot.waitUntil(lambda: window.finished)
    assert window.table.selected_ids() == [window.browser.ids[0]]
    assert window.detail.isVisible()
    assert not window.frame.place_of_detail.isVisible()
    assert next(e.count for e in window.sidebar.model.entries if e.view == View()) == 22
    window.close()


def test_a_view_without_rows_is_whole_at_once(library, qtbot):
    window = first_look(library, qtbot)
    assert window.finished
    window.show()
    assert window.pages.currentWidget() is window.empty
    window.close()


def test_the_last_view_is_the_first_look(seeded, qtbot):
    window = first_look(seeded, qtbot, view="status:inbox")
    assert not window.finished
    assert window.browser.view == View("status", "inbox")
    window.show()
    qtbot.waitUntil(lambda: window.finished)
    assert window.browser.view == View("status", "inbox")
    window.close()


def test_a_window_closed_before_its_first_paint_closes_well(seeded, qtbot):
    window = first_look(seeded, qtbot)
    window.close()
    assert window.state.get("view") == "all"


def test_the_first_picture_waits_for_nothing_it_does_not_show(seeded, user_folder):
    code = """
import os, sys
from readinglist import app
from readinglist.ui.widgets.papers.view import PaperView
paint = PaperView.paintEvent
def painted(self, event):
    paint(self, event)
    print("\\n".join(sys.modules))
    sys.stdout.flush()
    os._exit(0)
PaperView.paintEvent = painted
app.main([])
"""
    environment = os.environ | {"READINGLIST_LIBRARY": str(seeded.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    loaded = set(done.stdout.split())
    assert "readinglist.ui.window" in loaded
    assert sorted(loaded & set(NOT_AT_FIRST)) == []


def test_the_keys_go_to_the_papers_from_the_start(seeded, qtbot):
    window = first_look(seeded, qtbot)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.finished)
    assert window.focusWidget() is window.table
    window.close()


def test_in_an_empty_library_they_go_to_the_first_button(library, qtbot):
    window = first_look(library, qtbot)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget().text() == "Add the sample papers"
    window.close()

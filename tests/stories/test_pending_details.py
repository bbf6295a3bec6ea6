"""Papers whose details are pending: counted, listed, fetched and stopped; fields say where they came from."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from readinglist.flows import adding, typed
from readinglist.ui.dialogs.details import Details
from tests.loopback import Answer
from tests.sources import replies as r

DOI = "10.1038/nature14539"


@pytest.fixture
def waiting(server, newcomer):
    """Someone who added a paper without a network, and has one again."""
    newcomer.window.settings.set("network", False)
    adding.add(newcomer.library, [typed.read(DOI)])
    newcomer.window.settings.set("network", True)
    newcomer.until(lambda: "Details pending" in newcomer.sidebar_labels())
    return newcomer


def test_they_are_counted_listed_and_gone_once_they_came(waiting, server):
    assert waiting.count("Details pending") == 1
    waiting.click_view("Details pending")
    waiting.until(lambda: waiting.cells() == [DOI])
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    waiting.window.panes.menus.run("fetch_pending")
    waiting.until(lambda: "Details pending" not in waiting.sidebar_labels())
    waiting.click_view("All papers")
    waiting.until(lambda: waiting.cells() == ["Deep learning"])
    waiting.press("Ctrl+Z")
    waiting.until(lambda: "Details pending" in waiting.sidebar_labels())


def test_they_wait_over_a_restart(waiting, stand_up):
    again = stand_up(waiting)
    again.until(lambda: "Details pending" in again.sidebar_labels())
    assert again.count("Details pending") == 1


def test_asking_is_stopped_and_gone_on_with(waiting, server):
    waiting.window.panes.menus.run("stop_pending")
    asked = len(server.asked)
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    assert "stay so" in waiting.window.toast.label.text()
    assert waiting.count("Details pending") == 1
    assert len(server.asked) == asked
    waiting.window.panes.menus.run("fetch_pending")
    waiting.until(lambda: "Details pending" not in waiting.sidebar_labels())


def test_each_field_says_where_it_came_from(waiting, server):
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    waiting.window.panes.menus.run("fetch_pending")
    waiting.until(lambda: "Details pending" not in waiting.sidebar_labels())
    waiting.click_view("All papers")
    waiting.click_paper(waiting.ids()[0])
    waiting.press("Ctrl+Shift+E")
    dialog = waiting.dialog(Details)
    assert dialog.lines["venue"].accessibleDescription().startswith("Crossref, ")
    assert dialog.lines["doi"].accessibleDescription().startswith("typed, ")
    assert any(one.text().startswith("Crossref, ") for one in dialog.findChildren(QLabel))
    dialog.lines["venue"].setText("Nature (London)")
    waiting.click(dialog.save_button)
    waiting.back_at_the_window()
    assert waiting.library.papers.get(waiting.ids()[0]).sources["venue"] == "typed"

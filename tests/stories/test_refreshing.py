"""Refreshing papers: differences side by side, what is chosen as one step, stopped and gone on with after a restart."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from readinglist.core.paper import Draft
from readinglist.core.paper import Person as Author
from readinglist.flows import refreshing
from readinglist.flows.refreshing.run import Run
from readinglist.ui import tasks
from readinglist.ui.dialogs.refresh import RefreshDialog
from readinglist.ui.presenters.dialogs import refresh_papers
from tests.loopback import Answer
from tests.sources import replies as r

DOI = "10.1038/nature14539"


@pytest.fixture
def reader(server, library, sit_down):
    """Someone with two papers in the window that the services know better."""
    library.papers.add_many([
        Draft(title="Deep learnin", authors=[Author(family="LeCun", given="Yann")], date="2015", doi=DOI),
        Draft(title="Attention Is All You Need", type="article", date="2017-06-12", arxiv="1706.03762"),
    ])  # fmt: skip
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION))
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    return sit_down(library)


def shown(person):
    dialog = person.dialog(RefreshDialog)
    person.until(dialog.isActiveWindow)
    return dialog


def text(dialog, label, column):
    table = dialog.table
    line = next(n for n in range(table.rowCount()) if table.verticalHeaderItem(n).text() == label)
    return table.item(line, column).text()


def choose(dialog, label, column):
    table = dialog.table
    line = next(n for n in range(table.rowCount()) if table.verticalHeaderItem(n).text() == label)
    table.scrollToItem(table.item(line, column))
    spot = table.visualItemRect(table.item(line, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_differences_first_and_what_is_chosen_is_one_step(reader):
    reader.window.desk.select([1])
    reader.press("Ctrl+Alt+R")
    dialog = shown(reader)
    assert dialog.list.count() == 1
    assert (text(dialog, "Title", 0), text(dialog, "Title", 1)) == ("● Deep learnin", "○ Deep learning")
    assert text(dialog, "Venue", 1) == "● Nature"  # it fills a blank
    assert reader.library.papers.get(1).venue is None
    choose(dialog, "Title", 1)
    assert text(dialog, "Title", 1) == "● Deep learning"
    assert dialog.take_button.text() == "Take over for 1 paper"
    reader.click(dialog.take_button)
    reader.back_at_the_window()
    paper = reader.library.papers.get(1)
    assert (paper.title, paper.venue, paper.extra["csl"]["volume"]) == ("Deep learning", "Nature", "521")
    reader.press("Ctrl+Z")
    paper = reader.library.papers.get(1)
    assert (paper.title, paper.venue, paper.extra) == ("Deep learnin", None, {})


def test_the_whole_view_and_nothing_without_a_word(reader, server):
    reader.window.panes.menus.run("refresh_view")
    dialog = shown(reader)
    assert dialog.said.text() == "2 papers differ."
    reader.press("Escape")
    reader.back_at_the_window()
    assert reader.library.papers.get(1).venue is None
    reader.window.panes.menus.run("refresh_go_on")
    assert "No refresh was stopped" in reader.window.toast.label.text()


def test_keys_alone_choose_all_of_theirs(reader):
    reader.window.desk.select([1])
    reader.press("Ctrl+Alt+R")
    dialog = shown(reader)
    dialog.theirs.setFocus()
    reader.press("Space")
    assert all(dialog.table.item(n, 1).text().startswith("● ") for n in range(dialog.table.rowCount()))
    dialog.take_button.setFocus()
    reader.press("Space")
    reader.back_at_the_window()
    assert reader.library.papers.get(1).title == "Deep learning"


def test_stopped_and_gone_on_with_after_a_restart(reader, server, stand_up, monkeypatch):
    monkeypatch.setattr(refreshing, "AT_ONCE", 1)
    run = tasks.run

    def stop_after_one(function, **more):
        done = more["done"]
        if more.get("label") == "refresh":
            dialog = reader.dialog(RefreshDialog)
            more["done"] = lambda found: (dialog.stop.click(), done(found))
        run(function, **more)

    monkeypatch.setattr(tasks, "run", stop_after_one)
    reader.window.panes.menus.run("refresh_view")
    dialog = shown(reader)
    assert dialog.said.text().startswith("Stopped after 1 of 2.")
    assert dialog.go_on.isVisible()
    reader.press("Escape")
    reader.back_at_the_window()
    monkeypatch.setattr(tasks, "run", run)
    asked = len(server.asked)
    again = stand_up(reader)
    assert len(server.asked) == asked  # nobody is asked before the user says so
    again.window.panes.menus.run("refresh_go_on")
    dialog = shown(again)
    assert dialog.list.count() == 1
    again.click(dialog.go_on)
    again.until(lambda: dialog.list.count() == 2)
    assert len(server.asked) == asked + 1
    again.press("Escape")


def test_a_restart_offers_to_go_on(reader, stand_up):
    run = Run(reader.library.path)
    run.begin([1, 2])
    again = stand_up(reader)
    refresh_papers.offer_the_rest(again.window.desk)
    assert "2 papers are left" in again.window.toast.label.text()


def test_without_a_network_it_says_so_and_nothing_is_lost(reader, server):
    for path in (f"/crossref/works/{DOI}", f"/doi/{DOI}", f"/openalex/works/https://doi.org/{DOI}"):
        server.answers[path] = Answer(403)
    reader.window.desk.select([1])
    reader.press("Ctrl+Alt+R")
    dialog = shown(reader)
    assert "Crossref refused the question (403)." in dialog.said.text()
    assert not dialog.take_button.isEnabled()


def test_it_goes_on_while_one_works(reader, server, monkeypatch):
    monkeypatch.setattr(tasks, "serial", False)
    answer = threading.Event()

    def late(handler):
        answer.wait(30)
        body = r.work(r.LECUN)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.answers[f"/crossref/works/{DOI}"] = late
    reader.window.desk.select([1])
    reader.press("Ctrl+Alt+R")
    dialog = shown(reader)
    assert dialog.said.text() == "Asking the services: 0 of 1."
    reader.press("Escape")
    reader.back_at_the_window()
    reader.press("5")
    assert reader.statuses([1]) == ["read"]
    answer.set()
    reader.until(lambda: "1 paper differs" in reader.window.toast.label.text())
    reader.click(reader.window.toast.offer)
    assert shown(reader).list.count() == 1
    reader.press("Escape")


def test_nobody_is_asked_where_the_settings_forbid_it(reader, server):
    reader.window.settings.set("network", False)
    reader.window.desk.select([1])
    reader.press("Ctrl+Alt+R")
    assert "Services are not asked" in reader.window.toast.label.text()
    assert server.asked == []


def test_a_preprint_was_published_and_one_is_offered_it(reader, server):
    said = r.ATTENTION | {"doi": "10.1234/nips.30"}
    published = r.LECUN | {"DOI": "10.1234/nips.30", "title": [r.ATTENTION["title"]], "type": "proceedings-article"}
    published |= {"container-title": ["Advances in Neural Things"], "author": [{"family": "Vaswani"}]}
    server.answers["/arxiv/query"] = Answer(body=r.feed(said))
    server.answers["/crossref/works/10.1234/nips.30"] = Answer(body=r.work(published))
    reader.library.papers.set_note(2, "Read this one.")
    reader.window.desk.select([2])
    reader.press("Ctrl+Alt+R")
    dialog = shown(reader)
    assert "it was published" in dialog.list.item(0).text()
    assert text(dialog, "Venue", 0).startswith("●")  # offered, not chosen
    choose(dialog, "Venue", 1)
    assert all(text(dialog, label, 1).startswith("●") for label in ("Venue", "DOI", "Type", "Date"))
    choose(dialog, "DOI", 0)
    assert all(text(dialog, label, 0).startswith("●") for label in ("Venue", "DOI", "Type", "Date"))
    reader.click(dialog.theirs)
    reader.click(dialog.take_button)
    reader.back_at_the_window()
    paper = reader.library.papers.get(2)
    assert (paper.type, paper.venue, paper.doi) == ("paper-conference", "Advances in Neural Things", "10.1234/nips.30")
    assert (paper.arxiv, paper.note, paper.extra["preprint"]["date"]) == ("1706.03762", "Read this one.", "2017-06-12")
    reader.press("Ctrl+Z")
    assert reader.library.papers.get(2).venue is None

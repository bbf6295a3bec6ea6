"""What became of papers since they were read: asked for by a key or weekly, told in table, pane and Up next."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading

import pytest
from PySide6.QtCore import Qt

from readinglist.core.paper import Draft
from readinglist.core.paper import Person as Author
from readinglist.ui import tasks
from readinglist.ui.presenters.dialogs import ask_news
from tests.loopback import Answer
from tests.sources import replies as r
from tests.waiting import HANGS

DOI = "10.1038/nature14539"
WORDS = "Retracted in March 2026, you finished it in January"
NOW = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)


@pytest.fixture
def reader(server, library, sit_down):
    """Someone who read a paper in January that was retracted in March, and has another one of the kind to read."""
    me = [Author(family="LeCun", given="Yann")]
    library.papers.add_many([
        Draft(title="Deep learning", authors=me, date="2015", doi=DOI, status="read", finished="2026-01-20T10:00:00Z"),
        Draft(title="Another one", authors=me, date="2015", doi="10.1038/a2", status="to_read"),
    ])  # fmt: skip
    library.queue.add([2])
    told = {"DOI": "10.1038/r1", "type": "retraction", "updated": {"date-parts": [[2026, 3, 14]]}}
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN | {"updated-by": [told]}))
    server.answers["/crossref/works/10.1038/a2"] = Answer(
        body=r.work(r.LECUN | {"DOI": "10.1038/a2", "updated-by": [told]})
    )
    return sit_down(library)


def test_told_in_table_pane_and_up_next(reader):
    reader.window.desk.select([1])
    reader.press("Ctrl+Alt+N")
    reader.until(lambda: "Something became of 2 papers" in reader.window.toast.label.text())
    model = reader.window.table.model()
    row = model.row(model.place(1))
    assert row.news[0] == WORDS
    title = model.index(model.place(1), next(n for n, field in enumerate(model.columns) if field.name == "title"))
    assert model.data(title, Qt.ItemDataRole.ToolTipRole) == WORDS
    assert WORDS in str(model.data(title, Qt.ItemDataRole.AccessibleTextRole))
    reader.window.desk.select([1])
    assert WORDS in reader.window.panes.detail.head.own.text()
    reader.press("F2")
    listing = reader.window.up_next.list
    reader.until(lambda: "Retracted in March 2026; you have not read it yet" in second(listing))
    reader.click(reader.window.toast.offer)
    reader.until(lambda: sorted(reader.cells()) == ["Another one", "Deep learning"])
    reader.window.panes.focus("papers")
    reader.press("Ctrl+Z")
    assert "notices" not in reader.library.papers.get(1).extra


def second(listing):
    line = listing.line_of(listing.papers.index(0, listing.modelColumn()))
    return line.second if line else ""


def test_nobody_is_asked_by_itself_unless_a_setting_says_so(reader, server):
    desk = reader.window.desk
    ask_news.ask_if_due(desk, NOW)
    assert server.asked == []
    desk.settings.set("news_weekly", True)
    ask_news.ask_if_due(desk, NOW)
    assert server.asked
    count = len(server.asked)
    desk.state.set(ask_news.ASKED, "2026-05-28T00:00:00+00:00")
    ask_news.ask_if_due(desk, NOW)
    assert len(server.asked) == count
    desk.state.set(ask_news.ASKED, "2026-05-25T00:00:00+00:00")
    ask_news.ask_if_due(desk, NOW)
    assert len(server.asked) > count


def test_where_nothing_is_new_one_is_told(reader, server):
    for doi in (DOI, "10.1038/a2"):
        server.answers[f"/crossref/works/{doi}"] = Answer(body=r.work(r.LECUN | {"DOI": doi}))
    reader.press("Ctrl+Alt+N")
    reader.until(lambda: "Nothing new became of your papers" in reader.window.toast.label.text())


def test_the_network_is_off(reader, server):
    reader.window.settings.set("network", False)
    reader.press("Ctrl+Alt+N")
    assert "Services are not asked" in reader.window.toast.label.text()
    assert server.asked == []


def test_asking_says_how_far_it_is_and_can_be_stopped(reader, server, monkeypatch):
    monkeypatch.setattr(tasks, "serial", False)
    asked, go = threading.Event(), threading.Event()

    def slow(handler):
        asked.set()
        go.wait(HANGS)
        with contextlib.suppress(OSError):
            handler.send_error(404)

    server.answers[f"/crossref/works/{DOI}"] = slow
    strip = reader.window.panes.asked
    reader.press("Ctrl+Alt+N")
    assert asked.wait(HANGS)
    reader.until(strip.isVisible)
    assert "Asking what became of your papers" in strip.button.accessibleName()
    reader.click(strip.button)
    go.set()
    reader.until(lambda: "2 papers were not asked about" in reader.window.toast.label.text())
    assert not strip.isVisible()
    reader.window.panes.menus.run("stop_asking")
    assert "Nothing is being asked" in reader.window.toast.label.text()

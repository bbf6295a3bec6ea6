"""What arrives, in the window: subscribed to, asked for, saved and skipped by key, undone; daily only by a setting."""

from __future__ import annotations

import datetime as dt

import pytest

from readinglist.core import views
from readinglist.core.views import View
from readinglist.ui.presenters.arriving import fetch_arrivals
from tests.loopback import Answer
from tests.sources import feed_replies as f
from tests.sources import replies as r


@pytest.fixture
def page(server, person):
    """Someone who looks at the arrivals of a library that has no subscription yet."""
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION, r.RESNET))
    server.answers["/page/feed"] = Answer(body=f.RSS2)
    person.click_view("Arrivals")
    person.until(person.window.panes.middle.arrivals.page.empty.isVisible)
    return person


def shown(person) -> list[str]:
    return [row.title for row in person.window.panes.middle.arrivals.page.list.rows.rows]


def subscribe(person, what: str) -> None:
    person.window.panes.menus.run("arrivals_subscribe")
    person.type(what)
    person.press("Return")


def test_subscribed_asked_saved_and_skipped_by_key(page, server):
    before = len(page.library.search.ids())
    assert server.asked == []
    subscribe(page, "cs.LG")
    page.until(lambda: len(shown(page)) == 2)
    listing = page.window.panes.middle.arrivals.page.list
    page.press("F5")
    assert listing.hasFocus()
    first, second = shown(page)
    assert first in page.window.panes.middle.arrivals.page.said.toPlainText()
    page.press("Return")
    page.until(lambda: shown(page) == [second])
    assert len(page.library.search.ids()) == before + 1
    page.press("Delete")
    page.until(lambda: shown(page) == [])
    page.until(lambda: page.window.panes.middle.arrivals.page.empty.heading.text() == "Nothing waits")
    page.press("Ctrl+Alt+A")
    page.until(lambda: "Nothing new arrived" in page.window.toast.label.text())
    page.press("Ctrl+Z")
    page.until(lambda: shown(page) == [second])
    page.press("Ctrl+Z")
    page.until(lambda: sorted(shown(page)) == sorted([first, second]))
    assert len(page.library.search.ids()) == before


def test_the_buttons_of_a_row_and_the_menu_do_the_same(page, server):
    subscribe(page, f"{server.base}/page/feed")
    page.until(lambda: len(shown(page)) == 2)
    pane = page.window.panes.middle.arrivals.page
    pane.deeds._show_for(0)
    page.click(pane.deeds.buttons["skip"])
    page.until(lambda: len(shown(page)) == 1)
    page.press("Ctrl+Alt+S")
    page.until(lambda: shown(page) == [])
    assert "1 arrival saved" in page.window.toast.label.text()


def test_a_subscription_ends_at_its_chip(page):
    subscribe(page, "cs.LG")
    page.until(lambda: len(shown(page)) == 2)
    (chip,) = page.window.panes.middle.arrivals.page.feeds.chips
    chip.setFocus()
    page.press("Delete")
    page.until(lambda: shown(page) == [])
    assert page.library.arrivals.feeds() == []
    assert "Unsubscribed from cs.LG" in page.window.toast.label.text()


def test_what_cannot_be_subscribed_to_is_said_in_place(page, server):
    subscribe(page, "tag:mine")
    assert "arXiv cannot be asked for tag:mine." in page.panel().wrong.text()
    page.press("Escape")
    assert page.library.arrivals.feeds() == []
    assert server.asked == []


def test_counted_in_the_sidebar(page):
    subscribe(page, "cs.LG")
    page.until(lambda: len(shown(page)) == 2)
    page.until(lambda: next(e.count for e in page.window.sidebar.model.entries if e.label == "Arrivals") == 2)


def test_daily_only_by_a_setting(page, server):
    page.library.arrivals.subscribe("arxiv", "cs.LG", "cs.LG")
    desk, now = page.window.desk, dt.datetime(2036, 1, 1, tzinfo=dt.UTC)
    fetch_arrivals.ask_if_due(desk, now)
    assert server.asked == []
    desk.settings.set("arrivals_daily", True)
    desk.go(views.ALL_PAPERS)
    fetch_arrivals.ask_if_due(desk, now)
    page.until(lambda: "2 papers arrived" in page.window.toast.label.text())
    page.click(page.window.toast.offer)
    assert desk.view() == View(views.ARRIVALS)

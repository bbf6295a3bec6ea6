"""Adding by what names a paper: details before saving, saved at once without them, filled in when they come."""

from __future__ import annotations

import contextlib
import threading

import pytest
from PySide6.QtGui import QGuiApplication

from readinglist.ui import tasks
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.presenters.arriving import pending_details
from tests.loopback import Answer
from tests.sources import replies as r
from tests.waiting import HANGS

DOI = "10.1038/nature14539"


@pytest.fixture
def adder(server, newcomer):
    """Someone with the dialog for adding open, and services that know two papers."""
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION))
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    newcomer.press("Ctrl+N")
    return newcomer


def box(person, text):
    dialog = person.dialog(AddDialog)
    dialog.box.setPlainText(text)
    person.until(lambda: not dialog._timer.isActive())
    return dialog


def test_details_are_shown_before_anything_is_saved(adder):
    dialog = box(adder, f"https://arxiv.org/abs/1706.03762\nhttps://doi.org/{DOI}")
    lines = dialog.model.lines
    assert [line.title for line in lines] == ["Attention Is All You Need", "Deep learning"]
    assert lines[0].authors.startswith("Ashish Vaswani")
    assert (lines[0].reason, lines[1].reason) == ("From arXiv.", "From Crossref.")
    assert adder.library.search.count() == 0
    adder.click(dialog.add_button)
    adder.until(lambda: adder.library.search.count() == 2)
    adder.back_at_the_window()
    assert set(adder.cells()) == {"Attention Is All You Need", "Deep learning"}
    adder.press("Ctrl+Z")
    assert adder.library.search.count() == 0


def test_what_is_here_is_said_and_not_asked_about(adder, server):
    box(adder, "1706.03762")
    dialog = adder.dialog(AddDialog)
    adder.click(dialog.add_button)
    adder.back_at_the_window()
    asked = len(server.asked)
    adder.press("Ctrl+N")
    dialog = box(adder, "arXiv:1706.03762v3")
    assert [line.verdict for line in dialog.model.lines] == ["known"]
    assert [line.words for line in dialog.model.lines] == ["already here"]
    assert len(server.asked) == asked


def test_each_id_is_asked_about_once_however_long_one_types(adder, server):
    box(adder, DOI)
    box(adder, f"{DOI}\nand a title")
    dialog = box(adder, f"{DOI}\nand another title")
    assert dialog.model.lines[0].title == "Deep learning"
    assert len(server.asked) == 1


def test_a_hotels_page_is_no_paper_and_nothing_is_lost(adder, server):
    portal = Answer(body=b"<html>Welcome. Please log in.</html>")
    for path in (f"/crossref/works/{DOI}", f"/doi/{DOI}", f"/openalex/works/https://doi.org/{DOI}"):
        server.answers[path] = portal
    dialog = box(adder, DOI)
    assert dialog.model.lines[0].reason == "Crossref gave an answer that is none."
    adder.click(dialog.add_button)
    adder.until(lambda: adder.library.search.count() == 1)
    (paper,) = adder.library.papers.many(adder.library.search.ids())
    assert (paper.title, paper.extra["pending"]) == (DOI, f"doi:{DOI}")


def test_saved_at_once_and_filled_in_when_the_answer_comes(adder, server, monkeypatch):
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
    dialog = box(adder, DOI)
    adder.until(dialog.add_button.isEnabled)
    adder.click(dialog.add_button)
    adder.until(lambda: adder.cells() == [DOI])
    answer.set()
    adder.until(lambda: adder.cells() == ["Deep learning"])
    adder.until(lambda: "Details of 1 paper filled in" in adder.window.toast.label.text())
    adder.back_at_the_window()
    adder.press("Ctrl+Z")
    adder.until(lambda: adder.cells() == [DOI])


def test_nobody_is_asked_where_the_settings_forbid_it(adder, server):
    adder.window.settings.set("network", False)
    dialog = box(adder, "1706.03762")
    adder.click(dialog.add_button)
    adder.until(lambda: adder.library.search.count() == 1)
    assert server.asked == []


def test_pasted_into_the_table(server, newcomer):
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION))
    newcomer.window.table.setFocus()
    QGuiApplication.clipboard().setText("https://arxiv.org/abs/1706.03762")
    newcomer.window.panes.menus.run("paste_papers")
    dialog = newcomer.dialog(AddDialog)
    newcomer.until(lambda: dialog.model.lines and dialog.model.lines[0].title == "Attention Is All You Need")


def test_details_are_asked_for_as_soon_as_it_is_added(server, library, sit_down, monkeypatch):
    monkeypatch.setattr(pending_details, "AFTER_START_MS", 10**8)
    monkeypatch.setattr(tasks, "serial", False)
    server.answers[f"/crossref/works/{DOI}"] = Answer(500)
    person = sit_down(library)
    person.press("Ctrl+N")
    dialog = box(person, DOI)
    person.until(lambda: dialog.model.lines and dialog.model.lines[0].reason)
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    person.click(dialog.add_button)
    person.until(lambda: "Details of 1 paper filled in" in person.window.toast.label.text())


def test_what_waits_for_services_does_not_hold_up_what_is_stored(server, newcomer, monkeypatch):
    monkeypatch.setattr(tasks, "serial", False)
    go = threading.Event()

    def late(handler):
        go.wait(HANGS)
        with contextlib.suppress(OSError):
            handler.send_error(404)

    for n in range(4):
        server.answers[f"/crossref/works/10.1000/{n}"] = late
    for n in range(4):  # each asks on a worker of its own, of which Qt has as many as there are cores
        newcomer.press("Ctrl+N")
        dialog = box(newcomer, f"10.1000/{n}")
        newcomer.until(dialog.add_button.isEnabled)
        newcomer.press("Return")
        newcomer.until(lambda n=n: newcomer.library.search.count() == n + 1)
        newcomer.back_at_the_window()
    go.set()

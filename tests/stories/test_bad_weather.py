"""Hostile text, large libraries, libraries that can only be read, errors while writing: the window stands it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from readinglist import app, log_file
from readinglist.core import errors
from readinglist.core.paper import Draft, Person
from readinglist.library.library import Library
from readinglist.ui.dialogs.peek import Peek

HOSTILE = (
    "<h1>big</h1><img src='file:///etc/passwd'><script>alert(1)</script>",
    "[click](javascript:alert(1)) ![x](http://example.org/x.png)",
    "$\\frac{1}{$ \\begin{equation} $$",
    "\x00\x07 control \u202e reversed \ufeff bom \u200b zero",
    "%s %d {0} {name} & && &amp; Ctrl+&Z",
    "𝕬𝖘𝖙𝖗𝖆𝖑 👩‍👩‍👧‍👦 漢字 עברית",
    "a" * 5000,
)


def hostile_paper(library, text):
    draft = Draft(
        title=text,
        authors=[Person(literal=text[:300])],
        abstract=text,
        note=text,
        tags=[text[:150]],
        venue=text,
        url="https://example.org/?" + "q" * 100,
        due="2026-12-01",
    )
    return library.papers.add(draft)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(person, text, opened):
    paper = hostile_paper(person.library, text)
    window = person.window
    person.click_view("Inbox")
    person.click_paper(paper)
    assert window.panes.presenter.shown == [paper]
    for label in window.findChildren(QLabel):
        assert label.textFormat().name == "PlainText", label.text()[:60]
    assert window.detail.note.text.note() == person.library.papers.note(paper)
    window.grab()
    person.press("F5", "Space")
    peek = person.dialog(Peek)
    peek.grab()
    peek.reject()
    person.back_at_the_window()
    person.press("Ctrl+U", "F2")
    window.grab()
    assert opened == []


def test_three_hundred_thousand_characters(person):
    long = "endless " * 37_500
    paper = hostile_paper(person.library, "x")
    person.library.papers.update([paper], "edit", {"title": long[:100_000], "abstract": "w" * 300_000})
    person.library.papers.set_note(paper, "n" * 300_000)
    person.click_view("Inbox")
    person.click_paper(paper)
    person.window.grab()
    person.press("Ctrl+M", "Ctrl+End")
    person.type("!")
    person.press("Esc")
    assert person.library.papers.note(paper) == "n" * 300_000 + "!"
    person.press("Space")
    person.dialog(Peek).reject()


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A library of 10,000 papers."""
    path = tmp_path_factory.mktemp("large") / "library.db"
    with Library.open(path, create=True) as library, library.step("import", 10_000):
        for number in range(10_000):
            library.papers.add(
                Draft(
                    title=f"{'Zebra' if number % 7 == 0 else 'Paper'} {number} on things",
                    authors=[Person(family=f"Name{number % 977}", given="A.")],
                    date=f"{1990 + number % 35}-0{1 + number % 9}-11",
                    abstract="Short.",
                    subject="cs.LG",
                )
            )
    return path


def test_ten_thousand_papers(large, sit_down):
    with Library.open(large, origin="window") as library:
        person = sit_down(library)
        fetched = []
        fetch = person.window.table.papers._fetch
        person.window.table.papers._fetch = lambda ids: fetched.append(len(ids)) or fetch(ids)
        table = person.window.table
        assert len(person.ids()) == 10_000
        bar = table.verticalScrollBar()
        for step in range(11):
            bar.setValue(bar.maximum() * step // 10)
            table.viewport().repaint()
        assert sum(fetched) < 4000, "scrolling fetches what is on screen, not everything"
        person.press("End")
        assert person.selected() == person.ids()[-1:]
        person.click_head("title")
        assert len(person.selected()) == 1
        person.type("zebra 7 ")
        assert person.library.papers.get(person.selected()[0]).title == "Zebra 7 on things"
        person.press("Ctrl+F")
        person.type("zebra")
        assert len(person.ids()) == 1429
        person.press("Esc", "Esc")
        person.press("Ctrl+A")
        assert len(person.selected()) == 10_000
        person.press("5")
        person.until(lambda: person.count("Read") == 10_000)
        assert len(person.selected()) == 10_000
        person.press("Ctrl+Z")
        person.until(lambda: person.count("Inbox") == 10_000)
        person.press("Delete")
        person.until(lambda: person.count("Trash") == 10_000)
        person.press("Ctrl+Z")
        person.until(lambda: len(person.ids()) == 10_000)
        person.window.close()


def test_a_library_that_can_only_be_read_opens_and_says_so(seeded, sit_down, monkeypatch):
    path = seeded.path
    seeded.close()
    with Library.open(path, readonly=True) as library:
        person = sit_down(library)
        assert len(person.ids()) == 22
        assert "Read only" in person.window.frame.foot.right.text()
        person.press("5")
        assert "can only be read" in person.window.toast.label.text()
        assert person.statuses(person.selected()) == ["inbox"]
        person.press("Delete", "Ctrl+Z")
        assert len(person.ids()) == 22
        person.press("Ctrl+F")
        person.type("natural")
        assert len(person.ids()) > 0
        person.window.close()


@pytest.mark.parametrize("key", ["5", "Ctrl+Alt+1", "Ctrl+3", "Delete", "Ctrl+U", "."])
def test_an_error_while_writing_is_said_in_words_and_nothing_changes(person, monkeypatch, key):
    def full(*_args, **_words):
        raise errors.DiskFull("The disk is full.", safe="Nothing was changed.", do="Make room and try again.")

    before = [person.library.papers.get(paper) for paper in person.selected()]
    with monkeypatch.context() as broken:
        broken.setattr(Library, "step", full)
        person.press(key)
        assert person.window.toast.label.text() == "The disk is full. Nothing was changed. Make room and try again."
    assert [person.library.papers.get(paper) for paper in person.selected()] == before


@pytest.mark.parametrize("debugging", ["", "1"])
def test_a_bug_is_logged_and_the_window_lives(person, monkeypatch, capsys, debugging):
    monkeypatch.setenv(log_file.DEBUG, debugging)
    hook = app.window_hook(person.window)
    try:
        raise ZeroDivisionError("a bug")
    except ZeroDivisionError as problem:
        hook(type(problem), problem, problem.__traceback__)
    assert "What is saved is safe" in person.window.toast.label.text()
    assert ("ZeroDivisionError" in capsys.readouterr().err) == bool(debugging)
    assert "ZeroDivisionError" in (log_file.last_error() or "")
    person.press("5")
    assert person.statuses(person.selected()) == ["read"]


def test_a_refusal_that_nobody_caught_is_said_in_words(person):
    app.window_hook(person.window)(errors.Locked, errors.Locked("The library is busy."), None)
    assert person.window.toast.label.text() == "The library is busy."


def test_no_box_ever_asks_before_a_deed(person, monkeypatch):
    def asked(*_args, **_words):
        raise AssertionError("a question was asked")

    for name in ("exec", "open", "question", "warning"):
        monkeypatch.setattr(QMessageBox, name, asked)
    person.press("Delete", "Ctrl+A", "5", "Delete")
    person.click_view("Trash")
    person.press("F5", "Ctrl+A", "Shift+Delete")
    assert person.library.search.counts.in_trash() == 0

"""Someone saves in the browser while the window is open: it arrives with target, tags, note and PDF."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from readinglist.flows import network
from readinglist.listener.server import Listener
from readinglist.settings import Settings
from readinglist.ui import one_window, patience
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.preferences import Preferences
from tests.connector import Answered, article, in_a_process
from tests.second_start import answered

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
SENT_PDF = {"base64": base64.b64encode(PDF).decode()}


@pytest.fixture
def port() -> int:
    """A port that is free."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def preferences(person) -> Preferences:
    """Open the page about the browser."""
    person.press("Ctrl+,")
    dialog = person.dialog(Preferences)
    dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
    return dialog


def switch_on(person, port: int) -> str:
    """Switch it on in the preferences. Returns what they say then."""
    dialog = preferences(person)
    assert dialog.listening.text() == "Not listening."
    person.click(dialog.controls["listen_port"])
    person.press("Ctrl+A")
    person.type(str(port))
    person.press("Tab")
    person.click(dialog.controls["listen"], dialog.controls["listen"].rect().topLeft() + _near_box(dialog))
    said = dialog.listening.text()
    person.press("Escape")
    person.back_at_the_window()
    return said


def _near_box(dialog: Preferences):
    from PySide6.QtCore import QPoint

    return QPoint(10, dialog.controls["listen"].height() // 2)


def browser(person, port: int, *calls: object) -> list[Answered]:
    """Do something in the browser, which is another process."""
    return in_a_process(port, calls, person.until)


def test_a_save_arrives_in_the_open_window(person, port):
    assert switch_on(person, port).startswith(f"Listening on 127.0.0.1:{port}")
    before = person.ids()
    answers = browser(
        person, port,
        ["ping"],
        ["save", "s", [article()]],
        ["attach", "s", SENT_PDF, "i1", "Full text"],
        ["choose", "s", "Up next", ["seminar"], "#to_read from Anna\nSee part 2"],
    )  # fmt: skip
    assert [answer.status for answer in answers] == [200, 201, 201, 200]
    person.until(lambda: len(person.ids()) == len(before) + 1 and person.count("To read") == 1)
    (new,) = set(person.ids()) - set(before)
    assert "Reading in the margins" in person.cells()
    assert person.window.toast.label.text() == "“Reading in the margins” came from the browser"
    paper = person.library.papers.get(new)
    assert (paper.status, paper.why, paper.note) == ("to_read", "from Anna", "See part 2")
    assert (paper.tags, paper.queue_position) == (["margins", "seminar"], 1)
    assert Path(paper.files[0].path).read_bytes() == PDF
    person.click_paper(new)
    person.until(lambda: person.selected() == [new])
    person.press("Ctrl+Z")
    person.until(lambda: person.ids() == before)
    assert person.count("To read") in (0, None)


def test_a_second_click_and_a_dialog_that_is_open(person, port):
    switch_on(person, port)
    dialog = preferences(person)
    calls = [
        ["save", "one", [article()]],
        ["save", "two", [article()]],
        ["page", "three", "https://example.org/b", "B"],
    ]
    assert [answer.status for answer in browser(person, port, *calls)] == [201, 201, 201]
    assert dialog.isVisible()
    person.until(lambda: person.cells().count("Reading in the margins") == 1 and "B" in person.cells())


def test_it_is_there_again_the_next_day_and_can_be_switched_off(person, port, stand_up, monkeypatch):
    switch_on(person, port)
    monkeypatch.setattr(patience, "LISTEN_MS", 0)
    person = stand_up(person)
    person.until(person.window.desk.listening.addresses)
    assert browser(person, port, ["ping"])[0].status == 200
    dialog = preferences(person)
    person.click(dialog.controls["listen"], _near_box(dialog))
    assert dialog.listening.text() == "Not listening."
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    assert Settings().get("listen") is False


def test_who_has_the_port_is_said_until_it_is_settled(person, port):
    other = Listener(person.window.desk, port)  # any program that does not answer
    other._open()
    said = switch_on(person, port)
    assert f"listens on port {port}" in said
    strip = next(label for label in person.window.findChildren(QLabel) if label.text() == said and label.isVisible())
    again = next(button for button in person.window.findChildren(QPushButton) if button.text() == "Try again")
    person.click(again)
    assert strip.isVisible()
    other._close()
    person.click(next(b for b in person.window.findChildren(QPushButton) if b.text() == "Try again" and b.isVisible()))
    assert not strip.isVisible()
    assert person.window.desk.listening.addresses()


def test_a_link_opens_the_box_filled_in_and_nothing_else(person, monkeypatch):
    monkeypatch.setattr(network, "lookup", lambda *_given, **_more: pytest.fail("a service is asked"))
    monkeypatch.setattr(network, "allowed", lambda _settings: True)
    before = person.ids()
    person.window.offer_address("https://arxiv.org/abs/2409.01369")
    box = person.dialog(AddDialog)
    person.until(box.add_button.isEnabled)
    assert box.box.toPlainText() == "https://arxiv.org/abs/2409.01369"
    person.bot.wait(2 * patience.TYPING_MS)
    assert person.ids() == before
    person.press("Escape")


_STARTED = """
import os, sys
from readinglist import app
from readinglist.ui.dialogs.add import AddDialog
shown = AddDialog.open
def opened(self):
    shown(self)
    print(self.box.toPlainText(), self.parent().isVisible())
    sys.stdout.flush()
    os._exit(0)
AddDialog.open = opened
sys.exit(app.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("link", "code", "said"),
    [
        ("readinglist:add?url=https%3A%2F%2Fexample.org%2Fa", 0, "https://example.org/a True\n"),
        ("readinglist:add?url=file%3A%2F%2F%2Fetc%2Fpasswd", 2, ""),
    ],
)
def test_a_link_starts_the_program(seeded, link, code, said):
    environment = os.environ | {"READINGLIST_LIBRARY": str(seeded.path)}
    command = [sys.executable, "-c", _STARTED, link]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stdout) == (code, said), done.stderr


def test_a_second_start_hands_a_link_over(person):
    key = one_window.key_of(person.library.path)
    server = one_window.Server(key, person.window)
    server.add_asked.connect(person.window.offer_address)
    try:
        assert answered(key, person.until, "https://example.org/found")
        assert person.dialog(AddDialog).box.toPlainText() == "https://example.org/found"
        person.press("Escape")
    finally:
        server.server.close()

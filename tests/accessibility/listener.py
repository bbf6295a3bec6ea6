"""A screen reader's part in a test: told over AT-SPI, it marks a paper as read, writes a note and queues it.

Run by the system's Python, which knows AT-SPI, beside the window; writes what was told as JSON into a file.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version is chosen before

TOLD = ("object:state-changed:focused", "object:announcement")
KEYS = {"Down": 0xFF54, "Escape": 0xFF1B, "F2": 0xFFBF}
CONTROL = 37  # the code of the left Control key
WORDS = "worth a second look"
LONGEST = 20.0  # seconds until a step is given up


class Listener:
    """Keeps what is told, and can look for things, press keys and use what AT-SPI offers."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Any]] = []
        self.steps: dict[str, list[str]] = {}
        self.ear = Atspi.EventListener.new(self._hear)
        for kind in TOLD:
            self.ear.register(kind)

    def _hear(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            self.told.append(("said", str(event.any_data)))
        elif event.detail1:
            self.told.append(("focus", event.source))

    def pump(self) -> None:
        """Take in what was told meanwhile."""
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        time.sleep(0.02)

    def until(self, what: str, holds: Callable[[], Any]) -> Any:
        """Wait until something holds, and return it."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            self.pump()
            try:
                found = holds()
            except GLib.Error:  # it is gone meanwhile
                found = None
            if found:
                return found
        raise SystemExit(f"not told within {LONGEST:.0f} s: {what}; heard {[self.words(t) for t in self.told]}")

    def words(self, told: tuple[str, Any]) -> str:
        return f"says: {told[1]}" if told[0] == "said" else spoken(told[1])

    def focus_on(self, name: str) -> Any:
        """Wait until something whose name has `name` in it is told to have the focus, and return it."""

        def last() -> Any:
            thing = next((thing for kind, thing in reversed(self.told) if kind == "focus"), None)
            return thing if thing is not None and name in thing.get_name() else None

        return self.until(name, last)

    def said(self) -> list[str]:
        """Return what was announced in this step."""
        return [str(thing) for kind, thing in self.told if kind == "said"]

    def step(self, name: str, *lines: str) -> None:
        """Write down what was told in a step."""
        self.steps[name] = list(lines)
        self.told.clear()

    def press(self, key: str, *, control: bool = False) -> None:
        """Press a key as a keyboard does."""
        if control:
            Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(KEYS.get(key) or ord(key), None, Atspi.KeySynthType.SYM)
        if control:
            Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.RELEASE)


def spoken(thing: Any) -> str:
    """Return what a screen reader says of a thing: role, name, states, value."""
    states = thing.get_state_set()
    said = [thing.get_role_name(), thing.get_name()]
    for state, word in ((Atspi.StateType.SELECTED, "selected"), (Atspi.StateType.CHECKED, "checked")):
        if states.contains(state):
            said.append(word)
    if thing.get_role_name() == "slider":
        said.append(f"value {thing.get_current_value():.0f} of {thing.get_maximum_value():.0f}")
    return ", ".join(said)


def find(top: Any, role: str, name: str) -> Any:
    """Return the first thing below `top` of a role whose name begins so."""
    waiting = [top]
    while waiting:
        thing = waiting.pop(0)
        if thing is None:
            continue
        if thing.get_role_name() == role and (thing.get_name() or "").startswith(name):
            return thing
        if thing.get_role_name() not in ("table", "menu bar"):
            waiting += [thing.get_child_at_index(n) for n in range(thing.get_child_count())]
    return None


def click(x: int, y: int) -> None:
    Atspi.generate_mouse_event(x, y, "b1c")


def radio(frame: Any, group: str, name: str, *, checked: bool) -> Any:
    """Return a radio button of a group where it is as asked for."""
    panel = find(frame, "panel", group)
    for n in range(panel.get_child_count() if panel else 0):
        button = panel.get_child_at_index(n)
        if button.get_name() == name and button.get_state_set().contains(Atspi.StateType.CHECKED) == checked:
            return button
    return None


def begin(ear: Listener) -> Any:
    """Find the window, give it the keys with a click on its first paper, and return it."""
    desktop = Atspi.get_desktop(0)

    def application() -> Any:
        apps = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
        return next((app for app in apps if app and app.get_name() == "Reading List"), None)

    app = ear.until("the program", application)
    frame = ear.until("its window", lambda: find(app, "frame", "Reading List"))
    table = ear.until("the table", lambda: find(frame, "table", "Papers"))
    ear.until("all papers", lambda: find(frame, "list item", "All papers, 22 papers"))
    box = Atspi.Component.get_extents(table, Atspi.CoordType.SCREEN)
    Atspi.generate_mouse_event(box.x + 300, box.y + 50, "b1c")
    ear.until("the keys", lambda: frame.get_state_set().contains(Atspi.StateType.ACTIVE))
    ear.told.clear()
    return frame


def mark_as_read(ear: Listener, frame: Any) -> None:
    """Go down two papers and press 5."""
    for place, name in ((", 2 of 22", "Down"), (", 3 of 22", "Down again")):
        ear.press("Down")
        row = ear.focus_on(place)
        ear.step(name, spoken(row))
    ear.press("5")
    ear.until("that it is read", lambda: ", Read, " in row.get_name())
    chosen = ear.until("the status", lambda: radio(frame, "Status", "Read", checked=True))
    ear.until("that it was marked", ear.said)
    ear.step("5 marks it as read", *[f"said: {words}" for words in ear.said()], spoken(row), spoken(chosen))


def write_a_note(ear: Listener) -> None:
    """Ctrl+M, a few words, Escape."""
    ear.press("m", control=True)
    note = ear.focus_on("Note")
    ear.step("Ctrl+M goes to the note", spoken(note))
    for letter in WORDS:
        ear.press(letter)
    ear.until("what was typed", lambda: Atspi.Text.get_text(note, 0, -1) == WORDS)
    ear.step("typing", f"text, Note: {Atspi.Text.get_text(note, 0, -1)}")
    ear.press("Escape")
    ear.step("Escape goes back", spoken(ear.focus_on("has a note")))


def queue_it(ear: Listener, frame: Any) -> None:
    """Ctrl+U."""
    ear.press("u", control=True)
    ear.until("that it is queued", ear.said)
    item = ear.until("how many are queued", lambda: find(frame, "list item", "Up next, 1 paper"))
    ear.step("Ctrl+U queues it", *[f"said: {words}" for words in ear.said()], spoken(item))


def set_values(ear: Listener, frame: Any) -> None:
    """Set the stars and the time at hand through what AT-SPI offers for it."""
    stars = ear.until("the stars", lambda: find(frame, "slider", "Rating"))
    stars.set_current_value(4)
    ear.until("four stars", lambda: "4 stars" in stars.get_name() and ear.said())
    said = [f"said: {words}" for words in ear.said()]
    ear.step("Setting the value of the stars to 4", *said, spoken(stars))
    ear.press("F2")
    time_at_hand = ear.until("the time", lambda: radio(frame, "I have", "45 min", checked=False))
    Atspi.Action.do_action(time_at_hand, 0)
    ear.until("the time taken", lambda: radio(frame, "I have", "45 min", checked=True))
    ear.step("F2, then pressing 45 min", spoken(time_at_hand))


def main() -> None:
    """Do all of it, and print what was told."""
    ear = Listener()
    frame = begin(ear)
    mark_as_read(ear, frame)
    write_a_note(ear)
    queue_it(ear, frame)
    set_values(ear, frame)
    Path(sys.argv[1]).write_text(json.dumps(ear.steps, ensure_ascii=False), encoding="utf-8")


main()

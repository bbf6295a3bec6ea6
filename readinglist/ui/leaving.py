"""What happens when the window is closed: what is typed is saved, what is being done ends, its parts are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from readinglist.ui.window import Window


def may_close(w: Window) -> bool:
    """Return whether the window may be closed now. Where something long is being done it closes at the end of that."""
    long = w.desk.long
    if long.running:
        w.strip.close_after()
        long.afterwards(w.close)
        return False
    return w.presenter.may_close()


def close_parts(w: Window) -> None:
    """Write down how the window looks, and let no part of it go on listening or reading."""
    save_state(w)
    w.bridge.stop()
    w.browser.finder.close()
    w.desk.close()
    if w.setting in w.context.settings.listeners:  # the first time: Qt may ask twice
        w.context.settings.listeners.remove(w.setting)
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(w.system_theme)


def save_state(w: Window) -> None:
    """Write down how the window looks, for the next start."""
    state = w.context.state
    state.set("geometry", bytes(w.saveGeometry().toBase64().data()).decode())
    state.set("panes", w.splitter.sizes())
    state.set("view", w.browser.view.name)
    w.desk.save_state()

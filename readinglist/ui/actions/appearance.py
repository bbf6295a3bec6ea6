"""How the window looks: panes, text size, density, theme, columns, the menu bar."""

from __future__ import annotations

from collections.abc import Callable

from readinglist.settings import known as known_setting
from readinglist.ui.desk import Desk


def toggle_sidebar(desk: Desk) -> None:
    """Show or hide the sidebar."""
    desk.panes.turn_pane("sidebar")


def toggle_detail(desk: Desk) -> None:
    """Show or hide the detail pane."""
    desk.panes.turn_pane("detail")


def toggle_menubar(desk: Desk) -> None:
    """Show or hide the menu bar."""
    bar = desk.window.menuBar()
    bar.setVisible(not bar.isVisible())
    desk.state.set("menubar", bar.isVisible())


def choose_columns(desk: Desk) -> None:
    """Show the chooser of columns at the head of the table."""
    desk.panes.choose_columns()


def text_larger(desk: Desk) -> None:
    """Show larger text."""
    _resize_text(desk, 10)


def text_smaller(desk: Desk) -> None:
    """Show smaller text."""
    _resize_text(desk, -10)


def text_normal(desk: Desk) -> None:
    """Show text of the usual size."""
    desk.set("text_size", 100)


def _resize_text(desk: Desk, by: int) -> None:
    desk.set("text_size", max(70, min(200, int(desk.settings.get("text_size")) + by)))  # percent


def next_density(desk: Desk) -> None:
    """Give rows the next of their densities, around the end."""
    known = known_setting("density").choices
    desk.set("density", known[(known.index(desk.settings.get("density")) + 1) % len(known)])


def density(name: str) -> Callable[[Desk], None]:
    """Return the action that gives rows this density."""
    return lambda desk: desk.set("density", name)


def theme(name: str) -> Callable[[Desk], None]:
    """Return the action that sets this theme."""
    return lambda desk: desk.set("theme", name)

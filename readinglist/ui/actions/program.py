"""The program itself: its commands and keys, what it is, and leaving it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.about import About
from readinglist.ui.dialogs.shortcuts import Shortcuts
from readinglist.ui.presenters.dialogs.command_palette import show_palette


def palette(desk: Desk) -> None:
    """Show every action, view and paper, found by typing."""
    show_palette(desk)


def shortcuts(desk: Desk) -> None:
    """Show every key."""
    menus = desk.window.menuBar().findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    Shortcuts(desk.window, [(menu.title(), menu.actions()) for menu in menus]).open()


def about(desk: Desk) -> None:
    """Say what this is."""
    About(desk.window, desk.library.path, desk.library.search.count()).open()


def close_window(desk: Desk) -> None:
    """Close the window."""
    desk.window.close()

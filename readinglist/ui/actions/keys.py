"""An action's keys as people read them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from readinglist.ui.actions.menus import Menus

_NATIVE = QKeySequence.SequenceFormat.NativeText


def keys_of(menus: Menus, name: str) -> str:
    """Return the keys of an action, those of the list first, parted by commas."""
    keys = [shortcut.key().toString(_NATIVE) for shortcut in menus.shortcuts[name]]
    keys += [key.toString(_NATIVE) for key in menus.actions[name].shortcuts()]
    return ", ".join(dict.fromkeys(key for key in keys if key))

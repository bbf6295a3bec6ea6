"""Prints docs/manual/shortcuts.md from the table of actions: `python docs/shortcuts.py > docs/manual/shortcuts.md`."""

from __future__ import annotations

import sys

from readinglist.core.status import BUILT_IN
from readinglist.ui.actions.table import MENUS, PAPER, Action

HEAD = """# Keys

Everything the window can do, by menu. The first column of keys works anywhere in the window, also while you type a
note; the second while the list of papers has the focus. On a Mac read Cmd for Ctrl. The same list, to search in, opens
with F1 or ?, and Ctrl+K runs any of it by name.
"""
FOOT = """## Where you type

| where | key | what it does |
|---|---|---|
| list of papers | a letter, and more at once | Jump to the next title that begins so |
| list of papers | Up, Down, Home, End, PgUp, PgDown | Move; with Shift the selection grows |
| search | Esc | Close the list of offers; else empty the box and go to the papers |
| search | Down or Return | To the papers |
| search | Down in the empty box | Earlier searches |
| search | Alt+Down | What can be written here |
| search | Tab; or Down, then Return | Take what is offered |
| tags | Return or , | Take the tag |
| tags | Tab | Complete it with a known one and take it |
| tags | Esc | Go to the papers |
| tags | Delete on a chip | Take the tag off |
| status | Left, Right, then Space | Choose a status |
| stars | Left, Right | One star less or more |
| note | Ctrl+B, Ctrl+I | Bold, italic |
| sidebar | Return or Esc | To the papers of the view |
| note | Esc | Save and go back to the papers |
| peek | Space or Esc | Close |
| arrivals | Return | Save |
| arrivals | Delete | Skip |
| arrivals | Ctrl+Return | Open in the browser |

This page is made from the program's own table of actions; a test compares the two.
"""


def page() -> str:
    """Return the page."""
    parts = [HEAD]
    for menu in MENUS:
        parts.append(f"## {menu.label.replace('&', '')}\n")
        lines = ["| action | anywhere | in the list |", "|---|---|---|"]
        if menu is PAPER:
            lines += [f"| Mark as {s.label} | Alt+{s.key} | {s.key} |" for s in BUILT_IN]
        lines += [_line(action) for action in menu.actions]
        parts.append("\n".join(lines) + "\n")
    return "\n".join([*parts, FOOT])


def _line(action: Action) -> str:
    return f"| {action.label} | {' or '.join(action.keys)} | {' or '.join(action.table_keys)} |"


if __name__ == "__main__":
    sys.stdout.write(page())

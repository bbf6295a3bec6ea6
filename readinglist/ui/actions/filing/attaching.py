"""Attaches files to a paper: chosen, or dropped on its row; read on a worker."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from readinglist.core import errors, tex
from readinglist.flows.files import attaching
from readinglist.flows.files.attaching import ATTACHED, Prepared
from readinglist.flows.files.copies import library_folder
from readinglist.flows.opening import contents
from readinglist.i18n import _, plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk

# What is dropped on a paper and is itself a list of papers is brought in, not attached.
_LISTS = frozenset({".bib", ".bibtex", ".ris", ".nbib", ".enw", ".ciw", ".sqlite"})


def attach_files(desk: Desk) -> None:
    """Ask for files to attach to the selected paper."""
    chosen = desk.selected()
    if len(chosen) != 1:
        desk.say(_("Select one paper to attach a file to."))
        return
    names, _kind = QFileDialog.getOpenFileNames(desk.window, _("Attach files"))
    if names:
        attach(desk, chosen[0], names)


def can_be_attached(names: Sequence[str]) -> bool:
    """Whether files dropped on a paper are attached to it: no folders, and no lists of papers."""
    return bool(names) and not any(Path(name).suffix.lower() in _LISTS or Path(name).is_dir() for name in names)


def attach(desk: Desk, paper: int, names: Sequence[str]) -> None:
    """Attach files to a paper; they are read, and copied where that is set, on a worker."""
    folder = library_folder(desk.library.path) if desk.settings.get("attach_by") == "copy" else None

    def done(prepared: list[Prepared]) -> None:
        desk.attempt(lambda: _store(desk, paper, prepared))

    def failed(problem: BaseException) -> None:
        if not isinstance(problem, errors.Cancelled):
            raise problem

    closed: list[bool] = []
    desk.at_close.append(lambda: closed.append(True))

    def go_on(_now: int, _all: int) -> None:
        if closed:  # a large file is not read to its end for a window that is gone
            raise errors.Cancelled

    if not tasks.serial:
        desk.say(plural("Reading {n} file…", "Reading {n} files…", len(names)))
    tasks.run(
        lambda _report: attaching.prepare(list(names), folder, go_on),
        done=done,
        failed=failed,
        owner=desk,
        label="attach",
    )


def _store(desk: Desk, paper: int, prepared: Sequence[Prepared]) -> None:
    title = tex.line(desk.library.papers.get(paper).title)
    results = attaching.attach(desk.library, paper, prepared)
    new = [one for one in results if one.result == ATTACHED]
    words = attaching.in_words(results)
    if len(new) == 1:
        name = contents.shown(Path(new[0].given).name)
        words.insert(0, _("{file} attached to “{title}”.").format(file=name, title=title))
    elif new:
        words.insert(0, plural("{n} file attached to “{title}”.", "{n} files attached to “{title}”.", len(new))
                     .replace("{title}", title))  # fmt: skip
    desk.say(" ".join(words), undoable=bool(new))

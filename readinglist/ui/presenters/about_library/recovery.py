"""Carries out what the user chooses where a library does not open; the window is not there yet."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog

from readinglist.core import errors
from readinglist.flows.recovery import restoring, salvaging
from readinglist.flows.safety import backups
from readinglist.i18n import _, plural
from readinglist.library.backup.record import Backup
from readinglist.library.file.private_copy import PrivateFolder
from readinglist.ui.dialogs.refusal import Recovery


class Chosen(NamedTuple):
    """What to open now: the library itself once it is `restored`, or another file to look at."""

    path: Path
    readonly: bool


class Recovering:
    """One library that does not open. `chosen` is None as long as the user has decided nothing."""

    def __init__(self, library: Path, problem: errors.Refused) -> None:
        self.library = library
        self.chosen: Chosen | None = None
        self._private: PrivateFolder | None = None
        self.backups = [one for one in backups.listed(library) if one.verified]
        readable = ""
        if library.is_file() and library.stat().st_size:
            with contextlib.suppress(errors.Refused):
                readable = salvaging.told(salvaging.look(library))
        self.dialog = Recovery(problem, readable, [_line(one) for one in self.backups])
        self.dialog.compare_asked.connect(self.compare)
        self.dialog.restore_asked.connect(self.restore)
        self.dialog.look_asked.connect(self.look)
        self.dialog.copy_asked.connect(self.save_copy)

    def ask(self) -> Chosen | None:
        """Show the dialog and return what to open, None to end."""
        self.dialog.exec()
        return self.chosen

    def close(self) -> None:
        """Remove what was made to be looked at."""
        if self._private is not None:
            self._private.close()

    def compare(self, place: int) -> None:
        """Show how the library, as far as it can be read, differs from a backup."""

        def deed() -> None:
            with restoring.source(self.backups[place]) as found:
                words = restoring.told(restoring.differences(self.library, found))
            self.dialog.show_differences(place, "\n".join(words))

        self.dialog.attempt(deed)

    def restore(self, place: int) -> None:
        """Put a backup in the library's place; the file that was there is kept beside."""

        def deed() -> None:
            with restoring.source(self.backups[place]) as found:
                restoring.restore(self.library, found)

        if self.dialog.attempt(deed):
            self._choose(Chosen(self.library, False))

    def look(self, place: int) -> None:
        """Open a backup, or what can be read of the library, to look at."""
        if place >= 0:
            self._choose(Chosen(self.backups[place].database, True))
            return

        def deed() -> None:
            self._private = PrivateFolder()
            target = self._private.path / self.library.name
            salvaging.into(self.library, target)
            self._choose(Chosen(target, True))

        self.dialog.attempt(deed)

    def save_copy(self) -> None:
        """Copy the file as it is to where the user wants it."""
        usual = self.library.with_name(f"{self.library.stem}-damaged{self.library.suffix}")
        name, _kind = QFileDialog.getSaveFileName(self.dialog, _("Save a copy"), str(usual))
        if name:
            self.dialog.attempt(lambda: restoring.copy_as_it_is(self.library, Path(name)))

    def _choose(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.dialog.accept()


def _line(one: Backup) -> str:
    made = one.made.astimezone().strftime("%Y-%m-%d %H:%M")
    return plural("{made}: {n} paper ({name})", "{made}: {n} papers ({name})", one.papers).format(
        made=made, name=one.name
    )

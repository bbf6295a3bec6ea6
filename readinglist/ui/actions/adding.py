"""How papers come in, go out and become one: samples, paste, files, drops, export, merging; dialogs do the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from readinglist.core import views
from readinglist.i18n import _, plural
from readinglist.ui.models.paper_table import MIME

if TYPE_CHECKING:
    from readinglist.ui.window import Window


class Adding(QObject):
    """The deeds of the File menu."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.w = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return the actions done here, by id."""
        return {
            "add_samples": self.add_samples,
            "add_paper": self.add_paper,
            "paste_papers": self.paste_papers,
            "import_files": self.import_files,
            "export_papers": self.export_papers,
            "export_calendar": self.export_calendar,
            "export_log": self.export_log,
            "copy_bibtex": self.copy_bibtex,
            "copy_keys": self.copy_keys,
            "make_keys": self.make_keys,
            "find_duplicates": self.find_duplicates,
            "merge_papers": self.merge_papers,
        }

    # -- adding --------------------------------------------------------------------------------------------------

    def add_samples(self) -> None:
        """Add the sample papers."""
        from readinglist.flows.importing import samples

        if self.w.desk.attempt(lambda: samples.add_seeds(self.w.library)):
            self.w.toast.say(_("The sample papers are in your library"), undoable=True)
            self.w.go(views.ALL_PAPERS)

    def add_paper(self) -> None:
        """Ask what to add."""
        self._add_dialog()

    def paste_papers(self) -> None:
        """Offer to add what is on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and data.hasUrls():
            self._import_files([url.toLocalFile() for url in data.urls() if url.isLocalFile()])
        else:
            self._add_dialog(text=QGuiApplication.clipboard().text())

    def _add_dialog(self, *, text: str = "", files: Sequence[str] = ()) -> None:
        from readinglist.ui.presenters.dialogs import add_papers

        add_papers.show_add(self.w.desk, text=text, files=files).storing.connect(self._storing)

    def _storing(self, on: bool) -> None:
        """Look for no news while the dialog's worker writes: the file is locked in turns, and the window would wait."""
        if on:
            self.w.bridge.pause()
        else:
            self.w.bridge.resume()

    def import_files(self) -> None:
        """Ask for files to import."""
        names, _kind = QFileDialog.getOpenFileNames(self.w, _("Import files"))
        self._import_files(names)

    def _import_files(self, names: list[str]) -> None:
        if names:
            self._add_dialog(files=names)

    def export_papers(self) -> None:
        """Ask how to export the selected papers, or all that are listed."""
        from readinglist.ui.presenters.dialogs import export_papers

        chosen = self.w.selection()
        self.w.browser.settle()
        papers = chosen if len(chosen) > 1 else list(self.w.browser.ids) or chosen
        export_papers.show_export(self.w.desk, papers)

    def copy_bibtex(self) -> None:
        """Put the selected papers on the clipboard as BibTeX, for citing."""
        from readinglist.flows import exporting
        from readinglist.formats import registry

        chosen = self.w.selection()
        text = "".join(exporting.pieces(self.w.library, chosen, registry.by_id("bibtex")))
        self._copied(text, plural("{n} paper copied as BibTeX", "{n} papers copied as BibTeX", len(chosen)))

    def copy_keys(self) -> None:
        """Put the citation keys of the selected papers on the clipboard, as a citation takes them."""
        keys = [paper.key for paper in self.w.library.papers.many(self.w.selection()) if paper.key]
        self._copied(",".join(keys), plural("{n} citation key copied", "{n} citation keys copied", len(keys)))

    def make_keys(self) -> None:
        """Give the selected papers citation keys by the template of the settings."""
        self.w.commands.make_keys()

    def _copied(self, text: str, words: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self.w.toast.say(words)

    # -- twice ---------------------------------------------------------------------------------------------------

    def find_duplicates(self) -> None:
        """Look for papers that are twice."""
        from readinglist.ui.presenters.dialogs import merge_papers

        merge_papers.find_duplicates(self.w.desk)

    def merge_papers(self) -> None:
        """Offer to make the selected papers one."""
        from readinglist.ui.presenters.dialogs import merge_papers

        chosen = self.w.selection()
        if len(chosen) < 2:
            self.w.toast.say(_("Select the papers that are one: two or more."))
        else:
            merge_papers.merge_papers(self.w.desk, chosen)

    # -- dropping ------------------------------------------------------------------------------------------------

    def export_log(self) -> None:
        """Write every finished reading, newest first, as Markdown."""
        from readinglist.flows import exporting, readings

        name, _kind = QFileDialog.getSaveFileName(self.w, _("Export the reading log"), "reading-log.md")
        if name:
            lines = list(readings.markdown(readings.reading_log(self.w.library)))
            self.w.desk.attempt(lambda: exporting.to_file(Path(name), (f"{line}\n" for line in lines)))

    def export_calendar(self) -> None:
        """Write the due dates of unread papers, and of tags, as an iCalendar file."""
        from readinglist.flows import exporting
        from readinglist.flows.next_up import planning

        name, _kind = QFileDialog.getSaveFileName(self.w, _("Export due dates"), "reading-list.ics")
        if name:
            text = planning.calendar_of(self.w.library)
            self.w.desk.attempt(lambda: exporting.to_file(Path(name), [text]))

    def drag_entered(self, event: QDragEnterEvent) -> None:
        """Take files and text that are dragged over the window, not our own papers."""
        data = event.mimeData()
        if data.hasUrls() or (data.hasText() and not data.hasFormat(MIME)):
            event.acceptProposedAction()

    def dropped_files(self, event: QDropEvent) -> None:
        """Offer to add what was dropped."""
        event.acceptProposedAction()
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._import_files(files)
        elif data.hasText():
            self._add_dialog(text=data.text())

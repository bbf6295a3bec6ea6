"""How papers go out: files in any format, due dates, the reading log, and the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from readinglist.core.paper import Paper, author_line
from readinglist.flows import exporting, readings
from readinglist.flows.next_up import planning
from readinglist.formats import registry
from readinglist.i18n import _, plural
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.dialogs import export_papers


def export(desk: Desk) -> None:
    """Ask how to export the selected papers, or all that are listed."""
    chosen = desk.selected()
    papers = chosen if len(chosen) > 1 else desk.panes.listed() or chosen
    export_papers.show_export(desk, papers)


def export_log(desk: Desk) -> None:
    """Write every finished reading, newest first, as Markdown."""
    name, _kind = QFileDialog.getSaveFileName(desk.window, _("Export the reading log"), "reading-log.md")
    if name:
        lines = list(readings.markdown(readings.reading_log(desk.library)))
        desk.attempt(lambda: exporting.to_file(Path(name), (f"{line}\n" for line in lines)))


def export_calendar(desk: Desk) -> None:
    """Write the due dates of unread papers, and of tags, as an iCalendar file."""
    name, _kind = QFileDialog.getSaveFileName(desk.window, _("Export due dates"), "reading-list.ics")
    if name:
        text = planning.calendar_of(desk.library)
        desk.attempt(lambda: exporting.to_file(Path(name), [text]))


# -- the clipboard ---------------------------------------------------------------------------------------------------


def copy_papers(desk: Desk) -> None:
    """Put the selected papers on the clipboard, a reference a line."""
    _copy(desk, "\n".join(map(_reference, desk.library.papers.many(desk.selected()))))


def _reference(paper: Paper) -> str:
    who = author_line(paper.authors, paper.authors_complete, limit=8)
    where = f"doi:{paper.doi}" if paper.doi else f"arXiv:{paper.arxiv}" if paper.arxiv else paper.url
    year = f"({paper.year})" if paper.year else ""
    return " ".join(part for part in (who, year, f"{paper.title}.", paper.venue, where) if part)


def copy_bibtex(desk: Desk) -> None:
    """Put the selected papers on the clipboard as BibTeX, for citing."""
    chosen = desk.selected()
    text = "".join(exporting.pieces(desk.library, chosen, registry.by_id("bibtex")))
    _copy(desk, text, plural("{n} paper copied as BibTeX", "{n} papers copied as BibTeX", len(chosen)))


def copy_keys(desk: Desk) -> None:
    """Put the citation keys of the selected papers on the clipboard, as a citation takes them."""
    keys = [paper.key for paper in desk.library.papers.many(desk.selected()) if paper.key]
    _copy(desk, ",".join(keys), plural("{n} citation key copied", "{n} citation keys copied", len(keys)))


def _copy(desk: Desk, text: str, words: str = "") -> None:
    if text:
        QGuiApplication.clipboard().setText(text)
        if words:
            desk.say(words)

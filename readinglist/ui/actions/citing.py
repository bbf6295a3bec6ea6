"""For citing the selected papers: references, BibTeX and citation keys, on the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from readinglist.core.ops import Op
from readinglist.core.paper import Paper, author_line
from readinglist.flows import deeds, editing, exporting
from readinglist.formats import registry
from readinglist.i18n import _, plural
from readinglist.ui.desk import Desk


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
    counted = plural("{n} paper copied as BibTeX", "{n} papers copied as BibTeX", len(chosen))
    _copy(desk, text, deeds.said(desk.library, chosen, _("“{paper}” copied as BibTeX"), counted))


def copy_keys(desk: Desk) -> None:
    """Put the citation keys of the selected papers on the clipboard, as a citation takes them."""
    keys = [paper.key for paper in desk.library.papers.many(desk.selected()) if paper.key]
    _copy(desk, ",".join(keys), plural("{n} citation key copied", "{n} citation keys copied", len(keys)))


def _copy(desk: Desk, text: str, words: str = "") -> None:
    if text:
        QGuiApplication.clipboard().setText(text)
        if words:
            desk.say(words)


def make_keys(desk: Desk) -> None:
    """Give the selected papers citation keys by the template of the settings."""
    chosen = desk.selected()
    words = plural("{n} citation key made", "{n} citation keys made", len(chosen))
    desk.change(chosen, Op.EDIT, editing.make_keys, words, detail=_("citation key"))

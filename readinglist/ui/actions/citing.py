"""For citing the selected papers: references in a style, BibTeX, citations and keys, on the clipboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from readinglist.core.errors import Refused
from readinglist.core.ops import Op
from readinglist.core.paper import Paper, author_line
from readinglist.flows import deeds, editing, exporting
from readinglist.flows.citations import formatted
from readinglist.formats import registry
from readinglist.i18n import _, plural
from readinglist.ui import tasks
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


def _copy_cited(desk: Desk, form: str) -> None:
    papers = list(desk.library.papers.many(desk.selected()))
    text = formatted.cited(papers, form)
    keyed = sum(bool(paper.key) for paper in papers)
    words = plural("{n} citation copied", "{n} citations copied", keyed)
    missing = plural("{n} paper has no citation key", "{n} papers have no citation key", len(papers) - keyed)
    if keyed < len(papers):
        words = f"{words}; {missing}" if keyed else missing
    _copy(desk, text, words)
    if not text:
        desk.say(words)


def copy_markdown(desk: Desk) -> None:
    """Put a citation of the selected papers on the clipboard, as pandoc's Markdown has it."""
    _copy_cited(desk, "markdown")


def copy_latex(desk: Desk) -> None:
    """Put a citation of the selected papers on the clipboard, as LaTeX has it."""
    _copy_cited(desk, "latex")


def copy_own_style(desk: Desk) -> None:
    """Copy references in the style of a file that the user chooses; the last one is offered first."""
    before = str(desk.state.get("style_file", ""))
    name, _filter = QFileDialog.getOpenFileName(desk.window, _("Style"), before, _("Citation styles (*.csl)"))
    if name:
        desk.state.set("style_file", name)
        _copy_styled(desk, name)


def _copy_styled(desk: Desk, style: str) -> None:
    """Put the references of the selected papers on the clipboard, plain and rich, in a style."""
    papers = list(desk.library.papers.many(desk.selected()))

    def work(_report: tasks.Report) -> tuple[str, str]:
        return formatted.references(papers, style, "text"), formatted.references(papers, style, "html")

    def failed(problem: BaseException) -> None:
        if not isinstance(problem, Refused):
            raise problem
        desk.refused(problem)

    tasks.run(work, done=partial(_put, desk, len(papers)), failed=failed, owner=desk.window, label="references")


def _put(desk: Desk, count: int, made: tuple[str, str]) -> None:
    """Put references on the clipboard as text and, for word processors, as HTML."""
    text, html = made
    both = QMimeData()
    both.setText(text)
    both.setHtml(html)
    QGuiApplication.clipboard().setMimeData(both)
    desk.say(plural("{n} reference copied", "{n} references copied", count))


copy_apa = partial(_copy_styled, style="apa")
copy_chicago = partial(_copy_styled, style="chicago")
copy_harvard = partial(_copy_styled, style="harvard")
copy_ieee = partial(_copy_styled, style="ieee")
copy_mla = partial(_copy_styled, style="mla")
copy_nature = partial(_copy_styled, style="nature")


def make_keys(desk: Desk) -> None:
    """Give the selected papers citation keys by the template of the settings."""
    chosen = desk.selected()
    words = plural("{n} citation key made", "{n} citation keys made", len(chosen))
    desk.change(chosen, Op.EDIT, editing.make_keys, words, detail=_("citation key"))

"""Which deed follows what is done in the lists of papers, on the page of Up next and in the detail pane."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QWidget

from readinglist.core import views
from readinglist.core.status import READING
from readinglist.core.views import View
from readinglist.flows.in_progress import Passed
from readinglist.i18n import _
from readinglist.ui.actions import marking, opening, paper_menus, queueing, tagging
from readinglist.ui.actions.filing import one_file
from readinglist.ui.actions.menus import Menus
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.detail.pane import DetailPane
from readinglist.ui.widgets.papers.view import PaperView
from readinglist.ui.widgets.spot import Spot
from readinglist.ui.widgets.upnext.page import UpNext
from readinglist.ui.widgets.upnext.queue_list import QueueList


def in_table(desk: Desk, menus: Menus, table: PaperView) -> None:
    """What is done in the table."""
    table.cell_clicked.connect(lambda field, cell: paper_menus.show_small(menus, field, cell))
    _in_list(desk, menus, table)


def _in_list(desk: Desk, menus: Menus, papers: PaperView | QueueList) -> None:
    papers.opened.connect(lambda paper: opening.read(desk, paper))
    papers.peeked.connect(lambda paper: opening.peek(desk, paper))
    _has_menu(menus, papers)


def _has_menu(menus: Menus, shown: QAbstractItemView) -> None:
    shown.customContextMenuRequested.connect(lambda spot: paper_menus.show(menus, shown.viewport().mapToGlobal(spot)))


def in_up_next(desk: Desk, menus: Menus, page: UpNext) -> None:
    """What is done on the page of Up next."""
    page.asked.connect(menus.run)
    page.deed_asked.connect(lambda name, paper, button: _row_deed(desk, menus, page, name, paper, button))
    card = page.reading.card
    card.opened.connect(lambda paper: opening.read(desk, paper))
    card.stop_asked.connect(lambda paper: opening.ask_where(desk, paper, Spot(card.stop)))
    card.menu_asked.connect(lambda _paper, spot: paper_menus.show(menus, spot))
    page.reading.named.connect(lambda paper: _show_paper(desk, paper))
    page.reading.all_asked.connect(lambda: desk.go(View(views.STATUS, desk.library.statuses.of_kind(READING).id)))
    page.list.moved.connect(lambda papers, to: queueing.move(desk, papers, to))
    _in_list(desk, menus, page.list)
    _has_menu(menus, page.suggestions)


def _show_paper(desk: Desk, paper: int) -> None:
    desk.panes.show_paper(paper)  # asked for when it is needed: the desk gets its panes last


def _row_deed(desk: Desk, menus: Menus, page: UpNext, name: str, paper: int, button: QWidget) -> None:
    """Do what a button over a row of Up next says."""
    page.select_ids([paper])
    if name == "start":
        marking.start(desk, [paper])
    elif name == "snooze_until":
        queueing.choose_day(desk, Spot(button))
    else:
        menus.run(name)


def in_detail(desk: Desk, pane: DetailPane) -> None:
    """What is done in the detail pane."""
    pane.status_chosen.connect(lambda name: marking.set_status(desk, name))
    pane.tags_added.connect(lambda names: tagging.edit_tags(desk, add=names))
    pane.tags_removed.connect(lambda names: tagging.edit_tags(desk, remove=names))
    pane.priority_chosen.connect(lambda level: marking.set_priority(desk, level))
    pane.rating_chosen.connect(lambda stars: marking.set_rating(desk, stars))
    pane.due_chosen.connect(lambda day: marking.set_due(desk, day))
    pane.why_chosen.connect(lambda paper, why: marking.set_why(desk, paper, why))
    pane.progress_chosen.connect(lambda page, pages: marking.set_progress(desk, page, pages))
    pane.file_asked.connect(lambda paper, deed, uid, button: one_file.do(desk, paper, deed, uid, button))
    pane.left.connect(lambda: desk.panes.focus("papers"))


def limit_passed(desk: Desk, passed: Passed) -> None:
    """Say that more is in progress than was meant, and offer to put one down."""

    def put_down() -> None:
        opening.put_one_down(desk, passed.papers, desk.panes.spot("toast"))

    desk.offer(passed.words, _("Pause one…"), put_down)

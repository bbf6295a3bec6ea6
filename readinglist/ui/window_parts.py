"""The parts of the window that its first picture does not show: the detail pane, Up next, menus and deeds.

They are made right after the first rows are painted; leaves the panes that are seen at once to `window`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QVBoxLayout

from readinglist import paths
from readinglist.ui.actions.commands import Commands
from readinglist.ui.actions.deeds import Deeds
from readinglist.ui.actions.menus import Menus
from readinglist.ui.bridge import Bridge
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.counts import Counting
from readinglist.ui.presenters.detail import DetailPresenter
from readinglist.ui.presenters.search_box import QueryPresenter
from readinglist.ui.presenters.up_next import NextPresenter
from readinglist.ui.widgets.detail.pane import DetailPane
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.progress_strip import LongStrip
from readinglist.ui.widgets.toast import Toast
from readinglist.ui.widgets.upnext.page import UpNext

if TYPE_CHECKING:
    from readinglist.ui.window import Window


def finish(w: Window) -> None:
    """Make the rest of the window and connect all of it."""
    w.setWindowIcon(QIcon(str(paths.shipped("resources/icons/app.svg"))))
    w.up_next = UpNext(w.queue_model, w)
    w.empty = Empty(w)
    w.pages.addWidget(w.up_next)
    w.pages.addWidget(w.empty)
    w.detail = DetailPane(w)
    w.detail.setMinimumWidth(280)
    sizes = w.splitter.sizes() if w.isVisible() else []  # before it is shown it has none
    w.splitter.replaceWidget(2, w.detail)
    w.place_of_detail.deleteLater()
    if sizes:
        w.splitter.setSizes(sizes)
    else:
        w.place_panes()
    w.toast = Toast(w)
    w.strip = LongStrip(w)
    middle = w.pages.parentWidget()
    column = middle.layout() if middle else None
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(column.indexOf(w.pages) + 1, w.strip)
    w.setTabOrder(w.table, w.strip.button)
    context = w.context
    w.desk = Desk(context.library, context.settings, context.state, w, w)
    w.commands = Commands(w.desk)
    w.deeds = Deeds(w)
    w.menus = Menus(w, [w.table, w.up_next.list, w.up_next.suggestions], w.deeds.do)
    w.menus.set_statuses(w.library.statuses.all())
    w.menus.fill(w.menuBar())
    w.menuBar().setVisible(bool(w.context.state.get("menubar", False)))
    w.presenter = DetailPresenter(w)
    w.next = NextPresenter(w.up_next, w.desk)
    QueryPresenter(w.search_bar, w.browser, w.desk)  # the desk keeps it
    w.bridge = Bridge(w.library, w)
    w.counting = Counting(w.sidebar, w.desk)
    _connect(w)


def _connect(w: Window) -> None:
    w.bridge.changed.connect(w.heard)
    w.bridge.refused.connect(w.refused)
    w.browser.listed.connect(w.listed)
    w.browser.wrong.connect(w.wrong)
    w.search_bar.typed.connect(w.searched)
    w.search_bar.left.connect(w.focus_papers)
    w.search_bar.add_asked.connect(lambda: w.deeds.do("add_paper"))
    w.search_bar.save_asked.connect(lambda: w.deeds.do("save_search"))
    w.sidebar.chosen.connect(w.go)
    w.sidebar.dropped.connect(w.deeds.dropped)
    w.sidebar.fold_asked.connect(w.fold)
    w.sidebar.menu_asked.connect(w.deeds.view_menus.view_menu)
    w.empty.asked.connect(w.deeds.do)
    w.up_next.asked.connect(w.deeds.do)
    w.table.header.menu_asked.connect(w.deeds.view_menus.column_menu)
    w.table.typed.connect(w.jump)
    w.up_next.list.moved.connect(w.commands.queue_move)
    w.up_next.started.connect(lambda paper: w.commands.start([paper]))
    w.up_next.snoozed.connect(lambda paper: w.commands.snooze([paper]))
    for page in (w.table, w.up_next):
        page.selected.connect(w.selected)
    for papers in (w.table, w.up_next.list):
        papers.opened.connect(w.deeds.open_paper)
        papers.peeked.connect(w.deeds.peek)
        papers.customContextMenuRequested.connect(w.paper_menu)
    w.desk.said.connect(lambda text, undoable: w.toast.say(text, undoable=undoable))
    w.desk.failed.connect(w.refused)
    _connect_long(w)
    w.toast.undo_asked.connect(w.commands.undo)
    w.context.settings.listeners.append(w.setting)
    QGuiApplication.styleHints().colorSchemeChanged.connect(w.system_theme)
    instance = QApplication.instance()
    if isinstance(instance, QGuiApplication):
        instance.applicationStateChanged.connect(w.application_state)


def _connect_long(w: Window) -> None:
    """What takes long: shown in a strip, cancelled there; meanwhile notes wait, and are saved at its end."""
    long, strip = w.desk.long, w.strip

    def let_go() -> None:
        focus = w.focusWidget()
        if focus is not None and strip.isAncestorOf(focus):
            w.focus_papers()

    long.began.connect(w.bridge.pause)
    long.began.connect(strip.begin)
    long.moved.connect(strip.move_on)
    long.stopping.connect(let_go)  # before the button is disabled: Qt would choose who gets the keys
    long.stopping.connect(strip.stop)
    long.ended.connect(w.bridge.resume)
    long.ended.connect(w.presenter.save_again)
    long.ended.connect(let_go)
    long.ended.connect(strip.end)
    strip.cancel_asked.connect(long.cancel)
    strip.turned.connect(lambda shown: w.toast.lift(strip.height() if shown else 0))

"""All panes together: which view they show, what is selected, and what is done where something in them is used.

Made right after the first picture, with the panes that it does not show.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from readinglist.core import tex, views
from readinglist.core.events import Changed
from readinglist.core.views import View
from readinglist.ui import connections
from readinglist.ui.actions import main_menu, view_menu
from readinglist.ui.desk import Pane, Part
from readinglist.ui.pane_parts import PaneParts
from readinglist.ui.presenters import also, columns, existing_views
from readinglist.ui.widgets.spot import Spot, middle_of


class Panes(PaneParts):
    """What the desk asks of the panes (see `desk.Panes`), and the signals of each led to who carries them out."""

    # -- who carries out what ------------------------------------------------------------------------------------

    def connect_parts(self) -> None:
        """Lead the signals of each pane to who carries them out."""
        desk, run = self.desk, self.menus.run
        desk.bridge.changed.connect(self._heard)
        desk.long.ended.connect(self.presenter.save_again)
        self.toast.undo_asked.connect(lambda: run("undo"))
        self.middle.empty.asked.connect(run)
        self.middle.turned.connect(lambda: self._selected(self.selection()))
        self.middle.turned.connect(lambda: self.frame.give_whole(self.middle.needs_all_room()))
        self.frame.folds.connect(self._folds)
        self.search_bar.sidebar_asked.connect(lambda: self.show_pane("sidebar"))
        self.search_bar.detail_asked.connect(lambda: self.show_pane("detail"))
        self.browser.listed.connect(self._listed)
        self.browser.wrong.connect(lambda problem: self.search_bar.say_wrong(getattr(problem, "message", "")))
        self.search_bar.typed.connect(self._searched)
        self.search_bar.left.connect(lambda: self.focus("papers"))
        self.search_bar.add_asked.connect(lambda: run("add_paper"))
        self.search_bar.menu_asked.connect(lambda: main_menu.show(self.menus, self.search_bar.more))
        self.search_bar.save_asked.connect(lambda: run("save_search"))
        self.sidebar.chosen.connect(self._show)
        self.sidebar.left.connect(lambda: self.focus("papers"))
        self.sidebar.dropped.connect(lambda view, papers: view_menu.dropped(desk, view, papers))
        self.sidebar.also_asked.connect(self._also)
        self.sidebar.menu_asked.connect(lambda view, spot: view_menu.show(desk, view, spot))
        self.table.header.menu_asked.connect(lambda spot: columns.show_menu(self.table, spot))
        self.table.typed.connect(self._jump)
        self.table.selected.connect(lambda papers: self._selected_in(self.table, papers))
        self.up_next.selected.connect(lambda papers: self._selected_in(self.up_next, papers))
        connections.in_table(desk, self.menus, self.table)
        connections.in_up_next(desk, self.menus, self.up_next)
        connections.in_detail(desk, self.detail)

    def dropped(self, data: QMimeData, spot: QPoint) -> None:
        """Attach files that were dropped on a paper; offer to add what was dropped elsewhere on the window.

        `spot` is on the screen.
        """
        from readinglist.ui.actions import adding  # with all formats

        adding.dropped(self.desk, data, self.paper_at(spot))

    def paper_at(self, spot: QPoint) -> int | None:
        """Return the paper whose row in the table is at a spot on the screen."""
        ground = self.table.viewport()
        inside = ground.mapFromGlobal(spot)
        if not self.table.isVisible() or not ground.rect().contains(inside):
            return None
        line = self.table.indexAt(inside).row()
        return self.table.papers.ids[line] if line >= 0 else None

    def can_attach(self, data: QMimeData) -> bool:
        """Return whether a paper takes what is dropped on it as its files."""
        from readinglist.ui.actions import adding  # with all formats

        return adding.can_be_attached(data)

    def row_at(self, spot: QPoint) -> tuple[str, QRect]:
        """Return the title of the paper whose row is at a spot on the screen, and where its row is; "" for none."""
        paper = self.paper_at(spot)
        line = self.table.papers.place(paper) if paper is not None else None
        row = self.table.papers.row(line) if line is not None else None
        if line is None or row is None:
            return "", QRect()
        ground = self.table.viewport()
        top = self.table.rowViewportPosition(line)
        return tex.line(row.title), QRect(
            ground.mapToGlobal(QPoint(0, top)), QSize(ground.width(), self.table.rowHeight(line))
        )

    def start(self) -> None:
        """Show what the table shows already: its view, what is selected; and give the keys to what is there."""
        self.desk.panes = self
        self._shown()
        self._selected(self.selection())
        self.refresh_sidebar()
        self.menus.allow(["undo", "redo", "search", "queued"], self.selection())
        if self.frame.pages.currentWidget() is self.middle.empty:
            self.middle.empty.focus()
        elif not self.search_text() and not self.search_bar.box.hasFocus():
            self.focus("papers")

    # -- views ---------------------------------------------------------------------------------------------------

    def view(self) -> View:
        """Return the view on screen."""
        return self.browser.view

    def go(self, view: View) -> None:
        """Show a view and give its papers the keys; what was being typed is saved first."""
        self._show(view)
        self.focus("papers")

    def _show(self, view: View) -> None:
        """Show a view; the keys stay where they are."""
        self.detail.flush()
        self.note_page.close()
        self.search_bar.set_text("")
        self.sidebar.mark(frozenset())
        self.search_bar.say_wrong("")
        self.menus.allow(["search"], [])
        self._mark({})
        self.browser.show(view)
        self._shown()

    def _shown(self) -> None:
        """A view is in the table: show it in the other panes."""
        self.sidebar.select(self.view())
        self.middle.show()
        if self.frame.pages.currentWidget() is self.up_next and not self.up_next.list.selected_ids():
            self.up_next.list.select_ids(list(self.middle.queue_model.ids[:1]))

    def step_view(self, by: int) -> None:
        """Show the view that stands so many lines below the present one in the sidebar, around the end."""
        known = [entry.view for entry in self.sidebar.model.entries if entry.view is not None]
        here = known.index(self.view()) if self.view() in known else 0
        self.go(known[(here + by) % len(known)])

    def _also(self, view: View) -> None:
        """Ask for papers that have this tag too, or no more; the search says so."""
        if self.view().kind != views.TAG or view.kind != views.TAG:
            self._show(view)
        elif view != self.view():
            self.search_for(also.toggled(self.search_text(), view.arg))

    def refresh_sidebar(self) -> None:
        """Ask for the sidebar's counts again."""
        self.counting.refresh()

    def _listed(self) -> None:
        self.middle.show()
        self._count()

    def _count(self) -> None:
        self.frame.foot.left.setText(self.middle.words())

    def _heard(self, changed: Changed) -> None:
        """A step was committed, here or elsewhere."""
        library, view = self.desk.library, self.view()
        if "status" in changed.tables:
            self.menus.set_statuses(library.statuses.all())
        self.middle.heard(changed)
        if view.kind in existing_views.FLEETING and not existing_views.exists(library, view):
            self._show(existing_views.instead(view))
        self.browser.heard(changed)
        self.middle.show()
        self.refresh_sidebar()
        self.presenter.heard(changed)
        self.note_page.heard()
        self.in_progress.heard(changed)
        self.menus.allow(["undo", "redo", "queued"], self.selection())
        self._count()

    # -- searching -----------------------------------------------------------------------------------------------

    def search_text(self) -> str:
        """Return what is searched for, as it was typed."""
        return self.search_bar.box.text().strip()

    def search_for(self, text: str) -> None:
        """Search for something in the present view."""
        self.search_bar.box.setText(text)

    def _searched(self, text: str) -> None:
        self.note_page.close()
        self.detail.flush()
        self.menus.allow(["search"], [])
        self.browser.search(text)
        self.sidebar.mark(also.tags(text))
        self.detail.set_terms(self.browser.words_to_mark())
        self._mark(self.browser.marked())
        self.middle.show()

    def _mark(self, terms: dict[str, tuple[str, ...]]) -> None:
        """Mark these words in the table, by column; also where its papers stay the same."""
        self.table.painting.mark(terms)

    # -- papers --------------------------------------------------------------------------------------------------

    def selection(self) -> list[int]:
        """Return the selected papers of the list on screen."""
        return self.middle.selected()

    def _selected_in(self, page: QObject, papers: list[int]) -> None:
        if page is self.frame.pages.currentWidget():
            self._selected(papers)

    def _selected(self, papers: list[int]) -> None:
        """Take over the selection of the list on screen."""
        self.presenter.show_soon(papers)
        self._count()
        self.menus.allow(["papers", "trash", "queued", "arrival"], papers)

    def select(self, papers: list[int]) -> None:
        """Select these papers in the list on screen."""
        self.middle.select(papers)

    def select_all(self) -> None:
        """Select every paper of the list on screen."""
        self.middle.select_all()

    def following(self, papers: Sequence[int], *, past_dimmed: bool = False) -> int | None:
        """Return the paper below these in the list on screen, else the one above; None where these are not selected.

        With `past_dimmed` those are passed over that have left the view already.
        """
        return self.middle.following(papers, past_dimmed=past_dimmed)

    def at_papers(self) -> bool:
        """Return whether the list on screen has the keys."""
        return self.desk.window.focusWidget() in self.menus.lists

    def listed(self) -> list[int]:
        """Return every paper of the present view and search."""
        self.browser.settle()
        return list(self.browser.ids)

    def queue(self) -> int:
        """Return the queue on screen; where none is, Up next."""
        return self.middle.queue

    def queued(self) -> frozenset[int]:
        """Return the papers of that queue."""
        return self.middle.queued()

    def show_paper(self, paper: int) -> None:
        """Show a paper in the list; in All papers where the present list does not have it."""
        self.detail.flush()
        self.note_page.close()
        if self.frame.pages.currentWidget() is not self.table or self.table.papers.place(paper) is None:
            self.go(views.ALL_PAPERS)
        self.select([paper])

    def reveal(self, papers: Sequence[int]) -> None:
        """Select these papers and scroll to them; in All papers where the present list does not have all of them.

        Those that are gone or in the Trash are passed over. Up next is left only once it is known what it suggests.
        """
        if not self.middle.has(papers):
            papers = self.desk.library.search.existing(papers)
            if not papers or self.middle.once_suggested(lambda: self.reveal(papers)):
                return
            if not self.middle.has(papers):
                self._show(views.ALL_PAPERS)
        self.select(list(papers))

    def _jump(self, text: str) -> None:
        """Type-ahead: go to the next paper of the list whose title begins so."""
        found = self.browser.beginning(text)
        if found is not None:
            self.table.select_ids([found], scroll=True)

    # -- the keys, and what is typed -----------------------------------------------------------------------------

    def focus(self, part: Part) -> None:
        """Give a part of the window the keys."""
        if part == "papers":
            self.note_page.close()
            if not self.middle.focus():
                self.search_bar.box.setFocus()
        elif part == "search":
            self.search_bar.box.setFocus()
            self.search_bar.box.selectAll()
        elif part == "sidebar":
            self.sidebar.list.setFocus()
        else:
            {"note": self.detail.focus_note, "tags": self.detail.focus_tags, "due": self.detail.focus_due}[part]()

    def turn_note(self) -> None:
        """Show the note rendered, or its source."""
        self.detail.turn_note()

    def turn_note_page(self) -> None:
        """Write the note on a page of its own, or go back to the papers."""
        self.note_page.turn()

    def spot(self, of: View | Part) -> Spot:
        """Return where a panel about a view, or a part of the window, is to stand."""
        if isinstance(of, View):
            return self.sidebar.spot(of) or middle_of(self.frame)
        row = self.middle.row_spot() if of == "row" else None
        if row is not None:
            return row
        fields: dict[Part, QWidget] = {
            "search": self.search_bar.box,
            "time": self.up_next.time,
            "topic": self.up_next.topic,
            "toast": self.toast.offer,
        }
        field = fields.get(of)
        return Spot(field) if field is not None and field.isVisible() else middle_of(self.frame)

    def flush(self) -> None:
        """Save what is being typed into the note."""
        self.detail.flush()

    def show_pane(self, pane: Pane) -> None:
        """Show a pane; where there is no room for all of them, in the place of the other."""
        self.frame.ask_for(pane)
        if not self.desk.settings.get(f"{pane}_visible"):
            self.desk.set(f"{pane}_visible", True)

    def turn_pane(self, pane: Pane) -> None:
        """Show a pane that is not to be seen, or hide it."""
        if (self.sidebar if pane == "sidebar" else self.detail).isHidden():
            self.show_pane(pane)
        elif self.frame.asked_for() == pane:
            self.frame.ask_for(None)
        else:
            self.desk.set(f"{pane}_visible", False)

    def _folds(self, pane: QWidget) -> None:
        """A pane is about to be hidden: if it has the keys the papers get them."""
        focus = self.desk.window.focusWidget()
        if focus is not None and pane.isAncestorOf(focus):
            self.focus("papers")

    def choose_columns(self) -> None:
        """Show the menu of the table's columns."""
        columns.show_menu(self.table)

    def themed(self) -> None:
        """Take over a new theme in everything that is painted by hand."""
        self.table.apply_theme()
        self.search_bar.apply_theme()
        self.menus.tint()
        self.menus.set_statuses(self.desk.library.statuses.all())
        self.refresh_sidebar()

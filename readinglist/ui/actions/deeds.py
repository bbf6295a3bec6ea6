"""Carries out the actions of the table: those about papers go to `commands`, the rest are done here or in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog

from readinglist.core import views
from readinglist.core.paper import author_line
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.ui.actions.adding import Adding
from readinglist.ui.actions.table import STATUS_PREFIX
from readinglist.ui.actions.view_menus import ViewMenus
from readinglist.ui.look import theme
from readinglist.ui.web_links import best_link, link_of
from readinglist.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from readinglist.ui.window import Window


class Deeds(QObject):
    """Every action by its id: `do(id)`."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.w = window
        self.view_menus = ViewMenus(window)
        self.adding = Adding(window)
        self._table: dict[str, Callable[[], object]] = self._about_papers() | self._about_window()
        for part in (self.view_menus, self.adding):
            self._table |= part.deeds()

    def _about_papers(self) -> dict[str, Callable[[], object]]:
        """Return the deeds that change papers."""
        commands = self.w.commands
        table: dict[str, Callable[[], object]] = {
            "undo": self._undo,
            "redo": self._redo,
            "advance_status": commands.advance_status,
            "queue_add": commands.queue_add,
            "queue_first": commands.queue_first,
            "queue_remove": commands.queue_remove,
            "queue_up": lambda: commands.queue_shift(-1),
            "queue_down": lambda: commands.queue_shift(1),
            "snooze": commands.snooze,
            "skip": commands.skip,
            "reject": commands.reject,
            "trash": commands.trash,
            "restore": commands.restore,
            "delete_for_good": commands.delete_for_good,
        }
        for level in ("high", "medium", "low", "none"):
            value = None if level == "none" else level
            table[f"priority_{level}"] = partial(commands.set_priority, value)
        for stars in (1, 2, 3, 4, 5, None):
            table[f"rate_{stars or 'none'}"] = partial(commands.set_rating, stars)
        return table

    def _about_window(self) -> dict[str, Callable[[], object]]:
        """Return the deeds that change only what is shown."""
        window = self.w
        return {
            "find": self._find,
            "go_upnext": lambda: window.go(View(views.UP_NEXT)),
            "go_statistics": lambda: window.go(View(views.STATISTICS)),
            "go_all": lambda: window.go(views.ALL_PAPERS),
            "go_next_view": lambda: self._step_view(1),
            "go_previous_view": lambda: self._step_view(-1),
            "focus_sidebar": self._focus_sidebar,
            "focus_table": window.focus_papers,
            "focus_detail": self.edit_note,
            "toggle_sidebar": lambda: self._toggle("sidebar_visible"),
            "toggle_detail": lambda: self._toggle("detail_visible"),
            "text_larger": lambda: self._text_size(10),
            "text_smaller": lambda: self._text_size(-10),
            "text_normal": lambda: self._set("text_size", 100),
            "theme_system": lambda: self._set("theme", "system"),
            "theme_light": lambda: self._set("theme", "light"),
            "theme_dark": lambda: self._set("theme", "dark"),
            "select_all": self._select_all,
            "close_window": window.close,
        }

    def do(self, name: str) -> None:
        """Carry out an action. Raises KeyError for one that is not in the table."""
        if name != "undo":
            self.w.detail.flush()
        if name.startswith(STATUS_PREFIX):
            self.w.commands.set_status(name.removeprefix(STATUS_PREFIX))
            return
        deed = self._table.get(name) or getattr(self, name)
        deed()

    # -- undo ----------------------------------------------------------------------------------------------------

    def _undo(self) -> None:
        self.w.detail.flush()
        self.w.commands.undo()

    def _redo(self) -> None:
        self.w.commands.redo()

    # -- going places --------------------------------------------------------------------------------------------

    def _find(self) -> None:
        self.w.search_bar.box.setFocus()
        self.w.search_bar.box.selectAll()

    def _select_all(self) -> None:
        window = self.w
        window.browser.settle()
        (window.up_next.list if window.pages.currentWidget() is window.up_next else window.table).selectAll()

    def _focus_sidebar(self) -> None:
        self.w.sidebar.list.setFocus()

    def _step_view(self, by: int) -> None:
        entries = [entry for entry in self.w.sidebar.model.entries if entry.view is not None]
        here = next((n for n, entry in enumerate(entries) if entry.view == self.w.browser.view), 0)
        view = entries[(here + by) % len(entries)].view
        if view is not None:
            self.w.go(view)

    def edit_note(self) -> None:
        """Put the cursor into the note."""
        self._show_detail()
        self.w.detail.focus_note()

    def edit_tags(self) -> None:
        """Put the cursor into the tags."""
        self._show_detail()
        self.w.detail.focus_tags()

    def edit_due(self) -> None:
        """Open the due date."""
        self._show_detail()
        self.w.detail.focus_due()

    def _show_detail(self) -> None:
        if not self.w.detail.isVisible():
            self._set("detail_visible", True)

    # -- settings ------------------------------------------------------------------------------------------------

    def _set(self, key: str, value: str | int | bool) -> None:
        self.w.desk.set(key, value)

    def _toggle(self, key: str) -> None:
        self._set(key, not self.w.context.settings.get(key))

    def _text_size(self, by: int) -> None:
        self._set("text_size", max(70, min(200, int(self.w.context.settings.get("text_size")) + by)))

    def toggle_density(self) -> None:
        """Change between compact and comfortable rows."""
        compact = self.w.context.settings.get("density") == "compact"
        self._set("density", "comfortable" if compact else "compact")

    def toggle_menubar(self) -> None:
        """Show or hide the menu bar."""
        shown = not self.w.menuBar().isVisible()
        self.w.menuBar().setVisible(shown)
        self.w.context.state.set("menubar", shown)

    def apply_theme(self) -> None:
        """Set the theme that the settings ask for."""
        settings = self.w.context.settings
        wish = settings.get("theme")
        dark = theme.system_is_dark() if wish == "system" else wish == "dark"
        instance = QApplication.instance()
        if isinstance(instance, QApplication):
            theme.apply(
                instance,
                dark=dark,
                text_size=settings.get("text_size"),
                compact=settings.get("density") == "compact",
            )
        self.w.themed()

    # -- papers --------------------------------------------------------------------------------------------------

    def open_paper(self, number: int | None = None) -> None:
        """Open a paper where it can be read; where there is nowhere, go to its note."""
        chosen = [number] if number is not None else self.w.selection()[:1]
        if not chosen:
            return
        paper = self.w.library.papers.get(chosen[0])
        there = next((file.path for file in paper.files if Path(file.path).exists()), None)
        if there is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(there))
            return
        link = best_link(paper)
        url = link_of(link) if link else None
        if url is None:
            if paper.files:
                self.w.toast.say(_("{file} is not there any more.").format(file=paper.files[0].path))
            else:
                self.w.toast.say(_("This paper has no file and no link yet. Its note is on the right."))
            self.edit_note()
        else:
            QDesktopServices.openUrl(url)

    def peek(self, number: int | None = None) -> None:
        """Show the abstract large, over the list."""
        from readinglist.ui.dialogs.peek import Peek

        chosen = [number] if number is not None else self.w.selection()[:1]
        if chosen:
            Peek(self.w, self.w.library.papers.get(chosen[0])).open()

    def explain(self) -> None:
        """Show why the papers of Up next stand where they do."""
        from readinglist.ui.dialogs.why import Why

        found = self.w.next.scored()
        if not found:
            self.w.go(View(views.UP_NEXT))
            return
        chosen = self.w.selection()[:1]
        Why(self.w, found, chosen[0] if chosen else None).open()

    def time_at_hand(self) -> None:
        """Ask how many minutes there are, and show what fits."""
        known = self.w.next.minutes or 45
        minutes, good = QInputDialog.getInt(self.w, _("Time at hand"), _("Minutes:"), known, 1, 6000, 5)
        if good:
            self.w.go(View(views.UP_NEXT))
            self.w.up_next.show_minutes(minutes)
            self.w.next.set_minutes(minutes)

    def pick_random(self) -> None:
        """Choose a waiting paper at random, not one picked lately, and show it."""
        from readinglist.flows.next_up import suggestions

        found: list[int] = []
        if self.w.desk.attempt(lambda: found.append(suggestions.pick(self.w.library))):
            self.w.go(views.ALL_PAPERS)
            self.w.select(found)

    def show_readings(self) -> None:
        """Show every pass through the first selected paper."""
        from readinglist.ui.presenters.dialogs import paper_readings

        chosen = self.w.selection()[:1]
        if chosen:
            paper_readings.show_readings(self.w.desk, chosen[0])

    def weekly_review(self) -> None:
        """Show the papers that have waited longest."""
        from readinglist.ui.presenters.dialogs import weekly_review

        weekly_review.show_review(self.w.desk)

    def edit_statuses(self) -> None:
        """Show the statuses, to add and change."""
        from readinglist.ui.presenters.dialogs import own_statuses

        own_statuses.edit_statuses(self.w.desk)

    def edit_details(self) -> None:
        """Correct the bibliographic fields of the first selected paper."""
        from readinglist.ui.presenters.dialogs import paper_details

        chosen = self.w.selection()[:1]
        if chosen:
            paper_details.edit_details(self.w.desk, chosen[0])

    def copy_papers(self) -> None:
        """Put the selected papers on the clipboard, a reference a line."""
        lines = []
        for paper in self.w.library.papers.many(self.w.selection()):
            who = author_line(paper.authors, paper.authors_complete, limit=8)
            where = f"doi:{paper.doi}" if paper.doi else f"arXiv:{paper.arxiv}" if paper.arxiv else paper.url
            year = f"({paper.year})" if paper.year else ""
            lines.append(" ".join(part for part in (who, year, f"{paper.title}.", paper.venue, where) if part))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def dropped(self, view: View, papers: list[int]) -> None:
        """Papers were dragged onto a view of the sidebar: give them its status or tag, queue or delete them."""
        if view.kind == views.STATUS:
            self.w.commands.set_status(view.arg, papers)
        elif view.kind == views.TAG:
            self.w.commands.edit_tags([view.arg], (), papers)
        elif view.kind == views.UP_NEXT:
            self.w.commands.queue_add(papers)
        elif view.kind == views.QUEUE:
            commands = self.w.commands
            self.w.desk.attempt(lambda: commands.queue_add(papers, self.w.library.queues.find(view.arg).id))
        elif view.kind == views.TRASH:
            self.w.commands.trash(papers)

    # -- dialogs -------------------------------------------------------------------------------------------------

    def palette(self) -> None:
        """Show every action, found by typing."""
        from readinglist.ui.dialogs.palette import Palette

        Palette(self.w, self.w.menus).open()

    def shortcuts(self) -> None:
        """Show every key."""
        from readinglist.ui.dialogs.shortcuts import Shortcuts

        Shortcuts(self.w, self.w.menus).open()

    def preferences(self) -> None:
        """Show the settings."""
        from readinglist.ui.presenters.dialogs import change_settings

        change_settings.show_preferences(self.w.desk, self.w.next)

    def show_history(self) -> None:
        """Show what was done, newest first."""
        from readinglist.ui.presenters.dialogs import step_history

        step_history.show_history(self.w.desk)

    def about(self) -> None:
        """Say what this is."""
        from readinglist.ui.dialogs.about import About

        About(self.w, self.w.library.path, self.w.library.search.count()).open()

    # -- nothing to show -----------------------------------------------------------------------------------------

    def say_empty(self, empty: Empty) -> None:
        """Say why there is nothing in the list, and what to do next."""
        browser = self.w.browser
        if browser.query.text.strip():
            empty.say("search", _("No paper matches"), browser.query.text, [(_("Clear the search"), "clear_search")])
        elif browser.view == views.ALL_PAPERS:
            empty.say(
                "book",
                _("Your reading list starts here"),
                _("Paste a link, a DOI, BibTeX or a listing, drop files on the window, or look around first."),
                [
                    (_("Add the sample papers"), "add_samples"),
                    (_("Add paper…"), "add_paper"),
                    (_("Import files…"), "import_files"),
                ],
            )
        elif browser.view.kind == views.TRASH:
            empty.say("trash", _("The Trash is empty"), _("Deleted papers wait here until you empty it."))
        elif browser.view.kind == views.STATUS:
            name = _(self.w.library.statuses.get(browser.view.arg).label)
            words = _("Select papers and press a digit, or drag them onto a status.")
            empty.say("book", _("No papers in {view}").format(view=name), words, [(_("Go to All papers"), "go_all")])
        else:
            empty.say("book", _("No papers here"), "", [(_("Go to All papers"), "go_all")])

    def clear_search(self) -> None:
        """Empty the search box."""
        self.w.search_bar.box.clear()
        self.w.focus_papers()

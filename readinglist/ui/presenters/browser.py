"""Which papers the window shows: the view, the search in it, its order; asks for them and keeps up with news."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readinglist.core import views
from readinglist.core.fields import Sort, parse_sort, sort_text
from readinglist.core.query.greek import spellings
from readinglist.core.views import View
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from readinglist.settings import State
from readinglist.ui import tasks
from readinglist.ui.models.paper_table import FEW_PAPERS
from readinglist.ui.presenters.finder import Finder
from readinglist.ui.widgets.papers.header import next_sort
from readinglist.ui.widgets.papers.view import PaperView

if TYPE_CHECKING:  # the query language is loaded after the first picture
    from readinglist.core.events import Changed
    from readinglist.core.query.language import Node, Query

FIRST_ROWS = 100  # of the first picture: more than any screen shows

# Changes of these tables can move a paper into or out of a view, or change its place in it.
_MOVING = frozenset({"paper", "abstract", "note", "paper_tag", "tag", "queue_item", "status", "saved_search"})


class Browser(QObject):
    """The present list. `listed()` after every query, `viewed(View)` after a change of view, `wrong(problem)`."""

    listed = Signal()
    viewed = Signal(object)
    wrong = Signal(object)

    def __init__(self, library: Library, state: State, table: PaperView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.state = state
        self.table = table
        self.view = views.ALL_PAPERS
        self._query: Query | None = None
        self._ranked = True  # hits in titles first, until a column is clicked
        self._top_hit: int | None = None  # selected by us and by nobody else: a search goes on to what comes out on top
        self._begins = False  # a search that has shown no hit yet
        self._before: list[int] = []  # what was selected when it began
        self.whole = True
        self._stays: frozenset[int] = frozenset()  # what is to stay, dimmed, once the list that is asked for is there
        self.finder = Finder(self.library, self)
        self.ids: array[int] = array("q")
        table.header.sort_asked.connect(self._sort_asked)
        table.layout_changed.connect(self._layout_changed)

    @property
    def query(self) -> Query:
        """What is searched for in the view."""
        if self._query is None:
            from readinglist.core.query.language import Query

            self._query = Query("", None)
        return self._query

    # -- what is asked -------------------------------------------------------------------------------------------

    def show(self, view: View) -> None:
        """Go to a view; its search is empty and its order and columns are those it had last."""
        self.view = view
        self._query = None
        self._begins, self._before = False, []
        self._ranked = True
        self.table.set_layout_state(self._layout())
        self.refresh(keep=False)
        self.viewed.emit(view)

    def first_look(self, view: View) -> bool:
        """Show the first rows of a view and no more. False where there are none, or the view is not a mere list."""
        if view.kind in (*views.QUEUES, views.SEARCH, *views.APART):
            return False
        self.view = view
        self.table.set_layout_state(self._layout())
        self.table.header.show_sort(self.sort)
        self.ids = self.library.search.top(Question(view, sort=self.sort), FIRST_ROWS)
        self.table.show_ids(self.ids, keep=False)
        return bool(self.ids)

    def select_first(self) -> None:
        """Select the first paper, as after a change of view."""
        self._top_hit = self.ids[0]
        self.table.select_ids([self.ids[0]])

    def search(self, text: str) -> None:
        """Search as the user types; a wrong query keeps the last good list and says what is wrong."""
        from readinglist.core.query import language

        found = language.parse(text)
        self.wrong.emit(found.problem)
        if found.problem is not None:
            return
        changed = found.node != self.query.node
        if found.node is not None and self.query.node is None:
            self._begins, self._before = True, self.table.selected_ids()
        self._query = found
        if changed:
            self._ranked = True
            self.refresh()

    def marked(self) -> dict[str, tuple[str, ...]]:
        """Return the words to mark in the table, by column: free words in any of text, a field's own in its column."""
        terms = self.query.terms()
        columns = {"title": "title", "authors": "author", "venue": "venue"}
        return {
            column: tuple(way for term in terms if term.field in (None, field) for way in spellings(term.text))
            for column, field in columns.items()
        }

    def words_to_mark(self) -> list[str]:
        """Return the words to mark in the detail pane: not those that name a tag, a status or an identifier."""
        shown = (None, "title", "author", "abstract", "note", "venue")
        return [way for term in self.query.terms() if term.field in shown for way in spellings(term.text)]

    @property
    def sort(self) -> Sort:
        """The order of the present view."""
        stored = self._remembered("sort").get("keys")
        if isinstance(stored, str):
            return parse_sort(stored)
        return views.first_sort(self.view)

    def _sort_asked(self, field: str, added: bool) -> None:
        keys = next_sort(() if self._question().ranked else self.sort, field, added=added)
        self._ranked = False
        self._top_hit = None
        self._remember("sort", {"keys": sort_text(keys)})
        self.refresh()
        self.table.make_room()
        current = self.table.current_id()
        if current is not None:
            self.table.select_ids(self.table.selected_ids(), current, scroll=True)

    # -- what is remembered per view -----------------------------------------------------------------------------

    def _remembered(self, what: str) -> dict[str, object]:
        stored = self.state.get(f"{what}:{self.view.name}", {})
        return stored if isinstance(stored, dict) else {}

    def _remember(self, what: str, value: dict[str, object]) -> None:
        self.state.set(f"{what}:{self.view.name}", value)

    def _layout(self) -> dict[str, object]:
        return {"columns": views.first_columns(self.view)} | self._remembered("layout")

    def _layout_changed(self) -> None:
        self._remember("layout", self.table.layout_state())

    # -- the list ------------------------------------------------------------------------------------------------

    def effective_query(self) -> tuple[View, Node | None]:
        """Return the view and tree that the list stands for: a saved search is its query over all papers."""
        if self.view.kind == views.SEARCH:
            from readinglist.core.query import language

            saved = next((s for s in self.library.searches.all() if s.name == self.view.arg), None)
            own = language.parse(saved.query).node if saved else None
            parts = [part for part in (own, self.query.node) if part is not None]
            both = language.And(tuple(parts)) if len(parts) == 2 else (parts[0] if parts else None)
            return views.ALL_PAPERS, both
        node = self._node
        if self.view.kind in (*views.QUEUES, *views.APART) and node is not None:
            return views.ALL_PAPERS, node
        return self.view, node

    @property
    def _node(self) -> Node | None:
        """The search's tree; asked before the query language is loaded, where nothing is searched for."""
        return None if self._query is None else self._query.node

    def refresh(self, *, keep: bool = True, lingering: frozenset[int] = frozenset(), soon: bool = True) -> None:
        """Ask for the list again; with `keep` selection and scroll stay with their papers.

        The first rows are shown at once if `soon`, the whole list when a worker has found it; `whole` says so.
        """
        asked = self._question()
        self.table.header.show_sort(() if asked.ranked else asked.sort, ranked=asked.ranked)
        if tasks.serial:
            self._show(self.finder.now(asked), keep=keep, lingering=lingering)
            return
        self.whole = False
        self._stays = lingering
        self.finder.ask(asked, lambda ids: self._show(ids, keep=keep, lingering=lingering))
        if soon:
            ids, whole = self.finder.first(asked)
            if whole:
                self.finder.all_known()
            if ids or whole:
                self._show(ids, keep=keep, lingering=lingering, whole=whole)
                keep = True
        self.finder.painted()

    def settle(self) -> None:
        """Have the whole list now, for a deed that needs all of it."""
        if not self.whole:
            self._show(self.finder.now(self._question()), keep=True, lingering=self._stays)

    def _question(self) -> Question:
        view, node = self.effective_query()
        return Question(view, node, self.sort, ranked=self._ranked and self._node is not None)

    def _show(
        self, ids: array[int], *, keep: bool, lingering: frozenset[int] = frozenset(), whole: bool = True
    ) -> None:
        self.whole = whole
        linger: set[int] = set()
        if lingering:
            ids, linger = self._with_lingering(ids, lingering)
        self.ids = ids
        chosen = self.table.selected_ids()
        searched = self._query is not None and self._query.node is not None
        follows = searched and (self._begins or chosen in ([], [self._top_hit]))
        self.table.show_ids(ids, linger, keep=keep)
        if not searched and self._before and chosen in ([], [self._top_hit]):  # as it was before the search
            self.table.select_ids([paper for paper in self._before if paper in ids], scroll=True)
        self._begins = self._begins and not ids
        self._before = self._before if searched else []
        if ids and (follows or not keep):
            self._top_hit = ids[0]
            if self.table.selected_ids() != [ids[0]]:
                self.table.select_ids([ids[0]], scroll=True)
        if self._query is None or self._query.node is None:  # hits move no column
            self.table.make_room()
        self.listed.emit()

    def _with_lingering(self, ids: array[int], lingering: frozenset[int]) -> tuple[array[int], set[int]]:
        """Keep papers that have just left the view where they stood: nothing vanishes under the cursor."""
        if ids == self.ids and not self.table.papers.lingering:  # the quickest to see: none has left
            return ids, set()
        if len(lingering) <= FEW_PAPERS:
            left = {paper for paper in lingering if paper not in ids and paper in self.ids}
        else:
            left = set(lingering.intersection(self.ids).difference(ids))
        gone = set(self.library.search.existing(left)) if left else left
        if not gone:
            return ids, set()
        rest = array("q", self.ids)
        if len(gone) <= FEW_PAPERS:
            for paper in gone:
                rest.remove(paper)
            if rest == ids:  # nothing else has moved
                return self.ids, gone
        new, old = set(ids), set(self.ids)
        stay = array("q", (paper for paper in self.ids if paper in new or paper in gone))
        stay.extend(paper for paper in ids if paper not in old)
        return stay, gone

    def following(self, papers: Sequence[int], *, past_dimmed: bool) -> int | None:
        """Return the paper below these in the list, else the one above; None where these are not what is selected.

        With `past_dimmed` those are passed over that have left the view already.
        """
        if not papers or list(papers) != self.table.selected_ids():
            return None
        return neighbour(self.ids, papers, self.table.papers.lingering if past_dimmed else frozenset())

    def heard(self, changed: Changed) -> None:
        """Take over a step that was committed, by us or another process."""
        papers = None if "tag" in changed.tables or "status" in changed.tables else changed.papers
        self.table.papers.forget(papers)
        if changed.mine:
            self._top_hit = None  # something was done with it: it is chosen now
        of_files = "file" in changed.tables and self.query.node is not None  # a search may ask for their words
        if changed.tables & _MOVING or of_files or self.finder.waiting:
            stays = frozenset(self.table.papers.lingering) | (frozenset() if self.whole else self._stays)
            if changed.mine and changed.op not in ("trash", "delete", "restore", "merge"):
                stays |= frozenset(changed.papers)
            self.refresh(lingering=stays, soon=False)
        self.table.make_room()

    def beginning(self, text: str) -> int | None:
        """Return the next paper from the current line on, around the end, whose title begins with `text`."""
        begins = set(self.library.search.begins(text))
        here = self.table.currentIndex().row()
        start = here if len(text) > 1 and here >= 0 else here + 1
        around = chain(islice(self.ids, start, None), islice(self.ids, start))
        return next((paper for paper in around if paper in begins), None) if begins else None


def neighbour(listed: array[int], papers: Sequence[int], passed: frozenset[int] = frozenset()) -> int | None:
    """Return the first of `listed` below `papers` (in its order) that is in neither; else the nearest above them."""
    gone = {*papers, *passed}
    below = islice(listed, listed.index(papers[-1]) + 1, None)
    above = reversed(listed[: listed.index(papers[0])])
    return next((paper for paper in chain(below, above) if paper not in gone), None)

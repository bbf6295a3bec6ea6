"""The columns of the table: which there are, how wide, what their edges do; decides which give up their room.

How and when: docs/decisions/0038-room-of-columns.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from readinglist.core.field import Field
from readinglist.core.fields import COLUMN_BY_NAME, COLUMNS
from readinglist.core.row import Row
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.papers import signs
from readinglist.ui.widgets.papers.header import Header
from readinglist.ui.widgets.papers.lines import DATES, WIDEST, PaperLines
from readinglist.ui.widgets.papers.widths import TITLE, Wish, share

# How narrow columns may become for the title's sake, and for a very narrow title's; others keep their width as long as
# they can. Dates stay whole until late, and are the year then; tags are dots.
_LEAST = {"authors": 96, "tags": 62, "venue": 80, "subject": 64, "doi": 80, "key": 80, "why": 80, "language": 40}
_LAST = {"authors": 70, "tags": signs.SLIM, "priority": signs.SLIM, "venue": 56, "doi": 40, "key": 40, "why": 40}
_LAST_DATE = 62
_MOST_FIRST_TAG = 130  # that a cell takes to name the first tag of a paper
_TAKES_WHAT_IT_NEEDS = frozenset({"authors", "tags", "subject"})  # at first, where that is less than its width
_MOST = 560  # that a column takes of itself, whatever it has to say
_MOST_TITLE = 760  # that the title takes before others are whole; what they leave is the title's in any case
_ALWAYS = frozenset({"status", TITLE})  # never without content
# What the title has, in pixels, before wide columns are as wide as they would like, and before dates are whole: where
# the columns were chosen; where they were not, on one line and on two. There others give way altogether in this order.
_CHOSEN, _ONE_LINE, _TWO_LINES = (400, 240), (520, 420), (480, 380)
# The first two do so while the title lacks some pixels more.
_GIVING_WAY = {"venue": 50, "subject": 50, "authors": 0, "date": 0}
_SECOND_LINE = 1.75  # how much longer a title may be that runs on: a line ends where a word does
_SIGNS = frozenset({"status", "tags", "priority", "rating", "progress"})  # say something in any width
_WORDS = 44  # pixels below which a column of words would hold an ellipsis and no more
_SPARE = "venue"  # shown of itself where nobody chose columns and the titles leave room for it
_SPARE_LEAST = 120
_MANY = 10  # papers
_MEASURED = 3  # the longest of the texts on screen, of each column


class ColumnRoom:
    """The widths of one table's columns. All lengths that are kept are pixels at the normal text size."""

    def __init__(self, view: QTableView, model: PaperTable, header: Header, lines: PaperLines) -> None:
        self._view, self._model, self._header, self._lines = view, model, header, lines
        self.own: dict[str, int] = {}  # as the user drew them
        self.chosen = False  # by the user, which columns there are
        self.blank: frozenset[str] = frozenset()  # those that have nothing to say on screen, and gave up their room
        self._needs: dict[str, float] = {}
        self._longest = 0.0  # what the longest title takes
        self._first_tag = 0.0  # what a cell takes that names the first tag
        self.settled = False
        self.busy = False  # what Qt says of sections is our own doing

    # -- which ---------------------------------------------------------------------------------------------------

    def show(self, columns: Sequence[Field], widths: dict[str, int]) -> None:
        """Show these columns; `widths` are those that the user drew."""
        with self._quietly():
            self._model.set_columns(columns)
            self._header.in_order()
        self.own = {field.name: widths[field.name] for field in columns if widths.get(field.name)}
        self.settled, self.blank = False, frozenset()

    def state(self) -> dict[str, Any]:
        """Return what is to be remembered: the drawn widths, and the columns in their order where they were chosen."""
        state: dict[str, Any] = {"widths": dict(self.own)}
        if self.chosen:
            state["columns"] = self.names()
        return state

    def bring_back(self, state: dict[str, Any]) -> None:
        """Show what `state` gave; unknown columns are left out."""
        stored = state.get("columns", ())
        columns = [COLUMN_BY_NAME[name] for name in stored if name in COLUMN_BY_NAME]
        widths = {name: int(width) for name, width in state.get("widths", {}).items() if 16 <= int(width) <= 4000}
        at_first = [field for field in COLUMNS if field.shown]
        self.chosen = bool(columns)
        if not columns:
            place = next(n for n, field in enumerate(at_first) if field.name == "authors") + 1
            columns = [*at_first[:place], COLUMN_BY_NAME[_SPARE], *at_first[place:]]
        # Older versions wrote down every width; one that is as at first was not drawn.
        self.show(columns, {name: w for name, w in widths.items() if w != self._first(COLUMN_BY_NAME.get(name))})

    def names(self) -> list[str]:
        """Return the columns that are shown, or would be with one line a row, in their order on screen."""
        header, columns = self._header, self._model.columns
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [
            columns[section].name
            for section in order
            if self.chosen or columns[section].name != _SPARE or not header.isSectionHidden(section)
        ]

    @staticmethod
    def _first(field: Field | None) -> int:
        """Return a column's width until the user draws one: a date is never cut, whatever the font."""
        if field is None or field.name not in DATES:
            return field.width if field else 0
        needed = QFontMetrics(theme.font()).horizontalAdvance(WIDEST) / theme.now().scale + 15
        return max(field.width, round(needed))

    # -- what they have to say -----------------------------------------------------------------------------------

    def settle(self) -> None:
        """Look at the papers on screen: columns without content give up their room, and others learn what they need."""
        rows = self._on_screen()
        self.settled = bool(rows)
        if rows:
            self.blank = frozenset(self._silent(rows, [field.name for field in self._model.columns]))
            scale = theme.now().scale
            self._needs = {field.name: self._needed(rows, field.name) / scale for field in self._model.columns}
            first = max(self._lines.needed_first_tag(row) for row in rows) / scale
            self._first_tag = min(_MOST_FIRST_TAG, first)
            self._longest = self._needs.get(TITLE, 0.0)
            if len(rows) > _MANY and not theme.now().title_over_authors:
                # One very long title is not to take the room of all authors.
                self._needs[TITLE] = self._needed(sorted(rows, key=self._length_of_title)[:-2], TITLE) / scale
        self.fit()

    def make_room(self) -> None:
        """Give columns their room back that have something to say by now; none gives up any."""
        if not self.settled:
            self.settle()
        elif self.blank:
            rows = self._on_screen()
            still = frozenset(self._silent(rows, self.blank))
            if rows and still != self.blank:
                for name in self.blank - still:
                    self._needs[name] = self._needed(rows, name) / theme.now().scale
                self.blank = still
                self.fit()

    @staticmethod
    def _length_of_title(row: Row) -> int:
        return len(row.title)

    def _on_screen(self) -> list[Row]:
        view, model = self._view, self._model
        first = max(0, view.rowAt(0))
        end = first + view.viewport().height() // theme.now().row_height + 1
        rows = (model.row(line) for line in range(first, min(end, len(model.ids))))
        return [row for row in rows if row is not None]

    def _silent(self, rows: Sequence[Row], names: Sequence[str] | frozenset[str]) -> Iterator[str]:
        for name in names:
            if name not in _ALWAYS and not any(self._model.text(row, name) for row in rows):
                yield name

    def _needed(self, rows: Sequence[Row], name: str, measured: int = _MEASURED) -> int:
        longest = sorted(rows, key=lambda row: len(self._model.text(row, name)), reverse=True)[:measured]
        return max((self._lines.needed(row, name, self._model) for row in longest), default=0)

    # -- how wide ------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Give every column its width."""
        columns, below = self._model.columns, {"authors"} if theme.now().title_over_authors else set()
        names = [field.name for field in columns if field.name not in below]
        if TITLE not in names:
            return
        widths = self._shared(names)
        self._lines.dates_below = "date" in names and "date" not in widths
        with self._quietly():
            for section, field in enumerate(columns):
                hides = field.name not in widths
                if self._header.isSectionHidden(section) != hides:
                    self._header.setSectionHidden(section, hides)
                if not hides:
                    self._header.resizeSection(section, widths[field.name])

    def _shared(self, names: Sequence[str]) -> dict[str, int]:
        """Return the widths of those of these columns for which there is room."""
        now, room = theme.now(), self._view.viewport().width()
        title = now.px(min(_MOST_TITLE, self._needs.get(TITLE, _MOST_TITLE)))
        if now.px(self._longest) <= room // 2:  # there is so much room that every title can have its own
            title = max(title, now.px(self._longest))
        first, second = _CHOSEN if self.chosen else _TWO_LINES if now.title_over_authors else _ONE_LINE
        needed = round(title / _SECOND_LINE) if now.title_over_authors else title
        first = min(needed, now.px(first))
        if TITLE in self.own:  # what is left of that goes to the others first
            first = title = now.px(self.own[TITLE])
        drawn = self.own.keys() & set(names)
        second = min(first, now.px(_CHOSEN[1] if drawn else second))
        slim = min(now.px(signs.SLIM), room // (len(names) + 4))
        wishes = {name: self._wish(name, slim) for name in names if name != TITLE}
        shared = partial(share, room, title, (first, second), slim=slim, scale=now.scale)
        if not self.chosen and _SPARE in wishes:
            spare = wishes.pop(_SPARE)
            wanted = min(spare.needed, spare.width) if spare.needed else spare.width
            if _SPARE not in self.blank and shared(wishes)[TITLE] - title >= min(wanted, now.px(_SPARE_LEAST)):
                wishes[_SPARE] = spare
        widths = shared(wishes)
        while (leaving := self._leaving(widths, wishes, first, second)) is not None:
            del wishes[leaving]
            widths = shared(wishes)
        tags = wishes.get("tags")
        if tags is not None and not tags.own and widths["tags"] < tags.least:
            wishes["tags"] = Wish(slim, slim, slim)  # their colours: less than a name says no more
            widths = shared(wishes)
        return widths

    def _leaving(self, widths: dict[str, int], wishes: dict[str, Wish], first: int, second: int) -> str | None:
        """Return a column that is to give way altogether; None where all can stay.

        That is one of little worth while the title has not its room, `second` or a little more but no more than
        `first`, as long as nobody chose columns; then the last one that has words and no room for any, as in very
        large text.
        """
        for name, more in () if self.chosen else _GIVING_WAY.items():
            short = widths[TITLE] < min(first, second + theme.now().px(more))
            if short and name in wishes and (not wishes[name].own or name in self.blank):
                return name
        for name in reversed(wishes):
            if name not in _SIGNS and not wishes[name].own and widths[name] < theme.now().px(_WORDS):
                return name
        return None

    def _wish(self, name: str, slim: int) -> Wish:
        now = theme.now()
        if name in self.blank:
            return Wish(slim, slim, slim, own=True)
        own = self.own.get(name)
        width = now.px(own or self._first(COLUMN_BY_NAME[name]))
        needed = now.px(min(_MOST, self._needs.get(name, 0))) if name in _LEAST else 0
        if name in _TAKES_WHAT_IT_NEEDS and needed and own is None:
            width = min(width, needed)
        least = min(width, now.px(_LEAST[name])) if name in _LEAST else width
        if name == "tags" and self._first_tag:
            least = min(width, now.px(self._first_tag))
        last = min(least, now.px(_LAST_DATE if name in DATES else _LAST.get(name, least)))
        return Wish(width, least, last, needed, own=own is not None)

    # -- edges ---------------------------------------------------------------------------------------------------

    def drawn(self, section: int, old: int, new: int) -> bool:
        """Take over the edge that the user drew behind a column: the next one gives or takes. False: we drew it."""
        if self.busy:
            return False
        other = self._beside(section)
        if other is None:
            return False
        name, beside = self._model.columns[section].name, self._model.columns[other].name
        widths = {field.name: self._header.sectionSize(n) for n, field in enumerate(self._model.columns)}
        least = theme.now().px(signs.SLIM)
        both = old + widths[beside]
        new = max(least, min(new, both - least))
        self._keep({name: new, beside: both - new})
        return True

    def fit_to_content(self, section: int) -> None:
        """Make a column as wide as what it shows on screen, or its head, needs (a double click on its edge)."""
        field = self._model.columns[section]
        rows = self._on_screen()
        needed = max(self._needed(rows, field.name, len(rows)), self._header.needed(section))
        wide = {f.name: self._header.sectionSize(n) for n, f in enumerate(self._model.columns)}
        if field.name != TITLE:
            self._keep({field.name: min(needed, max(wide[field.name], self._view.viewport().width() // 2))})
            return
        missing, widths = needed - wide[TITLE], {}
        for name, least in _LEAST.items():  # the title takes from those that can be cut, the widest use first
            if name in wide and missing > 0 and not self._header.isSectionHidden(self._section(name)):
                taken = min(missing, max(0, wide[name] - theme.now().px(least)))
                missing -= taken
                widths[name] = wide[name] - taken
        self._keep(widths)

    def _keep(self, widths: dict[str, int]) -> None:
        scale = theme.now().scale
        self.own |= {name: round(width / scale) for name, width in widths.items()}
        self.blank -= widths.keys()
        self.fit()

    def _section(self, name: str) -> int:
        return next(n for n, field in enumerate(self._model.columns) if field.name == name)

    def _beside(self, section: int) -> int | None:
        """Return the column that shares an edge: the next one, for the last the one before it."""
        header = self._header
        here = header.visualIndex(section)
        places = [*range(here + 1, header.count()), *range(here - 1, -1, -1)]
        sections = (header.logicalIndex(place) for place in places)
        return next((other for other in sections if not header.isSectionHidden(other)), None)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self.busy = self.busy, True
        try:
            yield
        finally:
            self.busy = before

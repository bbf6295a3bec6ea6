"""The detail pane: one paper, several at once, or none; told what to show, it says what the user did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from readinglist.core.paper import Paper
from readinglist.core.row import Common
from readinglist.core.status import Status
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.detail.head import DetailHead
from readinglist.ui.widgets.detail.tag_input import Known
from readinglist.ui.widgets.note.editor import NoteEditor
from readinglist.ui.widgets.plain import label

# How high the note rests: so much of what is higher than the rows above it. It stands there with every paper and tab.
NOTE_SHARE, ROWS = 0.4, 300
NOTE_MOST = 0.45  # of the height, for a long note over an abstract that needs the rest
TEXT_LEAST = 100  # pixels of the abstract, its tabs included, that a long note leaves in sight


class DetailPane(QWidget):
    """Shows what `show_paper`, `show_many` or `show_nothing` says, and emits what the user did with it.

    `note_edited` carries the id of the paper whose note it is, which need not be the paper shown by then. Escape
    anywhere in the pane emits `left()`: the window gives the focus back to the table.
    """

    status_chosen = Signal(str)
    tags_added = Signal(list)
    tags_removed = Signal(list)
    priority_chosen = Signal(object)
    rating_chosen = Signal(object)
    due_chosen = Signal(object)
    progress_chosen = Signal(object, object)
    why_chosen = Signal(int, str)
    note_edited = Signal(int, str)
    link_opened = Signal(str)
    file_asked = Signal(int, str, str, QWidget)
    links_asked = Signal(str)
    link_followed = Signal(str)
    paper_asked = Signal(int)
    line_queued = Signal(int)
    note_share_chosen = Signal(float)
    note_turned = Signal(bool)
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, head: DetailHead | None = None, note: NoteEditor | None = None
    ) -> None:
        """`head` and `note` may have been made before, each in a turn of its own: together they hold the window up."""
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Details"))
        self.setMinimumWidth(260)
        self._share: float | None = None
        self._empty = label(self, "second", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._full = QSplitter(Qt.Orientation.Vertical, self)
        self._scroll = QScrollArea(self._full)
        self.head = head or DetailHead(self._scroll)
        self.note = note or NoteEditor(self._full)
        self._build()
        self._connect()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._balance)
        self._rest: Callable[[], None] | None = None
        self._second_turn = QTimer(self)
        self._second_turn.setSingleShot(True)
        self._second_turn.timeout.connect(self._show_rest)
        self._order: list[QWidget] = []
        self.head.installEventFilter(self)
        self._restyle()
        self.show_nothing()

    # What is shown

    def show_paper(
        self,
        paper: Paper,
        statuses: Sequence[Status],
        tag_colours: Mapping[str, str | None],
        history: Sequence[str] = (),
        linked: Sequence[tuple[int, str]] = (),
        *,
        in_turns: bool = False,
    ) -> None:
        """Show one paper; `linked` are the papers that it links to or that link to it, with what to say of each.

        Shown again, what is being typed in its note and the cursor stay. With `in_turns` what takes longest, the text
        to read, follows in the next turn of the event loop: a key pressed meanwhile is served first.
        """
        self.head.show_paper(paper, statuses, tag_colours)
        self.note.load(paper.id, paper.note or "")
        self._show_full(with_note=True)
        self._rest = partial(
            self.head.sections.show_parts, paper.abstract or "", paper.highlights, list(history), list(linked)
        )
        if in_turns:
            self._second_turn.start(0)
        else:
            self._show_rest()

    def show_many(
        self,
        common: Common,
        titles: Sequence[str],
        statuses: Sequence[Status],
        tag_colours: Mapping[str, str | None],
        total: int,
    ) -> None:
        """Show what several papers have in common, to be changed for all `total` of them at once.

        `common` may be of the first of them only, until all are counted; `titles` are their first titles.
        """
        self._rest = None
        self.note.unload()
        self.head.show_many(common, titles, total, statuses, tag_colours)
        self._show_full(with_note=False)
        self._balance()

    def show_nothing(self, hint: str = "") -> None:
        """Show no paper, and `hint`: what to do next."""
        self._rest = None
        self.note.unload()
        self.head.tags.close_input()
        self._empty.setText(hint or _("Select a paper to read its abstract and write your notes."))
        self._pages.setCurrentIndex(0)

    def set_known_tags(self, tags: Sequence[Known]) -> None:
        """Offer these tags (name, colour) when one is typed."""
        self.head.tags.set_known(tags)

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark these words of the search in title, abstract and note."""
        self.head.set_terms(terms)
        self.note.set_terms(terms)

    def note_not_saved(self, paper_id: int, why: str) -> None:
        """Say beside the note that it could not be saved; it is kept and tried again."""
        self.note.not_saved(paper_id, why)

    # What the window asks for

    def offer_links(self, titles: Sequence[str]) -> None:
        """Offer titles for the link that is being typed (`links_asked`)."""
        self.note.links.offer(titles)

    def flush(self) -> None:
        """Emit `note_edited` now if something typed was not emitted yet."""
        self.note.flush()

    def focus_note(self) -> None:
        """Go on typing in the note."""
        if self.note.paper() is not None:
            self.note.write()

    def turn_note(self) -> None:
        """Show the note rendered, or its source."""
        if self.note.paper() is not None:
            self.note.turn(not self.note.rendered())

    def show_notes_rendered(self, rendered: bool) -> None:
        """Show every note rendered, or its source."""
        self.note.show_rendered(rendered)

    def lend_note(self) -> NoteEditor:
        """Return the editor of the note, to stand elsewhere for a while; the text above it has all the room."""
        return self.note

    def take_note_back(self) -> None:
        """Put the editor of the note back into its place."""
        self._full.addWidget(self.note)
        self._restyle()
        self._balance()
        self._later.start(0)

    def focus_tags(self) -> None:
        """Type a tag."""
        if self._full.isVisibleTo(self):
            self.head.tags.open_input()

    def focus_due(self) -> None:
        """Type a due date."""
        if self._full.isVisibleTo(self):
            self.head.due.open_panel()

    def note_share(self) -> float:
        """Return which part of the height the user gave to the note (0..1), or 0 when they did not say."""
        return self._share or 0.0

    def set_note_share(self, share: float) -> None:
        """Give that part of the height to the note; 0 leaves it to the pane."""
        self._share = min(0.85, max(0.15, share)) if share else None
        self._later.start(0)

    # Inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that no part of the pane used leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Share the new height out once the parts have their new width."""
        self._later.start(0)

    def showEvent(self, event: object) -> None:
        """Share the height out before the first paint."""
        self._balance()
        self._later.start(0)

    def hideEvent(self, event: object) -> None:
        """A hidden pane keeps nothing to itself."""
        self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """Text size or colours changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._restyle()
            self._later.start(0)
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something above the note became higher or lower, such as names that fold out: share the height out anew."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.head:
            self._later.start(0)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._scroll.setWidget(self.head)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._full.addWidget(self._scroll)
        self._full.addWidget(self.note)
        self._full.setChildrenCollapsible(False)
        self._full.splitterMoved.connect(self._moved)
        blank = QWidget(self)
        middle = QVBoxLayout(blank)
        middle.addWidget(self._empty)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(blank)
        self._pages.addWidget(self._full)

    def _connect(self) -> None:
        head = self.head
        head.status.chosen.connect(self.status_chosen)
        head.tags.added.connect(self.tags_added)
        head.tags.removed.connect(self.tags_removed)
        head.priority.chosen.connect(self.priority_chosen)
        head.rating.chosen.connect(self.rating_chosen)
        head.due.chosen.connect(self.due_chosen)
        head.progress.chosen.connect(self.progress_chosen)
        head.why.chosen.connect(self.why_chosen)
        head.why.left.connect(self.left)
        head.links.opened.connect(self.link_opened)
        head.file_asked.connect(self.file_asked)
        head.sections.paper_asked.connect(self.paper_asked)
        head.sections.line_queued.connect(self.line_queued)
        self.note.links.asked.connect(self.links_asked)
        self.note.links.followed.connect(self.link_followed)
        self.note.edited.connect(self.note_edited)
        self.note.grown.connect(lambda: self._later.start(0))
        self.note.left.connect(self.left)
        self.note.turned.connect(self.note_turned)
        self.note.view.opened.connect(self.link_opened)
        self.note.view.followed.connect(self.link_followed)

    def _restyle(self) -> None:
        px = theme.now().px
        self._full.setHandleWidth(px(12))
        if self.note.parentWidget() is self._full:
            self.note.set_margins(px(21), px(16))

    def _show_full(self, *, with_note: bool) -> None:
        self.note.setVisible(with_note)
        self._pages.setCurrentIndex(1)
        order = [*self.head.tab_order(), *self.note.tab_order()]
        if order != self._order:
            self._order = order
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
        self._later.start(0)

    def _show_rest(self) -> None:
        """Show what there is to read of the paper, and share the height out for it."""
        rest, self._rest = self._rest, None
        if rest is not None:
            rest()
            self._balance()

    def _moved(self, *_where: int) -> None:
        sizes = self._full.sizes()
        if sum(sizes):
            self._share = sizes[1] / sum(sizes)
            self.note_share_chosen.emit(self._share)

    def _balance(self) -> None:
        """Give the note its part of the height, and the text above it the rest."""
        if self.note.isHidden() or self.note.parentWidget() is not self._full:
            return
        whole = self._full.height() - self._full.handleWidth()
        note = max(self._note_height(whole), self.note.minimumSizeHint().height())
        sizes = [max(1, whole - note), note]
        if self._full.sizes() != sizes:
            self._full.setSizes(sizes)

    def _note_height(self, whole: int) -> int:
        """Return how high the note is wanted in `whole` pixels: where it rests, and higher only for what it holds."""
        if self._share is not None:
            return round(whole * self._share)
        resting = max(round((whole - theme.now().px(ROWS)) * NOTE_SHARE), self.note.minimumSizeHint().height())
        holds = self.note.needed_height(whole)
        if holds <= resting:
            return resting
        width = self._scroll.viewport().width()
        spare = whole - self.head.needed_height(width)
        least = max(theme.now().px(TEXT_LEAST), self.head.sections.minimumSizeHint().height())
        beside_text = whole - self.head.needed_height(width, with_text=False) - least
        return min(holds, max(resting, spare, min(round(whole * NOTE_MOST), beside_text)))

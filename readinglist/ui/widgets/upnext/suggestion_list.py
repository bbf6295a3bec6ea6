"""The papers suggested below the queue, each with its reasons in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from readinglist.core.text import capital
from readinglist.i18n import _
from readinglist.ui.models.paper_table import papers_mime
from readinglist.ui.widgets.upnext.cards import Card
from readinglist.ui.widgets.upnext.paper_rows import Index, Line, PaperRows

CARD = Qt.ItemDataRole.UserRole + 1


class SuggestionModel(QAbstractListModel):
    """The suggestions, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []

    def show(self, cards: Sequence[Card]) -> None:
        """Show these."""
        self.beginResetModel()
        self.cards = list(cards)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.cards):
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = _("{n} of {total}").format(n=index.row() + 1, total=len(self.cards))
            return ". ".join([card.title, *map(capital, card.reasons), where])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else base

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        return papers_mime([self.cards[index.row()].paper for index in indexes])


class SuggestionList(PaperRows):
    """The suggestions: as many as there is room for, so that nothing scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.cards = SuggestionModel()
        super().__init__(self.cards, _("Suggested from your library"), parent)
        self.cards.setParent(self)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paper_at(self, row: int) -> int | None:
        """Return the paper of a row."""
        return self.cards.cards[row].paper if 0 <= row < len(self.cards.cards) else None

    def line_of(self, index: Index) -> Line | None:
        """Return what the row shows."""
        card = index.data(CARD)
        if not isinstance(card, Card):
            return None
        second = capital(" · ".join(card.reasons))
        return Line(card.title, second, card.time, kind=card.kind, colour=card.colour, progress=card.progress)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these; what was selected stays so where it is still there."""
        if list(cards) == self.cards.cards:
            return
        chosen = set(self.selected_ids())
        self._quiet = True
        self.cards.show(cards)
        for line, card in enumerate(self.cards.cards):
            if card.paper in chosen:
                index = self.cards.index(line)
                self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.Select)
        self._quiet = False

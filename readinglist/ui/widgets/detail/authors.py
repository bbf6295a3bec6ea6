"""The authors of a paper in running text, folded past eight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readinglist.core.paper import Person
from readinglist.i18n import _, plural
from readinglist.ui.widgets.plain import FlatButton, cut, label

FOLDED = 8
_MOST = 500


class Authors(QWidget):
    """All authors, or the first eight "and 12 more": a press unfolds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._complete = True
        self._unfolded = False
        self.names = label(self, "people", wrap=True)
        self.names.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = FlatButton(self, "calm", 0.0)
        self.more.clicked.connect(self._toggle)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.names)
        lines.addWidget(self.more)

    def show_people(self, people: Sequence[Person], complete: bool) -> None:
        """Show `people`; `complete` is False where the source said "et al."."""
        if tuple(people) != self._people:
            self._unfolded = False
        self._people, self._complete = tuple(people), complete
        self._refresh()

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._refresh()

    def _refresh(self) -> None:
        people = self._people
        folds = len(people) > FOLDED + 1  # "and 1 more" would take the room of the name
        shown = people[: _MOST if self._unfolded or not folds else FOLDED]
        hidden = len(people) - len(shown)
        line = ", ".join(cut(person.display, 200) for person in shown)
        if line and not hidden and not self._complete:
            line += " et al."
        if hidden and self._unfolded:
            line += " " + plural("and {n} more", "and {n} more", hidden)
        self.names.setText(line)
        self.setVisible(bool(line))
        self.more.setVisible(folds)
        folded = not self._unfolded
        words = plural("and {n} more", "and {n} more", hidden) if folded else _("Show fewer")
        if folded and not self._complete:
            words = _("{more}, et al.").format(more=words)
        self.more.set_words(words)
        self.more.setAccessibleName(_("Show fewer authors") if self._unfolded else _("Show all authors"))

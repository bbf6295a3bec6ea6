"""The tags of one or several papers as chips, with "+ tag" behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from readinglist.i18n import _
from readinglist.ui.widgets.detail.tag_chips import Chip
from readinglist.ui.widgets.detail.tag_input import Known, TagInput
from readinglist.ui.widgets.flow import Flow
from readinglist.ui.widgets.plain import FlatButton, tip

_MOST_CHIPS = 200


class TagEditor(Flow):
    """Emits `added(list)` and `removed(list)`; what is shown changes when `show_tags` says so."""

    added = Signal(list)
    removed = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tags"))
        self._made: list[Chip] = []  # all there are, to be used again; the first ones are shown
        self._chips: list[Chip] = []
        self._shown: tuple[object, ...] = ()
        self._known: list[Known] = []
        self._plus = FlatButton(self, "faint")
        self._plus.set_words(_("+ tag"))
        self._plus.setAccessibleName(_("Add a tag"))
        tip(self._plus, _("Add a tag"))
        self._plus.clicked.connect(self.open_input)
        self._input = TagInput(self)
        self._input.hide()
        self._input.taken.connect(self._take)
        self._input.gave_up.connect(self.close_input)
        self._input.wants_chip.connect(self._focus_last)
        self._input.textChanged.connect(self.arrange)

    def members(self) -> list[QWidget]:
        """The chips, then the line or the button that opens it."""
        return [*self._chips, self._input if self._input.isVisibleTo(self) else self._plus]

    def chips(self) -> list[Chip]:
        """Return the chips in order."""
        return list(self._chips)

    def show_tags(self, counts: Mapping[str, int], total: int, colours: Mapping[str, str | None]) -> None:
        """Show the tags of `total` papers: `counts` says how many of them carry each."""
        state: tuple[object, ...] = (total, tuple((name, count, colours.get(name)) for name, count in counts.items()))
        if state == self._shown:
            return
        self._shown = state
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        shown = list(counts.items())[:_MOST_CHIPS]
        while len(self._made) < len(shown):
            self._made.append(self._chip())
        self._chips = self._made[: len(shown)]
        for chip, (name, count) in zip(self._chips, shown, strict=True):
            chip.show_tag(name, colours.get(name), count, total)
        for at, chip in enumerate(self._made):
            chip.setVisible(at < len(shown))
        if focused is not None:
            self._focus(min(focused, len(self._chips) - 1))
        self._offer()
        self.arrange()

    def set_known(self, known: Sequence[Known]) -> None:
        """Offer these tags (name, colour) for completion."""
        self._known = list(known)
        self._offer()

    def open_input(self) -> None:
        """Open the line for a new tag and type in it."""
        self._plus.hide()
        self._input.show()
        self.arrange()
        self._input.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_input(self) -> None:
        """Put the button back in the place of the line; what is typed in it is dropped."""
        if not self._input.isVisibleTo(self):
            return
        had = self._input.hasFocus()
        self._plus.show()
        if had:
            self._plus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._input.hide()
        self._input.clear()
        self.arrange()

    def plus(self) -> FlatButton:
        """Return the button that opens the line."""
        return self._plus

    def line(self) -> TagInput:
        """Return the line in which tags are typed."""
        return self._input

    def _chip(self) -> Chip:
        """Make one more chip, behind the others also for Tab."""
        made = Chip(self)
        made.taken_off.connect(self._take_off)
        made.wanted_on_all.connect(self._put_on_all)
        made.moved.connect(lambda by: self._focus(self._chips.index(made) + by))
        if self._made:
            self.setTabOrder(self._made[-1], made)
        self.setTabOrder(made, self._plus)
        self.setTabOrder(self._plus, self._input)
        return made

    def _offer(self) -> None:
        self._input.set_known(self._known, [chip.name for chip in self._chips if not chip.partial])

    def _take(self, names: list[str]) -> None:
        have = {chip.name.casefold() for chip in self._chips if not chip.partial}
        fresh = [name for name in names if name.casefold() not in have]
        if fresh:
            self.added.emit(fresh)

    def _take_off(self, name: str) -> None:
        self.removed.emit([name])

    def _put_on_all(self, name: str) -> None:
        self.added.emit([name])

    def _focus_last(self) -> None:
        if self._chips:
            last = self._chips[-1]
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self, at: int) -> None:
        if 0 <= at < len(self._chips):
            self._chips[at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif at >= 0 or not self._chips:
            self._plus.setFocus(Qt.FocusReason.OtherFocusReason)

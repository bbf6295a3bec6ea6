"""What the window says over its foot: a line after a deed, and how far one is that takes long."""

from __future__ import annotations

from PySide6.QtCore import QObject

from readinglist.core import errors
from readinglist.ui import patience
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.progress_strip import LongStrip
from readinglist.ui.widgets.spoken import tell
from readinglist.ui.widgets.toast import Toast


class Notices(QObject):
    """Shows what the desk says in `toast`, and a long deed in `strip`, where it is cancelled."""

    def __init__(self, toast: Toast, strip: LongStrip, asked: LongStrip, desk: Desk) -> None:
        """`asked` is the strip of what asks services, which holds up nothing."""
        super().__init__(desk)
        self.toast = toast
        self.strip = strip
        self.asked = asked
        self.desk = desk
        desk.said.connect(lambda words, undoable: toast.say(words, undoable=undoable))
        desk.told.connect(lambda words: tell(desk.window, words))
        desk.offered.connect(
            lambda words, label, deed, undoable: toast.say(words, undoable=undoable, offer=(label, deed))
        )
        desk.failed.connect(self._refused)
        long = desk.long
        long.began.connect(strip.begin)
        long.moved.connect(strip.move_on)
        long.stopping.connect(self._let_go)  # before the button is disabled: Qt would choose who gets the keys
        long.stopping.connect(strip.stop)
        long.ended.connect(self._let_go)
        long.ended.connect(strip.end)
        strip.cancel_asked.connect(long.cancel)
        strip.turned.connect(self._lift)
        asking = desk.asking
        asking.began.connect(asked.begin)
        asking.moved.connect(asked.move_on)
        asking.stopping.connect(self._let_go)
        asking.stopping.connect(asked.stop)
        asking.ended.connect(self._let_go)
        asking.ended.connect(asked.end)
        asked.cancel_asked.connect(asking.stop)
        asked.turned.connect(self._lift)

    def _refused(self, problem: errors.Refused) -> None:
        self.toast.say(str(problem), seconds=patience.REFUSAL_SECONDS)

    def _lift(self) -> None:
        """Keep the toast above the strips."""
        self.toast.lift(sum(strip.height() for strip in (self.strip, self.asked) if not strip.isHidden()))

    def _let_go(self) -> None:
        """Give the keys back to the papers if a strip that ends has them."""
        focus = self.strip.window().focusWidget()
        if focus is not None and (self.strip.isAncestorOf(focus) or self.asked.isAncestorOf(focus)):
            self.desk.panes.focus("papers")

"""What browsers save comes into the window: switched on by a setting, told when it comes, or why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from readinglist.i18n import _
from readinglist.ui import patience
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.notice_strip import NoticeStrip

if TYPE_CHECKING:  # comes with the listener
    from readinglist.flows.browser.deeds import Told

_PORT = "port"


class BrowserSaves(QObject):
    """Follows the settings from a while after the start on."""

    def __init__(self, strip: NoticeStrip, desk: Desk) -> None:
        super().__init__(desk)
        self.strip = strip
        self.desk = desk
        self.listening = desk.listening
        self.listening.told.connect(self._told)
        self.listening.noticed.connect(self._noticed)
        self.listening.turned.connect(self._turned)
        desk.settings.listeners.append(self._setting)
        desk.at_close.append(self._close)
        if desk.settings.get("listen"):
            QTimer.singleShot(patience.LISTEN_MS, self, self.follow)

    def follow(self) -> None:
        """Listen, or do not, as the settings say."""
        if self.desk.settings.get("listen"):
            self.listening.begin(self.desk.settings.get("listen_port"))
        else:
            self.listening.end()

    def _setting(self, key: str) -> None:
        if key == "listen" or (key == "listen_port" and self.desk.settings.get("listen")):
            self.follow()

    def _close(self) -> None:
        if self._setting in self.desk.settings.listeners:
            self.desk.settings.listeners.remove(self._setting)
        self.listening.end()

    def _turned(self) -> None:
        problem = self.listening.problem
        if problem is None:
            self.strip.settle(_PORT)
        elif self.strip.name in ("", _PORT):
            ways = [(_("Try again"), self.follow), (_("Do not listen"), self._switch_off)]
            self.strip.say(_PORT, str(problem), ways)
        else:  # something of more weight stands there
            self.desk.refused(problem)

    def _switch_off(self) -> None:
        self.desk.set("listen", False)

    def _told(self, told: Told) -> None:
        self.desk.attempt(lambda: self.desk.library.take_over(told.news))
        if told.stored is not None:
            self.desk.say(told.stored.in_words(), undoable=bool(told.stored.new))

    def _noticed(self, words: str) -> None:
        self.desk.say(words)

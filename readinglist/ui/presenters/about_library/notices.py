"""What is to be said of the library as a whole, in one strip over the foot: each part of it has a presenter."""

from __future__ import annotations

from PySide6.QtCore import QObject

from readinglist.ui.desk import Desk
from readinglist.ui.frame import Frame
from readinglist.ui.presenters.about_library.from_browser import BrowserSaves
from readinglist.ui.presenters.about_library.right_file import LibraryFile
from readinglist.ui.presenters.about_library.shared_place import LibraryPlace
from readinglist.ui.presenters.about_library.unfinished import UnfinishedSteps
from readinglist.ui.presenters.note_saver import NoteKeeper
from readinglist.ui.widgets.notice_strip import NoticeStrip
from readinglist.ui.widgets.toast import Toast


class LibraryNotices(QObject):
    """Makes the strip and those who speak in it."""

    def __init__(self, frame: Frame, toast: Toast, notes: NoteKeeper, desk: Desk) -> None:
        super().__init__(desk)
        strip = NoticeStrip(desk.window)
        frame.put_above_foot(strip)
        strip.turned.connect(lambda shown: toast.lift(strip.sizeHint().height() if shown else 0))
        LibraryFile(strip, notes, desk)
        LibraryPlace(strip, desk)
        UnfinishedSteps(strip, desk)
        BrowserSaves(strip, desk)

"""What this program is, and where the library lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QWidget

from readinglist import __version__
from readinglist.i18n import _, plural
from readinglist.ui.dialogs.base import Dialog


class About(Dialog):
    """Version, licence, library."""

    def __init__(self, parent: QWidget, path: Path, papers: int) -> None:
        super().__init__(parent, _("About Reading List"), 460, 260)
        for line in (
            _("Version {version}, with Qt {qt}").format(version=__version__, qt=qVersion()),
            _("Free software under the MIT licence."),
            _("Library: {path}").format(path=path),
            plural("{n} paper in it", "{n} papers in it", papers),
        ):
            label = self.label(line)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)
        self.body.addStretch(1)
        self.finish()

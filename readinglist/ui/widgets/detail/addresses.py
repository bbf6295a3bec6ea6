"""The addresses of a paper as links: DOI, arXiv, URL."""

from __future__ import annotations

import re
from urllib.parse import quote

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readinglist.core.paper import Paper
from readinglist.core.web_address import LONGEST, web_address
from readinglist.ui.widgets.flow import Flow
from readinglist.ui.widgets.plain import FlatButton, tip

_VERSION = re.compile(r"v\d+$")


def addresses(paper: Paper) -> list[tuple[str, str]]:
    """Return (words, address) of every link that `paper` has and that may be opened."""
    found = []
    doi, arxiv, url = (text if text and len(text) <= LONGEST else "" for text in (paper.doi, paper.arxiv, paper.url))
    # The DOI that arXiv gives every preprint says nothing that its arXiv id does not.
    if doi and not (arxiv and doi.lower() == f"10.48550/arxiv.{_VERSION.sub('', arxiv)}".lower()):
        found.append((f"doi:{doi}", "https://doi.org/" + quote(doi, safe="/:;()._-")))
    if arxiv:
        found.append((f"arXiv:{arxiv}", "https://arxiv.org/abs/" + quote(arxiv, safe="/._-")))
    if url and not any(url.split("://")[-1] == address.split("://")[-1] for _words, address in found):
        # The host as it will be asked for: letters that look like others are seen before the click.
        leads_to = web_address(url)
        if leads_to is not None:
            found.append((leads_to.host.removeprefix("www."), leads_to.url))
    return [(words, address) for words, address in found if web_address(address)]


class Links(Flow):
    """A line of links. Emits `opened(address)`."""

    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []
        self._made: list[FlatButton] = []  # all there are, to be used again; the first ones are shown
        self._buttons: list[FlatButton] = []
        self.set_gap(12)

    def members(self) -> list[QWidget]:
        """The links."""
        return list(self._buttons)

    def show_paper(self, paper: Paper) -> None:
        """Show the links of `paper`; without any, hide."""
        found = addresses(paper)
        if found != self._shown:
            self._shown = found
            while len(self._made) < len(found):
                self._made.append(self._button(len(self._made)))
            self._buttons = self._made[: len(found)]
            for button, (words, address) in zip(self._buttons, found, strict=True):
                button.set_words(words)
                button.setAccessibleDescription(address)
                tip(button, address)
            for at, button in enumerate(self._made):
                button.setVisible(at < len(found))
            self.arrange()
        self.setVisible(bool(found))

    def _button(self, at: int) -> FlatButton:
        """Make the button of the link with that number, whichever it is at present."""
        made = FlatButton(self, "link")
        made.clicked.connect(lambda: self.opened.emit(self._shown[at][1]))
        return made

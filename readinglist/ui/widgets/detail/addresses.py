"""The addresses of a paper as links: DOI, arXiv, URL."""

from __future__ import annotations

import re
from urllib.parse import quote

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readinglist.core.paper import Paper
from readinglist.core.web_address import web_address
from readinglist.ui.widgets.flow import Flow
from readinglist.ui.widgets.plain import FlatButton, tip

_VERSION = re.compile(r"v\d+$")


def addresses(paper: Paper) -> list[tuple[str, str]]:
    """Return (words, address) of every link that `paper` has and that may be opened."""
    found = []
    # The DOI that arXiv gives every preprint says nothing that its arXiv id does not.
    if paper.doi and not (
        paper.arxiv and paper.doi.lower() == f"10.48550/arxiv.{_VERSION.sub('', paper.arxiv)}".lower()
    ):
        found.append((f"doi:{paper.doi}", "https://doi.org/" + quote(paper.doi, safe="/:;()._-")))
    if paper.arxiv:
        found.append((f"arXiv:{paper.arxiv}", "https://arxiv.org/abs/" + quote(paper.arxiv, safe="/._-")))
    if paper.url and not any(paper.url.split("://")[-1] == address.split("://")[-1] for _words, address in found):
        # The host as it will be asked for: letters that look like others are seen before the click.
        leads_to = web_address(paper.url)
        if leads_to is not None:
            found.append((leads_to.host.removeprefix("www."), leads_to.url))
    return [(words, address) for words, address in found if web_address(address)]


class Links(Flow):
    """A line of links. Emits `opened(address)`."""

    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []
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
            for old in self._buttons:
                old.hide()
                old.deleteLater()
            self._buttons = [self._button(words, address) for words, address in found]
            self.arrange()
        self.setVisible(bool(found))

    def _button(self, words: str, address: str) -> FlatButton:
        made = FlatButton(self, "link")
        made.set_words(words)
        made.setAccessibleDescription(address)
        tip(made, address)
        made.clicked.connect(lambda: self.opened.emit(address))
        made.show()
        return made

"""Why the window does not open, in words: there is no window yet that could say it."""

from __future__ import annotations

from readinglist.core.errors import Refused
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog


class Refusal(Dialog):
    """What stopped, what is safe, what to do."""

    def __init__(self, problem: Refused) -> None:
        super().__init__(None, _("Reading List does not open"), 480, 200)
        self.body.addWidget(self.label(problem.what, "plain"))
        for words in (problem.safe, problem.do):
            if words:
                self.body.addWidget(self.label(words))
        self.body.addStretch(1)
        self.finish().setFocus()

"""The settings: read for the dialog, changed there at once, with what is suggested then."""

from __future__ import annotations

from PySide6.QtCore import QObject

from readinglist.i18n import _
from readinglist.settings import Value
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.preferences import READING, WEIGHT, Preferences


def show_preferences(desk: Desk) -> Preferences:
    """Show the settings, and what is suggested with them."""
    statuses = [(status.id, _(status.label)) for status in desk.library.statuses.all()]
    dialog = Preferences(desk.window, desk.settings.get, {"new_status": statuses})
    _Presenter(dialog, desk)
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: Preferences, desk: Desk) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.settings = desk.settings
        self.upcoming = desk.panes.next
        dialog.chosen.connect(self._set)
        self.upcoming.answered.connect(self._show)
        self.listening = desk.listening
        self.listening.turned.connect(self._show_listening)
        self._show_listening()
        self.upcoming.refresh()

    def _show(self) -> None:
        self.dialog.show_suggested([card.title for card in self.upcoming.suggested()])

    def _show_listening(self) -> None:
        problem, places = self.listening.problem, ", ".join(self.listening.addresses())
        words = _("Listening on {places}.").format(places=places) if places else _("Not listening.")
        self.dialog.show_listening(str(problem) if problem else words, wrong=problem is not None)

    def _set(self, key: str, value: Value) -> None:
        try:
            self.settings.set(key, value)
        except (OSError, ValueError) as problem:
            self.dialog.wrong.setText(_("This could not be saved: {why}").format(why=problem))
            return
        self.dialog.wrong.setText("")
        if key.startswith(WEIGHT) or key in READING:
            self.upcoming.refresh()

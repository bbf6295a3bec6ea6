"""The settings as a form made from their table; every change takes hold at once, suggestions included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from readinglist.i18n import _
from readinglist.settings import SETTINGS, Setting, Value
from readinglist.ui.dialogs.base import Dialog

WEIGHT = "weight_"
BROWSER = ("listen", "listen_port")
FILES = ("attach_by", "watch_folder", "file_names", "full_text")
READING = ("new_status", "move_on", "in_progress_limit", "minutes_a_day", "key_template")


class Preferences(Dialog):
    """Five pages: how it looks, how one reads, what becomes of files, what suggestions go by, with what they suggest as
    one changes it, and whether browsers save here.
    """

    chosen = Signal(str, object)  # key, value

    def __init__(
        self, parent: QWidget, value_of: Callable[[str], Value], offered: Mapping[str, Sequence[tuple[str, str]]]
    ) -> None:
        """`value_of(key)` is what a setting is at present; `offered` are values with their words for some of them."""
        super().__init__(parent, _("Preferences"), 580, 600)
        self.value_of = value_of
        self.offered = offered
        self.controls: dict[str, QWidget] = {}
        self.wrong = self.label(role="error")
        shown = [setting for setting in SETTINGS if setting.shown]
        weights = [setting for setting in shown if setting.key.startswith(WEIGHT)]
        reading = [setting for setting in shown if setting.key in READING]
        files = [setting for setting in shown if setting.key in FILES]
        browser = [setting for setting in shown if setting.key in BROWSER]
        others = [setting for setting in shown if setting not in (*weights, *reading, *files, *browser)]
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._page(others), _("Window"))
        self.tabs.addTab(self._page(reading), _("Reading"))
        self.tabs.addTab(self._page(files), _("Files"))
        self.tabs.addTab(self._suggestions(weights), _("Suggestions"))
        self.tabs.addTab(self._browser(browser), _("Browser"))
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.wrong)
        self.finish()

    def _page(self, settings: Iterable[Setting]) -> QScrollArea:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        column.addLayout(form)
        column.addStretch(1)
        form.setContentsMargins(2, 14, 14, 8)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(18)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for setting in settings:
            control = self.controls[setting.key] = self._control(setting)
            control.setAccessibleName(_(setting.label))
            control.setAccessibleDescription(_(setting.doc))
            name = QLabel("" if isinstance(control, QCheckBox) else _(setting.label), self)
            name.setBuddy(control)
            form.addRow(name, control)
            doc = self.label(_(setting.doc))
            doc.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            form.addRow("", doc)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _suggestions(self, weights: list[Setting]) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page(weights), 1)
        self.preview = self.label()
        self.preview.setAccessibleName(_("What is suggested with these weights"))
        layout.addWidget(self.preview)
        again = QPushButton(_("Reset weights"), page)
        again.setAutoDefault(False)
        again.clicked.connect(lambda: self._reset(weights))
        layout.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _browser(self, settings: list[Setting]) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page(settings), 1)
        self.listening = self.label()
        layout.addWidget(self.listening)
        return page

    def show_listening(self, words: str, *, wrong: bool) -> None:
        """Say whether browsers are listened to at present, or what is wrong with that."""
        self.listening.setText(words)
        self.listening.setProperty("role", "error" if wrong else "second")
        self.listening.style().unpolish(self.listening)
        self.listening.style().polish(self.listening)

    def show_suggested(self, titles: Sequence[str]) -> None:
        """Show what is suggested with these weights, best first."""
        lines = [f"{n}. {title}" for n, title in enumerate(titles, 1)]
        self.preview.setText("\n".join([_("Suggested with these weights:"), *lines]) if lines else "")

    def _reset(self, weights: list[Setting]) -> None:
        for setting in weights:
            control = self.controls[setting.key]
            if isinstance(control, QSpinBox):
                control.setValue(int(setting.default))

    def _control(self, setting: Setting) -> QWidget:
        value = self.value_of(setting.key)
        if setting.kind == "flag":
            box = QCheckBox(_(setting.label), self)
            box.setChecked(bool(value))
            box.toggled.connect(lambda on: self.chosen.emit(setting.key, on))
            return box
        if setting.kind == "number":
            spin = QSpinBox(self)
            spin.setRange(setting.low, setting.high)
            spin.setSingleStep(10 if setting.high >= 100 else 1)
            spin.setValue(int(value))
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(lambda number: self.chosen.emit(setting.key, number))
            return spin
        if setting.key in self.offered:
            return self._choice(setting.key, self.offered[setting.key], str(value))
        if setting.kind == "text":
            line = QLineEdit(str(value), self)
            line.editingFinished.connect(lambda: self.chosen.emit(setting.key, line.text().strip()))
            return line
        words = setting.words or tuple(map(str.capitalize, setting.choices))
        rows = [(word, _(label)) for word, label in zip(setting.choices, words, strict=True)]
        return self._choice(setting.key, rows, str(value))

    def _choice(self, key: str, rows: Sequence[tuple[str, str]], value: str) -> QComboBox:
        choice = QComboBox(self)
        for word, label in rows:
            choice.addItem(label, word)
        choice.setCurrentIndex(max(0, choice.findData(value)))
        choice.currentIndexChanged.connect(lambda place: self.chosen.emit(key, choice.itemData(place)))
        return choice

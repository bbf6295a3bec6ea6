"""The settings as a form made from their table; every change takes hold at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QSpinBox, QWidget

from readinglist.i18n import _
from readinglist.settings import SETTINGS, Setting, Settings, Value
from readinglist.ui.dialogs.base import Dialog


class Preferences(Dialog):
    """One row a setting, its explanation beneath."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent, _("Preferences"), 540, 480)
        self.settings = settings
        self.wrong = self.label(role="error")
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for setting in SETTINGS:
            if setting.shown:
                control = self._control(setting)
                control.setAccessibleName(_(setting.label))
                control.setToolTip(_(setting.doc))
                name = QLabel("" if isinstance(control, QCheckBox) else _(setting.label), self)
                name.setBuddy(control)
                form.addRow(name, control)
                form.addRow("", self.label(_(setting.doc)))
        self.body.addLayout(form)
        self.body.addWidget(self.wrong)
        self.body.addStretch(1)
        self.finish()

    def _control(self, setting: Setting) -> QWidget:
        value = self.settings.get(setting.key)
        if setting.kind == "flag":
            box = QCheckBox(_(setting.label), self)
            box.setChecked(bool(value))
            box.toggled.connect(lambda on: self._set(setting.key, on))
            return box
        if setting.kind == "number":
            spin = QSpinBox(self)
            spin.setRange(setting.low, setting.high)
            spin.setSingleStep(10 if setting.high >= 100 else 1)
            spin.setValue(int(value))
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(lambda number: self._set(setting.key, number))
            return spin
        choice = QComboBox(self)
        for word in setting.choices:
            choice.addItem(_(word.capitalize()), word)
        choice.setCurrentIndex(setting.choices.index(str(value)))
        choice.currentIndexChanged.connect(lambda place: self._set(setting.key, setting.choices[place]))
        return choice

    def _set(self, key: str, value: Value) -> None:
        try:
            self.settings.set(key, value)
            self.wrong.setText("")
        except (OSError, ValueError) as problem:
            self.wrong.setText(_("This could not be saved: {why}").format(why=problem))

"""A paper's bibliographic fields as a form, to correct what a source got wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from readinglist.core import errors, provenance
from readinglist.core.field import in_order
from readinglist.core.fields import FIELDS
from readinglist.core.identity import identifiers
from readinglist.core.names.person import person
from readinglist.core.paper import Paper, Person
from readinglist.core.text import east_asian_name
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.look import theme
from readinglist.ui.widgets.text.plain_box import PlainBox

_LONGEST = 10_000  # characters that a line holds
_LONGEST_TEXT = 50_000  # and a box
_LINES = in_order(
    (field for field in FIELDS if field.form),
    "title", "date", "venue", "subject", "doi", "arxiv", "url", "key", "type",
)  # fmt: skip


class Details(Dialog):
    """The form. `saved(values)` has only what was changed; it closes unless `wrong` says why that is not stored."""

    saved = Signal(object)

    def __init__(self, parent: QWidget, paper: Paper) -> None:
        super().__init__(parent, _("Edit details"), 640, 640)
        self.paper = paper
        self.sources = provenance.of_paper(paper)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.lines: dict[str, QLineEdit] = {}
        for field in _LINES:
            line = self._line(getattr(paper, field.name) or "")
            line.setAccessibleName(_(field.label))
            line.setCursorPosition(0)
            self.lines[field.name] = line
            form.addRow(_(field.label), self._told(line, field.name))
        self.lines["date"].setPlaceholderText("2026, 2026-11, 2026-11-19")
        self.authors = self._box("\n".join(_written(author) for author in paper.authors))
        self.authors.setAccessibleName(_("Authors, one a line"))
        self.authors.setPlaceholderText(_("One a line: Ada Lovelace, or Lovelace, Ada; a team in {braces}"))
        self.authors.setTabChangesFocus(True)
        self.authors.setMaximumHeight(110)
        self.complete = QCheckBox(_("These are all authors"), self)
        self.complete.setChecked(paper.authors_complete)
        form.insertRow(1, _("Authors"), self._told(self.authors, "authors"))
        form.insertRow(2, "", self.complete)
        self.abstract = self._box(paper.abstract or "")
        self.abstract.setAccessibleName(_("Abstract"))
        self.abstract.setTabChangesFocus(True)
        form.addRow(_("Abstract"), self._told(self.abstract, "abstract"))
        self.wrong = self.label(role="error")
        self._shown = self._texts()
        self.body.addWidget(self._scrolled(form), 1)
        self.body.addWidget(self.wrong)
        self.save_button = primary(QPushButton(_("Save"), self))
        self.save_button.clicked.connect(self._save)
        self.buttons.addWidget(self.save_button)
        self.finish(_("Cancel"))

    def _told(self, widget: QWidget, field: str) -> QVBoxLayout:
        """Return the place of a field: what it is changed in, and below where it came from."""
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(widget)
        source = self.sources.get(field)
        if source:
            told = self.label(source.in_words())
            widget.setAccessibleDescription(source.in_words())
            column.addWidget(told)
        return column

    def _line(self, text: str) -> QLineEdit:
        """Return a line for a field. One that is too long for a line is shown by its beginning, and stays as it is."""
        line = QLineEdit(text[:_LONGEST], self)
        line.setMaxLength(_LONGEST)
        if len(text) > _LONGEST:
            line.setReadOnly(True)
            line.setToolTip(_("Too long to be changed here; only its beginning is shown."))
        return line

    def _box(self, text: str) -> PlainBox:
        """Return a box for a text of several lines, with the same bound."""
        box = PlainBox(text[:_LONGEST_TEXT], self)
        if len(text) > _LONGEST_TEXT:
            box.setReadOnly(True)
            box.setToolTip(_("Too long to be changed here; only its beginning is shown."))
        return box

    def _scrolled(self, form: QFormLayout) -> QScrollArea:
        inside = QWidget(self)
        inside.setLayout(form)
        form.setContentsMargins(0, 0, theme.now().px(12), 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _texts(self) -> dict[str, str]:
        """Return what the fields say."""
        texts = {name: line.text() for name, line in self.lines.items()}
        return texts | {"authors": self.authors.toPlainText(), "abstract": self.abstract.toPlainText()}

    def changes(self) -> dict[str, Any]:
        """Return the fields that differ from the paper's. Raises WrongUsage for an identifier that is none.

        One whose text was not touched does not differ: a text field shows some characters otherwise than they are.
        """
        values: dict[str, Any] = {name: line.text().strip() or None for name, line in self.lines.items()}
        values["title"] = values["title"] or ""
        values["type"] = values["type"] or self.paper.type
        now = self._texts()
        untouched = {name for name, text in self._shown.items() if now[name] == text and name != "url"}
        for scheme in {"doi", "arxiv"} - untouched:
            values[scheme] = _identifier(scheme, values[scheme])
        if values["doi"] and not self.paper.doi and values["url"] == self.paper.url and not values["url"]:
            values["url"] = f"https://doi.org/{values['doi']}"
        names = [text for text in self.authors.toPlainText().splitlines() if text.strip()]
        before = [_written(author) for author in self.paper.authors]
        kept = dict(zip(before, self.paper.authors, strict=True))
        values["authors"] = [kept.get(text) or _read(text) for text in names]
        values["authors_complete"] = self.complete.isChecked()
        values["abstract"] = self.abstract.toPlainText().strip() or None
        return {
            name: value
            for name, value in values.items()
            if name not in untouched and value != getattr(self.paper, name)
        }

    def _save(self) -> None:
        self.wrong.setText("")
        try:
            values = self.changes()
        except errors.Refused as problem:
            self.wrong.setText(str(problem))
            return
        if values:
            self.saved.emit(values)
        if not self.wrong.text():
            self.accept()


def _written(author: Person) -> str:
    """Return a name as the form shows it: a team in braces, so that it is not taken apart, and one without a blank
    between its parts with a comma there.
    """
    if author.literal:
        return f"{{{author.literal}}}"
    return f"{author.family}, {author.given}" if east_asian_name(author.family, author.given) else author.display


def _read(text: str) -> Person:
    clean = text.strip()
    if clean.startswith("{") and clean.endswith("}"):
        return Person(literal=clean[1:-1].strip())
    if "," in clean:
        family, _comma, given = clean.partition(",")
        return Person(family=family.strip(), given=given.strip())
    return person(clean)


def _identifier(scheme: str, text: str | None) -> str | None:
    if not text:
        return None
    found = identifiers.doi(text) if scheme == "doi" else identifiers.arxiv(text)
    if found is None:
        name = {"doi": "DOI", "arxiv": _("arXiv id")}[scheme]
        raise errors.WrongUsage(_("{text} is no {name}.").format(text=text, name=name), do=_("Correct it or empty it."))
    return found

"""Which tags of an import are really statuses: each tag with the status it is to become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QScrollArea, QWidget

from readinglist.core.status import Status
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog, primary

_MOST = 200  # tags offered; those that look like a status come first


class MapTagsDialog(Dialog):
    """`taken(mapping)` is called with tag to status id when the user is content. `tags`: each with its count."""

    def __init__(
        self,
        parent: QWidget,
        tags: Sequence[tuple[str, int]],
        statuses: Sequence[Status],
        mapping: Mapping[str, str],
        taken: Callable[[dict[str, str]], None],
    ) -> None:
        super().__init__(parent, _("Tags that are statuses"), 520, 560)
        self.taken = taken
        self.boxes: dict[str, QComboBox] = {}
        self.body.addWidget(
            self.label(_("Papers with these tags get the status beside it, and lose the tag. The others keep theirs."))
        )
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for tag, count in tags[:_MOST]:
            box = QComboBox(inside)
            box.addItem(_("stays a tag"), "")
            for status in statuses:
                box.addItem(_(status.label), status.id)
            box.setCurrentIndex(max(0, box.findData(mapping.get(tag, ""))))
            name = QLabel(f"{tag}  ({count:,})", inside)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setBuddy(box)
            box.setAccessibleName(_("Status for the tag {tag}").format(tag=tag))
            form.addRow(name, box)
            self.boxes[tag] = box
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.take_button = primary(QPushButton(_("Take as statuses"), self))
        self.take_button.clicked.connect(self._take)
        self.buttons.addWidget(self.take_button)
        self.finish(_("Cancel"))

    def _take(self) -> None:
        chosen = {tag: str(box.currentData()) for tag, box in self.boxes.items() if box.currentData()}
        self.accept()
        self.taken(chosen)

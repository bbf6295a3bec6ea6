"""A library from elsewhere that keeps statuses as tags: offered, looked over, taken."""

from __future__ import annotations

import json

from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.map_tags import MapTagsDialog
from tests.stories.conftest import Person

PAPERS = json.dumps(
    [
        {"title": "Sets", "tags": ["to-read", "nlp"], "authors": [], "authors_complete": True},
        {"title": "Graphs", "tags": ["finished"], "authors": []},
        {"title": "Trees", "tags": ["journal club"], "authors": []},
    ]
)


def test_tags_are_mapped_before_saving(newcomer: Person) -> None:
    newcomer.press("Ctrl+N")
    add = newcomer.dialog(AddDialog)
    add.box.setPlainText(PAPERS)
    newcomer.until(add.map_button.isVisible)
    assert add.map_button.text() == "2 tags look like statuses…"
    newcomer.click(add.map_button)
    dialog = newcomer.dialog(MapTagsDialog)
    assert {tag: box.currentData() for tag, box in dialog.boxes.items()} == {
        "finished": "read", "to-read": "to_read", "journal club": "", "nlp": ""
    }  # fmt: skip
    box = dialog.boxes["journal club"]
    box.setCurrentIndex(box.findData("paused"))
    newcomer.click(dialog.take_button)
    newcomer.until(lambda: add.map_button.text() == "3 tags are statuses…")
    newcomer.click(add.add_button)
    newcomer.back_at_the_window()
    papers = {paper.title: (paper.status, paper.tags) for paper in newcomer.library.papers.many([1, 2, 3])}
    assert papers == {"Sets": ("to_read", ["nlp"]), "Graphs": ("read", []), "Trees": ("paused", [])}
    assert newcomer.library.undo_name() == "Import 3 papers"


def test_left_alone_tags_stay_tags(newcomer: Person) -> None:
    newcomer.press("Ctrl+N")
    add = newcomer.dialog(AddDialog)
    add.box.setPlainText(PAPERS)
    newcomer.until(add.add_button.isEnabled)
    newcomer.click(add.add_button)
    newcomer.back_at_the_window()
    assert newcomer.library.papers.get(2).tags == ["finished"]
    assert newcomer.library.papers.get(2).status == "inbox"

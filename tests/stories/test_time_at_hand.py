"""What fits the time there is, the review from the page of Up next, and the log as a file."""

from PySide6.QtWidgets import QFileDialog, QSpinBox

from readinglist.core import views
from readinglist.core.ops import Op
from readinglist.core.views import View
from readinglist.ui.dialogs.review import Review


def test_a_number_of_minutes_narrows_the_page(person):
    window, library = person.window, person.library
    library.papers.update([3, 5], Op.SET_PROGRESS, {"pages": 4})
    library.papers.update([4], Op.SET_PROGRESS, {"pages": 60})
    library.queue.add([4, 3])
    window.desk.go(View(views.UP_NEXT))

    def dimmed() -> list[bool]:
        listing = window.up_next.list
        return [listing.line_of(listing.papers.index(n, listing.modelColumn())).dim for n in range(2)]

    assert dimmed() == [False, False]
    person.press("Ctrl+Shift+T")
    panel = person.panel()
    panel.findChild(QSpinBox).setValue(20)
    panel.save()
    assert window.up_next.time.labels[-1] == "20 min"
    assert dimmed() == [True, False]
    assert [card.paper for card in window.up_next.suggestions.cards.cards] == [5]
    window.up_next.time._take(0)
    assert window.up_next.time.labels[-1] == "2 h"
    assert dimmed() == [False, False]


def test_the_review_is_a_click_away_and_never_comes_by_itself(person):
    window = person.window
    window.desk.go(View(views.UP_NEXT))
    assert not window.findChildren(Review)
    window.up_next.review.click()
    dialogs = window.findChildren(Review)
    assert len(dialogs) == 1
    assert len(dialogs[0].rows) == 5
    dialogs[0].reject()


def test_the_log_is_written(person, monkeypatch, tmp_path):
    person.library.readings.set_status([3], "read", "2026-03-04T10:00:00Z")
    target = tmp_path / "log.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    person.window.panes.menus.run("export_log")
    text = target.read_text(encoding="utf-8")
    assert person.library.papers.get(3).title in text
    assert "2026" in text

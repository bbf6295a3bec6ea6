"""Links between papers: completed while typed, followed by key and mouse, seen from the other side."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from readinglist.core.paper import Draft
from readinglist.flows import linking
from readinglist.ui.presenters.dialogs.paper_details import edit_details


def paper_called(library, begin: str) -> int:
    return next(n for n, row in library.search.rows(list(library.search.ids())).items() if row.title.startswith(begin))


def test_a_link_is_completed_followed_and_seen_from_the_other_side(person):
    library, window = person.library, person.window
    griffin, policy = paper_called(library, "Griffin"), paper_called(library, "Policy Dist")
    person.click_paper(griffin)
    person.press("Ctrl+M")
    person.type("compare [[policy d")
    popup = window.detail.note.links.completer.popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert window.detail.note.text.note() == "compare [[Policy Distillation]]"
    window.detail.flush()
    assert window.panes.presenter.links.linked(griffin) == [(policy, "→ Policy Distillation")]
    cursor = window.detail.note.text.textCursor()
    cursor.setPosition(14)
    window.detail.note.text.setTextCursor(cursor)
    person.press("Ctrl+Return")
    assert window.desk.selected() == [policy]
    assert window.panes.presenter.links.linked(policy)[0][1].startswith("← Griffin")


def test_a_link_to_nowhere_is_said(person):
    person.click_paper(paper_called(person.library, "Griffin"))
    person.press("Ctrl+M")
    person.type("see [[No Such Paper]]")
    person.press("Left", "Left", "Left", "Ctrl+Return")
    assert "No Such Paper" in person.window.toast.label.text()


def test_a_renamed_paper_is_followed_in_notes(person):
    library, window = person.library, person.window
    griffin, policy = paper_called(library, "Griffin"), paper_called(library, "Policy Dist")
    library.papers.set_note(griffin, "see [[Policy Distillation]]")
    dialog = edit_details(window.desk, policy)
    dialog.lines["title"].setText("Policy Distillation, revisited")
    dialog.save_button.click()
    person.back_at_the_window()
    assert library.papers.note(griffin) == "see [[Policy Distillation, revisited]]"
    person.press("Ctrl+Z")
    assert library.papers.note(griffin) == "see [[Policy Distillation]]"
    assert library.papers.get(policy).title == "Policy Distillation"


def test_what_a_paper_cites_is_shown_before_it_is_in_the_library_and_leads_there_once_it_is(person):
    library, window = person.library, person.window
    policy = paper_called(library, "Policy Dist")
    linking.change(library, policy, cites=["10.1234/later"])
    person.click_paper(policy)
    parts = window.detail.head.sections
    tab = next(n for n in range(parts.tabs.count()) if parts.tabs.tabText(n) == "Links 1")
    person.click(parts.tabs, parts.tabs.tabRect(tab).center())
    assert parts.text.toPlainText() == "→ 10.1234/later (not in your library)"
    came = library.papers.add(Draft(title="It came", doi="10.1234/LATER"))
    person.until(lambda: parts.text.toPlainText() == "→ It came")
    spot = parts.text.cursorRect().center()
    QTest.mouseDClick(parts.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    person.until(lambda: window.desk.selected() == [came])

"""Export takes the selection where there is one, can be switched to what is listed, and says where there is nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from readinglist.ui.dialogs.export import ExportDialog


def test_one_selected_paper_is_exported_and_all_listed_are_a_switch_away(person, tmp_path):
    person.press("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    assert dialog.windowTitle() == "Export 1 paper"
    assert dialog.which.labels == ["Selected: 1", "All listed: 22"]
    assert dialog.preview.toPlainText().count("@") == 1
    person.press("Shift+Tab")
    assert dialog.which.isAncestorOf(person.place())
    person.press("Right")
    assert dialog.windowTitle() == dialog.heading.text() == "Export 22 papers"
    assert dialog.preview.toPlainText().count("@") == 3
    dialog.write(tmp_path / "all.bib")
    assert (tmp_path / "all.bib").read_text(encoding="utf-8").count("\n@") >= 21


def test_the_switch_comes_back_to_the_selection_by_mouse(person):
    person.press("Shift+Down", "Ctrl+E")
    dialog = person.dialog(ExportDialog)
    person.click(dialog.which.choices[1])
    assert dialog.windowTitle() == "Export 22 papers"
    person.click(dialog.which.choices[0])
    assert dialog.windowTitle() == "Export 2 papers"
    assert dialog.preview.toPlainText().count("@") == 2
    dialog.reject()


def test_with_nothing_selected_all_that_is_listed_is_exported(person):
    person.press("Ctrl+F")
    person.type("desjardins")
    found = len(person.ids())
    person.window.table.clearSelection()
    person.window.panes.menus.run("export_papers")
    dialog = person.dialog(ExportDialog)
    assert 1 < found < 22
    assert dialog.windowTitle() == f"Export {found} papers"
    assert not dialog.which.isVisible()
    dialog.reject()


def test_with_nothing_listed_it_says_so(person):
    person.click_view("Read")
    assert person.ids() == []
    person.press("Ctrl+E")
    assert QApplication.activeModalWidget() is None
    assert person.window.toast.label.text() == "Nothing is listed here that could be exported."


def test_the_statistics_list_nothing(person):
    person.press("F8", "Ctrl+E")
    assert QApplication.activeModalWidget() is None
    assert "Nothing is listed" in person.window.toast.label.text()

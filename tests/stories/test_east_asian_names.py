"""East Asian names in the window: family first without a blank in list, pane and search; parts where one edits them."""

from readinglist.core.paper import Draft, Person
from readinglist.ui.presenters.dialogs.paper_details import edit_details


def test_names_are_shown_family_first_found_and_edited_in_parts(person):
    authors = [Person(family="王", given="伟"), Person(family="山田", given="太郎")]
    paper = person.library.papers.add(Draft(title="On names", authors=authors))
    person.until(lambda: "On names" in person.cells())
    assert "王伟, 山田太郎" in person.cells("authors")
    person.click_paper(paper)
    person.until(lambda: "王伟, 山田太郎" in person.window.detail.head.authors.names.text())
    person.window.search_bar.box.setText("山田太郎")
    person.until(lambda: person.cells() == ["On names"])
    dialog = edit_details(person.window.desk, paper)
    assert dialog.authors.toPlainText() == "王, 伟\n山田, 太郎"
    dialog.authors.setPlainText("王, 伟\n山田, 太郎\nJane Roe")
    dialog.save_button.click()
    person.back_at_the_window()
    assert person.library.papers.get(paper).authors == [*authors, Person(family="Roe", given="Jane")]

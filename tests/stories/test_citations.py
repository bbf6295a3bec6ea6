"""What cites what, in the window: lists looked up and seen from both sides, a cited work queued by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from readinglist.core import views
from readinglist.core.ops import Op
from readinglist.flows.next_up import Suggester
from readinglist.ui.widgets.detail.abstract import Sections
from tests.flows.citations.corpus import DECOYS, WORKS, draft, serve


@pytest.fixture
def reader(server, newcomer):
    """Someone with fifty papers, and services that know what they cite."""
    serve(server)
    with newcomer.library.step(Op.IMPORT, len(WORKS)):
        newcomer.ids = {name: newcomer.library.papers.add(draft(name)) for name in WORKS}
    newcomer.window.panes.go(views.ALL_PAPERS)
    newcomer.until(lambda: len(newcomer.cells()) == len(WORKS))
    return newcomer


def links(person) -> Sections:
    """Turn to the tab of links."""
    parts = person.window.detail.head.sections
    tab = next(n for n in range(parts.tabs.count()) if parts.tabs.tabText(n).startswith("Links"))
    person.click(parts.tabs, parts.tabs.tabRect(tab).center())
    return parts


def test_lists_are_looked_up_and_seen_from_both_sides(reader, server):
    assert server.asked == []
    reader.press("Ctrl+A")
    reader.window.panes.menus.run("look_up_references")
    reader.until(lambda: "references of 4" in reader.window.toast.label.text())
    assert len(reader.library.links.edges()) == 153
    reader.click_paper(reader.ids["resnet"])
    shown = links(reader).text.toPlainText().splitlines()
    assert f"→ cites {WORKS['batchnorm'].title}" in shown
    assert f"← cited by {WORKS['attention'].title}" in shown
    reader.press("Ctrl+Z")
    assert reader.library.links.edges() == frozenset()


def test_what_is_not_here_is_added_and_queued_by_one_key_and_that_is_one_step(reader):
    dqn = reader.ids["dqn"]
    reader.click_paper(dqn)
    reader.press("Ctrl+Alt+C")
    reader.until(lambda: reader.library.references.of(dqn))
    parts = links(reader)
    line = next(n for n, said in enumerate(parts.text.toPlainText().splitlines()) if "not in your library" in said)
    parts.text.setFocus()
    while parts.text.textCursor().blockNumber() < line:  # a long title is several lines
        reader.press("Down")
    reader.press("Q")
    (came,) = reader.library.queue.ids()
    assert reader.library.papers.get(came).title == DECOYS["atari"].title
    assert "is up next" in reader.window.toast.label.text()
    assert f"→ cites {DECOYS['atari'].title}" in parts.text.toPlainText().splitlines()
    reader.back_at_the_window()
    reader.window.table.setFocus()
    while reader.library.queue.ids():
        reader.press("Ctrl+Z")
    assert len(reader.cells()) == len(WORKS)


def test_return_on_a_line_goes_to_its_paper(reader):
    reader.click_paper(reader.ids["compress"])
    reader.press("Ctrl+Alt+C")
    reader.until(lambda: reader.library.references.of(reader.ids["compress"]))
    parts = links(reader)
    parts.text.setFocus()
    QTest.keyClick(parts.text, Qt.Key.Key_Return)
    reader.until(lambda: reader.window.desk.selected() == [reader.ids["dqn"]])


def test_what_leads_to_a_paper_is_queued_in_order_and_said_to_be_read_first(reader):
    reader.press("Ctrl+A")
    reader.press("Ctrl+Alt+C")
    reader.until(lambda: len(reader.library.links.edges()) == 153)
    reader.click_paper(reader.ids["iwpa"])
    reader.press("Ctrl+Alt+B")
    names = {paper: name for name, paper in reader.ids.items()}
    order = [names[paper] for paper in reader.library.queue.ids()]
    assert order[-1] == "iwpa"
    assert order.index("dqn") < order.index("a3c") < order.index("sac") < order.index("priors")
    reader.press("Ctrl+Z")
    assert reader.library.queue.ids() == []
    said = [reason for one in Suggester(reader.library).next(60) for reason in one.reasons]
    assert any("of your waiting papers: read it first" in words for words in said)


def test_nobody_is_asked_where_the_settings_forbid_it(reader, server):
    reader.window.settings.set("network", False)
    reader.click_paper(reader.ids["dqn"])
    reader.press("Ctrl+Alt+C")
    assert server.asked == []
    reader.back_at_the_window()

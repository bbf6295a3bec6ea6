"""Papers and a waiting helper for the tests of the detail pane."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from readinglist.core.paper import Paper, Person
from readinglist.core.row import Common
from readinglist.core.status import BUILT_IN
from readinglist.ui.widgets.detail.pane import DetailPane

COLOURS: dict[str, str | None] = {"imitation": "pink", "rlhf": "brown", "rl": "teal", "llm": None}
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src='file:///etc/passwd'>",
    '<a href="javascript:alert(1)">x</a>',
    "<b>bold</b> & &amp; &lt;",
    "<!-- --><iframe src=http://127.0.0.1:9/></iframe>",
    "![x](file:///etc/hostname) <object data=x>",
    "\u202eright to left\u202c \x07 \ufffc \U0001f600",
    "$\\href{file:///etc/passwd}{x}$ $\\input{/etc/passwd}$",
)


def paper(number: int = 1, **fields: Any) -> Paper:
    """Return a paper with sensible fields, changed by `fields`."""
    values: dict[str, Any] = {
        "title": "Imitating Language via Scalable Inverse Reinforcement Learning",
        "authors": [Person(given="Markus", family="Wulfmeier")],
        "authors_complete": False,
        "date": "2024-09-02",
        "subject": "cs.LG",
        "organizations": ["deepmind"],
        "abstract": "The majority of language model training builds on imitation learning. " * 12,
        "status": "reading",
        "tags": ["imitation", "rlhf"],
        "priority": "high",
        "page": 14,
        "pages": 23,
        "note": "**Claim:** it works.",
    }
    return Paper(id=number, **(values | fields))


def show_many(pane: DetailPane, *papers: Paper, total: int | None = None) -> None:
    """Show what papers have in common, as the library counts it."""
    tags = Counter(name for one in papers for name in one.tags)
    common = Common(
        len(papers), dict(Counter(one.status or "" for one in papers)), dict(tags.most_common()),
        frozenset(one.priority for one in papers), frozenset(one.rating for one in papers),
        frozenset(one.due for one in papers),
    )  # fmt: skip
    pane.show_many(common, [one.title or "" for one in papers], BUILT_IN, COLOURS, total or len(papers))


def pane_with(qtbot: QtBot, *papers: Paper, width: int = 385, height: int = 860, **more: Any) -> DetailPane:
    """Return a shown pane with one paper or several."""
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(width, height)
    if len(papers) == 1:
        pane.show_paper(papers[0], BUILT_IN, COLOURS, **more)
    elif papers:
        show_many(pane, *papers)
    with qtbot.waitExposed(pane):
        pane.show()
    settle()
    return pane


def keep(qtbot: QtBot, widget: QWidget) -> QWidget:
    """Return `widget`, closed and held until the end of the test: qtbot alone holds it weakly."""
    qtbot.addWidget(widget)
    vars(qtbot).setdefault("kept", []).append(widget)
    return widget


def settle() -> None:
    """Let what was posted happen."""
    for _turn in range(4):
        QApplication.processEvents()


def inside(widget: QWidget, around: QWidget) -> bool:
    """True when all of `widget` lies within the width of `around`."""
    left = widget.mapTo(around, widget.rect().topLeft()).x()
    return left >= 0 and left + widget.width() <= around.width()

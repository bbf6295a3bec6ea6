"""Makes the pictures of what services say: arrivals, news, the box for adding, a refresh; nobody is asked for them.

Run from the repository: `python -m docs.service_pictures`. Writes docs/manual/images.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication, QDialog

from docs.pictures import IMAGES, draw, make
from readinglist.core.contract import as_json
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Person
from readinglist.core.updates import NOTICES
from readinglist.flows import network
from readinglist.flows.lookup import Found
from readinglist.library.library import Library
from readinglist.library.tables.parts.arrivals import Found as Arriving
from readinglist.settings import Settings, State
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.look import theme
from readinglist.ui.presenters.dialogs import add_papers, refresh_papers
from readinglist.ui.window import Window

_NEWS = ("Natural", "retracted", "2026-03-14", "10.1000/notice")
_ARRIVED = (
    ("Natural gradients for recurrent linear attention", "Guillaume Desjardins", "We show that the Fisher information "
     "of gated linear recurrences is block diagonal, and that its blocks can be inverted while it is unrolled."),
    ("Imitation without reward: inverse soft-Q learning at scale", "Ada Lindqvist", "Maximum likelihood imitation is "
     "inverse reinforcement learning with an implicit reward $r(s, a) = Q(s, a) - \\gamma V(s')$."),
    ("A survey of continual learning in embodied agents", "Rui Tanaka", "Agents that go on learning forget."),
    ("Reward is not quite enough", "Maria van der Berg", "We ask what else an agent needs."),
)  # fmt: skip
_PASTED = """https://arxiv.org/abs/1706.03762v5
10.1038/nature14539
2409.01369
@article{kalman, title={A New Approach to Linear Filtering}, author={Kalman, R. E.}, year=1960}
reading fast and slow"""


def people(*names: str) -> list[Person]:
    """Return people by their names, given name first."""
    return [Person(given=name.rpartition(" ")[0], family=name.rpartition(" ")[2]) for name in names]


def _said(title: str, date: str, service: str, *names: str, **more: str) -> Found:
    draft = Draft(title=title, date=date, authors=people(*names), type="article-journal")
    for field, value in more.items():
        setattr(draft, field, value)
    return Found(draft, service)


_LECUN, _LSTM = "10.1038/nature14539", "10.1162/neco.1997.9.8.1735"
_SAID = {
    "1706.03762v5": _said(
        "Attention Is All You Need", "2017-06-12", "arXiv", "Ashish Vaswani", "Noam Shazeer", "Niki Parmar",
        arxiv="1706.03762",
    ),
    _LECUN: _said(
        "Deep learning", "2015-05-27", "Crossref", "Yann LeCun", "Yoshua Bengio", "Geoffrey Hinton", venue="Nature",
        doi=_LECUN, abstract="Deep learning allows computational models that are composed of multiple processing "
        "layers to learn representations of data with multiple levels of abstraction.",
    ),
    _LSTM: _said(
        "Long Short-Term Memory", "1997-11-15", "Crossref", "Sepp Hochreiter", "Jürgen Schmidhuber",
        venue="Neural Computation", doi=_LSTM,
    ),
}  # fmt: skip


class _Services:
    """In the place of the services: what the pictures show of them, and nobody is asked."""

    def answers(self, wanted: Iterable[Identifier]) -> Iterator[dict[Identifier, Found]]:
        """Yield what is known; what is not is looked for as long as the picture is drawn."""
        yield {name: _SAID[name.value] for name in wanted if name.value in _SAID}
        time.sleep(6)

    def details(self, wanted: Iterable[Identifier]) -> dict[Identifier, Found]:
        """Return what is known."""
        return {name: _SAID[name.value] for name in wanted if name.value in _SAID}


def add_arrivals(path: Path) -> None:
    """Let something have arrived in the library at `path`, and one of its papers have been retracted."""
    with Library.open(path) as library:
        for kind, source in (
            ("arxiv", "cs.LG"),
            ("search", "author:desjardins"),
            ("address", "nature.com/natmachintell.rss"),
        ):
            library.arrivals.subscribe(kind, source, source)
        first, *_rest = library.arrivals.feeds()
        day = dt.date.today() - dt.timedelta(days=1)
        found = [
            Draft(title=title, authors=people(who, "Noam Other"), date=day.isoformat(), abstract=said)
            for title, who, said in _ARRIVED
        ]
        arriving = [Arriving(f"arxiv:{n}", None, as_json(one, complete=True)) for n, one in enumerate(found)]
        library.arrivals.put({first.uid: arriving}, "")
        begin, what, date, by = _NEWS
        paper = next(one for one in library.papers.many(library.search.ids()) if one.title.startswith(begin))
        with library.step(Op.NEWS, 1):
            library.merging.apply(paper, {"extra": {**paper.extra, NOTICES: [{"what": what, "date": date, "by": by}]}})


def draw_services(path: Path) -> None:
    """Draw the box for adding and the refresh, dialogs that `--screenshot` does not open."""
    app = QApplication.instance() or QApplication(["pictures"])
    assert isinstance(app, QApplication)
    os.environ.pop("READINGLIST_OFFLINE", None)
    network.lookup = lambda *_given, **_named: _Services()  # type: ignore[assignment,return-value]
    with Library.open(path) as library:
        old = [
            Draft(title="Deep Learning", doi=_LECUN, type="article-journal", date="2015"),
            Draft(title="Long short-term memory", doi=_LSTM, type="article-journal",
                  authors=people("S. Hochreiter")),
        ]  # fmt: skip
        with library.step(Op.ADD, len(old)):
            papers = [library.papers.add(draft) for draft in old]
        window = Window(library, Settings(), State())
        for name, made in (
            ("refresh", lambda: refresh_papers.refresh(window.desk, papers)),
            ("add", lambda: add_papers.show_add(window.desk, text=_PASTED)),
        ):
            for look in ("light", "dark"):
                theme.apply(app, dark=look == "dark")
                window.show()
                _wait(app, 1.0)
                made()
                _wait(app, 1.5)
                dialog = app.activeModalWidget()
                assert isinstance(dialog, QDialog)
                while isinstance(dialog, AddDialog) and not any(one.words == "found" for one in dialog.model.all):
                    _wait(app, 0.2)
                dialog.grab().save(str(IMAGES / f"{name}-{look}.png"), "PNG")
                dialog.reject()
                _wait(app, 7)
            if name == "refresh":
                library.papers.trash(papers)
        window.close()


def _wait(app: QApplication, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def main() -> None:
    """Make them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["READINGLIST_CONFIG_DIR"] = folder
        library = Path(folder) / "papers.db"
        make(library)
        add_arrivals(library)
        draw(library, "arrivals", "--view", "arrivals", sizes=[""])
        draw(library, "news", "--view", "all", "--search", "is:changed", sizes=[""])
        draw_services(library)


if __name__ == "__main__":
    main()

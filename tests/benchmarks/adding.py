"""The box for adding over a large library: what is recognised, a row after Enter, details after a reply, a paste.

`python -m tests.benchmarks.adding [papers ...]` (default 10000). Services are a server on this machine that answers at
once; how often they may be asked does not count.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.library.library import Library
from readinglist.sources import buckets
from readinglist.sources.buckets import Bucket
from readinglist.sources.services import SERVICES
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.look import theme
from readinglist.ui.presenters.dialogs import add_papers
from tests.benchmarks import corpus, timing
from tests.benchmarks.window import Desk
from tests.loopback import Server
from tests.sources import replies as r

IDS = 30  # that are typed
PASTED = 1_000
PATIENCE = 60.0


class Services:
    """A server that knows every arXiv number and DOI, and says when it answered last."""

    def __init__(self) -> None:
        self.answered = 0.0
        self.held = threading.Event()
        self.held.set()
        self.server = Server()
        self.server.answers["/arxiv/query"] = self._feed
        self.server.answers["/crossref/works"] = self._works
        for service in SERVICES:
            os.environ[service.variable] = f"{self.server.base}/{service.id}"
            buckets._buckets[service.id] = Bucket(0.0)

    def _feed(self, handler: BaseHTTPRequestHandler) -> None:
        numbers = parse_qs(urlsplit(handler.path).query)["id_list"][0].split(",")
        self._send(handler, r.feed(*({**r.ATTENTION, "number": n, "title": f"The paper {n}"} for n in numbers)))

    def _works(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = parse_qs(urlsplit(handler.path).query).get("filter", [""])[0]
        dois = [part.removeprefix("doi:") for part in wanted.split(",") if part]
        self._send(handler, r.works(*({**r.LECUN, "DOI": doi, "title": [f"The paper {doi}"]} for doi in dois)))

    def _send(self, handler: Any, body: bytes) -> None:
        self.held.wait(PATIENCE)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        self.answered = time.perf_counter()


class Pulse(QObject):
    """How much the window's thread computed at most between two looks at its events: what it is blocked by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 0.0
        self._at = time.thread_time()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.most, self._at = 0.0, time.thread_time()

    def _beat(self) -> None:
        now = time.thread_time()
        self.most, self._at = max(self.most, now - self._at), now


def until(holds: Any) -> None:
    """Let Qt go on until something holds."""
    end = time.perf_counter() + PATIENCE
    while not holds():
        QApplication.processEvents()
        time.sleep(0.0003)
        if time.perf_counter() > end:
            raise RuntimeError("it never came")


def opened(desk: Desk, text: str = "") -> AddDialog:
    """Open the box and let it settle."""
    dialog = add_papers.show_add(desk.window.desk, text=text)
    until(dialog.isVisible)
    desk.rest()
    return dialog


def recognised(desk: Desk) -> Iterator[tuple[str, list[float]]]:
    """Type the last character of an id: until its line stands in the list and is painted."""
    taken, computed = [], []
    dialog = opened(desk)
    for n in range(IDS):
        dialog.box.setPlainText(f"1401.{n:03d}")
        dialog.box.moveCursor(QTextCursor.MoveOperation.End)
        until(lambda: not dialog.looks() and not any(line.draft and line.draft.arxiv for line in dialog.model.all))
        begin, cpu = time.perf_counter(), time.process_time()
        QTest.keyClick(dialog.box, Qt.Key.Key_1)
        until(lambda: any(line.draft and line.draft.arxiv for line in dialog.model.all))
        dialog.repaint()
        taken.append((time.perf_counter() - begin) * 1e3)
        computed.append((time.process_time() - cpu) * 1e3)
    dialog.reject()
    yield "key to recognised id shown", taken
    yield "key to recognised id shown, CPU", computed


def entered(desk: Desk, services: Services) -> Iterator[tuple[str, list[float]]]:
    """Press Enter while the service is still asked: until the row is in the table; then let it answer."""
    rows, computed, details = [], [], []
    for n in range(IDS):
        number = f"2402.{n:05d}"
        services.held.clear()
        dialog = opened(desk)
        dialog.box.setPlainText(number)
        until(dialog.add_button.isEnabled)
        model = desk.window.table.papers
        begin, cpu = time.perf_counter(), time.process_time()
        QTest.keyClick(dialog.box, Qt.Key.Key_Return)
        until(lambda number=number: _titled(desk, number) is not None)
        desk.window.repaint()
        rows.append((time.perf_counter() - begin) * 1e3)
        computed.append((time.process_time() - cpu) * 1e3)
        services.held.set()
        until(lambda number=number: _titled(desk, f"The paper {number}") is not None)
        desk.window.repaint()
        details.append((time.perf_counter() - services.answered) * 1e3)
        desk.rest()
        assert model.rowCount()
    yield "Enter to row in the table", rows
    yield "Enter to row in the table, CPU", computed
    yield "reply to details in the table", details


def _titled(desk: Desk, title: str) -> int | None:
    """Return the place of a paper with that title among the selected ones."""
    chosen = desk.window.table.selected_ids()
    papers = desk.window.library.search.rows(chosen)
    return next((paper for paper, row in papers.items() if row.title == title), None)


def pasted(desk: Desk) -> Iterator[tuple[str, list[float]]]:
    """Paste a thousand ids, let all be looked up, and add them."""
    text = "\n".join(f"2403.{n:05d}" if n % 2 else f"10.1000/paste.{n}" for n in range(PASTED))
    dialog = opened(desk)
    pulse = Pulse()
    desk.beat()
    begin = time.perf_counter()
    dialog.box.insertPlainText(text)
    until(lambda: len(dialog.model.all) == PASTED)
    yield f"{PASTED:,} ids pasted: all recognised", [(time.perf_counter() - begin) * 1e3]
    until(lambda: all(line.words == "found" for line in dialog.model.all))
    yield f"{PASTED:,} ids pasted: all found", [(time.perf_counter() - begin) * 1e3]
    yield "window blocked at most: pasted", [desk.blocked * 1e3]
    yield "longest block, CPU: pasted", [pulse.most * 1e3]
    desk.beat()
    pulse.begin()
    begin = time.perf_counter()
    dialog.add_button.click()
    until(lambda: not dialog.isVisible())
    desk.rest()
    yield f"{PASTED:,} ids pasted: all added", [(time.perf_counter() - begin) * 1e3]
    yield "window blocked at most: added", [desk.blocked * 1e3]
    yield "longest block, CPU: added", [pulse.most * 1e3]


def measure(papers: int) -> Iterator[tuple[str, list[float], str]]:
    """Yield every figure of a library of that size."""
    app = QApplication.instance() or QApplication(["benchmark"])
    theme.apply(app, dark=False)  # type: ignore[arg-type]
    services = Services()
    with tempfile.TemporaryDirectory() as name:
        os.environ["READINGLIST_CONFIG_DIR"] = os.environ["READINGLIST_CACHE_DIR"] = name
        os.environ.pop("READINGLIST_OFFLINE", None)
        with Library.open(corpus.copy(papers, Path(name))) as library:
            desk = Desk(library)
            for part in (recognised(desk), entered(desk, services), pasted(desk)):
                for words, taken in part:
                    yield words, taken, "ms"
            desk.window.close()
    services.server.close()


def main(sizes: list[int]) -> None:
    """Measure and print."""
    if len(sizes) > 1:
        timing.each("adding", sizes)
        return
    for name, taken, unit in measure(sizes[0]):
        print(timing.line(f"{sizes[0]:>9,} {name}", taken, unit), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000])

"""Makes the pictures of the manual: the sample papers as somebody might have them, drawn by `--screenshot`.

Run from the repository: `python -m docs.pictures`. Writes docs/manual/images.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from readinglist.core.ops import Op
from readinglist.core.paper import File
from readinglist.flows.importing import samples
from readinglist.library.library import Library

IMAGES = Path(__file__).parent / "manual" / "images"
SIZES = {"": "1440x860", "-1000": "1000x640", "-2560": "2560x1440"}  # what follows a picture's name: its pixels

# Begins of titles: status, tags, priority, how many days ago it was finished.
_PAPERS: dict[str, tuple[str, list[str], str | None, int]] = {
    "Gemini 2.5": ("inbox", ["llm", "report"], None, 0),
    "Imitating": ("reading", ["imitation", "rlhf"], "high", 0),
    "RecurrentGemma": ("to_read", ["llm"], "low", 0),
    "Griffin": ("reading", ["llm", "architecture"], "medium", 0),
    "Gemini: A": ("to_read", ["llm", "report"], "high", 0),
    "APART": ("to_read", ["skills"], "medium", 0),
    "Rapid": ("to_read", ["optimization"], "low", 0),
    "Reward is": ("read", ["rl", "theory"], None, 3),
    "Behavior": ("read", ["rl"], None, 9),
    "Importance": ("to_read", ["rl", "meta"], "low", 0),
    "Information": ("read", ["rl"], None, 16),
    "Understanding": ("read", ["vae"], None, 41),
    "Overcoming": ("read", ["continual"], None, 70),
    "Progressive": ("read", ["continual"], None, 71),
    "Theano": ("dropped", ["tools"], None, 0),
    "Policy": ("read", ["distillation"], None, 130),
    "Natural": ("to_read", ["optimization"], "high", 0),
    "Compress": ("inbox", ["rl"], None, 0),
    "Metric": ("dropped", ["boltzmann"], None, 0),
    "Disentangling": ("read", ["vae"], None, 200),
}
_NOTE = """**Claim:** inverse soft-Q = MLE + a temporal-difference regulariser.

- keeps diversity while gaining task performance
- compare with *Policy Distillation* → [[Policy Distillation]]

> "a strong alternative on fixed SFT datasets even without online data generation" (p. 1)

Try on our SFT set?"""


def make(path: Path) -> int:
    """Make the library at `path`. Returns the paper that the pictures show."""
    now = dt.datetime.now(dt.UTC)
    with Library.open(path, create=True) as library:
        samples.add_seeds(library)
        titles = {row.title: paper for paper, row in library.search.rows(list(library.search.ids())).items()}

        def find(begin: str) -> int:
            return next(paper for title, paper in titles.items() if title.startswith(begin))

        for begin, (status, tags, priority, days) in _PAPERS.items():
            paper = find(begin)
            if status == "read":
                start = now - dt.timedelta(days=days + 4)
                library.readings.set_status([paper], "reading", start.strftime("%Y-%m-%dT%H:%M:%SZ"))
                library.papers.update([paper], Op.SET_PROGRESS, {"page": 12, "pages": 12 + days % 17})
            at = (now - dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
            library.readings.set_status([paper], status, at)
            library.tags.edit([paper], tags)
            if priority:
                library.papers.update([paper], Op.SET_PRIORITY, {"priority": priority}, priority)
            if status == "read" and days < 80:
                library.papers.set_note(paper, "Read it with the group.")
        library.papers.update([find("Imitating")], Op.SET_PROGRESS, {"page": 14, "pages": 23})
        library.papers.update([find("Griffin")], Op.SET_PROGRESS, {"page": 6, "pages": 24})
        library.papers.update([find("APART")], Op.SET_PROGRESS, {"pages": 11})
        due = dt.date.today() + dt.timedelta(days=4)
        library.papers.update([find("APART")], Op.SET_DUE, {"due": due.isoformat()})
        library.papers.set_note(find("Imitating"), _NOTE)
        library.queue.add([find(begin) for begin in ("APART", "Imitating", "Gemini: A", "Griffin", "Importance")])
        library.searches.save("Due this week", "due:<=7d")
        library.searches.save("By Desjardins", "author:desjardins")
        return find("Imitating")


def attach(path: Path, paper: int) -> None:
    """Give a paper three files, of which one is missing."""
    made = []
    for label, name, size in (("Published", "wulfmeier2024.pdf", 1_240_000), ("Preprint", "2409.01369v1.pdf", 870_000)):
        file = path.with_name(name)
        file.write_bytes(b"%PDF-1.7\n" + b" " * size)
        made.append(File(path=str(file), title=label, size=size, sha256=name))
    made.append(File(path="/media/stick/supplement.zip", title="Supplement", kind="zip", size=4_000_000))
    with Library.open(path) as library:
        library.files.attach(paper, made)


def draw(library: Path, name: str, *options: str, sizes: Iterable[str] = SIZES) -> None:
    """Draw one picture in light and one in dark, in each of these sizes."""
    for size, theme in itertools.product(sizes, ("light", "dark")):
        target = IMAGES / f"{name}{size}-{theme}.png"
        command = [sys.executable, "-m", "readinglist", "--library", str(library), "--screenshot", str(target)]
        command += ["--theme", theme, "--size", SIZES[size], *options]
        subprocess.run(command, check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})


def draw_review(library: Path) -> None:
    """Draw the weekly review, a dialog that `--screenshot` does not open."""
    from PySide6.QtWidgets import QApplication, QWidget

    from readinglist.ui.dialogs.review import Review
    from readinglist.ui.look import theme
    from readinglist.ui.presenters.dialogs.weekly_review import waiting

    app = QApplication.instance() or QApplication(["pictures"])
    assert isinstance(app, QApplication)
    with Library.open(library) as opened:
        for name in ("light", "dark"):
            theme.apply(app, dark=name == "dark", density="automatic")
            parent = QWidget()
            parent.resize(1000, 700)
            dialog = Review(parent, waiting(opened))
            dialog.show()
            app.processEvents()
            dialog.grab().save(str(IMAGES / f"review-{name}.png"), "PNG")
            dialog.close()


def draw_browser(library: Path) -> None:
    """Draw what a save from the browser comes to: the page of the preferences, then the window with the paper."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from readinglist.settings import Settings, State
    from readinglist.ui.look import theme
    from readinglist.ui.presenters.dialogs.change_settings import show_preferences
    from readinglist.ui.window import Window
    from tests.connector import article, in_a_process

    app = QApplication.instance() or QApplication(["pictures"])
    assert isinstance(app, QApplication)

    def until(holds: Callable[[], object]) -> None:
        while not holds():
            QTest.qWait(20)

    calls = [
        ["save", "s", [article()]],
        ["choose", "s", "To read", ["seminar"], "#to_read from Anna, for the seminar\nCompare with part 2."],
    ]
    for name in ("light", "dark"):
        copied = library.parent / name / library.name
        copied.parent.mkdir()
        copied.write_bytes(library.read_bytes())
        with Library.open(copied) as opened:
            settings = Settings()
            settings.set("theme", name)
            theme.apply(app, dark=name == "dark", density="automatic")
            window = Window(opened, settings, State())
            window.resize(1200, 720)
            window.show()
            dialog = show_preferences(window.desk)
            dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
            settings.set("listen", True)
            dialog.controls["listen"].setChecked(True)
            until(window.desk.listening.addresses)
            QTest.qWait(300)
            dialog.grab().save(str(IMAGES / f"browser-preferences-{name}.png"), "PNG")
            dialog.close()
            in_a_process(settings.get("listen_port"), calls, until)
            QTest.qWait(500)
            window.panes.reveal([opened.papers.next_id() - 1])
            QTest.qWait(800)
            window.grab().save(str(IMAGES / f"browser-{name}.png"), "PNG")
            settings.reset("listen")
            window.close()


def main() -> None:
    """Make every picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["READINGLIST_CONFIG_DIR"] = folder
        library = Path(folder) / "papers.db"
        shown = str(make(library))
        draw(library, "window", "--view", "all", "--select", shown)
        draw(library, "upnext", "--view", "upnext")
        draw(library, "statistics", "--view", "statistics", sizes=[""])
        draw_review(library)
        draw_browser(library)
        attach(library, int(shown))
        draw(library, "files", "--view", "all", "--select", shown, sizes=["-1000"])


if __name__ == "__main__":
    main()

"""What holds for every test: no screen, a user of its own, no window left over, no word from Qt unheard.

Qt is never imported here: tests of the Qt-free layers must not pay for it.
"""

from __future__ import annotations

import functools
import gc
import itertools
import os
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck

# Before pytest-qt loads Qt. With offscreen only what drawing without a screen needs is required.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["READINGLIST_BACKUPS"] = "off"  # no process goes on when a test ends
os.environ["READINGLIST_OFFLINE"] = "1"  # no test asks the world anything; `server` lets a test ask that alone
from readinglist.bootstrap import preflight
from tests.waiting import HANGS

preflight.require()

OFFSCREEN_CANNOT = "This plugin does not support "  # raise(), propagateSizeHints(): also ignored in pyproject.toml

# No test is red because the machine is slow: examples have no deadline, and making them slowly is no fault of theirs.
# Nothing found on one machine is replayed on the next run, so a checkout need not be written to.
hypothesis.settings.register_profile(
    "readinglist",
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
hypothesis.settings.load_profile("readinglist")

_WAITS = ("waitActive", "waitExposed", "waitSignal", "waitSignals", "waitUntil", "waitCallback")

# What the program does as far as it comes within a moment; tests of just that set a moment of their own.
_IN_A_HURRY = {
    "readinglist.library.find.completion": ("SECONDS",),
    "readinglist.library.find.fast.limits": ("FIRST_SECONDS", "TOP_SECONDS"),
    "readinglist.library.change.steps": ("JOIN_SECONDS",),
}

_users = itertools.count()
_unheard: list[str] = []


def pytest_sessionstart() -> None:
    """Listen to Qt outside of tests: pytest-qt puts its own handler in for a test and this one back after it."""
    if "PySide6.QtCore" in sys.modules:
        sys.modules["PySide6.QtCore"].qInstallMessageHandler(_hear)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests marked `serial` on one worker."""
    for item in items:
        if item.get_closest_marker("serial"):
            item.add_marker(pytest.mark.xdist_group("serial"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how large the files are: the median is to stay near 120 lines, none may pass 400 (test_architecture.py)."""
    root = Path(__file__).resolve().parent.parent / "readinglist"
    sizes = sorted((len(path.read_bytes().splitlines()), path.name) for path in root.rglob("*.py"))
    lines = [size for size, _name in sizes if size > 1]
    longest = f"the longest {sizes[-1][0]} ({sizes[-1][1]})"
    terminalreporter.write_line(f"{len(lines)} modules, median {statistics.median(lines):.0f} lines, {longest}")


@pytest.fixture(scope="session")
def _users_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("users")


@pytest.fixture(autouse=True)
def user_folder(_users_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder for each test, with library, settings and caches inside it; child processes inherit it."""
    home = _users_folder / str(next(_users))
    home.mkdir()
    places = {
        "HOME": home,
        "READINGLIST_LIBRARY": home / "library.db",
        "READINGLIST_CONFIG_DIR": home / "config",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_CACHE_HOME": home / ".cache",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "READINGLIST_VENV"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample papers, made once for all tests of this process: to be copied, never opened."""
    from readinglist.flows.importing.samples import add_seeds  # not for tests of less
    from readinglist.library.library import Library

    path = tmp_path_factory.mktemp("seeded") / "library.db"
    with Library.open(path, create=True, origin="cli") as library:
        add_seeds(library)
    return path


@pytest.fixture
def qtbot(qtbot: Any) -> Any:
    """pytest-qt's robot, which waits for an event as long as a slow machine may need, not for five seconds."""
    for name in _WAITS:
        setattr(qtbot, name, functools.partial(getattr(qtbot, name), timeout=HANGS * 1000))
    return qtbot


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out, and no typing falls apart into steps, because the machine is slow at that moment."""
    for module, names in _IN_A_HURRY.items():
        for name in names if module in sys.modules else ():
            monkeypatch.setattr(sys.modules[module], name, float(HANGS))


@pytest.fixture(autouse=True)
def _qt_left_clean(user_folder: Path) -> Iterator[None]:
    """Fail a test that leaves a window behind, or after which Qt warned while pytest-qt was not listening.

    Set up before every fixture of Qt's, so torn down after them; costs nothing where Qt was not imported.
    """
    before = _windows()
    yield
    left = _others(before)
    if left:
        gc.collect()  # a window held by nothing but a cycle is rubbish, not left open
        left = _others(before)
    words, names = list(_unheard), [f"{type(window).__name__} {window.windowTitle()!r}" for window in left]
    _unheard.clear()
    for window in left:
        window.close()
        window.deleteLater()
    assert not names, f"windows left behind: {', '.join(names)}"
    assert not words, f"Qt said: {'; '.join(words)}"


def _hear(kind: object, context: object, message: str) -> None:
    """Keep Qt's warnings that come between tests; within a test pytest-qt listens and fails it."""
    name = getattr(kind, "name", str(kind))
    if name not in ("QtDebugMsg", "QtInfoMsg") and not message.startswith(OFFSCREEN_CANNOT):
        _unheard.append(f"{name}: {message}")


def _others(known: list) -> list:
    return [window for window in _windows() if not any(window is other for other in known)]


def _windows() -> list:
    """Return all top-level widgets that live without a parent, after Qt has deleted what was to be deleted."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    core, widgets = sys.modules["PySide6.QtCore"], sys.modules["PySide6.QtWidgets"]
    if widgets.QApplication.instance() is None:
        return []
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    # Popups of a live parent go with it, and the one tooltip window is Qt's own.
    return [
        window
        for window in widgets.QApplication.topLevelWidgets()
        if window.parent() is None and window.metaObject().className() != "QTipLabel"
    ]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """Every service moved to a server of our own, and nobody made to wait for a token."""
    from readinglist.sources import buckets  # tests that ask no service need not load what asks them
    from readinglist.sources.buckets import Bucket
    from readinglist.sources.services import SERVICES
    from tests.loopback import Server

    made = Server()
    monkeypatch.delenv("READINGLIST_OFFLINE")
    monkeypatch.setenv("READINGLIST_CACHE_DIR", str(tmp_path / "cache"))
    for service in SERVICES:
        monkeypatch.setenv(service.variable, f"{made.base}/{service.id}")
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(
        buckets, "_buckets", {name: Bucket(0.0) for name in (*(service.id for service in SERVICES), "page")}
    )
    yield made
    made.close()

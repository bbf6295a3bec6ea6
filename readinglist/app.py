"""Opens the window: reads its options, makes the application, wires the parts, and draws it for `--screenshot`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import TYPE_CHECKING

from readinglist import __version__, log_file, paths
from readinglist.core import errors, views
from readinglist.core.identity import add_link
from readinglist.i18n import _
from readinglist.settings import Settings, State

if TYPE_CHECKING:  # Qt is loaded once the options are known
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from readinglist.ui.ending import Ending
    from readinglist.ui.window import Window

# The window's options: all have a value, and all are None where they are not given.
OPTIONS = ("library", "screenshot", "size", "theme", "view", "search", "select", "link")

# What every start needs that is no widget. It is imported before PySide6, which afterwards reads the source of every
# module that is imported (it looks for its `__feature__` switches): a third of a millisecond each.
_BEFORE_QT = (
    "locale",
    "platformdirs",
    "readinglist.core.fields",
    "readinglist.core.row",
    "readinglist.core.tex.showing",
    "readinglist.library.find.fast.orders",
    "readinglist.library.find.search",
    "readinglist.library.library",
    "readinglist.library.tables.statuses",
)

_SETTLE = 0.2  # seconds for which nothing may have changed before a picture is taken
_TURNS = 20  # of the event loop, too: on a busy machine those seconds are over before all has its place
_PATIENCE = 60  # seconds after which a window that never comes to rest is drawn as it is
_BACKUP_MS = 30 * 60_000  # of change between two backups
_SETTLED = 3000  # milliseconds after which what a window needs is loaded


def parse(argv: list[str]) -> SimpleNamespace:
    """Return the window's options. Exits with 2 and a usage line for wrong ones."""
    found = SimpleNamespace(**dict.fromkeys(OPTIONS))
    if not argv:
        return found
    import argparse  # takes 7 ms, and most starts are without options

    parser = argparse.ArgumentParser(prog="readinglist", description=_("Open the reading list."), allow_abbrev=False)
    parser.add_argument("--library", metavar="PATH", help=_("another library"))
    parser.add_argument("--screenshot", metavar="FILE", help=_("draw the window into FILE (PNG) and exit"))
    parser.add_argument("--size", metavar="WxH", type=_size, help=_("size of the window, such as 1440x860"))
    parser.add_argument("--theme", choices=("light", "dark"), help=_("light or dark, for this time"))
    parser.add_argument("--view", metavar="NAME", help=_("the view to open: all, upnext, status:reading, tag:llm ..."))
    parser.add_argument("--search", metavar="QUERY", help=_("the search to open with"))
    parser.add_argument("--select", metavar="ID", help=_("the paper to select"))
    parser.add_argument(
        "link", nargs="?", metavar="readinglist:add?url=…", help=_("open the box for adding, filled in")
    )
    parser.add_argument("--version", action="version", version=f"Reading List {__version__}")
    return parser.parse_args(argv, namespace=found)


def _size(text: str) -> tuple[int, int]:
    width, _x, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        import argparse

        raise argparse.ArgumentTypeError(_("{text} is no size; write 1440x860").format(text=text))
    return int(width), int(height)


def choose_platform(screenshot: bool) -> None:
    """Choose Qt's platform: offscreen for a picture, else what there is, as long as $QT_QPA_PLATFORM says nothing.

    Raises Refused where there is no display: Qt would abort, and a window that nobody sees would run for ever.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if screenshot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise _no_display()
    else:
        wayland = "wayland;" if os.environ.get("WAYLAND_DISPLAY") else ""
        os.environ["QT_QPA_PLATFORM"] = f"{wayland}xcb;offscreen"  # one that fails falls through to the next


def _no_display() -> errors.Refused:
    return errors.Refused(
        _("There is no display to open the window on."),
        safe=_("Nothing was changed."),
        do=_("All of it can be done by commands: see 'readinglist --help'. --screenshot FILE draws the window."),
    )


def main(argv: list[str]) -> int:
    """Open the window with the options in `argv` and return the exit code."""
    options = parse(argv)
    chosen = bool(os.environ.get("QT_QPA_PLATFORM"))
    try:
        choose_platform(bool(options.screenshot))
    except errors.Refused as problem:
        return _refused(problem, shown=False)
    path = paths.library_file(options.library)
    for name in _BEFORE_QT:
        import_module(name)
    app = _application()
    if not (chosen or options.screenshot) and is_unseen(app):  # a display that cannot be reached
        return _refused(_no_display(), shown=False)
    from readinglist.ui import one_window

    key = one_window.key_of(path)
    try:
        address = add_link.address_in(options.link) if options.link else ""
        if not options.screenshot and one_window.raise_other(key, address):
            return errors.Exit.DONE
        return _run(app, options, path, key)
    except errors.Refused as problem:
        shown = not options.screenshot and os.environ.get("QT_QPA_PLATFORM") != "offscreen"
        if shown and isinstance(problem, errors.Damaged | errors.NoLibrary):
            return _recover(app, options, path, key, problem)
        return _refused(problem, shown=shown)
    except Exception as problem:
        if log_file.debugging():
            raise
        return _mistaken(problem, shown=not options.screenshot)


def is_unseen(app: QApplication) -> bool:
    """True where Qt draws without a display."""
    return app.platformName() == "offscreen"


def _application() -> QApplication:
    """Return Qt's application, made where there is none yet."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from readinglist.ui.look import theme

    instance = QApplication.instance()
    if isinstance(instance, QApplication):
        app = instance
    else:
        app = QApplication(["readinglist", *theme.STYLE])
        theme.started_with_style(app)
    qInstallMessageHandler(_qt_said)
    app.setApplicationName("Reading List")
    app.setDesktopFileName("readinglist")
    return app


def _mistaken(problem: Exception, *, shown: bool) -> int:
    """Say that the window did not open by a mistake of the program's own, which is in the log."""
    log_file.bug(problem)
    words = _("Reading List could not open its window because of a mistake of its own ({kind}).")
    said = errors.Refused(words.format(kind=type(problem).__name__), do=_("'readinglist doctor' says more."))
    return _refused(said, shown=shown)


def _recover(app: QApplication, options: SimpleNamespace, path: Path, key: str, problem: errors.Refused) -> int:
    """Ask what to do about a library that does not open, and open what the user chose."""
    from readinglist.ui.presenters.about_library.recovery import Recovering

    sys.stderr.write(f"readinglist: {problem}\n")
    recovering = Recovering(path, problem)
    try:
        chosen = recovering.ask()
        if chosen is None:
            return problem.code
        return _run(app, options, chosen.path, key, readonly=chosen.readonly)
    except errors.Refused as again:
        return _refused(again, shown=True)
    finally:
        recovering.close()


def _qt_said(_kind: object, _where: object, text: str | None) -> None:
    """Take Qt's own messages into the log; what the offscreen platform cannot do is nothing to tell a user."""
    if text and "propagateSizeHints" not in text:
        import logging  # here, as it takes 5 ms of a start

        logging.getLogger(__name__).warning("Qt: %s", text, extra={"harmless": True})


def _run(app: QApplication, options: SimpleNamespace, path: Path, key: str, *, readonly: bool = False) -> int:
    from PySide6.QtCore import QTimer

    from readinglist.library.library import Library
    from readinglist.ui import tasks
    from readinglist.ui.look import chosen
    from readinglist.ui.look.after_paint import AfterPaint
    from readinglist.ui.window import Window

    log_file.install()  # `logging` is loaded by now
    settings = Settings()
    state = _Forgetful() if options.screenshot else State()
    chosen.apply(app, settings, options.theme or "")
    create = not readonly and (not options.screenshot or not path.exists())
    with Library.open(path, create=create, readonly=readonly, origin="window") as library:
        asked = (options.size, options.view, options.search, options.select, options.screenshot)
        window = Window(library, settings, state, in_steps=not any(asked))
        sys.excepthook = window_hook(window)
        try:
            _arrange(window, options)
        except errors.Refused:
            window.close()  # it must not go on listening to a library that is about to be closed
            raise
        if options.screenshot:
            return _draw(window, Path(options.screenshot))
        endings: list[Ending] = []
        # In a turn of its own: it loads Qt's network, and the turn of the first picture is long enough.
        AfterPaint(window, lambda: QTimer.singleShot(0, window, lambda: endings.append(_listen(key, window))))
        window.show()
        if options.link:
            QTimer.singleShot(0, window, lambda: window.offer_address(add_link.address_in(options.link)))
        tasks.share_the_time()
        QTimer.singleShot(_SETTLED, window, tasks.share_the_time)  # with what was loaded after the first picture
        end = _keep_backups(window)
        code = app.exec()
        end()
        for ending in endings:
            code = ending.leave() or code
        tasks.wait()
    return code


def _listen(key: str, window: Window) -> Ending:
    """Hear second starts, and the system asking us to end; the first picture need not wait for it."""
    from readinglist.ui import one_window
    from readinglist.ui.ending import Ending

    one_window.listen(key, window, window.offer_address)
    return Ending(window)


def _keep_backups(window: Window) -> Callable[[], None]:
    """Have a backup made soon, if the library has changed since the last, and every half hour of change.

    Returns what is to be called at the end. A process of its own makes them, so nobody waits.
    """
    from PySide6.QtCore import QTimer

    def begin(reason: str) -> None:
        from readinglist.flows.safety import backups  # not needed for the first picture

        backups.begin_if_due(window.library, reason)

    QTimer.singleShot(2 * _SETTLED, window, lambda: begin("start"))
    timer = QTimer(window, interval=_BACKUP_MS)
    timer.timeout.connect(lambda: begin("change"))
    timer.start()
    return lambda: begin("exit")


class _Forgetful(State):
    """Remembers nothing beyond this run: a picture shows the window as it opens for the first time."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull) / "state.json")  # where no file can be

    def save(self) -> None:
        """There is nothing to write."""


def _arrange(window: Window, options: SimpleNamespace) -> None:
    """Bring the window to the size, view, search and paper that were asked for. Raises Refused for unknown ones."""
    from readinglist.ui.presenters import existing_views

    if options.size:
        window.resize(*options.size)
        if options.screenshot:
            window.fit_panes()
    if options.view:
        view = views.parse_view(options.view)
        if view is None or not existing_views.exists(window.library, view):
            known = [kind for kind in views.KINDS if kind not in views.NAMED]
            raise errors.WrongUsage(
                _("There is no view called {name}.").format(name=options.view),
                do=_("Known: {known}, and status:, tag:, search:, queue: with a name.").format(known=", ".join(known)),
            )
        window.panes.go(view)
    if options.search:
        window.search_bar.box.setText(options.search)
    if options.select:
        window.panes.select([window.library.papers.find(options.select)])


def _at_rest(window: Window) -> QPixmap:
    """Return the window's picture once nothing in it changes any more: lists, counts and the pane come from workers."""
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from readinglist.ui import tasks

    give_up, before = time.monotonic() + _PATIENCE, QImage()
    while True:
        end, turns = time.monotonic() + _SETTLE, 0
        while turns < _TURNS or time.monotonic() < end:
            QApplication.processEvents()
            tasks.wait()
            time.sleep(0.01)
            turns += 1
        picture = window.grab()
        still = picture.toImage() == before and window.finished and not tasks.running()
        if still or time.monotonic() > give_up:
            return picture
        before = picture.toImage()


def _draw(window: Window, file: Path) -> int:
    window.toast.hide()
    window.show()
    picture = _at_rest(window)
    good = picture.save(str(file), "PNG")
    window.close()
    if not good:
        raise errors.Refused(_("The picture could not be written to {file}.").format(file=file))
    return errors.Exit.DONE


def _refused(problem: errors.Refused, *, shown: bool) -> int:
    """Say why the window did not open: on stderr, and in a box where somebody can see it."""
    sys.stderr.write(f"readinglist: {problem}\n")
    if shown:
        from readinglist.ui.dialogs.refusal import Refusal

        Refusal(problem).exec()
    return problem.code


def window_hook(window: Window) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return the one hook for bugs: they are logged whole, the window lives on and says so in plain words."""

    def hook(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        from readinglist.library.file.connection import in_words  # reading happens outside steps, which would translate

        said = problem if isinstance(problem, errors.Refused) else in_words(problem, window.library.path)
        if said is not None and window.finished:
            window.desk.refused(said)
            return
        log_file.bug(problem.with_traceback(trace))
        if window.finished and _tell_damage(window):
            return
        if log_file.debugging():
            sys.__excepthook__(kind, problem, trace)
        if window.finished:
            window.toast.say(
                _("Something went wrong that should not have. What is saved is safe. Details are in the log."),
                seconds=20,
            )

    return hook


def _tell_damage(window: Window) -> bool:
    """Say which paper is damaged, if one that is selected or on screen is: then it is behind what nobody foresaw."""
    from readinglist.flows import soundness

    table = window.table
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    on_screen = table.papers.ids[max(first, 0) : last + 1 if last >= 0 else None]
    try:
        found = soundness.behind(window.library, [*table.selected_ids(), *on_screen])
    except Exception:  # noqa: BLE001  # even this cannot be read: the error itself is in the log
        return False
    if found is not None:
        look = partial(window.panes.menus.run, "check_library")
        window.toast.say(str(found), seconds=20, offer=(_("Check the library…"), look))
    return found is not None

"""What the user prefers: one typed table of settings and their file, and the window's free-form state beside it.

Both files are JSON in the configuration folder.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from readinglist import atomic, paths
from readinglist.i18n import _, mark

Value = str | int | bool
TRUE = frozenset({"true", "yes", "on", "1"})
# Fields in braces with modifiers, and what may stand in a citation key between them (see `core.citekey`).
KEY_TEMPLATE = (
    r"[A-Za-z0-9_:.+/-]*(?:\{(?:author|authors|year|yy|title|words|venue)(?::(?:[1-9][0-9]?|upper|lower|capital))*\}"
    r"[A-Za-z0-9_:.+/-]*)+"
)
# Fields in braces, and what may stand in a file's name between them (see `core.files.names`).
FILE_NAMES = r"[^{}\\/:*?\"<>|\x00-\x1f]*(?:\{(?:author|authors|year|title|venue|key)\}[^{}\\/:*?\"<>|\x00-\x1f]*)+"
CONTACT = r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)?"  # an e-mail address, or nothing
FALSE = frozenset({"false", "no", "off", "0"})


class Setting(NamedTuple):
    """One row: `key` in the file and on the command line, its `default` (whose type is the setting's), words for it.

    A choice is one of `choices`; a number lies between `low` and `high`, both included; a text matches `pattern` in
    full. `shown` is False for what the program keeps for itself and the preferences do not offer. `words` stand for the
    choices in the preferences, where their own do not say enough.
    """

    key: str
    default: Value
    label: str
    doc: str
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    shown: bool = True
    pattern: str = ""
    words: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """`choice`, `flag`, `number` or `text`."""
        if self.pattern:
            return "text"
        return "flag" if isinstance(self.default, bool) else "number" if isinstance(self.default, int) else "choice"

    def allowed(self) -> str:
        """Return in words what the setting can be."""
        if self.kind == "number":
            return f"{self.low}..{self.high}"
        if self.kind == "text":
            return (
                _("a text such as {default}").format(default=self.default) if self.default else _("a text or nothing")
            )
        return "true, false" if self.kind == "flag" else ", ".join(self.choices)

    def fits(self, value: object) -> bool:
        """True when the setting can hold `value`."""
        if self.kind == "flag":
            return isinstance(value, bool)
        if self.kind == "number":
            return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high
        if self.kind == "text":
            return isinstance(value, str) and len(value) <= 200 and re.fullmatch(self.pattern, value) is not None
        return value in self.choices

    def parse(self, text: str) -> Value:
        """Return the value that a person's `text` means. Raises ValueError, saying what is allowed."""
        word = text.strip() if self.kind == "text" else text.strip().lower()
        value: Value = word
        if self.kind == "flag" and word in TRUE | FALSE:
            value = word in TRUE
        elif self.kind == "number":
            with contextlib.suppress(ValueError):
                value = int(word)
        if not self.fits(value):
            raise self.misfit(text)
        return value

    def misfit(self, value: object) -> ValueError:
        """Return the error for a value that the setting cannot hold, in words."""
        return ValueError(
            _("{key} cannot be “{value}”; it is one of {allowed}.").format(
                key=self.key, value=value, allowed=self.allowed()
            )
        )


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", "system", mark("Theme"), mark("Light, dark, or as the system has it."),
            choices=("system", "light", "dark")),
    Setting("text_size", 100, mark("Text size"), mark("Size of all text, in percent of the system's."),
            low=70, high=200),
    Setting("density", "automatic", mark("Row density"),
            mark("How high the rows of the table are: one line, or two with the title over the authors or wrapped;"
                 " automatic is the title over the authors where the table is too narrow for one line."),
            choices=("automatic", "wrapped", "two_lines", "comfortable", "compact"),
            words=(mark("Automatic"), mark("Title over two lines"), mark("Title over authors"), mark("Comfortable"),
                   mark("Compact"))),
    Setting("move_on", "inbox", mark("After a status, go on"),
            mark("Where setting a status also selects the next paper; the one it was set for stays, dimmed."),
            choices=("inbox", "statuses", "never"),
            words=(mark("In the Inbox"), mark("In every status view"), mark("Never"))),
    Setting("new_status", "inbox", mark("Status of new papers"),
            mark("The status that papers get which bring none along: the id of any status of the library."),
            pattern=r"[a-z0-9_]{1,60}"),
    Setting("in_progress_limit", 3, mark("In-progress limit"),
            mark("How many papers you mean to read at a time; past it the program says so. 0 turns it off."),
            low=0, high=99),
    Setting("key_template", "{author}{year}{title}", mark("Citation keys"),
            mark("How citation keys of new papers are made (see below). Keys that papers bring along are kept."),
            pattern=KEY_TEMPLATE),
    Setting("minutes_a_day", 60, mark("Reading time a day"),
            mark("How many minutes a day you can read; due dates that need more are called at risk."), low=5, high=900),
    Setting("weight_priority", 30, mark("Weight of priority"),
            mark("How much priority counts in suggestions. Waiting never adds as much as one step of it."),
            low=0, high=100),
    Setting("weight_deadline", 30, mark("Weight of due dates"),
            mark("How much a due date that comes near counts in suggestions."), low=0, high=100),
    Setting("weight_taste", 20, mark("Weight of taste"),
            mark("How much likeness to papers you finished and rated counts. Silent below 15 finished papers."),
            low=0, high=100),
    Setting("weight_time", 10, mark("Weight of fitting the time"),
            mark("How much it counts that a paper fills the time you have."), low=0, high=100),
    Setting("weight_unlocks", 20, mark("Weight of links"),
            mark("How much it counts that other papers cite a paper or link to it."), low=0, high=100),
    Setting("weight_age", 10, mark("Weight of waiting"),
            mark("How much it counts that a paper has waited long."), low=0, high=100),
    Setting("weight_skips", 40, mark("Weight of skips"),
            mark("How far a skip puts a paper back; it fades within a week."), low=0, high=100),
    Setting("attach_by", "link", mark("Attached files"),
            mark("Whether files that you attach stay where they are, or are copied into a folder beside the library."),
            choices=("link", "copy"), words=(mark("Stay where they are"), mark("Are copied beside the library"))),
    Setting("file_names", "{author} {year} {title}", mark("Names of exported files"),
            mark("What files of papers are called where they are exported (see below)."), pattern=FILE_NAMES),
    Setting("full_text", True, mark("Search in PDFs"),
            mark("Whether the PDFs of your papers are read, while the window is open, so that text: finds words.")),
    Setting("watch_folder", "", mark("Watched folder"),
            mark("A folder, such as that of downloads, whose new PDFs are offered to you; nothing is added by itself."),
            pattern=r"[^\x00]*"),
    Setting("network", True, mark("Ask services for details"),
            mark("Whether services such as arXiv and Crossref are asked for the details of papers that you add.")),
    Setting("contact", "", mark("Contact address"),
            mark("An e-mail address that services are told, if you like: some answer faster to those they can reach."),
            pattern=CONTACT),
    Setting("backups", True, mark("Make backups"),
            mark("Whether backups are made by themselves: at start, every 30 minutes of change, before what "
                 "changes much, at the end.")),
    Setting("backup_folder", "", mark("Second folder for backups"),
            mark("A folder, best on another disk, that gets a copy of every backup too."), pattern=r"[^\x00]*"),
    Setting("news_weekly", False, mark("Ask weekly what became of papers"),
            mark("Whether services are asked once a week whether your papers were retracted, corrected or published.")),
    Setting("listen", False, mark("Save from the browser"),
            mark("Whether what the Zotero Connector and JabRef's extension save in the browser comes here.")),
    Setting("listen_port", 23119, mark("Port for the browser"),
            mark("Where the extensions find this program; another one must be set in them as well."),
            low=1024, high=65535),
    Setting("arrivals_daily", False, mark("Ask daily what arrived"),
            mark("Whether your subscriptions are asked once a day, while the window is open, what is new.")),
    Setting("sidebar_visible", True, mark("Show the sidebar"), mark("Whether the window shows its sidebar.")),
    Setting("detail_visible", True, mark("Show the detail pane"), mark("Whether the window shows the detail pane.")),
    Setting("first_start_done", False, mark("First start done"),
            mark("Whether the welcome of the first start has been answered."), shown=False),
)  # fmt: skip
BY_KEY = {setting.key: setting for setting in SETTINGS}


def known(key: str) -> Setting:
    """Return the setting called `key`. Raises KeyError, naming the known ones."""
    if key not in BY_KEY:
        raise KeyError(_("There is no setting called {key}. Known: {known}.").format(key=key, known=", ".join(BY_KEY)))
    return BY_KEY[key]


class _JsonFile:
    """A JSON object in a file: read forgivingly, written whole, unknown keys kept.

    `problem` says in words what was wrong with the file, None when all was well. A file that is no JSON object is kept
    beside under `*.broken.json`, never overwritten in place.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: str | None = None
        self.values: dict[str, Any] = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return {}
        except OSError as why:
            self.problem = _("{path} cannot be read ({why}); the defaults are used.").format(
                path=self.path, why=why.strerror
            )
            return {}
        except (ValueError, RecursionError):
            return self._put_aside()
        return found if isinstance(found, dict) else self._put_aside()

    def _put_aside(self) -> dict[str, Any]:
        if not self.path.is_file():  # a device such as /dev/null, which root could move away
            return {}
        aside = self.path.with_name(f"{self.path.stem}.broken{self.path.suffix}")
        self.problem = _("{path} could not be read; it is kept as {aside} and the defaults are used.").format(
            path=self.path, aside=aside.name
        )
        try:
            self.path.replace(aside)
        except OSError:
            self.problem = _("{path} could not be read; the defaults are used.").format(path=self.path)
        return {}

    def _write(self) -> None:
        atomic.write(self.path, json.dumps(self.values, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


class Settings(_JsonFile):
    """The user's settings. `listeners` are called with the key of every setting that changed."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path or paths.config_folder() / "settings.json")
        self.listeners: list[Callable[[str], None]] = []

    def get(self, key: str) -> Any:
        """Return a setting's value: the stored one where it fits, else the default. Raises KeyError."""
        setting = known(key)
        stored = self.values.get(key, setting.default)
        return stored if setting.fits(stored) else setting.default

    def set(self, key: str, value: Value) -> None:
        """Store a value at once. Raises KeyError; ValueError for one that does not fit; OSError when writing fails.

        What another process stored meanwhile is kept.
        """
        setting = known(key)
        if not setting.fits(value):
            raise setting.misfit(value)
        self._store(key, value)

    def reset(self, key: str) -> None:
        """Go back to the default. Raises KeyError, OSError."""
        known(key)
        self._store(key, None)

    def _store(self, key: str, value: Value | None) -> None:
        before = {setting.key: self.get(setting.key) for setting in SETTINGS}
        self.values = self._read()
        if value is None:
            self.values.pop(key, None)
        else:
            self.values[key] = value
        self._write()
        self._tell(before)

    def _tell(self, before: dict[str, Any]) -> None:
        changed = [key for key, value in before.items() if self.get(key) != value]
        for key in changed:
            for listener in list(self.listeners):
                listener(key)


class State(_JsonFile):
    """What the window remembers of itself (geometry, splitters, columns and sort per view): free-form JSON values."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path or paths.config_folder() / "state.json")
        self._saved = json.dumps(self.values, sort_keys=True)

    def get(self, key: str, default: Any = None) -> Any:
        """Return what was remembered under `key`, or `default`."""
        return self.values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Remember a JSON value under `key`, in memory until `save`; None forgets it."""
        if value is None:
            self.values.pop(key, None)
        else:
            self.values[key] = value

    def save(self) -> None:
        """Write the file if anything changed. Raises OSError."""
        text = json.dumps(self.values, sort_keys=True)
        if text != self._saved:
            self._write()
            self._saved = text


class Confirmed(_JsonFile):
    """Folders whose files the user lets the program open, each for one import of one library.

    In the configuration folder and not in the library: one that came from somewhere else must not bring its own.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path or paths.config_folder() / "confirmed.json")

    def holds(self, source: str, file: Path) -> bool:
        """True when a folder around `file`, or the file itself, was confirmed for the import `source`."""
        found = self.values.get(source)
        return isinstance(found, list) and any(isinstance(one, str) and file.is_relative_to(one) for one in found)

    def add(self, source: str, folder: Path) -> None:
        """Remember a folder, or a file alone, at once. Raises OSError."""
        self.add_all([(source, folder)])

    def add_all(self, places: Iterable[tuple[str, Path]]) -> None:
        """Remember many, each a source and a folder or file. Raises OSError."""
        for source, place in places:
            found = self.values.get(source)
            known = found if isinstance(found, list) else []
            if str(place) not in known:
                self.values[source] = [*known, str(place)]
        self._write()

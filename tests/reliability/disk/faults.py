"""Errors of the disk at a chosen operation of a command, and what it said of them beside what is stored then."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from readinglist.library.backup import making, record
from readinglist.library.file import connection
from readinglist.library.library import Library
from tests.reliability.disk import deeds, shim
from tests.reliability.disk.power_loss import ROOT

BIB = "@article{a, title={Brought in}, author={Li, B.}}\n@article{b, title={Brought in as well}}\n"

# Commands that change the library, that write files, and that read.
COMMANDS = (
    ("set", "1", "--rating", "4"),
    ("set", "2", "--status", "read"),
    ("set", "3", "--tag", "+new"),
    ("import", "papers.bib"),
    ("undo",),
    ("queue", "add", "4"),
    ("note", "6", "--append", "words"),
    ("export", "--format", "json", "-o", "out.json"),
    ("list", "word"),
    ("show", "1"),
    ("history",),
    ("check",),
    ("backup",),
    ("backup", "copy.db"),
    ("restore", "newest"),
    ("attach", "5", "paper.pdf", "--copy"),
    ("check", "--repair", "-o", "mended.db"),
)
SMALL = "8m"  # a disk that can be filled up
PLENTY, MOST_ROOM = 4_000_000, 1_000_000  # bytes left on a small disk: enough for all, and for less and less of it
WRITTEN = ("out.json", "copy.db", "mended.db")  # what commands write beside the library

# What is claimed in words. A message that claims nothing is wrong as well: three outcomes, never two, and never none.
NOT_DONE = ("Nothing was changed", "the last change was not made", "Nothing was written", "It was left as it is",
            "It was not changed", "Nothing was created", "Nothing was imported", "could not be copied")  # fmt: skip
UNKNOWN = ("is not known",)
DONE = ("is in the library", "is saved; only")


class Case(NamedTuple):
    """A command, with the operation that fails (`at`), by what error, once or from there on; or that is the last.

    `room`: so many bytes are left on the disk, a real and small one; below 0 it is as large as it is.
    """

    argv: tuple[str, ...]
    at: int = 0
    error: int = 0
    sticky: bool = False
    kill: int = 0
    room: int = -1

    def __str__(self) -> str:
        if self.room >= 0:
            return f"{' '.join(self.argv)}: {self.room} bytes free"
        how = f"killed at {self.kill}" if self.kill else f"{errno.errorcode.get(self.error, 'nothing')} at {self.at}"
        return f"{' '.join(self.argv)}: {how}{' and on' if self.sticky else ''}"


class Observer:
    """Stands outside: knows what each command leaves when all goes well, and compares."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        self.small = folder / "small"  # where a small disk may be mounted
        self.small.mkdir()
        self.template = folder / "template"
        fill(self.template)
        environment = {**os.environ, "LD_PRELOAD": str(shim.compiled()), "HOME": str(self.home),
                       "XDG_CONFIG_HOME": str(self.home), "XDG_DATA_HOME": str(self.home)}  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.disk.faulty"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, cwd=ROOT, env=environment,
        )  # fmt: skip
        assert self.process.stdout
        self.process.stdout.readline()  # it is ready
        self.before = deeds.dump(self.template / "library.db")
        self.after: dict[tuple[tuple[str, ...], bool], str] = {}
        self.operations: dict[tuple[tuple[str, ...], int], int] = {}

    def close(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def run(self, case: Case, kinds: int = 0) -> tuple[dict[str, Any], Path]:
        """Run a case on a library of its own; return what it answered and the folder it ran in.

        Operations of `kinds` are counted, by default all that may fail by the case's error.
        """
        place = (self.small if case.room >= 0 else self.folder) / "case"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.template, place)
        kinds = kinds or shim.ERRORS.get(case.error, shim.ALL)
        wanted = {**case._asdict(), "folder": str(place), "kinds": kinds}
        assert self.process.stdin
        assert self.process.stdout
        with filled(self.small, case.room):
            print(json.dumps(wanted), file=self.process.stdin, flush=True)
            return json.loads(self.process.stdout.readline()), place

    def count(self, argv: tuple[str, ...], error: int, room: int = -1) -> int:
        """Return how many operations of a command may fail by an error; learn what it leaves if none does."""
        if (argv, error) not in self.operations or (argv, room >= 0) not in self.after:
            said, place = self.run(Case(argv, error=error, room=PLENTY if room >= 0 else -1))
            assert said["code"] == 0, said
            self.operations[argv, error] = said["counted"]
            self.after[argv, room >= 0] = deeds.dump(place / "library.db")
        return self.operations[argv, error]

    def wrong(self, case: Case) -> str:
        """Run a case; return in words what was untrue or lost, "" for nothing."""
        self.count(case.argv, case.error, case.room)
        said, place = self.run(case)
        stored = self.stored(place / "library.db", case)
        if stored not in ("before", "after", "same"):
            return stored
        backups = [one for one in record.of_library(place / "library.db") if one.verified]
        if not backups or not all(one.whole() for one in backups):
            return f"of the backups {backups} are left"
        if case.argv == ("backup",) and not case.kill and (said["code"] == 0) != (len(backups) == 2):
            return f"{len(backups)} backups, and said: {said}"
        if case.kill:
            return "" if said["code"] in (0, -9) else f"not killed: {said}"
        if said["code"] and any((place / name).exists() for name in WRITTEN):
            return "a file that was refused is there"
        return untrue(said, stored, case)

    def stored(self, path: Path, case: Case) -> str:
        """Return what is in the library afterwards, on a disk that is well again."""
        connection._opened.clear()
        after = self.after[case.argv, case.room >= 0]
        try:
            Library.open(path).close()
            found = deeds.dump(path)
        except Exception as problem:
            return f"not opened afterwards: {problem}"
        if self.before == after == found:
            return "same"
        return {self.before: "before", after: "after"}.get(found, "half of it is stored")


def fill(place: Path) -> None:
    """Make what every case begins with: a library, a backup of it as it was before its last deed, and files."""
    place.mkdir()
    deeds.make(place / "library.db")
    with deeds.still(3), Library.open(place / "library.db") as library:
        making.make(library, "asked")
        deeds.deed(library, 1)
    (place / "papers.bib").write_text(BIB)
    (place / "paper.pdf").write_bytes(b"%PDF-1.4\n" + b"%" * 20_000)
    for file in ("papers.bib", "paper.pdf"):
        os.utime(place / file, (1_700_000_000, 1_700_000_000))


@contextlib.contextmanager
def filled(disk: Path, room: int) -> Iterator[None]:
    """Inside this block leave `room` bytes on a small disk; below 0 it is let alone."""
    if room >= 0:
        free = os.statvfs(disk)
        (disk / "filler").write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - room)))
    try:
        yield
    finally:
        if room >= 0:
            (disk / "filler").unlink()


@contextlib.contextmanager
def memory(place: Path, size: str) -> Iterator[bool]:
    """Inside this block a disk in memory is mounted at `place`; yields False where none can be."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    try:
        mounted = not subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode
    except FileNotFoundError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(place)], check=True)


def untrue(said: dict[str, Any], stored: str, case: Case) -> str:
    """Compare what was said with what is stored ("before", "after", or "same" for what only reads)."""
    words = said["err"]
    if "Traceback" in words or "mistake of its own" in words or said["code"] == -1:
        return f"no plain words: {words}"
    if said["code"] == 0:
        return "said to be done, and is not" if stored == "before" else ""
    not_done, unknown, done = (any(part in words for part in parts) for parts in (NOT_DONE, UNKNOWN, DONE))
    if not_done and stored == "after":
        return f"said not to be done, and is: {words}"
    if done and stored == "before":
        return f"said to be done, and is not: {words}"
    if "damaged" in words or "is not a Reading List library" in words:
        return f"damaged by a disk that failed: {words}"
    if "MB free" in words and case.room < 0:
        return f"free space on a disk that was full by order only: {words}"
    if stored != "same" and not (not_done or unknown or done):
        return f"says nothing of what came of it: {words}"
    return ""


def cases(
    observer: Observer, count: int, seed: int, commands: tuple[tuple[str, ...], ...] = COMMANDS
) -> Iterator[Case]:
    """Yield so many cases, drawn from all operations of all commands, by all errors, once and from there on."""
    chance = random.Random(seed)
    errors = tuple(shim.ERRORS)
    for number in range(count):
        argv, error = commands[number % len(commands)], chance.choice(errors)
        operations = observer.count(argv, error)
        if operations:
            yield Case(argv, chance.randint(1, operations), error, chance.random() < 0.5)


def kills(observer: Observer, count: int, seed: int) -> Iterator[Case]:
    """Yield so many cases of a kill at some operation."""
    chance = random.Random(seed)
    for number in range(count):
        argv = COMMANDS[number % len(COMMANDS)]
        yield Case(argv, kill=chance.randint(1, max(1, observer.count(argv, 0))))


def levels(observer: Observer, count: int, seed: int) -> Iterator[Case]:
    """Yield cases of a disk that has ever more room left, at so many levels, with some commands at each."""
    chance = random.Random(seed)
    for number in range(count):
        for argv in chance.sample(COMMANDS, min(4, len(COMMANDS))):
            yield Case(argv, room=number * MOST_ROOM // count)


class Outcome(NamedTuple):
    """How many cases ran, and what was wrong with which."""

    ran: int
    wrong: list[str]
    kinds: Counter[str]


def survey(what: str, count: int, seed: int) -> Outcome:
    """Run so many `cases` or `kills`, or at so many `levels` of a full disk."""
    kind = {"cases": cases, "kills": kills, "levels": levels}[what]
    with tempfile.TemporaryDirectory(prefix="faults-") as name, memory(Path(name), "100m"):
        observer = Observer(Path(name))
        try:
            with memory(observer.small, SMALL) as there:
                return _survey(observer, kind, count if there or what != "levels" else 0, seed)
        finally:
            observer.close()


def _survey(observer: Observer, kind: Callable[[Observer, int, int], Iterator[Case]], count: int, seed: int) -> Outcome:
    found, ran, kinds = [], 0, Counter[str]()
    for case in kind(observer, count, seed):
        ran += 1
        kinds["full" if case.room >= 0 else errno.errorcode.get(case.error, "kill")] += 1
        wrong = observer.wrong(case)
        if wrong:
            found.append(f"{case}: {wrong}")
    return Outcome(ran, found, kinds)

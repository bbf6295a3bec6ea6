"""Brings a library back from a backup, another library file or a complete JSON export: all of it, or one paper."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.flows import importing
from readinglist.flows.disk_errors import in_words
from readinglist.formats import json as json_papers
from readinglist.i18n import _, plural
from readinglist.library.backup import comparing, one_paper, replacing
from readinglist.library.backup.comparing import Differences
from readinglist.library.backup.opening import opened
from readinglist.library.backup.record import Backup
from readinglist.library.check import check
from readinglist.library.file.connection import translated
from readinglist.library.file.private_copy import PrivateFolder
from readinglist.library.library import Library

_SQLITE = b"SQLite format 3\x00"
_GZIP = b"\x1f\x8b"
_NAMED = 20  # papers of one kind that are named


class Source:
    """What is restored from: the file that will take the library's place, and a library to look at it by."""

    def __init__(self, file: Path, library: Library) -> None:
        self.file = file
        self.library = library


@contextlib.contextmanager
def source(given: Backup | Path) -> Iterator[Source]:
    """Open what is to be restored from and look it over. Raises Damaged where it is not sound, Refused."""
    file = given.database if isinstance(given, Backup) else given
    with contextlib.ExitStack() as stack:
        stack.enter_context(in_words(file))
        if isinstance(given, Backup) and not given.whole():
            raise _unsound(given.name, _("the copy is not what was verified"))
        with file.open("rb") as stream:
            head = stream.read(16)
        if head != _SQLITE:
            file = stack.enter_context(_made_from(file, head))
        library, _version = stack.enter_context(opened(file))
        with translated(file):
            found = check(library)
        if not found.sound:
            raise _unsound(file.name, " ".join(found.damage))
        yield Source(file, library)


def _unsound(name: str, why: str) -> errors.Damaged:
    return errors.Damaged(
        _("{name} is not sound: {why}").format(name=name, why=why),
        safe=_("Nothing was changed."),
        do=_("'readinglist backup list' shows the others."),
    )


@contextlib.contextmanager
def _made_from(file: Path, head: bytes) -> Iterator[Path]:
    """Yield a library made from a complete export, in a private folder."""
    private = PrivateFolder()
    made = private.path / "restored" / "library.db"
    try:
        with file.open("rb") as raw:
            data = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if head.startswith(_GZIP) else raw
            with io.TextIOWrapper(data, encoding="utf-8-sig", errors="replace") as text:
                items = list(_records(text))
        problems = [item for item in items if isinstance(item, errors.Problem)]
        drafts = [item for item in items if isinstance(item, Draft)]
        if problems or not drafts or drafts[0].part is None:
            why = problems[0].reason if problems else _("it is no complete export of a library")
            raise _unsound(file.name, why)
        with Library.open(made, create=True, origin="restore") as library:
            importing.commit(library, items)
        yield made
    except (EOFError, gzip.BadGzipFile) as problem:
        raise _unsound(file.name, str(problem)) from problem
    finally:
        private.close()


def _records(text: io.TextIOWrapper) -> Iterator[Draft | errors.Problem]:
    """Yield the papers of a complete export, or of the JSON lines of a backup: the library's own part comes first."""
    first = text.readline()
    try:
        found = json.loads(first)
        part = None if "papers" in found else found.get("library")
    except (ValueError, AttributeError, TypeError, RecursionError):
        part = None
    if part is None:
        text.seek(0)
        yield from json_papers.read(text)
        return
    for item in json_papers.read(text):
        if isinstance(item, Draft):
            item.part, part = part, None
        yield item


def differences(library: Path, found: Source) -> Differences:
    """Compare the library as it is, as far as it can be read, with what is to be restored."""
    try:
        with Library.open(library, readonly=True) as now, translated(library):
            return comparing.compare(now, found.library)
    except errors.Refused:
        return comparing.compare(None, found.library)


def restore(library: Path, found: Source) -> Path | None:
    """Put what was found in the place of the library. Returns where the file that was there is kept. Raises Refused."""
    with in_words(library), translated(library):
        return replacing.replace(library, found.file)


def bring_back(library: Library, found: Source, reference: str) -> int:
    """Bring one paper back, by an ordinary step. Returns its id. Raises NoPaper where the backup has none so called."""
    return one_paper.bring_back(library, found.library, found.library.papers.find(reference))


def told(found: Differences) -> list[str]:
    """Return in words how many papers each has, and which come back, are missing or differ."""
    said = [_("Papers in the library: {now}; in the backup: {then}.").format(now=found.now, then=found.then)]
    for listed, words in (
        (found.back, plural("{n} paper comes back:", "{n} papers come back:", len(found.back))),
        (found.lost, plural("{n} paper is not in the backup:", "{n} papers are not in the backup:", len(found.lost))),
        (found.other, plural("{n} paper is different there:", "{n} papers are different there:", len(found.other))),
    ):
        if listed:
            said += [words, *(f"  {title or uid}" for uid, title in listed[:_NAMED])]
            if len(listed) > _NAMED:
                said.append("  …")
    return said


def copy_as_it_is(library: Path, target: Path) -> None:
    """Copy a library's file, and a journal beside it, byte for byte. Raises Refused, also for the library itself."""
    with in_words(target):
        if target.exists() and library.exists() and target.samefile(library):
            raise errors.WrongUsage(_("That is the library itself."), do=_("Name another file."))
        shutil.copyfile(library, target)
        journal = library.with_name(f"{library.name}-journal")
        if journal.exists():
            shutil.copyfile(journal, target.with_name(f"{target.name}-journal"))

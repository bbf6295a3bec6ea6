"""Files, pasted text and standard input as drafts and problems: finds out the format."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from readinglist.core.errors import Problem, Refused, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows.disk_errors import FULL, refused
from readinglist.flows.importing import databases
from readinglist.flows.mixture import Mixture
from readinglist.formats import budgets, decoding, registry
from readinglist.formats.registry import Format
from readinglist.i18n import _

if TYPE_CHECKING:  # loaded where a PDF is met
    from readinglist.flows.pdfs.reading import PdfPapers

AUTO = "auto"
SPOOLED = 16 * 1024 * 1024  # bytes of a pipe kept in memory; more goes to a temporary file
LONGEST_PIPE = 2_000_000_000  # bytes; what goes on after that has no end
_PIECE = 1 << 20
MIXED = 16 * 1024 * 1024  # bytes of a text that is looked through for all the kinds in it; a longer one is of one kind
RAW_SHOWN = 2000  # characters of a file that is something else, kept in its report


@dataclass(slots=True)
class Input:
    """Something to read: a `name` for people and the text, the file's path, or an open binary stream."""

    name: str
    data: str | Path | BinaryIO


class _Counted:
    """A binary stream that can look ahead once and knows how much was read."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self._ahead = b""
        self.position = 0
        self.closed = False

    def peek(self, size: int) -> bytes:
        while len(self._ahead) < size and (part := self._inner.read(size - len(self._ahead))):
            self._ahead += part
        return self._ahead

    def read(self, size: int = -1) -> bytes:
        if self._ahead and size >= 0:
            part, self._ahead = self._ahead[:size], self._ahead[size:]
        else:
            part, self._ahead = self._ahead + self._inner.read(size), b""
        self.position += len(part)
        return part

    def close(self) -> None:
        self.closed = True
        self._inner.close()


@dataclass(slots=True)
class Source:
    """An input that was opened and recognised. `wrong` says what a file is that is nothing we can read.

    A `mixed` one may hold several kinds, whatever it begins with; `kinds` are these in words, once it was read.
    `paper` reads one that is a PDF.
    """

    name: str
    format: Format | None
    encoding: str
    text: TextIO
    size: int = 0
    wrong: str = ""
    head: str = ""
    position: Callable[[], int] = field(default=lambda: 0)
    database: databases.Database | None = None
    mixed: bool = False
    kinds: list[str] = field(default_factory=list)
    paper: Callable[[], Draft | Problem] | None = None

    def records(self) -> Iterator[Draft | Problem]:
        """Yield the source's records; a source that is something else gives the one problem that says so."""
        if self.paper:
            yield self.paper()
            return
        if self.mixed:
            mixture = Mixture(self.text.read())
            self.kinds = mixture.kinds()
            if not mixture.is_prose:
                yield from budgets.within(mixture.records())
                return
            self.wrong = _unknown(self.head, b"")
        if self.wrong or self.format is None:
            yield Problem(_("line {n}").format(n=1), self.wrong, self.head[:RAW_SHOWN])
            return
        yield from budgets.within(
            self.database.records() if self.database else registry.module(self.format).read(self.text)
        )

    def close(self) -> None:
        """Close what is read from."""
        self.text.close()
        if self.database:
            self.database.close()

    def taken_for(self) -> str:
        """Return in words what the source was taken for."""
        label = ", ".join(self.kinds) if len(self.kinds) > 1 else _(self.format.label) if self.format else self.wrong
        label = label or ", ".join(self.kinds)
        return f"{self.name}: {label}" + (f" ({self.encoding})" if self.encoding else "")


class Sources:
    """All inputs of one import, opened before anything is changed. Usable as a context manager."""

    def __init__(self, inputs: Iterable[Input], format_id: str = AUTO, pdfs: PdfPapers | None = None) -> None:
        """Open and recognise every input; PDFs are read by `pdfs`, where given.

        Raises WrongUsage for a missing file, a folder or an unknown format.
        """
        wanted = None if format_id == AUTO else registry.by_id(format_id)
        if wanted is not None and not wanted.reads:
            raise WrongUsage(_("{label} can be written, but not read.").format(label=_(wanted.label)))
        self._stack = ExitStack()
        self._pdfs = pdfs
        self.list: list[Source] = []
        try:
            for given in inputs:
                with _read(given.name):
                    source = _open(given, wanted, self._paper)
                self._stack.callback(source.close)
                self.list.append(source)
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Sources:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._stack.close()

    def _paper(self, path: Path, name: str) -> Draft | Problem:
        """Return the paper that a PDF is."""
        if self._pdfs is None:
            from readinglist.flows.pdfs.reading import PdfPapers  # with the child, which no other file needs

            self._pdfs = self._stack.enter_context(PdfPapers())
        return self._pdfs.draft(path, name)

    def records(self) -> Iterator[Draft | Problem]:
        """Yield every record, its place with the file's name where there are several files. Raises Refused."""
        for source in self.list:
            with _read(source.name):
                for item in source.records():
                    yield item if len(self.list) == 1 else _placed(item, source.name)

    def fraction(self) -> float | None:
        """Return how much of all files was read (0..1), or None where that cannot be known."""
        total = sum(source.size for source in self.list)
        return min(1.0, sum(source.position() for source in self.list) / total) if total else None


@contextmanager
def _read(name: str) -> Iterator[None]:
    """Say in words what the disk says while an input is read inside this block. Raises Refused."""
    try:
        yield
    except OSError as problem:
        raise Refused(
            _("{name} could not be read to its end: {why}.").format(name=name, why=problem.strerror),
            safe=_("Nothing was imported."),
            do=_("Copy the file to a sound disk, then try again."),
        ) from problem


def _placed(item: Draft | Problem, name: str) -> Draft | Problem:
    if item.place == name:
        return item
    place = f"{name}, {item.place}" if item.place else name
    if isinstance(item, Problem):
        return replace(item, place=place)
    item.place = place
    return item


def _open(given: Input, wanted: Format | None, paper: Callable[[Path, str], Draft | Problem]) -> Source:
    if isinstance(given.data, str):
        text = given.data.removeprefix("\ufeff")
        head = text[: decoding.HEAD]
        found = wanted or registry.detect(head)
        mixed = wanted is None and not _nothing(head, b"")
        wrong = "" if found or mixed else _unknown(head, b"")
        return Source(given.name, found, "", io.StringIO(text, newline=None), wrong=wrong, head=head, mixed=mixed)
    try:
        return _open_stream(given, wanted, paper)
    except OSError as problem:
        if problem.errno in FULL:
            raise refused(problem, tempfile.gettempdir(), _("Nothing was imported.")) from problem
        raise _unreadable(given.name, problem) from problem


def _open_stream(given: Input, wanted: Format | None, paper: Callable[[Path, str], Draft | Problem]) -> Source:
    size = 0
    inner = cast("Path | BinaryIO", given.data)
    if isinstance(inner, Path):
        inner, size = _open_file(inner)
    if not size:
        inner, size = _spool(given.name, inner)
    counted = _Counted(inner)
    if isinstance(given.data, Path) and wanted is None and decoding.is_pdf(counted.peek(decoding.HEAD)):
        counted.close()
        return Source(given.name, None, "", io.StringIO(), wrong=_("PDF"), paper=partial(paper, given.data, given.name))
    try:
        database = _database(given, counted, wanted)
        return database or _recognise(given, counted, size, wanted)
    except BaseException:
        counted.close()
        raise


def _database(given: Input, counted: _Counted, wanted: Format | None) -> Source | None:
    """Return the source of a database, such as another program's library; None where it is to be read as text."""
    start = counted.peek(decoding.HEAD)
    if not databases.is_database(start) or (wanted is not None and not wanted.database):
        return None
    stream: Path | BinaryIO = given.data if isinstance(given.data, Path) else cast(BinaryIO, counted)
    found = databases.opened(given.name, stream, wanted)
    counted.close()
    if found is None:
        return Source(given.name, None, "", io.StringIO(), wrong=decoding.looks_like(start))
    return Source(given.name, found.format, "", io.StringIO(), found.size, position=found.position, database=found)


def _spool(name: str, stream: BinaryIO) -> tuple[BinaryIO, int]:
    """Return all of a pipe as a file: nobody is to wait for the library while we wait for a slow writer.

    Raises Refused where it does not end.
    """
    spooled = tempfile.SpooledTemporaryFile(SPOOLED)  # noqa: SIM115  # closed with the source it becomes
    size = 0
    try:
        with stream:
            while piece := stream.read(_PIECE):
                spooled.write(piece)
                size += len(piece)
                if size > LONGEST_PIPE:
                    words = _("{name} does not end: more than {n} MB came.")
                    words = words.format(name=name, n=f"{LONGEST_PIPE // 1_000_000:,}")
                    raise Refused(words, safe=_("Nothing was imported."))
    except BaseException:
        spooled.close()
        raise
    spooled.seek(0)
    return cast(BinaryIO, spooled), size


def _recognise(given: Input, counted: _Counted, size: int, wanted: Format | None) -> Source:
    """Return the source of a stream, from what it begins with; the stream is closed where nothing can be read."""
    name = given.name
    start = counted.peek(decoding.HEAD)
    head = decoding.open_text(start).stream.read()
    wrong = decoding.looks_like(start, _(wanted.label) if wanted else "")
    found = None if wrong else wanted or registry.detect(head, name)
    mixed = wanted is None and size <= MIXED and not wrong and _may_mix(given, found) and not _nothing(head, start)
    if found is None and not wrong and not mixed:
        wrong = _unknown(head, start)
    if wrong:
        counted.close()
        return Source(name, None, "", io.StringIO(), wrong=wrong, head=head)
    decoded = decoding.open_text(cast(BinaryIO, counted))
    source = Source(name, found, decoded.encoding, decoded.stream, size, "", head, lambda: counted.position)
    source.mixed = mixed
    return source


def _may_mix(given: Input, found: Format | None) -> bool:
    """True for what comes through a pipe, and for files whose name does not say that they are of one kind."""
    suffix = given.data.suffix.lower() if isinstance(given.data, Path) else ""
    return suffix in ("", ".txt", ".text") or (found is not None and suffix not in found.suffixes)


def _open_file(path: Path) -> tuple[BinaryIO, int]:
    if path.is_dir():
        raise WrongUsage(_("{path} is a folder.").format(path=path), do=_("Name the files in it."))
    try:
        return path.open("rb"), path.stat().st_size
    except FileNotFoundError:
        raise WrongUsage(_("There is no file {path}.").format(path=path), safe=_("Nothing was imported.")) from None
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def _unreadable(name: str | Path, problem: OSError) -> WrongUsage:
    words = _("{path} cannot be read: {why}.").format(path=name, why=problem.strerror)
    return WrongUsage(words, safe=_("Nothing was imported."))


def _nothing(head: str, start: bytes) -> str:
    """Return what a text is that can hold no papers, in words; "" for any other."""
    if not head.strip():
        return _("There is nothing in it.")
    return decoding.looks_like(start or head.encode("utf-8", "replace"))


def _unknown(head: str, start: bytes) -> str:
    return _nothing(head, start) or _(
        "This is in none of the known formats. Say which one it is, if it is: {known}."
    ).format(known=", ".join(row.id for row in registry.FORMATS if row.reads))

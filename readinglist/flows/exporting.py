"""Papers out of the library into a file or a stream, in any format that writes; leaves the text to the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from readinglist import atomic
from readinglist.core.errors import Cancelled, WrongUsage
from readinglist.core.paper import Paper
from readinglist.flows.disk_errors import in_words
from readinglist.formats import json as json_papers
from readinglist.formats import registry
from readinglist.formats.registry import Format
from readinglist.i18n import _
from readinglist.library.library import Library

WHOLE = "json"  # the format that can hold a library as a whole
PREFERRED = ("bibtex", "json")


def choose_format(name: str | None, target: str | None) -> Format:
    """Return the format called `name`, else the one of the target's suffix, else the first preferred one.

    Raises WrongUsage for an unknown format, or one that can only be read.
    """
    writing = registry.writing()
    if name is not None:
        row = registry.by_id(name)
        if not row.writes:
            raise WrongUsage(
                _("{label} can be read, but not written.").format(label=_(row.label)),
                do=_("Known: {known}.").format(known=", ".join(row.id for row in writing)),
            )
        return row
    if target is not None:
        for row in writing:
            if target.lower().endswith(row.suffixes):
                return row
    return next(row for wanted in (*PREFERRED, *(row.id for row in writing)) for row in writing if row.id == wanted)


def pieces(
    library: Library,
    papers: Sequence[int],
    row: Format,
    *,
    complete: bool = False,
    progress: Callable[[int, float | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    copies: Mapping[str, Path] | None = None,
) -> Iterator[str]:
    """Yield the text of `papers` in a format, piece by piece. Raises Cancelled once `cancelled()` is true.

    A complete export of all papers as JSON holds the library as a whole too: its Trash, statuses, tags, queues,
    saved searches and what else no paper says. `copies` are what files are called by instead, by their uids.
    """
    part, named = None, copies or {}
    if complete and row.id == WHOLE and set(papers) >= set(library.search.ids()):
        part, papers = library.dump.read(), library.papers.every()

    def counted(found: Iterable[Paper]) -> Iterator[Paper]:
        for number, paper in enumerate(found, 1):
            if cancelled and cancelled():
                raise Cancelled
            for file in paper.files if named else ():
                file.path = str(named.get(file.uid, file.path))
            yield paper
            if progress and (number % 500 == 0 or number == len(papers)):
                progress(number, number / len(papers))

    found = counted(library.papers.many(papers))
    if part is not None:
        yield from json_papers.write(found, complete=True, part=part)
    else:
        yield from registry.module(row).write(found, complete=complete)


def to_file(target: Path, text: Iterable[str]) -> None:
    """Write pieces of text to a file, whole or not at all. Raises DiskFull, ReadOnly, Refused in words."""
    with in_words(target), atomic.writing(target) as stream:
        stream.writelines(text)


def is_folder(target: str) -> bool:
    """True where `target` names a folder of notes: one that is there, or any name with a slash behind."""
    return target.endswith(("/", "\\")) or Path(target).is_dir()


def to_folder(library: Library, target: Path, papers: Sequence[int], *, complete: bool = True) -> int:
    """Write a note a paper into a folder, as Markdown with front matter (an Obsidian vault). Returns how many.

    A note of the same paper is written anew; a file of that name that is something else stays, and the note gets a
    number behind its name. Raises DiskFull, ReadOnly, Refused in words.
    """
    from readinglist.formats import markdown

    count = 0
    with in_words(target):
        target.mkdir(parents=True, exist_ok=True)
        found = list(library.papers.many(papers))
        for paper, (name, text) in zip(found, markdown.write_vault(found, complete=complete), strict=True):
            atomic.write(_free(target / name, paper), text)
            count += 1
    return count


def _free(path: Path, paper: Paper) -> Path:
    """Return `path`, or it with the first number that no foreign file has."""

    def own(file: Path) -> bool:
        head = file.read_text(encoding="utf-8", errors="replace")[:20_000]
        return f"\nkey: {paper.key}\n" in head or bool(paper.uid and paper.uid in head)

    number, found = 1, path
    while found.exists() and not own(found):
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found


def to_stream(stream: TextIO, text: Iterable[str]) -> None:
    """Write pieces of text to an open stream, such as standard output."""
    stream.writelines(text)
    stream.flush()

"""The command `add`; on a terminal it offers what services know by a title, and the user says which is meant."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from readinglist import paths
from readinglist.cli.adding import pdf_files
from readinglist.cli.open_library import opened
from readinglist.cli.options import minding_limit
from readinglist.cli.output import printable, put, put_json, say
from readinglist.core.errors import Exit, Problem
from readinglist.flows import adding, importing, mixture, network, typed
from readinglist.flows.finding import titled
from readinglist.flows.importing.report import ADDED, REJECTED, Report
from readinglist.flows.typed import Typed
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.settings import Settings

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Lookup


@click.command(help=_("Add papers: ids, addresses, PDFs, folders of PDFs, references in any format, or “a title”."))
@click.argument("what", nargs=-1)
@click.option("--title", "titles", multiple=True, metavar="TEXT", help=_("A title, whatever it looks like."))
@click.option("--status", metavar="STATUS", help=_("The status to begin with, instead of the usual one."))
@click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("A tag for them; may be given several times."))
@click.option("--why", metavar="TEXT", help=_("From whom, for what: one line."))
@click.option("--offline", is_flag=True, help=_("Look nothing up on the network."))
@click.option("--json", "json_", is_flag=True, help=_("Write the report as JSON (see the manual)."))
@click.pass_context
def add(
    context: click.Context, what: tuple[str, ...], titles: tuple[str, ...], status: str | None, tags: tuple[str, ...],
    why: str | None, offline: bool, json_: bool,
) -> int:  # fmt: skip
    words, files = pdf_files.apart(what)
    settings = Settings()
    library = paths.library_file(context.find_root().obj)
    pdfs = pdf_files.read(files, pdf_files.folder(library, settings)) if files else []
    lines = [*mixture.given(words), *(typed.titled(title) for title in titles), *pdfs]
    if not lines:
        raise typed.nothing()
    for line in lines:
        if isinstance(line, Typed):
            typed.say(line, tags, why=why)
    lookup = network.lookup(settings, offline=offline)
    report = _added(context, lines, status, lookup, ask=not json_ and someone_is_there())
    if json_:
        put_json(report.as_json())
    else:
        kept = [record for record in report.records if record.result != REJECTED]
        put(*(f"{record.paper}\t{record.title}" for record in kept))
        say(*(f"{record.title}: {record.reason}" for record in kept if record.reason))
        lost = [record for record in report.records if record.result == REJECTED]
        say(*(f"{record.place}: {printable((record.raw or '').strip()[:60])}: {record.reason}" for record in lost))
        if lookup and not someone_is_there():
            say(*_how(lines, report))
    return Exit.PARTLY if report.count(REJECTED) else Exit.DONE


def _added(
    context: click.Context, lines: list[Typed | Problem], status: str | None, lookup: Lookup | None, *, ask: bool
) -> Report:
    """Add what there is to add; no library is made for nothing. With `ask` titles are looked up, to choose from."""
    if any(isinstance(line, Typed) for line in lines) or paths.library_file(context.find_root().obj).exists():
        library = opened(context, create=True)
        if lookup and ask:
            lines = _offered(library, lines, lookup)
        with minding_limit(library):
            report = adding.add(library, lines, status, lookup)
        pdf_files.let_open(library, lines, report)
        return report
    return importing.dry_run(None, [line for line in lines if isinstance(line, Problem)], only_looking=False)


def someone_is_there() -> bool:
    """Return whether a person sees what is offered and can answer: only then is anything asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _offered(library: Library, lines: Sequence[Typed | Problem], lookup: Lookup) -> list[Typed | Problem]:
    """Return the lines, each title that was looked up with the details that the user chose for it, if any."""
    return [
        _one_offered(library, line, lookup) if isinstance(line, Typed) and line.is_title else line for line in lines
    ]


def _one_offered(library: Library, line: Typed, lookup: Lookup) -> Typed:
    from readinglist.flows.lookup import candidates, described  # with the services

    same = titled(library, line.draft.title)
    here = next((one for one in same if not one.authors), None)
    (seen,) = importing.preview(library, [line.draft])
    if here is None and seen.paper is not None:
        return line  # it is here, with its details
    offered = candidates(lookup, line.draft.title)
    say(f"“{printable(line.draft.title)}”: {offered.in_words()}")
    for number, one in enumerate(offered.found, 1):
        assert one.draft is not None
        say(f"  {number}  {printable(one.draft.title)}", f"     {printable(described(one))}")
    details = offered.found[place].draft if (place := _answer(len(offered.found))) is not None else None
    if details is None:
        return line
    whole = typed.taken(line.draft, details)
    whole.uid = here.uid if here else None  # a title alone is too little to be known again by
    return Typed(whole)


def _answer(count: int) -> int | None:
    """Ask which of so many; return its place from 0, None for none of them, the end of the input and no count."""
    while count:
        say(_("Which one? 1-{n}, or Enter to keep only the title: ").format(n=count).rstrip())
        word = sys.stdin.readline().strip()
        if not word:
            return None
        if word.isascii() and word.isdigit() and 1 <= int(word) <= count:
            return int(word) - 1
    return None


def _how(lines: Sequence[Typed | Problem], report: Report) -> Iterator[str]:
    """Yield, for each title that was added as it stands, how to choose among what services know by it."""
    for line, record in zip(lines, report.records, strict=True):
        if isinstance(line, Typed) and line.is_title and record.result == ADDED:
            title = shlex.quote(line.draft.title)
            words = _("Only its title is known. To choose among what services find, on a terminal: {command}")
            yield f"{printable(line.draft.title)}: {words.format(command=f'readinglist add {printable(title)}')}"

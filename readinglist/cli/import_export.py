"""The commands `import`, `export` and `seeds`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from readinglist import paths
from readinglist.cli.open_library import opened
from readinglist.cli.options import minding_limit
from readinglist.cli.output import end_progress, printable, progress, put, put_json, say
from readinglist.cli.trouble import signals
from readinglist.core.errors import Exit
from readinglist.flows import exporting, importing
from readinglist.flows.files.copy_out import CopiedOut, copy_out
from readinglist.flows.finding import find
from readinglist.flows.importing import going_on, tag_mapping
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.flows.importing.report import Report
from readinglist.flows.importing.samples import add_seeds
from readinglist.flows.soundness import warning
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.settings import Settings

STANDARD = "-"


@click.command("import", help=_("Bring in papers from files, or from standard input (-), as one step."))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "format_", default="auto", metavar="NAME", help=_("What it is; auto looks at the content."))
@click.option("--map-tags", metavar="TAG=STATUS,...", help=_("Tags that are statuses; auto takes what looks like it."))
@click.option("--dry-run", is_flag=True, help=_("Only say what would happen."))
@click.option("--json", "json_", is_flag=True, help=_("Write the report as JSON (see the manual)."))
@click.pass_context
def import_(
    context: click.Context, files: tuple[str, ...], format_: str, map_tags: str | None, dry_run: bool, json_: bool
) -> int:
    given = [Input(name, sys.stdin.buffer if name == STANDARD else Path(name)) for name in files]
    tally = tag_mapping.Tally()
    with Sources(given, format_) as sources:
        source = going_on.source([None if name == STANDARD else Path(name) for name in files], format_, map_tags)
        library, report = _bring_in(context, sources, tally, map_tags, dry_run, source)
        taken_for = [source.taken_for() for source in sources.list]
    end_progress()
    if map_tags is None:
        _hint(tally.suggested(library))
    return _tell(report, taken_for, json_)


def _bring_in(
    context: click.Context,
    sources: Sources,
    tally: tag_mapping.Tally,
    map_tags: str | None,
    dry_run: bool,
    source: dict[str, Any],
) -> tuple[Library | None, Report]:
    """Import, or only look where that is wished or nothing is worth it: then no library is made."""
    worth, items = importing.peek(sources.records())
    looking = dry_run or not worth
    exists = paths.library_file(context.find_root().obj).exists()
    library = opened(context, create=not looking) if exists or not looking else None
    items = tally.watch(items)
    if map_tags is not None:
        lookup = tag_mapping.by_words(map_tags, library)
        items = tag_mapping.mapped(items, lookup, tag_mapping.statuses_of(library))
    if looking or library is None:
        return library, importing.dry_run(library, items, only_looking=dry_run)
    with minding_limit(library), signals.taking_back():
        report = importing.commit(library, items, progress=progress(), fraction=sources.fraction, source=source)
    return library, report


def _hint(suggested: dict[str, str]) -> None:
    """Say that some tags look like statuses, and how to take them for such."""
    if suggested:
        words = ",".join(f"{tag}={status}" for tag, status in suggested.items())
        say(_("Some tags look like statuses. To take them as such: --map-tags '{words}'").format(words=words))


def _tell(report: Report, taken_for: list[str], json_: bool) -> int:
    if json_:
        put_json(report.as_json())
    else:
        say(*taken_for)
        put(report.sentence())
        for record in report.records:
            if record.result == "rejected" or record.doubtful:
                name = record.key or record.title or printable((record.raw or "").strip()[:60])
                put(f"  {record.place}: {name}: {record.reason}")
    return Exit.PARTLY if report.count("rejected") else Exit.DONE


@click.command(help=_("Write the papers that match QUERY, or all, to a file or standard output."))
@click.argument("query", nargs=-1)
@click.option("--format", "format_", metavar="NAME", help=_("Which format; else the file's name says."))
@click.option("--complete", is_flag=True, help=_("Everything, private fields too, so that it can be imported again."))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    help=_("The file, or FOLDER/ for a folder of Markdown notes; without it, standard output."),
)
@click.option("--files", "folder", metavar="DIR", help=_("Copy the files of the papers there, named by file_names."))
@click.option("--sort", default="id", metavar="FIELDS", help=_("Order, such as -date,title."))
@click.pass_context
def export(
    context: click.Context, query: tuple[str, ...], format_: str | None, complete: bool, target: str | None,
    folder: str | None, sort: str,
) -> int:  # fmt: skip
    library = opened(context)
    ids = find(library, " ".join(query), sort)
    if said := warning(library, ids):
        say(said)
    done = _copy_files(library, ids, Path(folder)) if folder else CopiedOut()
    if not folder or format_ or target:
        _write(library, ids, format_, complete, target, done.copies)
    return Exit.PARTLY if done.refused else Exit.DONE


def _copy_files(library: Library, ids: Sequence[int], folder: Path) -> CopiedOut:
    """Copy files of papers, and say what could not be copied."""
    done = copy_out(library, ids, folder.absolute(), Settings().get("file_names"))
    say(*map(printable, done.refused))
    said = plural("{n} file copied to {path}.", "{n} files copied to {path}.", len(done.copies))
    say(said.replace("{path}", str(folder)))
    return done


def _write(
    library: Library, ids: Sequence[int], format_: str | None, complete: bool, target: str | None,
    copies: Mapping[str, Path],
) -> None:  # fmt: skip
    """Write papers as text, their files called by their copies where there are any."""
    if target and format_ in (None, "markdown") and exporting.is_folder(target):
        count = exporting.to_folder(library, Path(target), ids, complete=complete)
        say(plural("{n} note written to {path}.", "{n} notes written to {path}.", count).replace("{path}", target))
        return
    row = exporting.choose_format(format_, target)
    if target is None or target == STANDARD:
        exporting.to_stream(sys.stdout, exporting.pieces(library, ids, row, complete=complete, copies=copies))
        return
    text = exporting.pieces(library, ids, row, complete=complete, progress=progress(), copies=copies)
    exporting.to_file(Path(target), text)
    end_progress()
    written = plural("{n} paper written to {path} ({format}).", "{n} papers written to {path} ({format}).", len(ids))
    say(written.replace("{format}", _(row.label)).replace("{path}", target))


@click.command(help=_("Add the sample papers."))
@click.pass_context
def seeds(context: click.Context) -> None:
    with signals.taking_back():
        put(add_seeds(opened(context, create=True)).sentence())

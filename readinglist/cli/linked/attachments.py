"""The commands about files of papers: `attach` gives one to a paper, `files` shows how they stand."""

from __future__ import annotations

import sys

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import printable, put_fields, put_json, say
from readinglist.core.errors import Exit, Refused
from readinglist.core.paper import File
from readinglist.flows.files import attaching, found_again, states
from readinglist.flows.files.attaching import REFUSED, Attached
from readinglist.flows.files.copies import library_folder
from readinglist.flows.finding import find
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.settings import Settings


@click.command(help=_("Give files to a paper: linked where they are, or copied beside the library."))
@click.argument("paper", metavar="ID")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--copy", "way", flag_value="copy", help=_("Copy them beside the library, whatever the setting says."))
@click.option("--link", "way", flag_value="link", help=_("Leave them where they are, whatever the setting says."))
@click.option("--label", default="", metavar="TEXT", help=_("What to call them, such as “Supplement”."))
@click.option("--remove", is_flag=True, help=_("Take these off the paper; the files themselves stay."))
@json_option
@click.pass_context
def attach(
    context: click.Context, paper: str, files: tuple[str, ...], way: str | None, label: str, remove: bool,
    json_: bool,
) -> int:  # fmt: skip
    library = opened(context)
    number = library.papers.find(paper)
    if remove:
        gone = [_named(library, number, name) for name in files]
        library.files.remove([file.uid for file in gone], states.name_of(gone[0]))
        say(plural("{n} file taken off; it stays where it is.", "{n} files taken off; they stay where they are.",
                   len(gone)))  # fmt: skip
        return Exit.DONE
    copied = (way or Settings().get("attach_by")) == "copy"
    prepared = attaching.prepare(files, library_folder(library.path) if copied else None)
    results = attaching.attach(library, number, prepared, label)
    if json_:
        put_json({"id": number, "files": [_as_json(one) for one in results]})
    else:
        put_fields((one.result, one.file.path) for one in results if one.file is not None)
        say(*map(printable, attaching.in_words(results)))
    return Exit.PARTLY if any(one.result == REFUSED for one in results) else Exit.DONE


def _named(library: Library, paper: int, name: str) -> File:
    """Return the file of a paper that is called so: by its path, its uid, its name or its label. Raises Refused."""
    path = attaching.path_of(name)
    for file in library.files.of(paper):
        if path == file.path or name in (file.uid, file.path, states.name_of(file), file.path.rpartition("/")[2]):
            return file
    raise Refused(_("This paper has no file {file}.").format(file=name), safe=_("Nothing was changed."))


def _as_json(one: Attached) -> dict[str, object]:
    file = one.file
    also = [{"id": number, "title": title} for number, title in one.also_on]
    return {
        "path": file.path if file else one.given,
        "result": one.result,
        "reason": one.reason or None,
        "uid": file.uid if file else None,
        "kind": file.kind if file else None,
        "title": file.title if file else None,
        "sha256": file.sha256 if file else None,
        "size": file.size if file else None,
        "also_on": also,
    }


@click.command(
    help=_("Show the files of the papers that match QUERY, or of all: which are missing, and where they were.")
)
@click.argument("query", nargs=-1)
@click.option("--missing", is_flag=True, help=_("Only those that are not where they were."))
@click.option("--find", "find_", is_flag=True, help=_("Look for those that were moved, and keep where they are."))
@click.option("--index", "index_", is_flag=True, help=_("Read PDFs that were not read yet, so that text: finds them."))
@click.option("--rebuild", is_flag=True, help=_("With --index: read all of them again."))
@json_option
@click.pass_context
def files(
    context: click.Context, query: tuple[str, ...], missing: bool, find_: bool, index_: bool, rebuild: bool, json_: bool
) -> int:
    library = opened(context)
    if rebuild and not index_:
        raise click.UsageError(_("--rebuild goes with --index."), context)
    if index_:
        return _index(library, rebuild)
    kept = library.files.all(find(library, " ".join(query)))
    if find_:
        found = found_again.find_again(library, [one.file for one in kept])
        found_again.keep(library, [one.file for one in kept], found)
        kept = library.files.all([one.paper for one in kept])
        say(plural("{n} file found again.", "{n} files found again.", len(found)))
    rows = [(one.paper, states.state_of(one.file)) for one in kept]
    lost = sum(state.missing for _paper, state in rows)
    if missing:
        rows = [row for row in rows if row[1].missing]
    if json_:
        put_json([
            {"paper": paper, "uid": state.file.uid, "path": state.file.path, "kind": state.file.kind,
             "title": state.file.title, "sha256": state.file.sha256, "size": state.bytes, "missing": state.missing}
            for paper, state in rows
        ])  # fmt: skip
    else:
        put_fields((str(paper), _("missing") if state.missing else "", state.file.path) for paper, state in rows)
        if lost and not missing:
            say(plural("{n} file is missing; 'readinglist files --find' looks for it.",
                       "{n} files are missing; 'readinglist files --find' looks for them.", lost))  # fmt: skip
    return Exit.PARTLY if lost else Exit.DONE


def _index(library: Library, rebuild: bool) -> int:
    """Read the words of PDFs, and say of each that cannot be read why."""
    from readinglist.flows.files.indexing import index_all  # only here anything reads PDFs
    from readinglist.pdf.trouble import Unreadable

    if rebuild:
        library.full_text.forget()
    count = index_all(library, _left if sys.stderr.isatty() else lambda _left: None)
    troubles = library.full_text.troubles()
    for _paper, file in library.files.all():
        if file.sha256 in troubles:
            say(f"{printable(file.path)}: {Unreadable(troubles[file.sha256])}")
    say(plural("{n} file read.", "{n} files read.", count))
    return Exit.PARTLY if troubles else Exit.DONE


def _left(count: int) -> None:
    words = plural("{n} file left", "{n} files left", count)
    sys.stderr.write(f"\r{words}\x1b[K")
    sys.stderr.flush()

"""Arguments and options that several commands share, and commands that do one thing to the papers named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from readinglist.cli.open_library import opened
from readinglist.cli.output import put, say
from readinglist.flows.finding import named
from readinglist.i18n import _
from readinglist.library.library import Library

papers_argument = click.argument("papers", metavar="ID...", nargs=-1, required=True)
json_option = click.option("--json", "json_", is_flag=True, help=_("Write JSON (see the manual)."))


@contextmanager
def minding_limit(library: Library) -> Iterator[None]:
    """Say on standard error when what is done meanwhile takes papers in progress past the limit, and what to do."""
    from readinglist.flows import in_progress  # with the settings: commands that only look need neither
    from readinglist.settings import Settings

    before = library.ranking_facts.in_progress()
    yield
    passed = in_progress.passed(library, Settings(), len(before))
    if passed is not None:
        named = "\n".join(f"  {paper.id}  {paper.title}" for paper in library.papers.many(passed.papers))
        say(passed.words, _("Put one down with 'readinglist reading pause ID':"), named)


def on_papers(
    group: click.Group, name: str, do: Callable[[Library, Sequence[int]], list[int] | None], help_: str,
    said: Callable[[int], str],
) -> None:  # fmt: skip
    """Give `group` a command that does `do` to the papers named, and says so in the words that `said` has for so many.

    So many are the papers that `do` returns, or all that were named.
    """

    @group.command(name, help=help_)
    @papers_argument
    @click.pass_context
    def run(context: click.Context, papers: tuple[str, ...]) -> None:
        library = opened(context)
        ids = named(library, papers)
        with minding_limit(library):
            done = do(library, ids)
        put(said(len(ids if done is None else done)))

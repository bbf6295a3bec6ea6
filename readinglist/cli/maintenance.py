"""The commands `check` and `config`."""

from __future__ import annotations

from pathlib import Path

import click

from readinglist import paths
from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_json, say
from readinglist.core.errors import Damaged, Exit, WrongUsage
from readinglist.flows.disk_errors import in_words
from readinglist.i18n import _, plural
from readinglist.settings import SETTINGS, Settings, known


@click.command(help=_("Check the library for damage: the file, every row's checksum, the totals, the search index."))
@click.option("--repair", is_flag=True, help=_("Rebuild what can be rebuilt. Your papers are never touched."))
@click.option("-o", "--output", metavar="NEW", help=_("With --repair: a new library of all that can be read."))
@click.option("--thorough", is_flag=True, help=_("Compare the search index word by word, which takes longer."))
@click.option("--keep", multiple=True, metavar="ROW", help=_("A damaged row is right as it stands (all: every one)."))
@click.option("--older", multiple=True, metavar="ROW", help=_("A damaged row gets what it held before."))
@click.option("--from", "copy", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help=_("A copy of the library that has the older values."))  # fmt: skip
@json_option
@click.pass_context
def check(
    context: click.Context,
    repair: bool,
    output: str | None,
    thorough: bool,
    keep: tuple[str, ...],
    older: tuple[str, ...],
    copy: str | None,
    json_: bool,
) -> int:
    from readinglist.flows import soundness
    from readinglist.library.check import check as look_over

    if output is not None:
        return _salvaged(context, repair, output, json_)
    try:
        library = opened(context)
    except Damaged as problem:
        from readinglist.cli.safety import salvage  # only where something is broken

        return salvage.unopened(paths.library_file(context.find_root().obj), problem, json_)
    for line in soundness.decide(library, keep, older, Path(copy) if copy else None):
        say(line)
    found = look_over(library, repair=repair, thorough=thorough)
    if json_:
        rows = [{"table": table, "row": row} for table, row in found.rows]
        put_json({"sound": found.sound, "papers": found.papers, "damage": found.damage, "rows": rows,
                  "index": found.index, "repaired": found.repaired})  # fmt: skip
    else:
        put(*found.repaired, *found.damage, *found.index)
        if found.sound:
            put(plural("{n} paper, all sound.", "{n} papers, all sound.", found.papers))
        elif found.rows:
            table, key = found.rows[0]
            say(_("'readinglist check --keep {row}' says that it is right as it stands, '--older {row}' gives it what "
                  "it held.").format(row=f"{table}:{key}"))  # fmt: skip
        elif found.index and not repair:
            say(_("'readinglist check --repair' rebuilds the search index."))
    return Exit.DONE if found.sound else Exit.DAMAGED


def _salvaged(context: click.Context, repair: bool, output: str, json_: bool) -> int:
    """Make a new library of what can be read of this one."""
    if not repair:
        raise WrongUsage(_("-o goes with --repair."))
    from readinglist.cli.safety import salvage  # only where something is broken

    return salvage.into(paths.library_file(context.find_root().obj), Path(output), json_)


@click.command(help=_("Show all settings, or one; with VALUE, set it."))
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option("--reset", is_flag=True, help=_("Go back to the default."))
@json_option
def config(key: str | None, value: str | None, reset: bool, json_: bool) -> None:
    settings = Settings()
    if settings.problem:
        say(settings.problem)
    if key is None:
        _put_settings(settings, json_)
    elif value is None and not reset:
        shown = _get(settings, key)
        put_json(shown) if json_ else put(_word(shown))
    else:
        _change(settings, key, None if reset else value)


def _put_settings(settings: Settings, json_: bool) -> None:
    values = {row.key: settings.get(row.key) for row in SETTINGS if row.shown}
    if json_:
        put_json(values)
    else:
        put(*(f"{key} = {_word(value)}" for key, value in values.items()))


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _get(settings: Settings, key: str) -> object:
    try:
        return settings.get(key)
    except KeyError as problem:
        raise WrongUsage(str(problem.args[0])) from None


def _change(settings: Settings, key: str, text: str | None) -> None:
    _get(settings, key)
    with in_words(settings.path):
        if text is None:
            settings.reset(key)
            return
        try:
            value = known(key).parse(text)
        except ValueError as problem:
            raise WrongUsage(str(problem)) from None
        settings.set(key, value)

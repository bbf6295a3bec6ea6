"""The command line: finds the command, runs it, turns what went wrong into words and an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, cast

import click

from readinglist import __version__, log_file
from readinglist.cli.commands import BY_NAME, COMMANDS
from readinglist.cli.output import say
from readinglist.cli.trouble import signals
from readinglist.core.errors import Cancelled, Exit, Refused
from readinglist.core.slips import nearest
from readinglist.i18n import _

STOPPED_BY = 128  # and the signal's number, as a shell reports it: 130 for Ctrl+C


class _ReaderGone(Exception):
    """Nobody reads our output any more; click would turn the BrokenPipeError itself into an exit code of its own."""


class Lazy(click.Group):
    """The group of all commands, each imported when it is asked for; the list of them comes from the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [command.name for command in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        row = BY_NAME.get(cmd_name)
        if row is None:
            return None
        module, _colon, function = row.place.partition(":")
        return cast(click.Command, getattr(importlib.import_module(f"readinglist.cli.{module}"), function))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in BY_NAME and not args[0].startswith("-"):
            near, slips = nearest(args[0][:40], BY_NAME)
            hint = _(" Did you mean {name}?").format(name=near) if slips <= 2 and slips < len(args[0]) else ""
            raise click.UsageError(_("There is no command called {name}.").format(name=args[0]) + hint, ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _ReaderGone from None
        except Exception as problem:
            said = _in_words(problem, ctx.obj)
            if said is None:
                raise
            raise said from problem

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(command.name, _(command.help)) for command in COMMANDS])


def _in_words(problem: Exception, library: str | None) -> Refused | None:
    """Return what SQLite's error while reading means; writing happens in steps, which say it themselves."""
    if not type(problem).__module__.startswith("sqlite3"):
        return None
    from readinglist import paths
    from readinglist.library.file.connection import in_words

    return in_words(problem, paths.library_file(library))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--library", metavar="PATH", help=_("The library to use, instead of $READINGLIST_LIBRARY or your own."))
@click.version_option(__version__, prog_name="Reading List", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context, library: str | None) -> None:
    """Reading List: what to read next, what you thought of it, what you have read.

    Without a command it opens the window. Results go to standard output, messages to standard error.
    """
    context.obj = library


def main(argv: list[str] | None = None) -> int:
    """Run the command that `argv` (without the program's name) asks for. Returns its exit code, never raises."""
    _prepare_streams()
    try:
        result: Any = commands.main(args=argv, prog_name="readinglist", standalone_mode=False)
        sys.stdout.flush()
        return int(result) if isinstance(result, int) else Exit.DONE
    except (BrokenPipeError, _ReaderGone):
        return _close_quietly()
    except Exception as problem:  # noqa: BLE001  # the last place where anything can be said in words
        return _failed(problem)
    except KeyboardInterrupt:
        return _stopped()


def _failed(problem: Exception) -> int:
    """Say what went wrong and return the exit code for it."""
    if signals.received():  # SQLite may have made an error of its own of the interruption
        return _stopped()
    if isinstance(problem, click.UsageError):
        return _usage(problem)
    if isinstance(problem, click.ClickException):
        say(problem.format_message())
        return int(Exit.PARTLY)
    if isinstance(problem, click.exceptions.Exit):
        return problem.exit_code
    if isinstance(problem, Cancelled | click.Abort):
        return _stopped()
    if isinstance(problem, OSError):
        problem = _not_written(problem)
    elif isinstance(problem, Refused):
        problem = _with_what_was_done(problem)
    else:
        problem = _damage_behind(problem) or problem
    if isinstance(problem, Refused):
        marked = getattr(problem, "marked", "")
        say(*(part for part in (problem.what, marked, problem.safe, problem.do) if part))
        return int(problem.code)
    log_file.bug(problem)
    if log_file.debugging():
        import traceback

        traceback.print_exception(problem)
    say(
        _("Reading List made a mistake of its own: {kind}: {words}").format(kind=type(problem).__name__, words=problem),
        _("The step it was in was taken back; everything saved before is kept."),
        _("Run it again with {name}=1 to see where, and report that.").format(name=log_file.DEBUG),
    )
    return int(Exit.PARTLY)


def _with_what_was_done(problem: Refused) -> Refused:
    """Say so where the command had changed something before it was refused the rest."""
    from readinglist.cli import open_library
    from readinglist.core.errors import Uncertain

    if open_library.changes and not isinstance(problem, Uncertain):
        problem.safe = _("What the command did before is in the library ('readinglist history' shows it).")
    return problem


def _not_written(problem: OSError) -> Refused:
    """Say that a file or the report could not be written, and what came of the command itself."""
    from readinglist.cli import open_library
    from readinglist.flows.disk_errors import refused

    safe = ""
    if open_library.changes:
        safe = _("What the command did is in the library ('readinglist history' shows it); only the rest is missing.")
    elif problem.filename is None:
        safe = _("Your library was not changed.")
    return refused(problem, problem.filename or _("standard output"), safe)


def _damage_behind(problem: Exception) -> Refused | None:
    """Return what to say where a damaged row is behind an error that nobody foresaw; None where it is our mistake."""
    from readinglist.cli import open_library
    from readinglist.core.errors import Damaged
    from readinglist.library.check import check
    from readinglist.library.library import Library

    try:
        with Library.open(open_library.places[-1], readonly=True) as library:
            damage = check(library).damage
    except Refused as said:
        return said
    except Exception:  # noqa: BLE001  # nothing was opened, or it cannot even be looked at: the first error counts
        return None
    if not damage:
        return None
    return Damaged(
        _("The library is damaged, and this could not be done: {what}").format(what=damage[0]),
        safe=_("The step it was in was taken back; everything saved before is kept."),
        do=_("Run 'readinglist check', which names what is damaged and how to set it right."),
    )


def _usage(problem: click.UsageError) -> int:
    say(problem.format_message())
    if problem.ctx is not None:
        say(_("Try '{command} --help'.").format(command=problem.ctx.command_path))
    return int(Exit.USAGE)


def _stopped() -> int:
    say(_("Stopped. What had been begun was taken back."))
    return STOPPED_BY + (signals.received() or 2)


def _close_quietly() -> int:
    """The reader of our output went away: nothing to say, and nothing may be said when Python ends either."""
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError):  # no real stream, as in a test
        sys.stdout = sys.__stdout__
    return int(Exit.DONE)


def _prepare_streams() -> None:
    """JSON and papers are UTF-8 whatever the locale; what a terminal cannot show is replaced, never a crash.

    Streams that were closed before we came (`>&-`) lead nowhere: nobody wants to read them. They keep their numbers,
    lest a file of ours gets one and is written into.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
            setattr(sys, name, os.fdopen(null, "w" if number else "r"))
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)

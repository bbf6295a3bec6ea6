"""The command `listen`: what browser extensions save comes into the library, without a window."""

from __future__ import annotations

import queue

import click

from readinglist.cli.open_library import opened
from readinglist.cli.output import printable, put, say
from readinglist.cli.trouble import signals
from readinglist.core.errors import Exit
from readinglist.flows.browser.begin import begun
from readinglist.flows.browser.deeds import Told
from readinglist.flows.safety import backups
from readinglist.i18n import _
from readinglist.settings import Settings


@click.command(help=_("Save what browser extensions send, until Ctrl+C."))
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="N", help=_("The port, instead of the one in the settings.")
)
@click.pass_context
def listen(context: click.Context, port: int | None) -> int:
    library = opened(context, create=True)
    heard: queue.SimpleQueue[Told | str] = queue.SimpleQueue()
    wanted = Settings().get("listen_port") if port is None else port
    listener = begun(library.another, library.path, wanted, heard.put, heard.put)
    say(_("Listening on {places}. Ctrl+C ends it.").format(places=", ".join(listener.addresses())))
    try:
        with signals.taking_back():
            while True:
                _say(heard.get())
    except KeyboardInterrupt:
        say(_("No longer listening."))
    finally:
        listener.stop()
        if backups.are_on() and backups.is_old(library):
            backups.begin_if_due(library, "exit")
    return Exit.DONE


def _say(told: Told | str) -> None:
    if isinstance(told, str):
        say(told)
    elif told.stored is not None:
        put(
            *(
                f"{paper}\t{printable(title)}"
                for paper, title in zip(told.stored.papers, told.stored.titles, strict=True)
            )
        )
        say(told.stored.in_words())

"""The command `doctor`: what one is asked for when something is wrong, to be read before it is sent anywhere."""

from __future__ import annotations

import click

from readinglist import paths
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_json
from readinglist.flows import diagnosis
from readinglist.i18n import _


@click.command(help=_("Show versions, places, the library's state and the last error; no titles, no names."))
@json_option
@click.pass_context
def doctor(context: click.Context, json_: bool) -> None:
    found = diagnosis.diagnosis(paths.library_file(context.find_root().obj))
    put_json(found) if json_ else put(*diagnosis.lines(found))

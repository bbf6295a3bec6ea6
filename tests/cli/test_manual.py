"""The manual names every command, option, key, exit code and setting there is, and none that is not."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from readinglist.cli.commands import COMMANDS
from readinglist.cli.main import commands
from readinglist.core.contract import KEYS, MORE_KEYS
from readinglist.core.errors import Exit
from readinglist.flows.importing import dry_run
from readinglist.settings import SETTINGS

TERMS = ("total", "priority", "deadline", "taste", "time", "unlocks", "age", "skips")
MANUAL = Path(__file__).parents[2] / "docs" / "manual"
PAGE = (MANUAL / "commands.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)[^`]*` \| (.*) \|$", PAGE, re.MULTILINE))


def options(command: click.Command) -> set[str]:
    found = {name for parameter in command.params for name in parameter.opts if name.startswith("-")}
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            found |= options(inner)
    return found - {"--output"}  # the long twin of -o


def command(name: str) -> click.Command:
    context = click.Context(commands)
    found = commands.get_command(context, name)
    assert found is not None
    return found


def test_the_manual_has_the_commands_of_the_table() -> None:
    assert set(ROWS) == {row.name for row in COMMANDS}


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_the_manual_has_the_options_of_each_command(row: object) -> None:
    name = str(getattr(row, "name"))  # noqa: B009
    said = set(re.findall(r"(?<![\w-])--[a-z][\w-]*|(?<=`)-[a-z]\b", ROWS[name]))
    assert said == options(command(name))


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_the_table_says_what_the_command_says(row: object) -> None:
    name, words = str(getattr(row, "name")), str(getattr(row, "help"))  # noqa: B009
    assert command(name).name == name
    assert words.endswith(".")
    assert command(name).help


def test_the_manual_has_every_exit_code() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    assert codes == {int(code) for code in Exit} | {130}


def test_the_manual_has_every_key_of_the_contract() -> None:
    text = (MANUAL / "json.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
    keys = [key for cell in table for key in re.findall(r"`(\w+)`", cell)]
    assert keys == list(KEYS)
    assert all(f"`{key}`" in text for key in MORE_KEYS)
    assert all(f'"{key}"' in text for key in (*TERMS, *dry_run(None, []).as_json()))


def test_the_manual_has_every_setting() -> None:
    text = (MANUAL / "settings.md").read_text(encoding="utf-8")
    wanted = [
        f"| `{s.key}` | {s.allowed()} | {str(s.default).lower()} | {s.doc} |" for s in SETTINGS if s.shown
    ]  # fmt: skip
    assert re.findall(r"^\| `.*", text, re.MULTILINE) == wanted

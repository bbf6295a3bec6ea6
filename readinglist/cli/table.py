"""The table of commands: each one's name, where it lives and a line of help; leaves loading them to `cli.main`."""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.i18n import mark


@dataclass(frozen=True, slots=True)
class Command:
    """One row. `place` is `module:function` in `readinglist.cli`, imported when the command is first asked for."""

    name: str
    place: str
    help: str


COMMANDS: tuple[Command, ...] = (
    Command("add", "adding:add", mark("Add papers by identifier, address or title.")),
    Command("check", "upkeep:check", mark("Look the library over for damage.")),
    Command("config", "upkeep:config", mark("Show or change settings.")),
    Command("export", "transfer:export", mark("Write papers to a file or standard output.")),
    Command("history", "history:history", mark("Show what was done, newest first.")),
    Command("import", "transfer:import_", mark("Bring in papers from files or standard input.")),
    Command("list", "reading:list_", mark("List papers.")),
    Command("next", "reading:next_", mark("Show what to read next, with reasons.")),
    Command("note", "editing:note", mark("Print, append to or edit a paper's note.")),
    Command("queue", "queue:queue", mark("Show or change Up next.")),
    Command("redo", "history:redo", mark("Do again what was undone last.")),
    Command("seeds", "transfer:seeds", mark("Add the sample papers.")),
    Command("set", "editing:set_", mark("Set fields of papers.")),
    Command("show", "reading:show", mark("Show one paper.")),
    Command("undo", "history:undo", mark("Take back the newest step.")),
)
BY_NAME = {command.name: command for command in COMMANDS}

"""The table of commands: each one's name, where it lives and a line of help."""

from __future__ import annotations

from typing import NamedTuple

from readinglist.i18n import mark


class Command(NamedTuple):
    """One row. `place` is `module:function` in `readinglist.cli`, imported when the command is first asked for."""

    name: str
    place: str
    help: str


COMMANDS: tuple[Command, ...] = (
    Command("add", "adding.add:add", mark("Add papers by identifier, address or title.")),
    Command("arrivals", "services.arrivals:arrivals", mark("Show what arrived from feeds; save or skip it.")),
    Command("attach", "linked.attachments:attach", mark("Give files to a paper.")),
    Command("backup", "safety.backup:backup", mark("Make a backup, or list them.")),
    Command("check", "maintenance:check", mark("Check the library for damage.")),
    Command("cite", "linked.citing:cite", mark("Write formatted references.")),
    Command("config", "maintenance:config", mark("Show or change settings.")),
    Command("doctor", "trouble.doctor:doctor", mark("Show versions, places and the last error, for a report.")),
    Command("due", "due:due", mark("Show what is due; due dates of tags; a calendar file.")),
    Command("duplicates", "merge:duplicates", mark("List papers that may be twice.")),
    Command("export", "import_export:export", mark("Write papers to a file or standard output.")),
    Command("files", "linked.attachments:files", mark("Show the files of papers, and find moved ones.")),
    Command("history", "history:history", mark("Show what was done, newest first.")),
    Command("import", "import_export:import_", mark("Bring in papers from files or standard input.")),
    Command("links", "linked.links:links", mark("Show what a paper links to, and what links to it.")),
    Command("list", "show:list_", mark("List papers.")),
    Command("listen", "listen:listen", mark("Save what browser extensions send, until Ctrl+C.")),
    Command("log", "reading_log:reading_log", mark("Show what you have read, by date.")),
    Command("merge", "merge:merge", mark("Merge papers into one.")),
    Command("news", "services.refresh:news", mark("Show what became of papers since you read them.")),
    Command("next", "next_up:next_", mark("Show what to read next, with reasons.")),
    Command("note", "editing:note", mark("Print, append to or edit a paper's note.")),
    Command("open", "linked.links:open_", mark("Open a paper's file, or its link.")),
    Command("path", "linked.citations:path_", mark("Show what to read before a paper.")),
    Command("queue", "queue:queue", mark("Show or change Up next.")),
    Command("random", "next_up:random_", mark("Pick a waiting paper at random.")),
    Command("reading", "reading_log:reading", mark("Start, pause, finish and log readings of papers.")),
    Command("redo", "history:redo", mark("Redo what was undone last.")),
    Command("references", "linked.citations:references", mark("Ask services what papers cite, and keep it.")),
    Command("refresh", "services.refresh:refresh", mark("Ask services for details, differences first.")),
    Command("restore", "safety.restore:restore", mark("Bring the library, or one paper, back from a backup.")),
    Command("review", "next_up:review", mark("Look through what has waited longest.")),
    Command("seeds", "import_export:seeds", mark("Add the sample papers.")),
    Command("set", "editing:set_", mark("Set fields of papers.")),
    Command("show", "show:show", mark("Show one paper.")),
    Command("stats", "statistics:stats", mark("Count what you have read.")),
    Command("status", "status:status", mark("Show statuses, or add and change your own.")),
    Command("suggestion", "next_up:suggestion", mark("Take, start, snooze, skip or reject suggestions.")),
    Command("undo", "history:undo", mark("Take back the newest step.")),
    Command("unfinished", "trouble.unfinished:unfinished", mark("What was stopped half way: go on, or take it back.")),
)
BY_NAME = {command.name: command for command in COMMANDS}

"""The names of all steps that change the library, and how a person reads them in the history."""

from __future__ import annotations

from enum import StrEnum

from readinglist.i18n import _, mark, plural


class Op(StrEnum):
    """The name of a step; stored in the journal, so a value never changes."""

    ADD = "add"
    IMPORT = "import"
    SEEDS = "seeds"
    EDIT = "edit"
    SET_STATUS = "set_status"
    SET_PRIORITY = "set_priority"
    SET_RATING = "set_rating"
    SET_DUE = "set_due"
    SET_SNOOZE = "set_snooze"
    SET_PROGRESS = "set_progress"
    TAG = "tag"
    EDIT_TAG = "edit_tag"
    NOTE = "note"
    QUEUE_ADD = "queue_add"
    QUEUE_REMOVE = "queue_remove"
    QUEUE_MOVE = "queue_move"
    TRASH = "trash"
    RESTORE = "restore"
    DELETE = "delete"
    MERGE = "merge"
    READING = "reading"
    EDIT_STATUS = "edit_status"
    SAVE_SEARCH = "save_search"
    EDIT_SEARCH = "edit_search"
    ATTACH = "attach"
    EDIT_FILE = "edit_file"
    REMOVE_FILE = "remove_file"
    FILE_FACTS = "file_facts"
    HIGHLIGHT = "highlight"
    SETTING = "setting"
    REPAIR = "repair"
    TAKE = "take"
    SKIP = "skip"
    REJECT = "reject"
    WELCOME = "welcome"
    REVIEW = "review"
    PICK = "pick"
    TAG_DUE = "tag_due"
    LINK = "link"
    EDIT_QUEUE = "edit_queue"
    SET_APART = "set_apart"
    REFRESH = "refresh"
    REFERENCES = "references"
    NEWS = "news"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    ARRIVALS = "arrivals"
    SAVE_ARRIVAL = "save_arrival"
    SKIP_ARRIVAL = "skip_arrival"


# What the program notes by itself: no deed of the user's, so neither undone nor listed among those.
ASIDE = frozenset({Op.FILE_FACTS, Op.ARRIVALS})

# (one, many); {n} is the count, {what} the step's detail.
_NAMES: dict[Op, tuple[str, str]] = {
    Op.ADD: (mark("Add {n} paper"), mark("Add {n} papers")),
    Op.IMPORT: (mark("Import {n} paper"), mark("Import {n} papers")),
    Op.SEEDS: (mark("Add {n} sample paper"), mark("Add {n} sample papers")),
    Op.EDIT: (mark("Edit {what} of {n} paper"), mark("Edit {what} of {n} papers")),
    Op.SET_STATUS: (mark("Mark {n} paper as {what}"), mark("Mark {n} papers as {what}")),
    Op.SET_PRIORITY: (mark("Set priority of {n} paper to {what}"), mark("Set priority of {n} papers to {what}")),
    Op.SET_RATING: (mark("Rate {n} paper {what}"), mark("Rate {n} papers {what}")),
    Op.SET_DUE: (mark("Set due date of {n} paper"), mark("Set due date of {n} papers")),
    Op.SET_SNOOZE: (mark("Snooze {n} paper"), mark("Snooze {n} papers")),
    Op.SET_PROGRESS: (mark("Set progress of {n} paper"), mark("Set progress of {n} papers")),
    Op.TAG: (mark("Tag {n} paper {what}"), mark("Tag {n} papers {what}")),
    Op.EDIT_TAG: (mark("Edit tag {what}"), mark("Edit tag {what}")),
    Op.NOTE: (mark("Edit a note"), mark("Edit {n} notes")),
    Op.QUEUE_ADD: (mark("Queue {n} paper"), mark("Queue {n} papers")),
    Op.QUEUE_REMOVE: (mark("Take {n} paper out of Up next"), mark("Take {n} papers out of Up next")),
    Op.QUEUE_MOVE: (mark("Move {n} paper in Up next"), mark("Move {n} papers in Up next")),
    Op.TRASH: (mark("Delete {n} paper"), mark("Delete {n} papers")),
    Op.RESTORE: (mark("Restore {n} paper"), mark("Restore {n} papers")),
    Op.DELETE: (mark("Delete {n} paper for good"), mark("Delete {n} papers for good")),
    Op.MERGE: (mark("Merge {n} paper"), mark("Merge {n} papers")),
    Op.READING: (mark("Edit readings of {n} paper"), mark("Edit readings of {n} papers")),
    Op.EDIT_STATUS: (mark("Edit status {what}"), mark("Edit status {what}")),
    Op.SAVE_SEARCH: (mark("Save search {what}"), mark("Save search {what}")),
    Op.EDIT_SEARCH: (mark("Edit saved search {what}"), mark("Edit saved search {what}")),
    Op.ATTACH: (mark("Attach {n} file"), mark("Attach {n} files")),
    Op.EDIT_FILE: (mark("Rename a file of {n} paper"), mark("Rename files of {n} papers")),
    Op.REMOVE_FILE: (mark("Remove {n} file from its paper"), mark("Remove {n} files from their papers")),
    Op.FILE_FACTS: (
        mark("Note where {n} file is and what it holds"),
        mark("Note where {n} files are and what they hold"),
    ),
    Op.HIGHLIGHT: (mark("Edit {n} highlight"), mark("Edit {n} highlights")),
    Op.SETTING: (mark("Change a setting of the library"), mark("Change {n} settings of the library")),
    Op.REPAIR: (mark("Repair {n} record"), mark("Repair {n} records")),
    Op.TAKE: (mark("Take {n} suggestion"), mark("Take {n} suggestions")),
    Op.SKIP: (mark("Skip {n} suggestion"), mark("Skip {n} suggestions")),
    Op.REJECT: (mark("Reject {n} suggestion"), mark("Reject {n} suggestions")),
    Op.WELCOME: (mark("Suggest {n} paper again"), mark("Suggest {n} papers again")),
    Op.REVIEW: (mark("Keep {n} paper in the review"), mark("Keep {n} papers in the review")),
    Op.PICK: (mark("Pick {n} paper at random"), mark("Pick {n} papers at random")),
    Op.TAG_DUE: (mark("Set due date of tag {what}"), mark("Set due date of tag {what}")),
    Op.LINK: (mark("Link {n} paper"), mark("Link {n} papers")),
    Op.EDIT_QUEUE: (mark("Edit queue {what}"), mark("Edit queue {what}")),
    Op.SET_APART: (mark("Mark {n} paper as no duplicate"), mark("Mark {n} papers as no duplicates")),
    Op.REFRESH: (mark("Refresh {n} paper"), mark("Refresh {n} papers")),
    Op.REFERENCES: (mark("Look up references of {n} paper"), mark("Look up references of {n} papers")),
    Op.NEWS: (mark("Note what became of {n} paper"), mark("Note what became of {n} papers")),
    Op.SUBSCRIBE: (mark("Subscribe to {what}"), mark("Subscribe to {what}")),
    Op.UNSUBSCRIBE: (mark("Unsubscribe from {what}"), mark("Unsubscribe from {what}")),
    Op.ARRIVALS: (mark("Fetch {n} arrival"), mark("Fetch {n} arrivals")),
    Op.SAVE_ARRIVAL: (mark("Save {n} arrival"), mark("Save {n} arrivals")),
    Op.SKIP_ARRIVAL: (mark("Skip {n} arrival"), mark("Skip {n} arrivals")),
}

# What is done to a single paper, by its title.
_NAMED: dict[Op, str] = {
    Op.ADD: mark("Add “{paper}”"),
    Op.IMPORT: mark("Import “{paper}”"),
    Op.EDIT: mark("Edit {what} of “{paper}”"),
    Op.SET_STATUS: mark("Mark “{paper}” as {what}"),
    Op.SET_PRIORITY: mark("Set priority of “{paper}” to {what}"),
    Op.SET_RATING: mark("Rate “{paper}” {what}"),
    Op.SET_DUE: mark("Set due date of “{paper}”"),
    Op.SET_SNOOZE: mark("Snooze “{paper}”"),
    Op.SET_PROGRESS: mark("Set progress of “{paper}”"),
    Op.TAG: mark("Tag “{paper}” {what}"),
    Op.NOTE: mark("Edit the note of “{paper}”"),
    Op.QUEUE_ADD: mark("Queue “{paper}”"),
    Op.QUEUE_REMOVE: mark("Take “{paper}” out of Up next"),
    Op.QUEUE_MOVE: mark("Move “{paper}” in Up next"),
    Op.TRASH: mark("Delete “{paper}”"),
    Op.RESTORE: mark("Restore “{paper}”"),
    Op.DELETE: mark("Delete “{paper}” for good"),
    Op.READING: mark("Edit readings of “{paper}”"),
    Op.ATTACH: mark("Attach {what} to “{paper}”"),
    Op.EDIT_FILE: mark("Rename a file of “{paper}”"),
    Op.REMOVE_FILE: mark("Remove {what} from “{paper}”"),
    Op.HIGHLIGHT: mark("Edit highlights of “{paper}”"),
    Op.TAKE: mark("Take “{paper}”"),
    Op.SKIP: mark("Skip “{paper}”"),
    Op.REJECT: mark("Reject “{paper}”"),
    Op.WELCOME: mark("Suggest “{paper}” again"),
    Op.REVIEW: mark("Keep “{paper}” in the review"),
    Op.PICK: mark("Pick “{paper}” at random"),
    Op.LINK: mark("Link “{paper}”"),
    Op.REFRESH: mark("Refresh “{paper}”"),
    Op.REFERENCES: mark("Look up references of “{paper}”"),
    Op.NEWS: mark("Note what became of “{paper}”"),
}


def describe_named(op: str, count: int, detail: str, paper: str) -> str:
    """Return a step's name with the title of the one paper that it is about: "Mark “Deep Tempering” as read"."""
    named = next((words for known, words in _NAMED.items() if known == op), None)
    if named is None or not paper:
        return describe(op, count, detail)
    before, _paper, after = _(named).partition("{paper}")
    return paper.join(part.replace("{what}", detail) for part in (before, after)).rstrip()


def describe(op: str, count: int, detail: str = "") -> str:
    """Return a step's name in words, such as "Mark 3 papers as read"; unknown ops (a newer file's) as they stand."""
    try:
        one, many = _NAMES[Op(op)]
    except ValueError:
        return op.replace("_", " ")
    return " ".join(plural(_(one), _(many), count).replace("{what}", detail).split())

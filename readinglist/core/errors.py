"""The errors that reach a user in words (`Refused`) and the bad records that are data (`Problem`).

Bugs are neither: they stay ordinary exceptions and go to the one hook that logs them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line (a contract; see the manual)."""

    DONE = 0
    PARTLY = 1
    USAGE = 2
    LOCKED = 3
    NEWER = 4
    DAMAGED = 5
    DISK_FULL = 6
    NO_LIBRARY = 7
    NO_PAPER = 8


class Refused(Exception):
    """Something the program will not or cannot do, said in plain words.

    `what` stopped, what is `safe`, and what to `do` about it; `code` is the exit code.
    """

    code: Exit = Exit.PARTLY

    def __init__(self, what: str, *, safe: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.do = do

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.safe, self.do) if part)


class WrongUsage(Refused):
    """A value the user gave does not fit: an unknown status, a date that is none."""

    code = Exit.USAGE


class Locked(Refused):
    """Another program keeps the library busy for longer than we wait."""

    code = Exit.LOCKED


class Newer(Refused):
    """The library was written by a newer version of the program."""

    code = Exit.NEWER


class Damaged(Refused):
    """The file is not a library, or no longer a sound one."""

    code = Exit.DAMAGED


class DiskFull(Refused):
    """There is no room left to write."""

    code = Exit.DISK_FULL


class Uncertain(Refused):
    """The disk failed at a moment when a change may have been saved: neither done for certain, nor not done."""

    code = Exit.PARTLY


class NoLibrary(Refused):
    """There is no library at that place, and a reading command does not make one."""

    code = Exit.NO_LIBRARY


class ReadOnly(Refused):
    """The library or its folder cannot be written."""

    code = Exit.PARTLY


class WrongFile(Refused):
    """The file at the library's path is not, or no longer holds, what was opened.

    `kept`: what was opened can still be read over the connection that has it open.
    """

    def __init__(self, what: str, *, kept: bool, safe: str = "", do: str = "") -> None:
        super().__init__(what, safe=safe, do=do)
        self.kept = kept


class NoPaper(Refused):
    """No paper answers to the given id, uid, key, DOI or arXiv id."""

    code = Exit.NO_PAPER


class NothingToUndo(Refused):
    """There is no step left to undo or redo."""

    code = Exit.PARTLY


class Cancelled(Exception):
    """The user stopped a long deed; whatever it had begun is taken back."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not be read as it stands: where, why, and its text, so that nothing is lost.

    `place` is a line number or another position a person can find (`line 14`); `key` and `title` as far as known.
    `words`: it is a line of no kind, and a title if a person says so.
    """

    place: str
    reason: str
    raw: str
    key: str | None = None
    title: str | None = None
    words: bool = False

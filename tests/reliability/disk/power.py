"""What a disk may hold after the power went, built from a log of writes and syncs.

The model: a write is on the disk for certain only after a sync of its file; a name (new, gone, changed) only after a
sync of its folder. Of all else any part may be there, in any order, single sectors of a write included.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from tests.reliability.disk.shim import Logged

SECTOR = 512
WAYS = (0, 1, 2, 3, 4, 4, 4)
Content = dict[str, bytes]


class Left(NamedTuple):
    """What is left of one file: what was surely there, and what else of it reached the disk, in its order."""

    durable: bytes
    kept: tuple[Logged, ...]

    def content(self) -> bytes:
        return _applied(self.durable, self.kept)


class Crash(NamedTuple):
    """The files that are left, the last deed that was acknowledged by then, and what tells it from other states."""

    acknowledged: int
    files: dict[str, Left]
    key: Hashable


class Inode:
    """One file: what is surely on the disk, and what was written since."""

    _numbers = itertools.count()

    def __init__(self, content: bytes = b"") -> None:
        self.durable = content
        self.pending: list[Logged] = []
        self.number = next(self._numbers)
        self.synced = 0

    def sync(self) -> None:
        self.durable = _applied(self.durable, self.pending)
        self.pending = []
        self.synced += 1

    def some(self, chance: random.Random) -> tuple[Logged, ...]:
        """Return some of what was pending, some of it torn, in any order."""
        kept: list[Logged] = []
        share = chance.choice((0.1, 0.5, 0.9))
        for one in self.pending:
            if chance.random() < share:
                kept += _torn(one, chance) if chance.random() < 0.3 else [one]
        if len({one.at for one in kept}) < len(kept) and chance.random() < 0.5:  # else the order is all the same
            chance.shuffle(kept)
        return tuple(kept)


def _torn(one: Logged, chance: random.Random) -> list[Logged]:
    """Return some of the sectors of a write."""
    if one.what != "w":
        return [one]
    parts, start = [], 0
    while start < len(one.data):
        end = min(len(one.data), start + SECTOR - (one.at + start) % SECTOR)
        if chance.random() < 0.5:
            parts.append(one._replace(at=one.at + start, data=one.data[start:end]))
        start = end
    return parts


def _applied(content: bytes, operations: Iterable[Logged]) -> bytes:
    made = bytearray(content)
    for one in operations:
        if one.what == "t":
            made[one.at :] = bytes(max(0, one.at - len(made)))
        else:
            made += bytes(max(0, one.at - len(made)))
            made[one.at : one.at + len(one.data)] = one.data
    return bytes(made)


class Platter:
    """A disk that follows a log."""

    def __init__(self, files: Content) -> None:
        self.now = {path: Inode(content) for path, content in files.items()}
        self.durable = dict(self.now)
        self.pending: list[tuple[Logged, Inode | None]] = []
        self.acknowledged = 0

    def follow(self, one: Logged) -> None:
        if one.what == "a":
            self.acknowledged = one.at
        elif one.what in "wts" and one.path in self.now:
            inode = self.now[one.path]
            inode.sync() if one.what == "s" else inode.pending.append(one)
        elif one.what in "cur":
            self.pending.append((one, Inode() if one.what == "c" else self.now.get(one.path)))
            _named(self.now, *self.pending[-1])
        elif one.what == "d":
            for operation, inode in self.pending:
                if str(PurePath(operation.path).parent) == one.path:
                    _named(self.durable, operation, inode)
            self.pending = [p for p in self.pending if str(PurePath(p[0].path).parent) != one.path]

    def crash(self, way: int, chance: random.Random) -> Crash:
        """Return one of the states that the power may leave: the four plainest by number, then any."""
        names = dict(self.durable)
        for operation, inode in self.pending:
            if way in (1, 2) or (way > 3 and chance.random() < 0.5):
                _named(names, operation, inode)
        files: dict[str, Left] = {}
        key: list[Hashable] = [self.acknowledged]
        for path, inode in names.items():
            if way in (0, 2):
                kept: tuple[Logged, ...] = ()
            elif way in (1, 3):
                kept = tuple(inode.pending)
            else:
                kept = inode.some(chance)
            files[path] = Left(inode.durable, kept)
            key += (path, inode.number, inode.synced, tuple((one.number, one.at, len(one.data)) for one in kept))
        return Crash(self.acknowledged, files, tuple(key))


def _named(names: dict[str, Inode], operation: Logged, inode: Inode | None) -> None:
    if operation.what == "c" and inode is not None:
        names[operation.path] = inode
    elif operation.what == "u":
        names.pop(operation.path, None)
    elif inode is not None:
        names.pop(operation.path, None)
        names[operation.other] = inode


def crashes(files: Content, log: Sequence[Logged], states: int, seed: int) -> Iterator[Crash]:
    """Yield so many states, spread over all operations of a log, as if the power had gone right after one.

    No state is yielded twice while there are others: where nothing is pending there is but one.
    """
    platter, chance = Platter(files), random.Random(seed)
    left, seen = states, set[Hashable]()
    for number, one in enumerate(log):
        platter.follow(one)
        wanted = round(left / (len(log) - number))
        for _draw in range(3 * wanted):
            crash = platter.crash(chance.choice(WAYS), chance)
            if crash.key not in seen and wanted:
                seen.add(crash.key)
                wanted, left = wanted - 1, left - 1
                yield crash


def contents(files: dict[str, Left]) -> Content:
    """Return what is in each file of a state, by its name."""
    return {PurePath(path).name: left.content() for path, left in files.items()}


def put(files: Content, folder: Path) -> None:
    """Write files into a folder, with no other beside."""
    for there in folder.iterdir():
        if there.name not in files:
            there.unlink()
    for name, content in files.items():
        place = folder / name
        place.touch()
        with place.open("r+b") as file:  # over what is there, which is quicker than a new one
            file.write(content)
            file.truncate()

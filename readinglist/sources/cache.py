"""Replies kept on disk by service and id: found ones for 30 days, "not found" for a day, at most 50 MB in all."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from readinglist import atomic

FOUND_SECONDS = 30 * 24 * 3600
MISSING_SECONDS = 24 * 3600
MOST_BYTES = 50 * 1024 * 1024
_SWEEP_EVERY = 50  # replies stored between two looks at the size of all


class Kept(NamedTuple):
    """A reply as it was kept: its body, None where the service said that there is no such thing."""

    body: bytes | None


class Cache:
    """A folder of replies. What cannot be read or written is as if it were not there: a cache is never needed."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time, most: int = MOST_BYTES) -> None:
        self.folder = folder
        self._clock = clock
        self._most = most
        self._stored = 0

    def get(self, service: str, key: str) -> Kept | None:
        """Return the reply kept for `key` of a service, or None where there is none that is fresh enough."""
        file = self._file(service, key)
        try:
            head, _line_end, body = file.read_bytes().partition(b"\n")
            found = json.loads(head)
            age = self._clock() - float(found["at"])
            missing = bool(found["missing"])
            fits = found["key"] == key and found["size"] == len(body)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        fresh = 0 <= age < (MISSING_SECONDS if missing else FOUND_SECONDS)
        return Kept(None if missing else body) if fits and fresh else None

    def put(self, service: str, key: str, body: bytes | None) -> None:
        """Keep a reply; None is "there is no such thing"."""
        kept = body or b""
        head = {"at": self._clock(), "key": key, "missing": body is None, "size": len(kept)}
        file = self._file(service, key)
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            atomic.write_bytes(file, json.dumps(head).encode() + b"\n" + kept)
        self._stored += 1
        if self._stored % _SWEEP_EVERY == 1:
            self.sweep()

    def sweep(self) -> None:
        """Delete the oldest replies until all together are no larger than allowed."""
        sizes: list[tuple[float, int, Path]] = []
        with contextlib.suppress(OSError):
            for file in self.folder.glob("*/*.reply"):
                with contextlib.suppress(OSError):
                    about = file.stat()
                    sizes.append((about.st_mtime, about.st_size, file))
        total = sum(size for _at, size, _file in sizes)
        for _at, size, file in sorted(sizes):
            if total <= self._most:
                return
            with contextlib.suppress(OSError):
                file.unlink()
                total -= size

    def _file(self, service: str, key: str) -> Path:
        return self.folder / service / f"{hashlib.sha256(key.encode()).hexdigest()[:40]}.reply"

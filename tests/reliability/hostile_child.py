"""Imports files one after another, each in a process of its own with little memory, and says what it cost.

Reads lines of path, seconds and `store` or `look`, parted by tabs, and writes a JSON object for each. Started by
`hostile_files`; by itself: python -m tests.reliability.hostile_child < LIST
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from readinglist.core.errors import Refused
from readinglist.flows import importing
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.formats import registry
from readinglist.library.library import Library

MEMORY = 512 * 1024 * 1024
WALL = 20  # times the seconds of CPU that are allowed: other programs run as well


def measured(path: Path, template: Path, *, store: bool) -> dict[str, Any]:
    """Import a file into a new library, or only look at it. Returns the seconds of CPU and what the report says."""
    own = template.with_name(f"{os.getpid()}.db")
    shutil.copyfile(template, own)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    begun = time.process_time()
    said: dict[str, Any]
    try:
        with Library.open(own) as library, Sources([Input(path.name, path)]) as sources:
            bring_in = importing.commit if store else importing.dry_run
            value = bring_in(library, sources.records()).as_json()
        parts = {part: value[part] for part in ("found", "added", "merged", "skipped", "rejected")}
        said = {"parts": parts, "reasons": sorted({str(one["reason"])[:200] for one in value["records"]})[:5]}
    except Refused as problem:
        said = {"refused": str(problem)[:300]}
    except MemoryError:
        said = {"wrong": "more than 512 MB"}
    except Exception as problem:  # whatever it is, the test is told
        said = {"wrong": f"{type(problem).__name__}: {problem}"[:300]}
    return {**said, "seconds": round(time.process_time() - begun, 3)}


def in_a_child(path: Path, template: Path, seconds: float, *, store: bool) -> dict[str, Any]:
    """Return what `measured` says, or that the child had to be ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 2, int(seconds) + 2))
        signal.alarm(int(seconds * WALL) + 10)
        said: dict[str, Any] = {}
        try:
            said = measured(path, template, store=store)
        finally:
            os.write(writer, json.dumps(said).encode())
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    _pid, status, used = os.wait4(child, 0)
    found: dict[str, Any] = json.loads(answer) if answer else {"wrong": f"ended by signal {os.WTERMSIG(status)}"}
    return {"seconds": used.ru_utime + used.ru_stime, **found, "MB": used.ru_maxrss // 1024}


def main() -> None:
    """Answer every line of standard input."""
    for row in registry.FORMATS:  # as in a program that has run for a while
        if not row.database:
            registry.module(row)
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.db"
        Library.open(template, create=True).close()
        for line in sys.stdin:
            path, seconds, deed = line.rstrip("\n").split("\t")
            print(json.dumps(in_a_child(Path(path), template, float(seconds), store=deed == "store")), flush=True)


if __name__ == "__main__":
    main()

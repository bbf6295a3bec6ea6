"""Times a program of any make from its start until its window is there and it is at rest, on a display of its own.

Asks the X server for windows and the kernel for CPU time, so that it takes the same from every program. The window
being there is less than rows being shown: what a program still does then is seen in when it comes to rest.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LEAST = (300, 200)  # smaller windows are splash screens and helpers
QUIET = 0.6  # seconds
BUSY = 0.10  # of a core: more is work
TICKS = os.sysconf("SC_CLK_TCK")
_WINDOW = re.compile(r'0x[0-9a-f]+ "(?P<title>.*?)": \(.*?\)\s+(?P<width>\d+)x(?P<height>\d+)')


@dataclass
class Shown:
    """Milliseconds from the start, and private MB at rest; None is what did not come within the limit."""

    window: float | None
    rest: float | None
    memory: float


def missing() -> str:
    """Return why nothing can be measured here, or ""."""
    lacking = [name for name in ("Xvfb", "xwininfo") if not shutil.which(name)]
    return f"{' and '.join(lacking)} not installed (apt-get install xvfb x11-utils)" if lacking else ""


@contextmanager
def display() -> Iterator[str]:
    """Run an X server without a screen and give its name."""
    reader, writer = os.pipe()
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(words, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def family(leader: int) -> list[int]:
    """Return the processes of the session that `leader` leads."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                if os.getsid(int(place.name)) == leader:
                    found.append(int(place.name))
            except OSError:
                continue
    return found


def cpu(processes: list[int]) -> float:
    """Return the CPU seconds that processes took so far, with those of their children that ended."""
    total = 0
    for number in processes:
        try:
            fields = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += sum(map(int, fields[11:15]))
    return total / TICKS


def memory(processes: list[int]) -> float:
    """Return the private memory of processes in MB."""
    total = 0
    for number in processes:
        try:
            text = Path(f"/proc/{number}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(size) for size in re.findall(r"Private_(?:Dirty|Clean):\s+(\d+)", text))
    return total / 1024


def visible(screen: str, title: str) -> bool:
    """Say whether a window of some size has that in its title."""
    tree = subprocess.run(
        ["xwininfo", "-display", screen, "-root", "-tree"], capture_output=True, text=True, check=False
    )
    return any(
        re.search(title, row["title"]) and int(row["width"]) >= LEAST[0] and int(row["height"]) >= LEAST[1]
        for row in _WINDOW.finditer(tree.stdout)
    )


def measure(words: list[str], environment: dict[str, str], title: str, limit: float, *, cwd: str) -> Shown:
    """Start a program, wait until it is at rest or `limit` seconds have passed, and end it."""
    with display() as screen, tempfile.TemporaryFile() as said:
        more = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_LOGGING_RULES": "*=false"}
        begin = time.perf_counter()
        started = subprocess.Popen(
            words, env=os.environ | more | environment, cwd=cwd, start_new_session=True, stdout=said, stderr=said
        )
        try:
            window = None
            while window is None and time.perf_counter() - begin < limit:
                if visible(screen, title):
                    window = (time.perf_counter() - begin) * 1e3
                elif started.poll() is not None:
                    raise RuntimeError(f"{words[0]} ended: {_last(said)}")
            rest = _rest(started.pid, begin, limit) if window is not None else None
            if started.poll() is not None:
                raise RuntimeError(f"{words[0]} ended: {_last(said)}")
            return Shown(window, rest, memory(family(started.pid)))
        finally:
            _end(started)


def _last(said: IO[bytes]) -> str:
    said.seek(0)
    return said.read().decode(errors="replace")[-200:].strip()


def _rest(leader: int, begin: float, limit: float) -> float | None:
    """Return when work ended that was followed by quiet, in ms from `begin`."""
    quiet, before = time.perf_counter(), cpu(family(leader))
    while time.perf_counter() - quiet < QUIET:
        if time.perf_counter() - begin > limit:
            return None
        at = time.perf_counter()
        time.sleep(0.1)
        now = cpu(family(leader))
        if now - before > BUSY * (time.perf_counter() - at):
            quiet = time.perf_counter()
        before = now
    return (quiet - begin) * 1e3


def _end(started: subprocess.Popen[bytes]) -> None:
    """End a program and what it started, by the numbers of its own processes."""
    for number in family(started.pid):
        try:
            os.kill(number, signal.SIGKILL)
        except ProcessLookupError:
            continue
    started.wait()

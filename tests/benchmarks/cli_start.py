"""How long `readinglist list --limit 5` takes beside `python -c "import sqlite3, click"`, in one run; prints a table.

    python tests/benchmarks/cli_start.py [RUNS]

The two are run in turns, so that whatever else the machine does falls on both. Exits with 1 when ours takes more than
three times as long.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 3.0
RUNS = 30


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a process took from start to end."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT, check=True)
    return time.perf_counter() - begin


def spread(times: list[float]) -> str:
    """Return median, quartiles and range in milliseconds."""
    low, middle, high = statistics.quantiles(times, n=4)
    return (
        f"median {middle * 1e3:6.1f} ms   quartiles {low * 1e3:6.1f} .. {high * 1e3:6.1f}   "
        f"range {min(times) * 1e3:6.1f} .. {max(times) * 1e3:6.1f}"
    )


def measure(runs: int) -> tuple[list[float], list[float]]:
    """Return the times of the bare start and of ours, on a library with the sample papers."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "READINGLIST_LIBRARY": str(Path(folder) / "library.db")}
        ours = [sys.executable, "-m", "readinglist"]
        bare = [sys.executable, "-c", "import sqlite3, click"]
        seconds([*ours, "seeds"], environment)
        listed = [*ours, "list", "--limit", "5"]
        for command in (bare, listed):  # once to fill caches
            seconds(command, environment)
        pairs = [(seconds(bare, environment), seconds(listed, environment)) for _run in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def main() -> int:
    """Measure and print; 0 when ours is within the limit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    bare, ours = measure(runs)
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f'python -c "import sqlite3, click"  {spread(bare)}')
    print(f"readinglist list --limit 5         {spread(ours)}")
    print(f"ratio of medians {ratio:.2f} (at most {LIMIT:.0f}), {runs} runs in turns")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

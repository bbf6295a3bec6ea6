"""What the benchmark programs share: medians, spreads, a table; leaves what is measured to each program."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = __file__.rsplit("/tests/", 1)[0]
PYTHON = sys.executable


def timed(deed: Callable[[], object], times: int) -> list[float]:
    """Return how many milliseconds each of `times` runs of `deed` took."""
    taken = []
    for _run in range(times):
        start = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - start) * 1e3)
    return taken


def installed(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment in which Python keeps byte code, in `folder`, as it does for an installed program."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return plain | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")} | more


def process(code: str, *arguments: str, environment: dict[str, str]) -> float:
    """Run a program in a new Python; it prints the time.time() of what it is measured by. Returns ms from its start."""
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment, cwd=ROOT, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return (float(done.stdout.strip().splitlines()[-1]) - start) * 1e3


def each(program: str, sizes: Sequence[int]) -> None:
    """Run a program once for each size, each time in a new process: what one leaves in memory is not the next one's."""
    for size in sizes:
        subprocess.run([PYTHON, "-m", f"tests.benchmarks.{program}", str(size)], cwd=ROOT, check=True)


def _figure(value: float) -> str:
    return f"{value:9.1f}" if value >= 10 else f"{value:9.2f}"


def line(name: str, taken: Sequence[float], unit: str = "ms") -> str:
    """Return a row: name, median, 95th percentile, largest, spread (half the range between the quartiles)."""
    ordered = sorted(taken)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    quarters = statistics.quantiles(ordered, n=4) if len(ordered) > 1 else [ordered[0]] * 3
    shown = [
        _figure(value) for value in (statistics.median(ordered), p95, ordered[-1], (quarters[2] - quarters[0]) / 2)
    ]
    return f"{name:<52} median {shown[0]}  p95 {shown[1]}  max {shown[2]}  spread {shown[3]} {unit}"

"""Times the suggestions on large libraries: first answer, the answer after one change, memory; prints a table.

    python -m tests.benchmarks.up_next [COUNT ...]     (default 5000 100000)

Every process-wide figure is of a process of its own. CPU seconds: the machine may be shared.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ONE = """
import resource, sys, time
from pathlib import Path
from readinglist.flows.next_up import Suggester
from readinglist.flows.next_up import suggestions
from readinglist.library.library import Library
with Library.open(Path(sys.argv[1])) as library:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    suggester = Suggester(library)
    times = []
    for step in range(4):
        begun = time.process_time()
        found = suggester.next(3)
        times.append(time.process_time() - begun)
        if step == 1:
            suggestions.skip(library, [found[0].paper.id])
        if step == 2:
            library.readings.set_status([found[0].paper.id], "read")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*(f"{t:.3f}" for t in times), f"{peak - before:.0f}", bool(suggester.silence()), len(suggester.corpus.docs))
"""


def main() -> None:
    """Print the table."""
    from tests.benchmarks import corpus

    print(f"{'papers':>8}{'first s':>9}{'again s':>9}{'skip s':>9}{'read s':>9}{'MB':>6}  taste")
    for count in [int(word) for word in sys.argv[1:]] or [5000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            path = corpus.copy(count, Path(folder))
            begun = time.monotonic()
            ran = subprocess.run([sys.executable, "-c", _ONE, str(path)], capture_output=True, text=True, check=True)
            first, again, skip, read, memory, silent, docs = ran.stdout.split()
            said = "silent" if silent == "True" else f"speaks, {docs} papers read"
            print(f"{count:>8}{first:>9}{again:>9}{skip:>9}{read:>9}{memory:>6}  {said} "
                  f"({time.monotonic() - begun:.1f} s in all)")  # fmt: skip


if __name__ == "__main__":
    main()

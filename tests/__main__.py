"""`python3 tests`: enters the development environment and runs pytest there, passing all arguments on."""

from __future__ import annotations

import os
import sys
from typing import Any

NOTHING_RAN = 5  # pytest's own code for "no tests collected"; ours also for "all skipped"


class Ran:
    """Counts what really ran, so that a run in which every test was skipped is no success."""

    def __init__(self) -> None:
        self.tests = 0

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Take a test's own phase as a sign that it ran; on the controller it arrives from every worker."""
        self.tests += report.when == "call" and report.outcome != "skipped"

    def pytest_sessionfinish(self, session: Any, exitstatus: int) -> None:
        """Turn an empty success into pytest's failure for no tests."""
        if exitstatus == 0 and not self.tests and not session.config.option.collectonly:
            session.exitstatus = NOTHING_RAN


def workers() -> list[str]:
    """Return how to spread the tests: over the cores this process may use; `serial` ones stay on one worker."""
    alone = {"-n", "--pdb", "--trace", "--collect-only", "--co", "-h", "--help", "-V", "--version", "--fixtures"}
    if any(argument.startswith("-n") or argument in alone for argument in sys.argv[1:]):
        return []
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ["-n", str(max(2, min(cores, 8))), "--dist", "loadgroup"]


def main() -> int:
    """Run pytest from the checkout's root and return its exit code (5 where no test ran)."""
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.dirname(here)
    sys.path[0] = root  # not tests/, whose folders have the names of modules
    from readinglist.bootstrap.enter import enter
    from readinglist.bootstrap.environment import DEVELOPMENT

    enter([here, *sys.argv[1:]], DEVELOPMENT)
    import pytest

    os.chdir(root)
    ran = Ran()
    code = int(pytest.main([*workers(), *sys.argv[1:]], plugins=[ran]))
    if code == NOTHING_RAN and not ran.tests:
        print("No test ran: that is a failure.", file=sys.stderr)
    return code


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may be what `python3` is
        sys.exit(f"The tests need Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")
    sys.exit(main())

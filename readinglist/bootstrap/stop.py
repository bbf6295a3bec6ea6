"""How the bootstrap says something and how it gives up: plain words on stderr."""

from __future__ import annotations

import sys
from typing import NoReturn

# EX_UNAVAILABLE of sysexits.h: outside the codes 0 to 8 that the command line promises its scripts.
UNAVAILABLE = 69


def say(words: str) -> None:
    """Print one message on stderr at once, so that `readinglist list --json | ...` stays clean."""
    print(words, file=sys.stderr, flush=True)


def stop(*lines: str) -> NoReturn:
    """Print `lines` on stderr and end the process with exit code 69."""
    for line in lines:
        say(line)
    raise SystemExit(UNAVAILABLE)

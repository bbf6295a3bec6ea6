"""`python3 -m readinglist.bootstrap`: makes the development environment and prints its Python, for scripts and CI."""

from __future__ import annotations

import os

from readinglist.bootstrap import environment, making


def main() -> int:
    """Print the path of an interpreter that has everything for running and testing. Returns the exit code."""
    print(environment.python_of(making.make(os.fspath(environment.checkout()), environment.DEVELOPMENT)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

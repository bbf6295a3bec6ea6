"""Whether a file of a paper is where it is said to be."""

from __future__ import annotations

import os

from readinglist.core.files.local_path import NO_FOLDER, why_not


def is_missing(path: str) -> bool:
    """Return whether nothing is at a path; one on another machine is not looked at, and not called missing."""
    why = why_not(path)
    return why == NO_FOLDER if why is not None else not os.path.exists(path)  # noqa: PTH110 - of many, quicker

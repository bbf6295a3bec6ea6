"""Adds the sample papers that come with the program, as one step."""

from __future__ import annotations

from readinglist import paths
from readinglist.core.ops import Op
from readinglist.flows import importing
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.flows.importing.report import Report
from readinglist.library.library import Library

FILE = "seeds/listing.txt"


def add_seeds(library: Library) -> Report:
    """Add the sample papers; those already in the library are passed over.

    Raises FileNotFoundError when the installation lacks them.
    """
    with Sources([Input(FILE, paths.shipped(FILE))], "listing") as sources:
        return importing.commit(library, sources.records(), op=Op.SEEDS)

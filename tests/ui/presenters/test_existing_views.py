"""Whether a view still leads somewhere, and where to go when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.paper import Draft
from readinglist.core.views import parse_view
from readinglist.library.library import Library
from readinglist.ui.presenters import existing_views


@pytest.mark.parametrize(
    ("name", "there", "instead"),
    [
        ("all", True, "all"),
        ("trash", True, "all"),
        ("status:inbox", True, "all"),
        ("status:teaching", False, "all"),
        ("tag:rl", True, "all"),
        ("tag:gone", False, "all"),
        ("search:Deep", True, "all"),
        ("search:gone", False, "all"),
        ("queue:Club", True, "upnext"),
        ("queue:gone", False, "upnext"),
    ],
)
def test_views_that_are_there_and_views_that_are_gone(tmp_path: Path, name: str, there: bool, instead: str) -> None:
    view = parse_view(name)
    assert view is not None
    with Library.open(tmp_path / "library.db", create=True) as library:
        paper = library.papers.add(Draft(title="One"))
        library.tags.edit([paper], ["rl"], [])
        library.searches.save("Deep", "deep")
        library.queues.add("Club")
        assert existing_views.exists(library, view) is there
    assert existing_views.instead(view).name == instead

"""Tags that say where a paper stands are told from tags about its subject."""

from __future__ import annotations

import pytest

from readinglist.flows.importing.status_tags import meaning


@pytest.mark.parametrize(
    ("tag", "kind"),
    [("to-read", "to_read"), ("_toread", "to_read"), ("#To Read", "to_read"), ("unread", "to_read"), ("TBR", "to_read"),
     ("★ read later", "to_read"), ("read", "read"), ("Done", "read"), ("/finished", "read"), ("reading", "reading"),
     ("In Progress", "reading"), ("status: reading", "reading"), ("on hold", "paused"), ("abandoned", "dropped"),
     ("won't read", "dropped"), ("à lire", "to_read"), ("gelesen", "read"), ("status/read", "read"),
     ("reading group", None), ("speed reading", None), ("machine reading", None), ("newton", None), ("", None),
     ("#", None), ("nlp", None)],
)  # fmt: skip
def test_meaning(tag: str, kind: str | None) -> None:
    assert meaning(tag) == kind

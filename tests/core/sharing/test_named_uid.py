"""Ids made of names: version 5 of UUIDs, alike everywhere, told apart by every name."""

from __future__ import annotations

import uuid

from readinglist.core.sharing.named_uid import _NAMESPACE, named_uid, reading_uid, tag_uid


def test_they_are_uuids_of_version_5() -> None:
    for names in (("tag", "rl"), ("tag", "übung"), ("reading", "x", 3)):
        expected = uuid.uuid5(uuid.UUID(bytes=_NAMESPACE), "\x1f".join(map(str, names)))
        assert named_uid(*names) == str(expected)
        assert expected.version == 5


def test_a_change_of_the_scheme_would_be_noticed() -> None:
    """What is stored in libraries must be made again by every later version."""
    assert tag_uid("rl") == "a960cf86-a286-5727-b1f4-eb4e354f865a"
    assert reading_uid("541ba4b4-f8e7-4fe4-bbd3-050f73a6f544", 1) == "f79c058e-3ff3-55fe-8e0f-29aa343d9b3d"


def test_every_name_counts() -> None:
    made = [tag_uid("rl"), tag_uid("rl", 1), tag_uid("rl", 2), reading_uid("rl", 1), reading_uid("rl", 2)]
    assert len(set(made)) == len(made)

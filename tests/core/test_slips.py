"""Slips of the pen: the nearest of the known words, and how near."""

from __future__ import annotations

import pytest

from readinglist.core.slips import nearest

KNOWN = ("status", "started", "author", "tag")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("status", ("status", 0)),
        ("staus", ("status", 1)),
        ("sttaus", ("status", 1)),  # two letters swapped are one slip
        ("autor", ("author", 1)),
        ("taag", ("tag", 1)),
        ("strated", ("started", 1)),
    ],
)
def test_one_slip(typed, meant):
    assert nearest(typed, KNOWN) == meant


def test_a_word_of_its_own_is_far_from_all():
    assert nearest("banana", KNOWN)[1] > 3

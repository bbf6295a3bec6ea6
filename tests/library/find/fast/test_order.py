"""Picking papers out of an order gives what looking at each of them would, whether they are few or many."""

from __future__ import annotations

import random
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.library.find.fast import limits
from readinglist.library.find.fast.order import Order


def looked_at(ids: array[int], places: bytes) -> array[int]:
    """Return what `pick` promises, found one by one."""
    return array("q", [paper for place in range(1, 5) for paper in ids if places[paper] == place])


@given(st.data())
def test_like_looking_at_each(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 120))
    most = data.draw(st.integers(0, 4))
    ids = array("q", data.draw(st.permutations(range(1, size)))[: data.draw(st.integers(0, size))])
    places = bytes(data.draw(st.lists(st.integers(0, most), min_size=size, max_size=size)))
    assert Order(ids).pick(places) == looked_at(ids, places)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.05, 0.2, 0.9, 1.0])
@pytest.mark.parametrize("most", [1, 4])
@pytest.mark.parametrize("kept", [0, 10_000])
def test_few_and_many(share: float, most: int, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PIECE_PAPERS", 271)  # the last piece has three papers
    monkeypatch.setattr(limits, "KEPT_PIECES_PAPERS", kept)
    chance = random.Random(7)
    ids = array("q", chance.sample(range(1, 2_001), 1_900))
    places = bytes(chance.randint(1, most) if chance.random() < share else 0 for _paper in range(2_001))
    order = Order(ids)
    assert order.pick(places) == looked_at(ids, places)
    later = places + b"\1"  # a paper that came after the order was made is not in it
    assert order.pick(later) == looked_at(ids, places)

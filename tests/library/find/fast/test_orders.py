"""Picking papers out of an order gives what looking at each of them would, whether they are few or many."""

from __future__ import annotations

import random
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.library.find.fast import orders
from readinglist.library.find.fast.orders import Order


def looked_at(ids: array[int], places: bytes, most: int) -> array[int]:
    """Return what `pick` promises, found as one would by hand."""
    return array("q", [paper for place in range(1, most + 1) for paper in ids if places[paper] == place])


@given(st.data())
def test_like_looking_at_each(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 120))
    most = data.draw(st.integers(1, 4))
    ids = array("q", data.draw(st.permutations(range(1, size)))[: data.draw(st.integers(0, size))])
    places = bytes(data.draw(st.lists(st.integers(0, most), min_size=size, max_size=size)))
    assert Order(ids).pick(places, most) == looked_at(ids, places, most)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.05, 0.2, 0.9, 1.0])
@pytest.mark.parametrize("most", [1, 4])
@pytest.mark.parametrize("kept", [0, 10_000])
def test_few_and_many(share: float, most: int, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "_PIECE", 271)  # the last piece has three papers
    monkeypatch.setattr(orders, "_MOST_KEPT", kept)
    chance = random.Random(7)
    ids = array("q", chance.sample(range(1, 2_001), 1_900))
    places = bytes(chance.randint(1, most) if chance.random() < share else 0 for _paper in range(2_001))
    order = Order(ids)
    assert order.pick(places, most) == looked_at(ids, places, most)
    later = places + b"\1"  # a paper that came after the order was made is not in it
    assert order.pick(later, most) == looked_at(ids, places, most)

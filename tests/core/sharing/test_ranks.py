"""Ranks sort as texts in the order in which they were asked for, wherever something is put in between."""

from __future__ import annotations

import random

import pytest

from readinglist.core.sharing import ranks


def test_numbers_keep_their_order() -> None:
    numbers = [*range(-5000, 5000, 7), -(62**5), 62**5, 62**2, 62**2 - 1, 61, 62, -62, -63, 2**63 - 1, -(2**63)]
    assert sorted(numbers) == sorted(numbers, key=ranks.of_number)
    assert len({ranks.of_number(number) for number in numbers}) == len(set(numbers))


@pytest.mark.parametrize("seed", range(5))
def test_something_is_put_anywhere(seed: int) -> None:
    chance = random.Random(seed)
    order: list[str] = [ranks.of_number(1024 * n) for n in range(3)]
    for _turn in range(2000):
        at = chance.choice((0, len(order), len(order) // 2, chance.randrange(len(order) + 1)))
        low, high = (order[at - 1] if at else None), (order[at] if at < len(order) else None)
        new = ranks.several(low, high, chance.randint(1, 3))
        order[at:at] = new
        assert ranks.rising(order[max(0, at - 1) : at + len(new) + 1])
    assert ranks.rising(order)


def test_ranks_stay_short() -> None:
    order = ranks.several(None, None, 10_000)
    assert max(map(len, order)) <= 4
    low, high = "a0", "a1"
    for _turn in range(100):
        low = ranks.between(low, high)  # always into the same gap: the worst there is
    assert len(low) < 40
    assert len(max(ranks.several("a0", "a1", 1000), key=len)) < 6


@pytest.mark.parametrize("given", [("a1", "a0"), ("a0", "a0"), ("", "a0"), ("b0", None), ("?", None)])
def test_what_is_no_rank_is_told(given: tuple[str, str | None]) -> None:
    with pytest.raises(ValueError):
        ranks.between(*given)


@pytest.mark.parametrize("seed", range(5))
def test_a_new_order_keeps_the_ranks_that_can_stay(seed: int) -> None:
    chance = random.Random(seed)
    order: list[str | None] = [*ranks.several(None, None, 30)]
    one = order.pop(chance.randrange(30))
    order.insert(chance.randrange(30), one)
    order.insert(chance.randrange(30), None)
    found = ranks.arranged(order)
    assert len(found) == 31
    assert ranks.rising(found)
    assert sum(old != new for old, new in zip(order, found, strict=True)) <= 2


def test_equal_ranks_are_parted() -> None:
    assert ranks.rising(ranks.arranged(["a0", "a1", "a1", "a1", "a2"]))
    assert ranks.arranged([]) == []
    assert ranks.arranged([None, None]) == ["a0", "a1"]

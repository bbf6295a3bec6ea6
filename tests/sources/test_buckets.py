"""Token buckets with a clock of our own."""

from __future__ import annotations

from readinglist.sources.buckets import Bucket, bucket_of
from readinglist.sources.services import BY_ID


class Clock:
    """Time that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


def bucket(seconds: float, burst: int = 1) -> tuple[Bucket, Clock]:
    clock = Clock()
    return Bucket(seconds, burst, clock=lambda: clock.now, sleep=clock.sleep), clock


def test_one_in_three_seconds() -> None:
    made, clock = bucket(3.0)
    assert all(made.take(10) for _time in range(3))
    assert clock.slept == [3.0, 3.0]


def test_a_burst_and_then_the_rate() -> None:
    made, clock = bucket(1.0, 3)
    assert all(made.take(10) for _time in range(5))
    assert clock.slept == [1.0, 1.0]
    clock.now += 100  # a long pause fills the bucket to its brim and no further
    assert all(made.take(10) for _time in range(4))
    assert clock.slept == [1.0, 1.0, 1.0]


def test_whoever_cannot_wait_so_long_is_told_at_once() -> None:
    made, clock = bucket(3.0)
    assert made.take(0)
    assert not made.take(2.9)
    assert clock.slept == []
    assert made.take(3.0)


def test_a_pause_that_was_asked_for() -> None:
    made, clock = bucket(1.0)
    made.pause(30)
    assert not made.take(29)
    assert made.take(30)
    assert clock.slept == [30.0]


def test_the_rate_that_headers_name_is_kept() -> None:
    made, clock = bucket(10.0)
    made.heed({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"})
    assert made.take(10)
    assert made.take(10)
    assert clock.slept == [0.02]


def test_headers_that_say_nothing_change_nothing() -> None:
    made, _clock = bucket(2.0)
    for headers in ({}, {"x-rate-limit-limit": "-1", "x-rate-limit-interval": "1s"}, {"x-rate-limit-limit": "0"},
                    {"x-rate-limit-limit": "9", "x-rate-limit-interval": "0s"}):  # fmt: skip
        made.heed(headers)
    assert made.seconds == 2.0


def test_all_threads_share_one() -> None:
    assert bucket_of(BY_ID["arxiv"]) is bucket_of(BY_ID["arxiv"])
    assert bucket_of(BY_ID["arxiv"]) is not bucket_of(BY_ID["crossref"])
    assert bucket_of(BY_ID["arxiv"]).seconds == 3.0

"""How often each service is asked: a token bucket a service, shared by all threads of the process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from readinglist.sources.services import Service


class Bucket:
    """Holds up to `burst` tokens, a new one every `seconds`; each request takes one.

    `clock` and `sleep` are those of `time`; tests give their own.
    """

    def __init__(
        self,
        seconds: float,
        burst: int = 1,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.seconds = seconds
        self.burst = burst
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._free_at = clock() - seconds * burst  # when the bucket would be empty, had nobody taken anything

    def take(self, patience: float) -> bool:
        """Wait for a token, at most `patience` seconds. Returns False, at once, where that would not be enough."""
        with self._lock:
            now = self._clock()
            start = max(self._free_at, now - self.seconds * self.burst) + self.seconds
            wait = max(0.0, start - now)
            if wait > patience:
                return False
            self._free_at = start
        if wait:
            self._sleep(wait)
        return True

    def pause(self, seconds: float) -> None:
        """Give no token for so long: the service asked for a rest."""
        with self._lock:
            self._free_at = max(self._free_at, self._clock() + seconds - self.seconds)

    def heed(self, headers: Mapping[str, str]) -> None:
        """Take over the rate that a reply names (Crossref: so many requests in an interval such as `1s`)."""
        limit = headers.get("x-rate-limit-limit", "")
        interval = headers.get("x-rate-limit-interval", "").removesuffix("s")
        if limit.isdecimal() and interval.isdecimal() and 0 < int(limit) <= 10_000 and 0 < int(interval) <= 3600:
            with self._lock:
                self.seconds = int(interval) / int(limit)
                self.burst = max(1, min(self.burst, int(limit)))


_buckets: dict[str, Bucket] = {}
_lock = threading.Lock()


def bucket_of(service: Service) -> Bucket:
    """Return the process's one bucket of a service."""
    with _lock:
        if service.id not in _buckets:
            _buckets[service.id] = Bucket(service.seconds, service.burst)
        return _buckets[service.id]

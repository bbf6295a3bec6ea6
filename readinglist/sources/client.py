"""The one polite HTTP client: a deadline for all of a request, few redirects, bounded replies, words when it fails."""

from __future__ import annotations

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple, cast
from urllib.parse import urlencode, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.util.retry import Retry

from readinglist import __version__
from readinglist.core.errors import Cancelled
from readinglist.sources import services
from readinglist.sources.buckets import bucket_of
from readinglist.sources.cache import Cache
from readinglist.sources.connection import Present, PrivateAddress, Request, manager
from readinglist.sources.failures import Failure, Missing, Odd, Unreachable
from readinglist.sources.services import Service

TOTAL_SECONDS = 20.0  # for a request with its retries and redirects
READ_SECONDS = 10.0  # without a single byte
MOST_BYTES = 10 * 1024 * 1024  # of a reply, decompressed
MOST_REDIRECTS = 5
TRIES = 3
BACKOFF_SECONDS = 0.5  # doubled each time
SILENT_SECONDS = 30.0  # for which a server that did not answer TRIES times in a row is left alone
_CHUNK = 64 * 1024
_AGAIN = frozenset((429, 500, 502, 503, 504))
_MISSING = frozenset((404, 410))
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class Reply(NamedTuple):
    """What a service answered: the address it came from in the end, its type in lower case, its bytes."""

    address: str
    kind: str
    body: bytes


class Client:
    """Asks services. May be shared by threads. `contact` is an address of the user's, sent only where one is given."""

    def __init__(
        self,
        cache: Cache | None = None,
        *,
        contact: str = "",
        cancelled: Callable[[], bool] = lambda: False,
        total: float = TOTAL_SECONDS,
        fresh: bool = False,
    ) -> None:
        """`fresh`: what was kept of earlier answers is not taken, only renewed."""
        self.cache = cache
        self.contact = contact
        self.fresh = fresh
        self.requests = 0
        self._cancelled = cancelled
        self._total = total
        self._present = Present()
        # By origin: how often in a row it did not answer, and when last.
        self._unanswered: dict[tuple[str, str, int], tuple[int, float]] = {}
        self._managers: dict[str | None, urllib3.PoolManager] = {}
        self._lock = threading.Lock()
        self._origins = services.configured_origins()

    def ask(
        self, service: Service, path: str, query: Mapping[str, str] | None = None, *, accept: str = "", key: str = ""
    ) -> bytes:
        """Return the body of `base + path?query`, out of the cache where it lies there under `key`.

        Raises Missing where the service has no such thing, another Failure where it could not be asked.
        """
        address = services.base_of(service) + path
        if query:
            address += "?" + urlencode(query)
        kept_as = f"{accept} {address}"
        kept = self.cache.get(service.id, kept_as) if self.cache and key and not self.fresh else None
        if kept is not None:
            if kept.body is None:
                raise Missing(service.label)
            return kept.body
        try:
            body: bytes | None = self.fetch(address, service, accept=accept).body
        except Missing:
            body = None
        if self.cache and key:
            self.cache.put(service.id, kept_as, body)
        if body is None:
            raise Missing(service.label)
        return body

    def fetch(self, address: str, service: Service, *, accept: str = "") -> Reply:
        """Ask for an address until it answers, with retries and redirects, within the total time. Raises Failure."""
        end = time.monotonic() + self._total
        for count in range(TRIES):
            try:
                return self._follow(address, service, accept, end)
            except Unreachable as problem:
                wait = problem.wait if problem.wait is not None else BACKOFF_SECONDS * 2**count
                if not problem.again or count + 1 == TRIES or time.monotonic() + wait >= end:
                    raise
                time.sleep(wait)
        raise Unreachable(service.label)

    def _follow(self, address: str, service: Service, accept: str, end: float) -> Reply:
        for _hop in range(MOST_REDIRECTS + 1):
            self._stop_if_cancelled()
            if self._silent(services.origin_of(address)):
                raise Unreachable(service.label)
            if not bucket_of(service).take(max(0.0, end - time.monotonic())):
                raise Unreachable(service.label, limited=True)
            with self._open(address, service, accept, end) as response:
                redirected = response.status in _REDIRECTS
                if redirected:
                    address = self._next(response, address, service)
                else:
                    reply = self._read(response, address, service)
            if not redirected:
                return reply
        raise Odd(service.label)

    def _next(self, response: urllib3.HTTPResponse, address: str, service: Service) -> str:
        """Return where a redirect leads. Raises Odd for one that leads nowhere, or from https down to http."""
        there = urljoin(address, response.headers.get("location", ""))
        parts = urlsplit(there)
        down = urlsplit(address).scheme == "https" and parts.scheme != "https"
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None or down:
            raise Odd(service.label)
        return there

    @contextmanager
    def _open(self, address: str, service: Service, accept: str, end: float) -> Iterator[urllib3.HTTPResponse]:
        """Send one request. Whatever it waits for, it is broken off at `end`."""
        origin = services.origin_of(address)
        proxy = _proxy_for(address)
        request = Request(loopback=origin in self._origins, proxied=proxy is not None)
        left = max(0.05, end - time.monotonic())
        wait = urllib3.Timeout(connect=min(READ_SECONDS, left), read=min(READ_SECONDS, left))
        watch = threading.Timer(left, request.break_off)
        watch.daemon = True
        watch.start()
        self._present.request = request
        try:
            response = cast(
                urllib3.HTTPResponse,
                self._pool(proxy).request(
                    "GET", address, headers=self._headers(accept), timeout=wait, redirect=False, retries=False,
                    preload_content=False,
                ),
            )  # fmt: skip
            try:
                self._unanswered.pop(origin, None)
                bucket_of(service).heed(response.headers)
                yield response
                if request.broken:  # what was read until then looks like a whole reply
                    raise Unreachable(service.label)
            finally:
                response.close()  # where all of it was read, its connection is back in the pool by now
        except PrivateAddress as problem:
            raise Odd(service.label) from problem
        except (HTTPError, OSError) as problem:
            self._unanswered[origin] = (self._unanswered.get(origin, (0, 0.0))[0] + 1, time.monotonic())
            raise Unreachable(service.label, again=True) from problem
        finally:
            self._present.request = None
            watch.cancel()

    def _silent(self, origin: tuple[str, str, int]) -> bool:
        """Whether a server was asked in vain often enough just now: many papers do not wait for it one by one."""
        count, last = self._unanswered.get(origin, (0, 0.0))
        return count >= TRIES and time.monotonic() - last < SILENT_SECONDS

    def _pool(self, proxy: str | None) -> urllib3.PoolManager:
        with self._lock:
            self.requests += 1
            if proxy not in self._managers:
                self._managers[proxy] = manager(self._present, proxy)
            return self._managers[proxy]

    def _headers(self, accept: str) -> dict[str, str]:
        contact = f" (mailto:{self.contact})" if self.contact else ""
        headers = {"User-Agent": f"ReadingList/{__version__}{contact}", "Accept-Encoding": "gzip, deflate"}
        return {**headers, "Accept": accept} if accept else headers

    def _read(self, response: urllib3.HTTPResponse, address: str, service: Service) -> Reply:
        if response.status in _MISSING:
            raise Missing(service.label)
        if response.status in _AGAIN:
            raise self._busy(response, service)
        if not 200 <= response.status < 300:
            raise Odd(service.label, status=response.status)
        parts, size = [], 0
        while part := response.read1(_CHUNK):
            self._stop_if_cancelled()
            size += len(part)
            if size > MOST_BYTES:
                raise Odd(service.label)
            parts.append(part)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Reply(address, kind, b"".join(parts))

    def _busy(self, response: urllib3.HTTPResponse, service: Service) -> Failure:
        said, wait = response.headers.get("retry-after"), None
        if said:
            try:
                wait = max(0.0, Retry().parse_retry_after(said))
            except HTTPError:
                wait = None
        if wait:
            bucket_of(service).pause(wait)
        return Unreachable(service.label, again=True, limited=response.status == 429, wait=wait)

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled


def _proxy_for(address: str) -> str | None:
    """Return the proxy that the system has for an address, or None."""
    parts = urlsplit(address)
    if urllib.request.proxy_bypass(parts.netloc):
        return None
    return urllib.request.getproxies().get(parts.scheme)

"""Reads PDFs through the child program: starts it, asks it, ends it when it takes too long, and begins it anew."""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from readinglist.core.errors import Cancelled
from readinglist.formats.front_page.pages import Front, Page, Run
from readinglist.pdf import protocol
from readinglist.pdf.process import Process
from readinglist.pdf.protocol import Broken, Message
from readinglist.pdf.trouble import Unreadable

FRONT_PAGES = 3  # in which a title page is looked for
_PATIENCE = 8.0  # seconds for the first pages, or for some pages of text: a page takes milliseconds
_WORK = 40.0  # seconds of work after which the child is begun anew, between two files
_AT_ONCE = 16  # pages whose text is asked for at once
_ONE_PAGE = (protocol.NO_PAGE, protocol.TOO_LARGE, protocol.DAMAGED)  # troubles of a page, not of the file


class Pdfs:
    """PDFs, read one at a time through a child program that begins with the first. Usable from any thread.

    What cannot be read raises Unreadable, in words, within ten seconds; the next file is read by a new child.
    """

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._process: Process | None = None
        self._number = 0
        self._until = 0.0
        self._lock = threading.RLock()
        self._stopped = False

    def __enter__(self) -> Pdfs:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def stop(self) -> None:
        """Kill the child, from any thread: what it reads for another one raises Unreadable there."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the child."""
        with self._lock:
            if self._process:
                self._process.end()
            self._process = None

    def give_up(self) -> None:
        """End the child at once, from any thread; what is being read, or asked for afterwards, raises Cancelled."""
        self._stopped = True
        process = self._process
        if process:
            process.kill()
        if self._lock.acquire(blocking=False):
            try:
                self.close()
            finally:
                self._lock.release()

    def front(self, path: Path, pages: int = FRONT_PAGES) -> Front:
        """Return the first pages of a PDF and what it says of itself. Raises Unreadable."""
        with self.opened(path) as document:
            found: list[Page] = []
            for number in range(min(pages, document.count or pages)):
                try:
                    found.append(document.page(number))
                except Unreadable as problem:
                    if problem.trouble == protocol.NO_PAGE and found:
                        break  # the file does not say how many pages there are
                    raise
            return Front(found, document.count, document.info, document.xmp)

    def texts(self, path: Path) -> list[str]:
        """Return the text of each page of a PDF. Raises Unreadable."""
        with self.opened(path) as document:
            return list(document.texts())

    @contextmanager
    def opened(self, path: Path) -> Iterator[Document]:
        """Open a PDF for as long as the block lasts; other threads wait meanwhile. Raises Unreadable."""
        with self._lock:
            descriptor, size = _descriptor(path)
            self.go_on()
            try:
                self._number += 1
                number = self._number
                told = self.ask({"op": protocol.OPEN, "document": number, "size": size}, descriptor)
            finally:
                os.close(descriptor)
            try:
                yield Document(self, number, told)
            finally:
                self._closed(number)

    def _closed(self, number: int) -> None:
        if self._process:
            with suppress(Unreadable):
                self.ask({"op": protocol.CLOSE, "document": number})
        if self._process and self._process.worked > _WORK:
            self.close()

    def go_on(self) -> None:
        """Let the child have its time anew."""
        self._until = time.monotonic() + self._patience

    def ask(self, request: Message, descriptor: int | None = None) -> Message:
        """Return the child's answer. Raises Unreadable; a child that gave none in time is ended."""
        if self._stopped:
            self.close()
            raise Cancelled
        try:
            if self._process is None:
                self._process = Process(self._until)
            answer = self._process.ask(request, self._until, descriptor)
        except TimeoutError:
            self.close()
            raise Unreadable(protocol.SLOW) from None
        except (Broken, OSError, ValueError):
            self.close()
            if self._stopped:
                raise Cancelled from None
            raise Unreadable(protocol.DIED) from None
        if "trouble" in answer:
            raise Unreadable(str(answer["trouble"]))
        return answer

    def mapped(self, length: Any) -> bytes:
        """Return the beginning of the mapped file. Raises Unreadable where it is not that long."""
        if self._process is None or not isinstance(length, int) or not 0 <= length <= protocol.MAPPED:
            raise Unreadable(protocol.DIED)
        return self._process.mapped[:length]


class Document:
    """A PDF that is open. `count` is None where the file lies about it; `info` and `xmp` are what it says of itself."""

    def __init__(self, pdfs: Pdfs, number: int, told: Message) -> None:
        self._pdfs = pdfs
        self._number = number
        self.count: int | None = told.get("pages")
        self.info: dict[str, str] = told.get("info") or {}
        self.xmp: str = told.get("xmp") or ""

    def page(self, number: int) -> Page:
        """Return the runs of a page, from 0. Raises Unreadable."""
        told = self._ask(protocol.FRONT, page=number)
        try:
            numbers, texts = protocol.unpacked(self._pdfs.mapped(told["length"]), told["runs"])
            fonts = [_font(name) for name in told["fonts"]] or [("", 400)]
            return Page(_runs(list(numbers), texts, fonts), told["width"], told["height"], tuple(told["links"]))
        except (Broken, KeyError, TypeError, ValueError, IndexError):
            raise Unreadable(protocol.DIED) from None

    def texts(self) -> Iterator[str]:
        """Yield the text of each page, "" for one that cannot be read. Raises Unreadable."""
        page, count = 0, self.count or protocol.PAGES
        while page < count:
            self._pdfs.go_on()
            try:
                lengths = self._ask(protocol.TEXT, page=page, count=min(_AT_ONCE, count - page))["lengths"]
            except Unreadable as problem:
                if problem.trouble in _ONE_PAGE and self.count is None:
                    return
                if problem.trouble not in _ONE_PAGE:
                    raise
                yield ""
                page += 1
                continue
            data, at = self._pdfs.mapped(sum(lengths)), 0
            for length in lengths:
                yield data[at : at + length].decode("utf-8", "replace")
                at += length
            page += max(len(lengths), 1)

    def _ask(self, op: str, **values: int) -> Message:
        request = {"op": op, "document": self._number, "at": 0, "room": protocol.MAPPED}
        return self._pdfs.ask(request | values)


def _runs(numbers: list[float], texts: list[str], fonts: list[tuple[str, int]]) -> list[Run]:
    step = protocol.NUMBERS
    found = []
    for at, text in enumerate(texts):
        left, bottom, right, top, baseline, size, angle, font = numbers[at * step : (at + 1) * step]
        name, weight = fonts[min(int(font), len(fonts) - 1)]
        found.append(Run(text, left, bottom, right, top, baseline, size, angle, name, weight))
    return found


def _font(told: str) -> tuple[str, int]:
    name, _bar, weight = told.rpartition("|")
    return name, int(weight)


def _descriptor(path: Path) -> tuple[int, int]:
    """Return a file, open for reading, and its size. Raises Unreadable."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as problem:
        raise Unreadable(protocol.UNREADABLE, problem.strerror or "") from problem
    told = os.fstat(descriptor)
    if not stat.S_ISREG(told.st_mode):
        os.close(descriptor)
        raise Unreadable(protocol.NOT_PDF)
    return descriptor, told.st_size

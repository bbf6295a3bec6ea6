"""What the window's side and the child say to each other: frames of JSON, the deeds asked for, limits, troubles.

A frame is four bytes of length, then JSON. A request has `op` and its values; the answer has them, or `trouble`.
What is long lies in a file that both have mapped, at the place that the request names (`at`, `room`).
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Callable
from typing import Any

Message = dict[str, Any]

HELLO, OPEN, FRONT, TEXT, CLOSE = "hello", "open", "front", "text", "close"

FRAME = 1_000_000  # bytes of a message
MAPPED = 16 * 1024 * 1024  # bytes of the file that both have mapped
MEMORY = 1024 * 1024 * 1024  # bytes of address space that the child may have
CPU = 120  # seconds of work, after which the child is ended; it is begun anew long before
FILES = 16
LARGEST = 512 * 1024 * 1024  # bytes of a PDF
PAGES = 20_000
SIDE = 14_400  # points: what PDF itself allows a page
GLYPHS = 60_000  # characters of a page
METADATA = 60_000  # characters of what a file says of itself

# Why a PDF cannot be read.
NOT_PDF, EMPTY, ENCRYPTED, DAMAGED, TOO_LARGE, NO_PAGE = "not_pdf", "empty", "encrypted", "damaged", "large", "no_page"
SLOW, DIED, UNREADABLE = "slow", "died", "unreadable"  # what only the window's side can see

NUMBERS = 8  # of a run: left, bottom, right, top, baseline, size, angle, and which font
_LENGTH = struct.Struct(">I")


class Broken(Exception):
    """The other side has gone, or says what is no message."""


def frame(message: Message) -> bytes:
    """Return a message as it is sent. Raises Broken where it is too long."""
    data = json.dumps(message).encode("ascii")
    if len(data) > FRAME:
        raise Broken("a message is too long")
    return _LENGTH.pack(len(data)) + data


def receive(read: Callable[[int], bytes]) -> Message:
    """Return the next message; `read(n)` gives so many bytes, or fewer at the end. Raises Broken."""
    head = read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise Broken("the other side has gone")
    (length,) = _LENGTH.unpack(head)
    if length > FRAME:
        raise Broken("a message is too long")
    data = read(length)
    try:
        message = json.loads(data)
    except ValueError as problem:
        raise Broken("this is no message") from problem
    if len(data) < length or not isinstance(message, dict):
        raise Broken("this is no message")
    return message


def packed(numbers: list[float], texts: list[str]) -> bytes:
    """Return the runs of a page as they lie in the mapped file: their numbers, then their texts in UTF-8."""
    return array("f", numbers).tobytes() + "\n".join(texts).encode("utf-8", "replace")


def unpacked(data: bytes, count: int) -> tuple[array[float], list[str]]:
    """Return the numbers and texts of `count` runs. Raises Broken where the data is something else."""
    size = count * NUMBERS * array("f").itemsize
    numbers = array("f", data[:size]) if 0 <= size <= len(data) else array("f")
    texts = data[size:].decode("utf-8", "replace").split("\n") if count else []
    if len(texts) != count or len(numbers) != count * NUMBERS:
        raise Broken("these are no runs")
    return numbers, texts

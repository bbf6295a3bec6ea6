"""Due dates as an iCalendar file (RFC 5545) of whole-day events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST = 75  # octets of a line, RFC 5545 3.1


@dataclass(frozen=True, slots=True)
class Event:
    """A day. `uid` is permanent: a calendar that reads the file again moves the event instead of doubling it."""

    uid: str
    day: dt.date
    title: str
    about: str = ""
    url: str = ""


def calendar(events: Iterable[Event], now: dt.datetime) -> str:
    """Return the calendar as text with CRLF line ends; `now` (UTC) is its time stamp."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reading List//Due dates//EN", "CALSCALE:GREGORIAN"]
    stamp = now.strftime("%Y%m%dT%H%M%SZ")
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.about:
        yield f"DESCRIPTION:{_text(event.about)}"
    if event.url and event.url.isascii() and event.url.isprintable() and " " not in event.url:
        yield f"URL:{event.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Escape a text value (RFC 5545 3.3.11)."""
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(c for c in value if c >= " " and c != "\x7f")


def _folded(line: str) -> Iterator[str]:
    """Break a line into pieces of at most 75 octets, each after the first led by a space, no character torn."""
    piece, room = "", _LONGEST
    for char in line:
        size = len(char.encode("utf-8", "replace"))
        if size > room:
            yield piece
            piece, room = " ", _LONGEST - 1
        piece += char
        room -= size
    yield piece

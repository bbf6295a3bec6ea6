"""Due dates as an iCalendar file: read back by a small reader of RFC 5545."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.calendar import Event, calendar

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


def read(text: str) -> list[dict[str, str]]:
    """Unfold, split and unescape, as a calendar program does."""
    events: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            plain = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
            events[-1].setdefault(name.split(";")[0], plain)
    return events


titles = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


@given(st.lists(st.builds(Event, st.uuids().map(str), st.dates(dt.date(1900, 1, 1), dt.date(9000, 1, 1)), titles,
                          titles), max_size=4))  # fmt: skip
def test_what_is_written_is_read_back(events):
    text = calendar(events, NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert not re.search(r"(?<!\r)\n", text)
    found = read(text)
    assert [(e["UID"], e["DTSTART"], e["SUMMARY"]) for e in found] == [
        (e.uid, e.day.strftime("%Y%m%d"), e.title) for e in events
    ]
    assert all(e.get("DESCRIPTION", "") == event.about for e, event in zip(found, events, strict=True))
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(events)


def test_a_title_cannot_write_lines_of_its_own():
    text = calendar([Event("1", dt.date(2026, 12, 1), "x\r\nEND:VEVENT\nBEGIN:VALARM", url="bad url\nX:1")], NOW)
    assert "\r\nBEGIN:VALARM" not in text
    assert "URL" not in text
    assert read(text)[0]["DTEND"] == "20261202"

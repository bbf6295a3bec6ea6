"""Replies on disk: how long, how much, and what is broken."""

from __future__ import annotations

import os
from pathlib import Path

from readinglist.sources.cache import FOUND_SECONDS, MISSING_SECONDS, Cache, Kept


class Clock:
    now = 1_000_000.0


def cache(folder: Path, **how: int) -> Cache:
    return Cache(folder, clock=lambda: Clock.now, **how)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    assert kept.get("arxiv", "1") is None
    kept.put("arxiv", "1", b"reply\nin lines")
    kept.put("arxiv", "2", None)
    assert kept.get("arxiv", "1") == Kept(b"reply\nin lines")
    assert kept.get("arxiv", "2") == Kept(None)
    assert kept.get("crossref", "1") is None


def test_nothing_is_kept_for_ever(tmp_path: Path, monkeypatch) -> None:
    kept = cache(tmp_path)
    kept.put("arxiv", "1", b"x")
    kept.put("arxiv", "2", None)
    monkeypatch.setattr(Clock, "now", Clock.now + MISSING_SECONDS)
    assert kept.get("arxiv", "1") == Kept(b"x")
    assert kept.get("arxiv", "2") is None
    monkeypatch.setattr(Clock, "now", 1_000_000.0 + FOUND_SECONDS)
    assert kept.get("arxiv", "1") is None


def test_a_clock_that_was_put_back_makes_nothing_younger(tmp_path: Path, monkeypatch) -> None:
    cache(tmp_path).put("arxiv", "1", b"x")
    monkeypatch.setattr(Clock, "now", Clock.now - 10)
    assert cache(tmp_path).get("arxiv", "1") is None


def test_what_is_damaged_is_not_there(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    kept.put("arxiv", "1", b"a reply")
    (file,) = tmp_path.glob("*/*.reply")
    whole = file.read_bytes()
    for broken in (b"", b"\xff\xfe", b"{}\nx", whole[:-1], b"[1]\n", whole.replace(b"at", b"ta")):
        file.write_bytes(broken)
        assert kept.get("arxiv", "1") is None


def test_the_oldest_go_where_it_is_too_much(tmp_path: Path) -> None:
    kept = cache(tmp_path, most=3_000)
    for number in range(5):
        kept.put("arxiv", str(number), b"x" * 900)
        for age, file in enumerate(sorted(tmp_path.glob("*/*.reply"), key=lambda file: file.stat().st_mtime_ns)):
            os.utime(file, (1_000 + age, 1_000 + age))
    kept.sweep()
    assert [kept.get("arxiv", str(number)) is not None for number in range(5)] == [False, False, True, True, True]


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = cache(tmp_path / "file" / "below")
    kept.put("arxiv", "1", b"x")
    assert kept.get("arxiv", "1") is None
    kept.sweep()

"""The command `arrivals`: subscribed to, asked on request only, shown with reasons, saved or skipped by number."""

from __future__ import annotations

import pytest

from tests.loopback import Answer, Server
from tests.sources import replies as r


@pytest.fixture
def arrived(seeded, server: Server):
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION, r.RESNET))
    assert seeded("arrivals", "subscribe", "cs.LG").out == "Subscribed to cs.LG.\n"
    assert server.asked == []
    assert seeded("arrivals", "refresh").out == "2 papers arrived.\n"
    return seeded


def test_shown_with_reasons_and_as_json(arrived) -> None:
    shown = arrived("arrivals").out
    assert "Attention Is All You Need" in shown
    assert "cs.LG" in shown
    first, second = arrived("arrivals", "--json").json
    assert {first["title"], second["title"]} == {r.ATTENTION["title"], r.RESNET["title"]}
    assert first.keys() == {
        "id", "title", "authors", "date", "venue", "subject", "abstract", "doi", "arxiv", "url", "feed", "arrived",
        "reasons", "score",
    }  # fmt: skip
    assert len(arrived("list", "--json").json) == 22


def test_saved_or_skipped_by_number_and_never_again(arrived) -> None:
    first, second = (str(one["id"]) for one in arrived("arrivals", "--json").json)
    saved = arrived("arrivals", "save", first, "--status", "to_read")
    assert saved.err.strip() == "1 arrival saved."
    assert len(arrived("list", "--json", "status:to_read").json) == 1
    assert arrived("arrivals", "skip", second).out == "1 arrival skipped.\n"
    assert arrived("arrivals", "refresh").out == "0 papers arrived.\n"
    assert arrived("arrivals", "--json").json == []
    assert arrived("arrivals", "skip", second).code == 8
    arrived("undo")
    assert [str(one["id"]) for one in arrived("arrivals", "--json").json] == [second]


def test_subscriptions(arrived) -> None:
    (feed,) = arrived("arrivals", "feeds", "--json").json
    assert (feed["name"], feed["kind"], feed["source"]) == ("cs.LG", "arxiv", "cs.LG")
    assert arrived("arrivals", "unsubscribe", "cs.lg").out == "Unsubscribed from cs.LG.\n"
    assert arrived("arrivals", "unsubscribe", "cs.lg").code == 2
    ended = arrived("arrivals")
    assert ended.out == ""
    assert "arrivals subscribe" in ended.err


def test_nobody_is_asked_where_it_is_forbidden(arrived, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(server.asked)
    monkeypatch.setenv("READINGLIST_OFFLINE", "1")
    assert arrived("arrivals", "refresh").code == 1
    assert len(server.asked) == before


def test_a_feed_that_fails_is_said(arrived, server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(404)
    failed = arrived("arrivals", "refresh")
    assert failed.code == 1
    assert "cs.LG: " in failed.err

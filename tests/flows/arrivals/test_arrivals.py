"""What arrives: subscribed to, fetched once, ranked with reasons, saved or skipped for good, all of it undone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import PENDING, Draft, Person
from readinglist.flows.arrivals import deciding, fetching, ranked, subscribing
from readinglist.library.library import Library
from readinglist.library.tables.parts.arrivals import ADDRESS, ARXIV, SAVED, SEARCH
from readinglist.sources.client import Client
from tests.library.kit import snapshot
from tests.loopback import Answer, Server
from tests.sources import feed_replies as f
from tests.sources import replies as r

NOW = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library.db", create=True) as library:
        yield library


@pytest.fixture
def arrived(library: Library, server: Server) -> Library:
    """A library with two subscriptions that were asked."""
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION, r.RESNET))
    server.answers["/page/feed"] = Answer(body=f.RSS2)
    subscribing.subscribe(library, "cs.LG")
    subscribing.subscribe(library, f"{server.base}/page/feed")
    assert fetching.fetch(library, Client(), now=NOW) == fetching.Fetched(4, [])
    return library


def titles(library: Library) -> list[str]:
    return [one.draft.title for one in ranked.ranked(library)]


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("cs.LG", ARXIV, "cs.LG"), ("LG", ARXIV, "cs.LG"), ("quant-ph", ARXIV, "quant-ph"), ("cs", ARXIV, "cs"),
        ("https://x.org/feed", ADDRESS, "https://x.org/feed"), ("diffusion", SEARCH, "diffusion"),
        ("mine", SAVED, "Mine"), ("author:Finn robots", SEARCH, "author:Finn robots"),
    ],
)  # fmt: skip
def test_what_a_subscription_means(library: Library, text: str, kind: str, source: str) -> None:
    library.searches.save("Mine", "title:robots")
    subscribing.subscribe(library, text)
    (feed,) = library.arrivals.feeds()
    assert (feed.kind, feed.source) == (kind, source)
    assert not subscribing.subscribe(library, text)[1]
    library.undo()
    assert library.arrivals.feeds() == []


@pytest.mark.parametrize("text", ["", "  ", "tag:mine", "year:"])
def test_what_cannot_be_subscribed_to(library: Library, text: str) -> None:
    with pytest.raises(errors.WrongUsage):
        subscribing.subscribe(library, text)


def test_arxiv_is_asked_for_the_latest(arrived: Library, server: Server) -> None:
    assert "search_query=cat%3Acs.LG" in server.asked[0]
    assert "sortBy=submittedDate" in server.asked[0]


def test_nothing_arrives_twice_nor_what_is_here(arrived: Library) -> None:
    assert fetching.fetch(arrived, Client(), now=NOW).count == 0
    number = next(one.id for one in ranked.ranked(arrived) if "Attention" in one.draft.title)
    deciding.save(arrived, [number])
    other = next(one.id for one in ranked.ranked(arrived) if "Residual" in one.draft.title)
    deciding.skip(arrived, [other])
    assert fetching.fetch(arrived, Client(), now=NOW).count == 0
    assert len(titles(arrived)) == 2


def test_the_same_paper_at_arxiv_and_in_a_journal_arrives_once(library: Library, server: Server) -> None:
    library.papers.add(Draft(title="Something else", doi="10.1000/j.2"))
    same = {**r.ATTENTION, "title": "On Drosophila and its many relatives", "number": "2611.00002"}
    server.answers["/arxiv/query"] = Answer(body=r.feed(same))
    server.answers["/page/feed"] = Answer(body=f.RSS2)
    subscribing.subscribe(library, "cs.LG")
    subscribing.subscribe(library, f"{server.base}/page/feed")
    assert fetching.fetch(library, Client(), now=NOW).count == 1


def test_saved_is_a_paper_with_what_is_known(arrived: Library) -> None:
    number = next(one.id for one in ranked.ranked(arrived) if "Attention" in one.draft.title)
    report = deciding.save(arrived, [number], "to_read")
    paper = arrived.papers.get(report.records[0].paper)
    assert (paper.title, paper.arxiv, paper.status) == ("Attention Is All You Need", "1706.03762", "to_read")
    assert PENDING not in paper.extra
    thin = next(one.id for one in ranked.ranked(arrived) if one.draft.doi == "10.1000/j.2")
    paper = arrived.papers.get(deciding.save(arrived, [thin]).records[0].paper)
    assert paper.extra[PENDING] == "doi:10.1000/j.2"


def test_all_of_it_is_undone(arrived: Library) -> None:
    before = snapshot(arrived.db)
    first, second, *_rest = [one.id for one in ranked.ranked(arrived)]
    deciding.save(arrived, [first])
    assert arrived.undo_name() == "Save 1 arrival"
    deciding.skip(arrived, [second])
    arrived.arrivals.unsubscribe(arrived.arrivals.feeds()[0])
    for _step in range(3):
        arrived.undo()
    assert snapshot(arrived.db) == before
    assert arrived.undo_name().startswith("Subscribe to")  # what was fetched is no deed of the user's
    arrived.redo()
    assert len(arrived.search.ids()) == 1


def test_what_is_not_waiting_cannot_be_decided(arrived: Library) -> None:
    number = ranked.ranked(arrived)[0].id
    deciding.skip(arrived, [number])
    for deed in (deciding.skip, deciding.save):
        with pytest.raises(errors.NoPaper):
            deed(arrived, [number])


def test_a_feed_that_cannot_be_asked_holds_up_no_other(arrived: Library, server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(body=b"<html>Please log in</html>")
    server.answers["/page/feed"] = Answer(body=f.RSS2.replace(b"second one", b"third one").replace(b"j.2", b"j.3"))
    found = fetching.fetch(arrived, Client(), now=NOW)
    assert found.count == 1
    assert [problem.partition(":")[0] for problem in found.problems] == ["cs.LG"]


def test_a_saved_search_that_is_gone_is_said(library: Library, server: Server) -> None:
    search = library.searches.save("Mine", "robots")
    subscribing.subscribe(library, "Mine")
    library.searches.delete(search)
    found = fetching.fetch(library, Client(), now=NOW)
    assert found.problems == ["Mine: There is no saved search called Mine any more."]
    assert server.asked == []


def test_what_nobody_decided_on_is_forgotten_in_time(arrived: Library, server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(body=r.feed())
    server.answers["/page/feed"] = Answer(body=f.NATURE)
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=fetching.FORGOTTEN_DAYS + 1)
    fetching.fetch(arrived, Client(), now=later)
    assert titles(arrived) == ["A map of everything we know"]


def test_stopped_leaves_all_as_it_was(arrived: Library) -> None:
    before = snapshot(arrived.db)
    with pytest.raises(errors.Cancelled):
        fetching.fetch(arrived, Client(), cancelled=lambda: True)
    assert snapshot(arrived.db) == before


def liking(library: Library) -> None:
    """Let someone have finished twenty papers about diffusion and dropped ten about tax law."""
    finn = Person(family="Finn", given="Chelsea")
    papers = [
        Draft(title=f"Diffusion policies for robots {n}", abstract="Diffusion models plan robot motions. " * 3,
              authors=[finn], status="read", rating=5, finished=f"2026-01-{n + 1:02d}T10:00:00Z")
        for n in range(20)
    ]  # fmt: skip
    papers += [
        Draft(
            title=f"Tax law of medieval towns {n}", abstract="Taxes of towns and their courts. " * 3, status="dropped"
        )
        for n in range(10)
    ]
    library.papers.add_many(papers)


def test_ranked_by_taste_with_reasons_in_words(library: Library, server: Server) -> None:
    liking(library)
    told = [
        ("Courts and taxes of towns in the north", "Taxes of towns. Courts.", "Ashish Vaswani"),
        ("Diffusion models that plan for robots", "We plan robot motions by diffusion models.", "Ashish Vaswani"),
        ("A remark on rings and their ideals", "Rings.", "C. Finn"),
    ]
    said = [
        {**r.ATTENTION, "number": f"2611.0000{n}", "title": title, "summary": words, "authors": [who]}
        for n, (title, words, who) in enumerate(told)
    ]
    server.answers["/arxiv/query"] = Answer(body=r.feed(*said))
    subscribing.subscribe(library, "cs.LG")
    fetching.fetch(library, Client(), now=NOW)
    first, second, last = ranked.ranked(library)
    assert first.draft.title == "Diffusion models that plan for robots"
    assert first.reasons[0].startswith("like 20 papers you rated 5 stars: ")
    assert second.reasons[0] == "by C. Finn, of whom you finished 20 papers"
    assert last.draft.title.startswith("Courts")
    assert last.reasons == ()
    assert ranked.where(last) == "cs.LG · Jun 12, 2017"


def test_without_a_taste_the_latest_come_first(arrived: Library) -> None:
    found = ranked.ranked(arrived)
    assert [one.draft.date for one in found][:2] == ["2026-11-25", "2017-06-12"]
    assert found[0].as_json()["feed"] == arrived.arrivals.feeds()[1].name

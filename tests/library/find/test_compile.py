"""Searches against a plain reading of every paper in Python: the same papers, field by field, in every combination."""

from __future__ import annotations

import datetime as dt
import random
import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest

from readinglist.core.paper import Draft, File, Highlight, Paper, Person
from readinglist.core.query import language
from readinglist.core.query.tree import And, Field, Node, Not, Or, Phrase, Range, Word
from readinglist.core.status import DROPPED, READ
from readinglist.core.text import fold, is_cjk, segment
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.library.find.plain import plain_ids
from tests.library.kit import open_quick

WORDS = ("neural", "networks", "Über", "naïve", "Łódź", "深層学習", "学", "graph-based", "beta", "GPT-4", "it's", "x")
STATUSES = ("inbox", "to_read", "reading", "paused", "read", "dropped")
TODAY = dt.date.today()


def some_draft(r: random.Random, n: int) -> Draft:
    def text(most: int) -> str:
        return " ".join(r.choice(WORDS) for _ in range(r.randint(0, most)))

    def day(past: int) -> str:
        return (TODAY - dt.timedelta(days=r.randint(-past, past))).isoformat()

    return Draft(
        title=text(5), abstract=text(8) or None, note=text(3) or None, venue=text(2) or None,
        authors=[Person(r.choice(WORDS), r.choice("AB")) for _ in range(r.randint(0, 2))],
        date=r.choice((None, "2016", "2016-03", "2016-03-09", "2020-12-31", day(400))),
        subject=r.choice((None, "cs.LG", "stat.ML")), key=r.choice((None, f"k{n}")),
        doi=r.choice((None, f"10.1000/Ab_{n}%")),
        arxiv=r.choice((None, f"17{n:02d}.03762")), url=r.choice((None, "https://e.org")),
        status=r.choice(STATUSES), priority=r.choice((None, "high", "medium", "low")), rating=r.choice((None, 0, 3, 5)),
        due=r.choice((None, day(20))), snoozed_until=r.choice((None, day(5))), pages=r.choice((None, 4, 40)),
        tags=r.sample(["rl", "Übung", "journal club", "100%", "a_b"], r.randint(0, 2)),
        queue_position=r.choice((None, None, 1)), added=r.choice((None, f"{day(90)}T23:30:00Z", f"{day(3)}T00:30:00Z")),
        started=r.choice((None, "2019", "2019-06", f"{day(30)}T12:00:00Z")), finished=r.choice((None, "2020-02-03")),
        files=[File(path="/a.pdf")] if r.random() < 0.3 else [],
        highlights=[Highlight(quote="q")] if r.random() < 0.2 else [],
    )  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_quick(tmp_path_factory.mktemp("query") / "library.db", create=True) as opened:
        r = random.Random(4)
        with opened.step("import", 90):
            papers = [opened.papers.add(some_draft(r, n)) for n in range(90)]
        opened.papers.trash(papers[::9])
        yield opened


class Reader:
    """Reads a paper as a person would, and says whether a query asks for it."""

    def __init__(self, paper: Paper, statuses: dict[str, str]) -> None:
        self.paper = paper
        self.kinds = statuses
        self.kind = statuses[paper.status or ""]

    @staticmethod
    def tokens(text: str | None) -> list[str]:
        """Letters and digits run together, every character of a script without spaces on its own, folded."""
        plain = "".join(c for c in unicodedata.normalize("NFKD", segment(text or "")) if not unicodedata.combining(c))
        return re.findall(r"[^\W_]+", plain.lower())

    def stands(self, wanted: str, prefix: bool, *texts: str | None) -> bool:
        words = self.tokens(wanted)
        for text in texts:
            have = self.tokens(text)
            for at in range(len(have) - len(words) + 1):
                same = have[at : at + len(words)]
                if same[:-1] == words[:-1] and (same[-1] == words[-1] or (prefix and same[-1].startswith(words[-1]))):
                    return True
        return False

    def asked(self, node: Node) -> bool:
        if isinstance(node, And):
            return all(map(self.asked, node.parts))
        if isinstance(node, Or):
            return any(map(self.asked, node.parts))
        if isinstance(node, Not):
            return not self.asked(node.part)
        if isinstance(node, Word | Phrase):
            return self.free(node.text, node.prefix)
        return self.range(node) if isinstance(node, Range) else self.field(node)

    def free(self, text: str, prefix: bool) -> bool:
        p = self.paper
        authors = ", ".join(person.display for person in p.authors)
        if self.stands(text, prefix, p.title, authors, p.venue, p.abstract, p.note):
            return True
        if any(fold(tag).startswith(fold(text)) or f" {fold(text)}" in fold(tag) for tag in p.tags):
            return True
        looks_like_one = re.search(r"\d.*[./]|[./].*\d", text)
        return bool(looks_like_one and any(text.lower() in (value or "").lower() for value in (p.doi, p.arxiv)))

    def field(self, node: Field) -> bool:
        p, value = self.paper, node.value
        if node.op in ("none", "any"):
            have = {"tag": p.tags, "year": p.year}.get(node.name, getattr(p, node.name, None))
            return (have in (None, [])) == (node.op == "none")
        readers: dict[str, Callable[[], bool]] = {
            "title": lambda: self.stands(value, node.op == "prefix", p.title),
            "abstract": lambda: self.stands(value, node.op == "prefix", p.abstract),
            "note": lambda: self.stands(value, node.op == "prefix", p.note),
            "venue": lambda: self.stands(value, node.op == "prefix", p.venue),
            "author": lambda: self.stands(value, node.op == "prefix", ", ".join(a.display for a in p.authors)),
            "tag": lambda: any(
                fold(tag) == fold(value) if node.op in ("phrase", "=") else fold(tag).startswith(fold(value))
                for tag in p.tags
            ),
            "status": lambda: p.status == value,
            "priority": lambda: p.priority == value,
            "has": lambda: self.has(value),
            "is": lambda: self.is_(value),
        }
        if node.name in readers:
            return readers[node.name]()
        return value.lower() in (getattr(p, node.name) or "").lower() and getattr(p, node.name) is not None

    def has(self, value: str) -> bool:
        p = self.paper
        have = {"pdf": p.files, "note": p.note, "tags": p.tags, "highlights": p.highlights}
        return (have[value] if value in have else getattr(p, value)) not in (None, [])

    def is_(self, value: str) -> bool:
        p, today = self.paper, TODAY.isoformat()
        unread = self.kind not in (READ, DROPPED)
        return {
            "unread": unread, "queued": p.queue_position is not None, "trashed": p.trashed is not None,
            "overdue": unread and p.due is not None and p.due < today,
            "snoozed": p.snoozed_until is not None and p.snoozed_until > today,
        }.get(value, self.kind == value)  # fmt: skip

    def range(self, node: Range) -> bool:
        have = getattr(self.paper, node.name)
        if have is None:
            return False
        if node.name == "priority":
            have = {"low": 1, "medium": 2, "high": 3}[have]
        if isinstance(have, int):
            return (node.low is None or have >= node.low) and (node.high is None or have <= node.high)
        if len(have) > 10:
            have = dt.datetime.fromisoformat(have).astimezone().date().isoformat()
        first, last = (have + "-01-01"[len(have) - 4 :], have + "-12-31"[len(have) - 4 :])
        return (node.low is None or last >= node.low) and (node.high is None or first <= node.high)


QUERIES = [
    "neur", "neural networks", '"neural networks"', "uber", "ÜBER", "naive", "lodz", "深", "学", "学習", "層学",
    '"深層"', "graph-based", "graph", "gpt-4", "gpt", "it's", "x", "zzz", "b", "-neural", "neural -networks",
    "neural OR 学", "(neural OR beta) -x", "title:neural", "author:uber", "author:neural,beta",
    'author:"neural a"', "abstract:学習", "note:beta", "venue:lodz", "tag:rl", "tag:ub", 'tag:"journal club"',
    "tag:journal", "tag:100%", "tag:a_b", "tag:aXb", "tag:none", "tag:any", "-tag:none",
    "status:reading,paused", "status:to-read", "priority:high", "priority:>=medium", "priority:none",
    "rating:>=3", "rating:0", "rating:none", "rating:<3", "year:2016", "2016..2020", "year:>2016", "year:none",
    "date:2016", "date:2016-03", "date:2016-03-05..2016-03-20", "date:2016-04..", "date:<1y", "date:none",
    "added:<30d", "added:today", "added:this-week", "started:2019", "started:2019-06-10..2019-07",
    "started:2019-07..2019-08", "started:none", "finished:2020", "finished:2020-02-03", "finished:none",
    "due:<=7d", "due:today", "due:none", "pages:<12", "subject:cs.LG", "subject:cs", "doi:10.1000", "doi:ab_1",
    "doi:%", "arxiv:1703", "1703.0", "10.1000/ab", "key:k1", "has:note", "has:pdf", "has:abstract", "has:doi",
    "has:arxiv", "has:url", "has:due", "has:tags", "has:highlights", "has:rating", "has:priority", "has:date",
    "has:venue", "is:unread", "is:queued", "is:overdue", "is:snoozed", "is:trashed", "is:read", "-is:read",
    "is:trashed OR neural", "rl", "journal", "club",
]  # fmt: skip


def expected(library: Library, node: Node) -> list[int]:
    kinds = {status.id: status.kind for status in library.statuses.all()}
    every = library.papers.many(row[0] for row in library.db.execute("SELECT id FROM paper ORDER BY id"))
    trash = "trashed" in repr(node)
    return [p.id for p in every if (trash or not p.trashed) and Reader(p, kinds).asked(node)]


@pytest.mark.parametrize("text", QUERIES)
def test_a_query_finds_what_a_reader_would(text: str, library: Library) -> None:
    read = language.parse(text)
    assert read.node is not None
    assert sorted(plain_ids(library, Question(node=read.node))) == expected(library, read.node)
    assert library.search.count(Question(node=read.node)) == len(expected(library, read.node))


def test_the_queries_are_worth_asking(library: Library) -> None:
    """Most of them find some papers and not all: a search that finds nothing proves little."""
    found = [len(plain_ids(library, Question(node=language.parse(text).node))) for text in QUERIES]
    assert sum(0 < n < 80 for n in found) > len(QUERIES) * 0.85


def test_random_combinations(library: Library) -> None:
    r = random.Random(7)
    leaves = [language.parse(text).node for text in QUERIES]

    def grow(depth: int) -> Node:
        kind = r.random()
        if depth == 0 or kind < 0.3:
            leaf = r.choice(leaves)
            assert leaf
            return leaf
        if kind < 0.5:
            return Not(grow(depth - 1))
        return (And if kind < 0.8 else Or)(tuple(grow(depth - 1) for _ in range(r.randint(2, 3))))

    for _ in range(60):
        node = grow(3)
        assert sorted(plain_ids(library, Question(node=node))) == expected(library, node), node


def test_every_character_without_spaces_is_a_word() -> None:
    assert Reader.tokens("深層学習 GPT-4") == ["深", "層", "学", "習", "gpt", "4"]
    assert is_cjk("学")

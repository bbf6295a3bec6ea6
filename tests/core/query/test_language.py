"""The query language: what each form means, what is wrong and where, and the laws that hold for any text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.field import Asked
from readinglist.core.query.language import (
    FIELDS,
    And,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    Range,
    Term,
    Word,
    parse,
    quote,
    quoted,
    unparse,
)
from tests.growth import assert_linear

TODAY = dt.date(2026, 11, 19)  # a Thursday


def node(text: str) -> Node | None:
    query = parse(text, TODAY)
    assert query.problem is None, query.problem
    return query.node


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", None),
        ("   ", None),
        ("vaswani", Word("vaswani")),
        ("deep learning", And((Word("deep"), Word("learning")))),
        ("deep AND learning", And((Word("deep"), Word("learning")))),
        ('"deep learning"', Phrase("deep learning")),
        ('"deep   \n learning"', Phrase("deep learning")),
        ("“deep learning”", Phrase("deep learning")),
        ('"RL"', Word("RL", prefix=False)),
        ("-gan", Not(Word("gan"))),
        ("-(-gan)", Word("gan")),
        ('-"a b"', Not(Phrase("a b"))),
        ("state-of-the-art", Word("state-of-the-art")),
        ("--fast", Word("--fast")),
        ("a - b", And((Word("a"), Word("b")))),
        ("a & b", And((Word("a"), Word("b")))),
        ("a OR b", Or((Word("a"), Word("b")))),
        ("a or b", And((Word("a"), Word("or"), Word("b")))),
        ("a b OR c", Or((And((Word("a"), Word("b"))), Word("c")))),
        ("a (b OR c)", And((Word("a"), Or((Word("b"), Word("c")))))),
        ("(a b) c", And((Word("a"), Word("b"), Word("c")))),
        ("深度 学習", And((Word("深度"), Word("学習")))),
        ("深", Word("深")),
        ("β-VAE", Word("β-VAE")),
        ("2017", Word("2017")),
        ("deep 2017", And((Word("deep"), Or((Word("2017"), Range("year", 2017, 2017)))))),
        ("2017 (deep OR wide)", And((Or((Word("2017"), Range("year", 2017, 2017))), Or((Word("deep"), Word("wide")))))),
        ("deep 1234", And((Word("deep"), Word("1234")))),
        ("deep title:2017", And((Word("deep"), Field("title", "prefix", "2017")))),
        ("deep -2017", And((Word("deep"), Not(Word("2017"))))),
        ("2016..2020", Range("year", 2016, 2020)),
        ("2016..", Range("year", 2016, None)),
        ("..2020", Range("year", None, 2020)),
        ("2020..2016", Range("year", 2016, 2020)),
        ('"2016..2020"', Word("2016..2020", prefix=False)),
        ("2016\\..2020", Word("2016..2020")),
        ("...", None),
        ("OR\\ ", Word("OR")),
        ('"OR"', Word("OR", prefix=False)),
    ],
)
def test_words(text: str, meant: Node | None) -> None:
    assert node(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("author:hinton", Field("author", "prefix", "hinton")),
        ("Authors:Hinton", Field("author", "prefix", "Hinton")),
        ('author:"van den Oord"', Field("author", "phrase", "van den Oord")),
        ("author:hinton,lecun", Or((Field("author", "prefix", "hinton"), Field("author", "prefix", "lecun")))),
        ("title:a,b", Field("title", "prefix", "a,b")),
        ("tag:rl", Field("tag", "prefix", "rl")),
        ('tag:"a b","c"', Or((Field("tag", "phrase", "a b"), Field("tag", "phrase", "c")))),
        ("tag:none", Field("tag", "none")),
        ("tag:none\\ ", Field("tag", "prefix", "none")),
        ('tag:"none"', Field("tag", "phrase", "none")),
        ("tag:★", Field("tag", "prefix", "★")),
        ("tag:(a OR b)", Or((Field("tag", "prefix", "a"), Field("tag", "prefix", "b")))),
        ("tag:(a -b)", And((Field("tag", "prefix", "a"), Not(Field("tag", "prefix", "b"))))),
        ("tag:(a author:b)", And((Field("tag", "prefix", "a"), Field("author", "prefix", "b")))),
        ("-tag:a", Not(Field("tag", "prefix", "a"))),
        ("status:reading,paused", Or((Field("status", "=", "reading"), Field("status", "=", "paused")))),
        ("status:To-Read", Field("status", "=", "to_read")),
        ('status:"to read"', Field("status", "=", "to_read")),
        ("status:to_read", Field("status", "=", "to_read")),
        ("status:rea", Field("status", "prefix", "rea")),
        ('status:"My own"', Field("status", "=", "My own")),
        ("priority:high", Field("priority", "=", "high")),
        ("priority:m", Field("priority", "=", "medium")),
        ("priority:>=medium", Or((Field("priority", "=", "high"), Field("priority", "=", "medium")))),
        ("priority:<medium", Field("priority", "=", "low")),
        ("priority:none", Field("priority", "none")),
        ("rating:4", Range("rating", 4, 4)),
        ("rating:>=4", Range("rating", 4, None)),
        ("rating:<3", Range("rating", None, 2)),
        ("rating:2..4", Range("rating", 2, 4)),
        ("rating:none", Field("rating", "none")),
        ("year:2017", Range("year", 2017, 2017)),
        ("year>=2016", Range("year", 2016, None)),
        ("year:2016,2018", Or((Range("year", 2016, 2016), Range("year", 2018, 2018)))),
        ("doi:10.1002/(SICI)1,2", Field("doi", "prefix", "10.1002/(SICI)1,2")),
        ("(doi:10.1)", Field("doi", "prefix", "10.1")),
        ("arxiv:cs/9901001", Field("arxiv", "prefix", "cs/9901001")),
        ("subject:cs.LG", Field("subject", "prefix", "cs.LG")),
        ("venue:nature", Field("venue", "prefix", "nature")),
        ("has:pdf", Field("has", "=", "pdf")),
        ("has:tag", Field("has", "=", "tags")),
        ("is:unread", Field("is", "=", "unread")),
        ("is:to-read", Field("is", "=", "to_read")),
        ("-is:queued", Not(Field("is", "=", "queued"))),
        # a colon that is no field's
        ("http://x.org", Word("http://x.org")),
        ("Note: abc", And((Word("Note:"), Word("abc")))),
        ("GPT-4: report", And((Word("GPT-4:"), Word("report")))),
        ("2.5:", Word("2.5:")),
        ("zebra:crossing", Word("zebra:crossing")),
        ("std::vector", Word("std::vector")),
        ("note\\:abc", Word("note:abc")),
        ('"note:abc"', Word("note:abc", prefix=False)),
        ("Big Data:The", And((Word("Big"), Word("Data:The")))),
    ],
)
def test_fields(text: str, meant: Node | None) -> None:
    assert node(text) == meant
    assert not parse(text, TODAY).incomplete


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("added:<30d", "2026-10-21", None),  # 30 days, today being one of them
        ("added:<1d", "2026-11-19", None),
        ("added:<=1d", "2026-11-18", None),
        ("added:2w", "2026-11-05", None),
        ("added:>30d", None, "2026-10-19"),
        ("added:>=30d", None, "2026-10-20"),
        ("added:30d..7d", "2026-10-20", "2026-11-12"),
        ("added:today", "2026-11-19", "2026-11-19"),
        ("added:yesterday", "2026-11-18", "2026-11-18"),
        ("added:this-week", "2026-11-16", "2026-11-22"),
        ("added:last-week", "2026-11-09", "2026-11-15"),
        ("added:last-month", "2026-10-01", "2026-10-31"),
        ("added:this-year", "2026-01-01", "2026-12-31"),
        ("added:monday", "2026-11-16", "2026-11-16"),
        ("due:monday", "2026-11-23", "2026-11-23"),
        ("due:thursday", "2026-11-19", "2026-11-19"),
        ("due:<=7d", None, "2026-11-26"),
        ("due:<7d", None, "2026-11-25"),
        ("due:>7d", "2026-11-27", None),
        ("due:tomorrow", "2026-11-20", "2026-11-20"),
        ("due:next-week", "2026-11-23", "2026-11-29"),
        ("due:<today", None, "2026-11-18"),
        ("due:<=this-week", None, "2026-11-22"),
        ("date:2016", "2016-01-01", "2016-12-31"),
        ("date:2016-02", "2016-02-01", "2016-02-29"),
        ("date:2016-3-9", "2016-03-09", "2016-03-09"),
        ("date:2016/03", "2016-03-01", "2016-03-31"),
        ("date:>2016", "2017-01-01", None),
        ("date:<2016-03", None, "2016-02-29"),
        ("date:2016..2016-03", "2016-01-01", "2016-03-31"),
        ("date:2016-03..2016", "2016-03-01", "2016-12-31"),
        ("date:2018..2016", "2016-01-01", "2018-12-31"),
        ("date:..2016", None, "2016-12-31"),
        ("date:<1y", "2025-11-20", None),
        ("finished:<1m", "2026-10-20", None),
        ("date:>9999", "9999-12-31", None),
        ("added:<999999y", "0001-01-02", None),
    ],
)
def test_days(text: str, low: str | None, high: str | None) -> None:
    assert node(text) == Range(text.partition(":")[0], low, high)


def test_months_keep_the_day_as_far_as_there_is_one() -> None:
    assert parse("due:<=1m", dt.date(2027, 1, 31)).node == Range("due", None, "2027-02-28")
    assert parse("added:<=1y", dt.date(2028, 2, 29)).node == Range("added", "2027-02-28", None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tag:", None),
        ("rl tag:", Word("rl")),
        ("tag: rl", Word("rl")),
        ("(tag:)", None),
        ("author:hinton,", Field("author", "prefix", "hinton")),
        ('"deep lear', Phrase("deep lear", prefix=True)),
        ('"dee', Word("dee")),
        ('"', None),
        ('author:"van d', Field("author", "prefix", "van d")),
        ("a OR", Word("a")),
        ("(a OR", Word("a")),
        ("(a", Word("a")),
        ("tag:(a", Field("tag", "prefix", "a")),
        ("a -", Word("a")),
        ("year:20", None),
        ("year:2016..20", Range("year", 2016, None)),
        ("rating:>", None),
        ("rating:>=", None),
        ("added:<3", None),
        ("added:<", None),
        ("date:2016-", None),
        ("due:tomor", None),
        ("is:r", None),
        ("has:d", None),
        ("priority:>=", None),
    ],
)
def test_what_is_being_typed_is_no_error(text: str, meant: Node | None) -> None:
    query = parse(text, TODAY)
    assert (query.node, query.problem, query.incomplete) == (meant, None, True)


@pytest.mark.parametrize(
    ("text", "wrong", "mended"),
    [
        ("rl staus:read", "staus:", "rl status:read"),
        ("autor:hinton", "autor:", "author:hinton"),
        ("raitng:4", "raitng:", "rating:4"),
        ("nots:(a)", "nots:", "note:(a)"),
        ("has:hihglights", "hihglights", "has:highlights"),
        ("is:unred x", "unred", "is:unread x"),
        ("priority:hihg", "hihg", "priority:high"),
        ("due:tommorow x", "tommorow", "due:tomorrow x"),
        ("a b)", ")", "a b"),
        ("rating:9", "9", None),
        ("rating:>5", ">5", None),
        ("rating:abc", "abc", None),
        ("year:abc", "abc", None),
        ("added:<30x", "<30x", None),
        ("date:2016-13 x", "2016-13", None),
        ("is:banana", "banana", None),
        ("priority:>high", ">high", None),
    ],
)
def test_problems_say_where_and_how_to_mend(text: str, wrong: str, mended: str | None) -> None:
    query = parse(text, TODAY)
    problem = query.problem
    assert problem is not None
    assert query.node is None
    assert text[problem.start : problem.end] == wrong
    assert problem.message
    if mended is None:
        assert problem.suggestion is None
    else:
        assert problem.suggestion is not None
        assert text[: problem.start] + problem.suggestion + text[problem.end :] == mended
        assert parse(mended, TODAY).problem is None


def test_the_first_problem_is_told() -> None:
    problem = parse("is:banana rating:9", TODAY).problem
    assert problem is not None
    assert problem.start == 3


def test_depth_and_length_are_bounded() -> None:
    assert parse("(" * 100 + "a" + ")" * 100).node == Word("a")
    deep = parse("(" * 101 + "a" + ")" * 101).problem
    assert deep is not None
    assert deep.start == 100
    assert parse("a " * 1000).problem is None
    assert parse("a " * 1001).problem is not None


@pytest.mark.parametrize(
    "piece", ["(", ")", '"', '"a', "a ", "-", "a OR ", "\\", "tag:", "tag:a,", "“", "x:", "doi:(", "<"]
)
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda size: parse(piece * (size // len(piece))), 24_000)


def test_spans_are_of_the_text_as_typed() -> None:
    text = 'rl -tag:"a b" (year:>=2016 OR x)'
    words, denied, either = node(text).parts  # type: ignore[union-attr]
    assert text[words.start : words.end] == "rl"
    assert text[denied.start : denied.end] == '-tag:"a b"'
    assert [text[part.start : part.end] for part in either.parts] == [">=2016", "x"]


def test_terms_are_what_a_paper_may_owe_its_place_to() -> None:
    text = 'deep "neural nets" -gan author:hinton,lecun tag:rl status:reading rating:5 deep (a OR title:"b c")'
    assert parse(text, TODAY).terms() == (
        Term(None, "deep", True),
        Term(None, "neural nets", False),
        Term("author", "hinton", True),
        Term("author", "lecun", True),
        Term("tag", "rl", True),
        Term(None, "a", True),
        Term("title", "b c", False),
    )
    assert parse("-(a OR b)").terms() == ()


def test_every_field_of_the_table_is_understood_and_its_examples_are_right() -> None:
    for name, info in FIELDS.items():
        assert info.name == name
        assert info.doc
        assert info.examples
        for example in info.examples:
            query = parse(example, TODAY)
            assert query.problem is None, example
            assert query.node is not None, example
            assert not query.incomplete, example
        for alias in info.aliases:
            sample = info.examples[0].split(":", 1)[1]
            assert parse(f"{alias}:{sample}", TODAY).node == parse(f"{name}:{sample}", TODAY).node
        for value in info.values:
            assert parse(f"{name}:{value} x", TODAY).problem is None


@given(st.text())
def test_a_quoted_value_means_itself(value: str) -> None:
    if not value.strip():
        return
    clean = " ".join(value.replace("\0", "\ufffd").split())
    for name in ("tag", "author"):
        found = parse(f"{name}:{quoted(value)}").node
        if any(char.isalnum() for char in clean):
            assert found == Field(name, "phrase", clean)
    found = parse(f"tag:{quote(value)}").node
    assert isinstance(found, Field)
    assert found.value == clean


PIECES = [
    "(",
    ")",
    '"',
    "-",
    " ",
    " OR ",
    "\\",
    ":",
    ",",
    "..",
    "<",
    ">=",
    "“",
    "”",
    "a",
    "deep",
    "2016",
    "30d",
    "none",
]
QUERIES = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES + [f"{name}:" for name in FIELDS]), max_size=25).map("".join),
    st.lists(
        st.sampled_from([example for info in FIELDS.values() for example in info.examples] + PIECES), max_size=9
    ).map(" ".join),
)


def leaves(part: Node | None) -> list[Node]:
    if part is None:
        return []
    below: tuple[Node, ...] = (
        part.parts if isinstance(part, (And, Or)) else (part.part,) if isinstance(part, Not) else ()
    )
    return [part, *(leaf for one in below for leaf in leaves(one))]


@given(QUERIES)
def test_any_text_is_read(text: str) -> None:
    query = parse(text, TODAY)
    assert query.text == text
    for part in leaves(query.node):
        assert 0 <= part.start < part.end <= len(text)
        assert not isinstance(part, (And, Or)) or len(part.parts) >= 2
        assert not isinstance(part, Range) or (part.low, part.high) != (None, None)
    if query.problem:
        assert 0 <= query.problem.start < query.problem.end <= len(text)
        assert query.node is None
    assert isinstance(query.terms(), tuple)


@given(QUERIES)
def test_unparsing_means_the_same(text: str) -> None:
    first = parse(text, TODAY)
    written = unparse(first.node)
    again = parse(written, TODAY)
    assert again.problem is None
    assert again.node == first.node
    assert not again.incomplete
    assert unparse(again.node) == written


WORDS = st.text(alphabet='ab-:"\\(),.<>=*β深é', min_size=1, max_size=8).filter(
    lambda text: any(char.isalnum() for char in text)
)
LEAVES = st.one_of(
    WORDS.map(Word),
    WORDS.map(lambda text: Word(text, prefix=False)),
    st.tuples(WORDS, WORDS).map(lambda pair: Phrase(" ".join(pair))),
    st.builds(Field, st.sampled_from(["title", "tag", "doi", "author"]), st.sampled_from(["prefix", "phrase"]), WORDS),
    st.builds(Range, st.just("year"), st.integers(1, 2000), st.integers(2000, 9999)),
    st.sampled_from([Field("is", "=", "to_read"), Field("due", "none"), Field("status", "=", "My own")]),
)


def joined(parts: list[Node], kind: type[And] | type[Or]) -> Node:
    flat = [below for part in parts for below in (part.parts if isinstance(part, kind) else (part,))]
    return kind(tuple(flat))


TREES = st.recursive(
    LEAVES,
    lambda below: st.one_of(
        st.lists(below, min_size=2, max_size=4).map(lambda parts: joined(parts, And)),
        st.lists(below, min_size=2, max_size=4).map(lambda parts: joined(parts, Or)),
        below.filter(lambda part: not isinstance(part, Not)).map(Not),
    ),
    max_leaves=12,
)


@given(TREES)
def test_any_tree_can_be_written(tree: Node) -> None:
    assert node(unparse(tree)) == tree


def test_kinds_decide_about_commas_and_ranges() -> None:
    assert {info.name for info in FIELDS.values() if info.kind is Asked.TEXT and info.listed} == {"author"}
    assert {info.name for info in FIELDS.values() if info.dated} == {"date", "added", "started", "finished", "due"}

"""CSL-JSON: what files have instead of the schema, the schema on the way out, and both ways without loss."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import registry
from readinglist.formats.csl import file as csl
from readinglist.formats.csl import schema
from tests.formats.drafts import JSON, LINE, drafts, full, same

DATA = Path(__file__).parents[2] / "data" / "csl"


def read(text: str) -> list[Draft | Problem]:
    return list(csl.read(io.StringIO(text)))


def read_drafts(text: str) -> list[Draft]:
    found = read(text)
    assert all(isinstance(item, Draft) for item in found), found
    return [item for item in found if isinstance(item, Draft)]


def one(**item: Any) -> Draft:
    (draft,) = read_drafts(json.dumps([{"title": "x", **item}]))
    return draft


def write(papers: list[Draft], complete: bool = True) -> list[dict[str, Any]]:
    value = json.loads("".join(csl.write(papers, complete=complete)))
    for item in value:
        wrong = {name: part for name, part in item.items() if not schema.allows(name, part)}
        assert wrong == {}
        assert {"id", "type"} <= item.keys()
    assert isinstance(value, list)
    return value


def test_quirks() -> None:
    first, crossref, raw, literal, text, season = read_drafts((DATA / "quirks.json").read_text(encoding="utf-8"))
    assert first.title == "On E. coli & CO2"
    assert first.authors == [
        Person(family="Halvorsen", given="Ingrid"),
        Person(family="Berg", given="Jan", particle="van der"),
        Person(family="Musset", given="Alfred", dropping_particle="de", suffix="Jr."),
        Person(literal="WHO"),
    ]
    assert (first.date, first.key, first.abstract, first.tags) == (
        "2012-05-01",
        "halvorsen2012",
        "One.\n\nTwo.",
        ["a", "b"],
    )
    assert first.pages == 17
    assert (crossref.type, crossref.title, crossref.venue) == ("article-journal", "A list", "Full")
    assert crossref.authors == [Person(literal="The Team"), Person(literal="Only"), Person(family="Solo")]
    assert (crossref.date, crossref.key) == ("2019-02", None)
    assert crossref.identifiers == {"issn": ["1932-6203", "0896-6273"]}
    assert (raw.date, raw.key, raw.authors) == ("2010-05", None, [Person(family="Doe", given="Jane")])
    assert (literal.date, literal.status) == ("1890", "reading")
    assert (text.date, text.arxiv, text.authors) == ("2001-02-03", "1706.03762", [Person(family="One")])
    assert (season.date, season.authors_complete, season.authors) == ("2003", False, [Person(family="Doe")])


def test_crossref_message() -> None:
    text = (DATA / "crossref.json").read_text(encoding="utf-8")
    first, second = read_drafts(text)
    assert (first.type, first.title, first.date, first.doi) == ("paper-conference", "First", "2018-11", "10.5555/x.1")
    assert (second.type, second.date) == ("article", "2020-01-02")
    (work,) = read_drafts(
        json.dumps({"status": "ok", "message-type": "work", "message": json.loads(text)["message"]["items"][0]})
    )
    assert work.title == "First"


def test_items_by_key() -> None:
    found = read_drafts('{"doe2001": {"type": "book", "title": "A"}, "roe2002": {"id": "r", "title": "B"}}')
    assert [(draft.key, draft.title) for draft in found] == [("doe2001", "A"), ("r", "B")]


def test_what_the_schema_allows_comes_back_word_for_word() -> None:
    items = json.loads((DATA / "quirks.json").read_text(encoding="utf-8"))
    for item in items:
        (draft,) = read_drafts(json.dumps([item]))
        (again,) = write([draft], complete=False)
        for name, value in item.items():
            if schema.allows(name, value) and name not in ("note", "keyword", "custom"):
                assert again[name] == value


@pytest.mark.parametrize(
    "change", [{"title": "New"}, {"authors": [Person(family="New")]}, {"date": "1999"}, {"doi": "10.1/n"}]
)
def test_what_was_changed_is_written_as_it_is_now(change: dict[str, Any]) -> None:
    (draft, *_rest) = read_drafts((DATA / "quirks.json").read_text(encoding="utf-8"))
    for name, value in change.items():
        setattr(draft, name, value)
    (again,) = read_drafts(json.dumps(write([draft])))
    assert same(again, draft)
    (cited,) = read_drafts(json.dumps(write([draft], complete=False)))
    assert all(getattr(cited, name) == value for name, value in change.items())


def test_every_field_comes_back() -> None:
    (found,) = read(json.dumps(write([full()])))
    assert same(found, full())


@settings(max_examples=60)
@given(st.lists(drafts(), max_size=3))
def test_any_drafts_come_back(wanted: list[Draft]) -> None:
    found = read(json.dumps(write(wanted)))
    assert len(found) == len(wanted)
    assert all(same(one, other) for one, other in zip(found, wanted, strict=True))


def test_quirks_survive_a_complete_export() -> None:
    for name in ("quirks.json", "crossref.json"):
        wanted = read_drafts((DATA / name).read_text(encoding="utf-8"))
        found = read(json.dumps(write(wanted)))
        assert all(same(one, other) for one, other in zip(found, wanted, strict=True))


def test_reading_fields_are_under_custom_and_only_when_complete() -> None:
    (item,) = write([full()])
    assert (item["custom"]["status"], item["custom"]["queue_position"]) == ("paused", 2)
    text = json.dumps(write([full()], complete=False))
    for word in ("paused", "Good", "to-do", "custom", "annote"):
        assert word not in text


def test_ids_differ_for_citing() -> None:
    papers = [Draft(title="A", key="k"), Draft(title="B", key="k"), Draft(title="")]
    assert [item["id"] for item in write(papers, complete=False)] == ["k", "k-2", "item"]


def test_bad_items_are_problems() -> None:
    bad = '3, "x", {"foo": 1}, {"title": "B", "custom": {"readinglist": 1, "rating": 9}}'
    found = read('[{"title": "A"}, ' + bad + ', {"title": "C"}]')
    assert [isinstance(item, Problem) for item in found] == [False, True, True, True, True, False]
    assert all(item.reason and item.raw for item in found if isinstance(item, Problem))


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"date-parts": [[2010, 5, 1], [2010, 6, 1]]}, "2010-05-01"),
        ({"date-parts": [["2010"]]}, "2010"),
        ({"date-parts": [2010, 5]}, "2010-05"),
        ({"date-parts": [["2010-05-06"]]}, "2010-05-06"),
        ({"date-parts": [[]]}, None),
        ({"date-parts": []}, None),
        ({"date-parts": [[-44]]}, None),
        ({"date-parts": [[2010, 15, 1]]}, "2010"),
        ({"date-parts": [[2010, None]]}, "2010"),
        ({"edtf": "2010-05~"}, "2010-05"),
        ({"year": "2010", "month": 5}, "2010-05"),
        ([[2010, 5]], "2010-05"),
        (2010, "2010"),
        (True, None),
        (None, None),
    ],
)
def test_dates(value: Any, wanted: str | None) -> None:
    assert one(issued=value).date == wanted


NAMES = [
    "title",
    "author",
    "issued",
    "container-title",
    "DOI",
    "URL",
    "abstract",
    "id",
    "type",
    "ISSN",
    "custom",
    "page",
]


PARTS = st.dictionaries(st.sampled_from(["family", "given", "literal", "date-parts"]), JSON, max_size=2)
ITEMS = st.dictionaries(st.sampled_from(NAMES) | LINE, JSON | st.lists(PARTS, max_size=2), max_size=4)


@settings(max_examples=200)
@given(st.lists(ITEMS, max_size=2))
def test_junk_never_raises_and_what_is_read_comes_back(items: list[dict[str, Any]]) -> None:
    wanted = [item for item in read(json.dumps(items)) if isinstance(item, Draft)]
    found = read(json.dumps(write(wanted)))
    assert all(same(one, other) for one, other in zip(found, wanted, strict=True))
    write(wanted, complete=False)


def test_half_characters_and_endless_nesting() -> None:
    assert one(title="a\ud800b").title == "a\ufffdb"
    assert one(note="\udc00").extra["csl"]["note"] == "\ufffd"
    (item,) = read('[{"title": "x", "deep": ' + "[" * 500 + "]" * 500 + "}]")
    assert isinstance(item, Problem)


ZOTERO = {
    "itemType": "journalArticle", "title": "Sails &amp; masts", "date": "2004-05", "DOI": "10.1000/9",
    "url": "http://a.example/b",
    "abstractNote": "What holds.", "citationKey": "ash04", "publicationTitle": "J. Sail",
    "tags": [{"tag": "sea"}, "wind"],
    "creators": [
        {"creatorType": "author", "firstName": "Ann", "lastName": "Ash"},
        {"creatorType": "author", "name": "Dock Team"},
        {"creatorType": "editor", "firstName": "Ed", "lastName": "Elm"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        [ZOTERO],
        {"config": {"label": "x"}, "items": [ZOTERO, {"itemType": "attachment", "title": "file.pdf"}]},
        [{"key": "ABCD2345", "version": 3, "data": ZOTERO}],
    ],
)
def test_items_of_zotero(value: Any) -> None:
    text = json.dumps(value)
    (found,) = read_drafts(text)
    assert (found.type, found.title, found.date, found.venue) == (
        "article-journal",
        "Sails & masts",
        "2004-05",
        "J. Sail",
    )
    assert found.authors == [Person(family="Ash", given="Ann"), Person(literal="Dock Team")]
    assert (found.doi, found.url, found.abstract) == ("10.1000/9", "http://a.example/b", "What holds.")
    assert (found.key, found.tags) == ("ash04", ["sea", "wind"])
    row = registry.detect(text, "export.json")
    assert row is not None
    assert row.id == "csl-json"


def test_sniff() -> None:
    for name in ("quirks.json", "crossref.json"):
        assert csl.sniff((DATA / name).read_text(encoding="utf-8")) > 0.9
    assert csl.sniff(json.dumps(write([full()]))) > 0.8
    assert csl.sniff('[{"title": "x", "authors_complete": true, "doi": null}]') == 0
    assert csl.sniff("@article{a}") == 0


PIECES = st.sampled_from(
    ["de ", "Jean", "  ", "<i>", "</i>", "&amp;", "10.1/x", "http://a.b/c", ",", "ü", "2001", "others", "."]
)
WILD = st.lists(PIECES, min_size=1, max_size=4).map("".join).filter(str.strip)
NAME = st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle"]), WILD, min_size=1)
DATE = st.lists(st.integers(0, 3000) | st.sampled_from(["2001", "5", "x"]), min_size=1, max_size=3)
SCHEMA = st.fixed_dictionaries(
    {"id": WILD | st.integers(0, 99), "type": st.sampled_from(sorted(schema.TYPES)), "title": WILD},
    optional={
        "author": st.lists(NAME, min_size=1, max_size=3),
        "issued": DATE.map(lambda parts: {"date-parts": [parts]}) | WILD.map(lambda text: {"literal": text}),
        "DOI": WILD,
        "URL": WILD,
        "abstract": WILD,
        "container-title": WILD,
        "volume": WILD | st.integers(0, 99),
        "publisher": WILD,
    },
)


@settings(max_examples=200)
@given(SCHEMA)
def test_any_item_of_the_schema_comes_back_word_for_word(item: dict[str, Any]) -> None:
    (draft,) = read_drafts(json.dumps([item]))
    (again,) = write([draft], complete=False)
    assert {name: again.get(name) for name in item} == item


def test_a_complete_export_has_no_address_that_nobody_gave() -> None:
    preprint = Draft(title="On tides", arxiv="2101.00001")
    (cited,) = json.loads("".join(csl.write([preprint])))
    (whole,) = json.loads("".join(csl.write([preprint], complete=True)))
    assert cited["URL"] == "https://arxiv.org/abs/2101.00001"
    assert "URL" not in whole
    assert read_drafts(json.dumps([whole]))[0].arxiv == "2101.00001"


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a", "type": "graphic", "title": "Tides", "seeAlso": []}]',
        '{"a": {"type": "song", "title": "Tides"}, "b": {"type": "map", "title": "Coasts"}}',
        '[{"id": "a", "type": "entry"}]',
    ],
)
def test_few_fields_and_a_type_of_csl_are_taken_for_csl(text: str) -> None:
    found = registry.detect(text)
    assert found is not None
    assert found.id == "csl-json"
    assert len(read_drafts(text)) == (2 if text.startswith("{") else 1)


def test_dates_before_our_era_and_dates_in_lists_survive() -> None:
    ancient = {"date-parts": [["-334", 11, 5], [0]], "circa": True}
    items = [
        {"id": "a", "type": "book", "title": "Tides", "issued": ancient},
        {"id": "b", "type": "book", "title": "Coasts", "issued": [{"date-parts": [2016, 12, 19]}]},
    ]
    found = read_drafts(json.dumps(items))
    assert [paper.date for paper in found] == [None, "2016-12-19"]
    written = json.loads("".join(csl.write(found)))
    assert [item["issued"] for item in written] == [ancient, {"date-parts": [[2016, 12, 19]]}]

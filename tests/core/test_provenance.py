"""Where fields came from, as it is kept in `extra`: whole papers, single fields, and what is no source at all."""

from __future__ import annotations

from readinglist.core import provenance
from readinglist.core.contract import as_json, from_json
from readinglist.core.identity import merge
from readinglist.core.paper import Draft
from readinglist.sources.services import SERVICES


def test_every_service_is_known_by_its_id_and_called_by_its_label() -> None:
    assert {service.id: service.label for service in SERVICES} == provenance.LABELS
    assert provenance.from_service("Open Library")["source"][0] == "openlibrary"
    assert provenance.from_service("the page itself")["source"][0] == "page"


def test_a_field_says_it_before_its_paper_and_blanks_say_nothing() -> None:
    extra = {"source": ["crossref", "2026-11-19T09:12:03Z"], "source.title": ["typed", ""], "mood": 1}
    draft = Draft(title="T", date="2017", note="N", extra=extra)
    assert draft.sources == {"type": "crossref", "title": "typed", "date": "crossref", "note": "typed"}
    assert provenance.of_paper(draft)["date"].in_words() == "Crossref, 2026-11-19"
    assert provenance.without(extra) == {"mood": 1}


def test_what_another_program_made_of_it_is_none() -> None:
    for odd in ("typed", [], [1], {"a": 1}, None, [""]):
        assert Draft(title="T", extra={"source.title": odd, "source": odd}).sources == {}


def test_a_note_is_ones_own_where_nothing_else_is_said() -> None:
    assert Draft(title="T", note="N", why="W").sources == {"note": "typed", "why": "typed"}
    assert Draft(note="N", extra={"source.note": ["file", ""]}).sources == {"note": "file"}


def test_the_json_has_names_and_a_complete_export_the_times_too() -> None:
    draft = Draft(title="T", extra={"source.title": ["arxiv", "2026-11-19T09:12:03Z"], "pending": "doi:10.1/x"})
    shown = as_json(draft)
    assert (shown["sources"], shown["pending"]) == ({"title": "arxiv"}, True)
    assert shown["extra"] == {"pending": "doi:10.1/x"}
    assert from_json(as_json(draft, complete=True)).extra == draft.extra
    assert from_json(shown).sources == {"title": "arxiv"}
    assert from_json({"title": "T", "sources": {"title": 3, "id": "x"}}).sources == {}


def test_a_second_record_fills_in_with_its_source_and_leaves_what_was_typed() -> None:
    old = Draft(title="T", date="2016", extra={"source.date": ["typed", ""], "source.venue": ["typed", ""]})
    new = Draft(title="T", date="2016-03-09", venue="Nature", doi="10.1/x", extra={"source": ["file", "then"]})
    found = merge.changes(old, new)
    assert (found.get("date"), found.get("venue"), found["doi"]) == (None, None, "10.1/x")
    assert found["extra"]["source.doi"] == ["file", "then"]
    assert "source" not in found["extra"]

"""A merge fills blanks and unites lists; what the user has is never overwritten."""

from __future__ import annotations

import copy

from hypothesis import given, settings

from readinglist.core.identity import merge, publication
from readinglist.core.paper import Draft, File, Person, Reading
from tests.formats.drafts import drafts


@settings(max_examples=100)
@given(drafts(), drafts())
def test_nothing_that_was_there_is_lost_and_merging_twice_adds_nothing_more(old: Draft, new: Draft) -> None:
    before = copy.deepcopy(old)
    merge.apply(old, merge.changes(old, new))
    beside = old.extra.get(publication.PREPRINT) or {}  # what a preprint said of its place, when it is published
    for name in ("venue", "subject", "abstract", "doi", "arxiv", "url", "key", "priority", "rating", "due", "uid"):
        assert getattr(before, name) in (None, "", getattr(old, name), beside.get(name))
    assert set(before.tags) <= set(old.tags)
    assert (before.note or "").strip() in (old.note or "")
    for key, value in before.extra.items():
        if key in ("csl", "bibtex", "bibtex_type") and key in beside:
            for name, part in value.items() if isinstance(value, dict) else ():
                assert part in (old.extra.get(key, {}).get(name), beside[key].get(name))
        elif key != merge.OTHER_KEYS:
            assert old.extra[key] == value
    assert all(file in old.files for file in before.files)
    assert all(reading in old.readings for reading in before.readings)
    assert merge.changes(old, new) == {}


def test_a_web_page_that_is_given_a_publications_ids_is_of_its_kind_at_once() -> None:
    new = Draft(type="article-journal", title="T", doi="10.1000/xyz123", arxiv="2409.01369", venue="J. Things")
    for kind in ("webpage", "manuscript", "post-weblog"):
        old = Draft(type=kind, title="T", date="2024-09-02")
        merge.apply(old, merge.changes(old, new))
        assert (old.type, old.venue, old.date) == ("article-journal", "J. Things", "2024-09-02")
        assert merge.changes(old, new) == {}
    vague = Draft(type="webpage", title="T", url="https://example.org")
    assert "type" not in merge.changes(Draft(type="manuscript", title="T"), vague)


def test_dates_become_more_exact_and_never_others() -> None:
    assert merge.changes(Draft(date="2016"), Draft(date="2016-03-09")) == {"date": "2016-03-09"}
    assert merge.changes(Draft(date="2016"), Draft(date="2017-03")) == {}
    assert merge.changes(Draft(date="2016-03"), Draft(date="2016")) == {}


def test_et_al_is_completed_by_a_list_that_goes_on_from_it() -> None:
    one, two, three = (Person(family=name) for name in ("Vaswani", "Shazeer", "Parmar"))
    short = Draft(authors=[one], authors_complete=False)
    assert merge.changes(short, Draft(authors=[one, two]))["authors"] == [one, two]
    assert merge.changes(short, Draft(authors=[three, two])) == {}
    assert merge.changes(Draft(authors=[one]), Draft(authors=[one, two])) == {}


def test_notes_are_kept_both() -> None:
    assert merge.changes(Draft(note="mine\n"), Draft(note="theirs"))["note"] == "mine\n\ntheirs"
    assert merge.changes(Draft(note="mine and theirs"), Draft(note="theirs")) == {}


def test_a_status_is_filled_only_where_nothing_was_decided() -> None:
    assert merge.changes(Draft(status="inbox"), Draft(status="read")) == {"status": "read"}
    assert merge.changes(Draft(status="to_read"), Draft(status="read")) == {}
    assert merge.changes(Draft(status="inbox", readings=[Reading(started="2020")]), Draft(status="read")) == {}


def test_other_keys_and_files_are_remembered() -> None:
    found = merge.changes(Draft(key="a", files=[File(path="x.pdf")]), Draft(key="b", files=[File(path="y.pdf")]))
    assert found["extra"] == {merge.OTHER_KEYS: ["b"]}
    assert [file.path for file in found["files"]] == ["x.pdf", "y.pdf"]


def test_a_paper_known_only_by_its_identifier_gets_its_title() -> None:
    bare = Draft(title="1706.03762", arxiv="1706.03762")
    assert merge.changes(bare, Draft(title="Attention", arxiv="1706.03762")) == {"title": "Attention"}
    assert merge.changes(Draft(title="Mine", arxiv="1706.03762"), Draft(title="Attention")) == {}

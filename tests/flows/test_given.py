"""What a person gives to be added: files, text of a format, papers a line, and tags that are statuses."""

from __future__ import annotations

from pathlib import Path

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.core.status import BUILT_IN
from readinglist.flows.given import Given, typed
from readinglist.flows.importing.tag_mapping import Tally

TAGGED = '[{"title": "Sets", "tags": ["to-read", "nlp"]}]'


def titles(items: object) -> list[str]:
    assert isinstance(items, list)
    return [item.title for item in items if isinstance(item, Draft)]


def test_a_line_names_a_paper_or_is_asked_about_and_says_where_it_stood() -> None:
    asked, named = typed("A Theory of Everything\n\n10.1038/nature14539\n")
    assert isinstance(asked, Problem)
    assert (asked.words, asked.place, asked.raw) == (True, "line 1", "A Theory of Everything")
    assert "--title 'A Theory of Everything'" in asked.reason
    assert isinstance(named, Draft)
    assert (named.place, named.doi, named.extra["pending"]) == ("line 3", "10.1038/nature14539", f"doi:{named.doi}")


def test_text_of_a_format_is_read_as_that() -> None:
    assert titles(list(typed("@article{a, title = {Deep Learning}, year = 2015}"))) == ["Deep Learning"]


def test_a_page_of_prose_is_one_thing_that_cannot_be_read() -> None:
    (found,) = typed("\n".join(f"word {n}" for n in range(500)))
    assert isinstance(found, Problem)
    assert "none of the known formats" in found.reason


def test_files_are_read_and_their_names_in_the_box_are_not(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_text("@article{a, title = {Deep Learning}}\n", encoding="utf-8")
    wanted = Given(str(file), [file])
    for _turn in range(2):
        assert titles(list(wanted.records(BUILT_IN))) == ["Deep Learning"]


def test_tags_become_statuses_as_the_user_says_and_are_counted_as_they_were() -> None:
    tally = Tally()
    (draft,) = Given(TAGGED, mapping={"To-Read": "to_read"}).records(BUILT_IN, tally)
    assert isinstance(draft, Draft)
    assert (draft.status, draft.tags) == ("to_read", ["nlp"])
    assert [(use.tag, use.count, use.status) for use in tally.tags()] == [("to-read", 1, "to_read"), ("nlp", 1, None)]
    (left,) = Given(TAGGED).records(BUILT_IN)
    assert isinstance(left, Draft)
    assert (left.status, left.tags) == (None, ["to-read", "nlp"])

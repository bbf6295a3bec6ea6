"""Markdown: a document to read, notes that come back, file names safe everywhere."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import markdown
from readinglist.formats.markdown import front_matter
from tests.formats.drafts import LINE, drafts, full, same


def read(text: str) -> Draft | Problem:
    (item,) = markdown.read(io.StringIO(text))
    return item


def test_one_document() -> None:
    text = "".join(markdown.write([full(), Draft(title="Second")], complete=True))
    assert text.startswith("# Papers\n\n## Imitating Language via")
    assert "Markus Wulfmeier, Anthony van Dyck" in text
    assert "et al." in text
    assert "Paused · priority high · ★★★★ · due 2026-12-01" in text
    assert "> we show\n> that\n>\n> — page 3 · why?" in text
    assert "### Note\n\n# Good" in text
    assert "## Second" in text


def test_for_citing_has_nothing_private() -> None:
    text = "".join(markdown.write([full()]))
    assert "Good" not in text
    assert "Paused" not in text


def test_a_folder_of_notes_is_the_readers_own_and_carries_json_only_where_it_is_complete() -> None:
    ((_name, note),) = markdown.write_vault([full()], complete=False)
    assert "status: paused" in note
    assert "rating: 4" in note
    assert "  - imitation" in note
    assert note.endswith("end\n")
    assert "reading_list:" not in note
    (back,) = markdown.read(io.StringIO(note))
    assert isinstance(back, Draft)
    assert (back.status, back.tags, back.note) == (full().status, full().tags, full().note)
    assert "reading_list:" in next(markdown.write_vault([full()], complete=True))[1]


def test_every_field_of_a_note_comes_back() -> None:
    ((name, text),) = markdown.write_vault([full()])
    assert name == "Wulfmeier 2024 - Imitating Language via Scalable Inverse Reinforcement Learning.md"
    assert same(read(text), full())


@settings(max_examples=60)
@given(drafts())
def test_any_note_comes_back(draft: Draft) -> None:
    ((_name, text),) = markdown.write_vault([draft])
    assert same(read(text), draft)


def test_names_are_safe_and_differ() -> None:
    titles = ["What? A/B: <c>", "what  A B c", "CON", "", "...", "x" * 500, "日" * 200, "a\\b|c#d^e[f]"]
    names = [name for name, _text in markdown.write_vault([Draft(title=title) for title in titles])]
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert not re.search(r'[\\/:*?"<>|#^\[\]]', name)
        assert len(name.encode()) < 200
        assert not re.match(r"(?i)con\.md", name)


def test_a_note_edited_in_another_program() -> None:
    text = (
        "---\ntitle: 'It''s a: title'\nauthors: [\"Doe, Jane\", Kim Roe]\ntags:\n- one\n- two words\nyear: 2016\n"
        "rating: 4\ndue: 2026-12-01\nmood:\nsummary: >-\n  folded\n  text\n---\nMy *note*.\n"
    )
    draft = read(text)
    assert isinstance(draft, Draft)
    assert draft.title == "It's a: title"
    assert draft.authors == [Person(family="Doe", given="Jane"), Person(family="Roe", given="Kim")]
    assert (draft.date, draft.rating, draft.due, draft.tags) == ("2016", 4, "2026-12-01", ["one", "two words"])
    assert (draft.note, draft.extra) == ("My *note*.", {"mood": None, "summary": "folded text"})


@pytest.mark.parametrize(
    "text", ["no properties", "---\n- a\n---\n", "---\ntitle: &x y\n---\n", "---\nrating: 9\n---\n"]
)
def test_what_cannot_be_read_is_a_problem(text: str) -> None:
    item = read(text)
    assert isinstance(item, Problem)
    assert item.raw == text


ANY_TEXT = st.text().map(lambda text: text.encode("utf-8", "replace").decode())
SCALARS = LINE | st.integers(-(10**9), 10**9) | st.booleans() | ANY_TEXT


@given(st.dictionaries(st.sampled_from(["a", "b c", "d_e"]), SCALARS | st.lists(LINE, min_size=1)))
def test_front_matter_comes_back(values: dict[str, object]) -> None:
    head = front_matter.split(front_matter.dump(values) + "body")
    assert head is not None
    assert (front_matter.load(head[0]), head[1]) == (values, "body")


@given(st.text() | st.text(alphabet="-: \n[]{}'\"ab").map(lambda t: f"---\n{t}\n---\n"))
def test_junk_never_raises(text: str) -> None:
    for item in markdown.read(io.StringIO(text)):
        assert isinstance(item, Draft | Problem)


def test_markdown_signs_in_titles_are_shown_as_they_are() -> None:
    assert markdown.escape("*a* [b] <c> $x_1*$ d_e") == r"\*a\* \[b\] \<c\> $x_1*$ d\_e"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Attention: is all you need", "Attention: is all you need"),
        ("title: @home learning", "@home learning"),
        ("title: %50 of it: `code`", "%50 of it: `code`"),
        ("title: - a dash", "- a dash"),
        ("title: > 5 sigma", "> 5 sigma"),
        ("title: 'Tis nobler", "'Tis nobler"),
        ("title:\tA tab", "A tab"),
        ("title: No", "No"),
        ("title: 12:30:45", "12:30:45"),
    ],
)
def test_titles_that_nobody_quoted_are_read(line: str, title: str) -> None:
    """PyYAML and ruamel.yaml refuse the whole note for all of these but the last two, and PyYAML alters those."""
    draft = read(f"---\n{line}\nstatus: read\n---\n")
    assert isinstance(draft, Draft)
    assert (draft.title, draft.status) == (title, "read")


def test_numbers_that_are_names_keep_every_sign() -> None:
    draft = read("---\ntitle: 010\narxiv: 1706.03760\nyear: 2017\n---\n")
    assert isinstance(draft, Draft)
    assert (draft.title, draft.arxiv, draft.date) == ("010", "1706.03760", "2017")


def test_a_list_with_a_remark_and_with_items_over_two_lines() -> None:
    draft = read("---\ntitle: A\ntags: # mine\n  - one\n    more\n  - two\n---\n")
    assert isinstance(draft, Draft)
    assert draft.tags == ["one more", "two"]


def test_lists_of_one_and_of_none() -> None:
    draft = read("---\ntitle: 2001\nauthors: 01\ntags:\norganizations: deepmind\n---\n")
    assert isinstance(draft, Draft)
    assert (draft.title, draft.tags, draft.organizations) == ("2001", [], ["deepmind"])

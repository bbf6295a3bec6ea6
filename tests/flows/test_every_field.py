"""Every editable field of the table comes through everything that reads the table: a forgotten reader fails here."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from readinglist.cli.editing import set_
from readinglist.cli.main import commands
from readinglist.core.contract import as_json, from_json
from readinglist.core.field import Asked, Field, Goes, Kind, Merge, Stored
from readinglist.core.fields import COLUMNS, FIELDS, SortKey
from readinglist.core.identity import merge
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Paper, Person
from readinglist.core.query.language import parse
from readinglist.flows import editing, merging
from readinglist.formats import markdown, registry
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.library.kit import open_quick

EDITABLE = [field for field in FIELDS if field.editable]
SAMPLES: dict[str, Any] = {
    "type": "book",
    "doi": "10.1000/xyz123",
    "arxiv": "2409.01369",
    "url": "https://example.org/sample",
    "key": "sample2024",
    "status": "reading",
    Kind.TEXT: "Samplewort für Ada",
    Kind.LONG_TEXT: "Samplewort, first line\n\nand another",
    Kind.PEOPLE: [Person(family="Samplewort", given="Ada")],
    Kind.TEXTS: ["Samplewort", "two words"],
    Kind.NUMBER: 4,
    Kind.DATE: "2023-05",
    Kind.DAY: "2026-12-01",
    Kind.FLAG: False,
    Kind.CHOICE: "high",
    Kind.OBJECT: {"odd": [1, {"Samplewort": None}]},
}


def each(fields: Any) -> Any:
    return pytest.mark.parametrize("field", fields, ids=lambda field: field.name)


def sample(field: Field) -> Any:
    return copy.deepcopy(SAMPLES.get(field.name, SAMPLES.get(field.kind)))


def filled(field: Field) -> Draft:
    """A draft with a title and this field; one more author, so that not all of them can be named."""
    draft = Draft(title="A paper", authors=[Person(family="Berg", given="Eva")])
    setattr(draft, field.name, sample(field))
    return draft


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as library:
        yield library


@each(EDITABLE)
def test_the_library_keeps_it(field: Field, library: Library) -> None:
    number = library.papers.add(filled(field))
    assert getattr(library.papers.get(number), field.name) == sample(field)


@each([field for field in EDITABLE if field.name not in ("status", "tags", "note")])  # these have deeds of their own
def test_a_change_of_it_is_undone(field: Field, library: Library) -> None:
    number = library.papers.add(Draft(title="A paper", authors=[Person(family="Berg", given="Eva")]))
    before = library.papers.get(number)
    library.papers.update([number], Op.EDIT, {field.name: sample(field)})
    assert getattr(library.papers.get(number), field.name) == sample(field)
    library.undo()
    assert getattr(library.papers.get(number), field.name) == getattr(before, field.name)


@each(EDITABLE)
def test_json_holds_it(field: Field) -> None:
    draft = filled(field)
    text = json.dumps(as_json(draft, complete=True))
    assert from_json(json.loads(text)) == draft


@each(EDITABLE)
@pytest.mark.parametrize("form", [form for form in registry.FORMATS if form.writes], ids=lambda form: form.id)
def test_complete_exports_carry_it(field: Field, form: registry.Format) -> None:
    draft = filled(field)
    module = registry.module(form)
    texts = ["".join(module.write([draft], complete=True))]
    if form.id == "markdown":
        texts = [text for _name, text in markdown.write_vault([draft])]
    (found,) = [item for text in texts for item in module.read(io.StringIO(text))]
    assert isinstance(found, Draft)
    assert getattr(found, field.name) == sample(field)


@each([field for field in EDITABLE if field.goes == Goes.PRIVATE and "Samplewort" in str(SAMPLES.get(field.kind))])
@pytest.mark.parametrize("form", [form for form in registry.FORMATS if form.writes], ids=lambda form: form.id)
def test_what_is_private_is_in_no_export_for_citing(field: Field, form: registry.Format) -> None:
    module = registry.module(form)
    assert "Samplewort" not in "".join(module.write([filled(field)]))


@each([field for field in EDITABLE if field.goes == Goes.CITING])
@pytest.mark.parametrize("name", ["json", "csv"])
def test_what_is_for_citing_is_in_our_own_exports(field: Field, name: str) -> None:
    module = registry.module(registry.by_id(name))
    (found,) = module.read(io.StringIO("".join(module.write([filled(field)]))))
    assert getattr(found, field.name) == sample(field)


@each(EDITABLE)
def test_a_second_record_fills_it(field: Field, library: Library) -> None:
    old = Draft(title="A paper", authors=[Person(family="Berg", given="Eva")])
    if field.name in ("title", "authors"):
        setattr(old, field.name, [] if field.kind == Kind.PEOPLE else "")
    elif field.name == "type":
        old.type = "article"
    found = merge.changes(old, filled(field))
    assert (field.name in found) == (field.merge != Merge.KEEP)
    if found:
        number = library.papers.add(old)
        library.merging.apply(library.papers.get(number), found)
        assert getattr(library.papers.get(number), field.name) == sample(field)


@each([field for field in EDITABLE if field.merge in (Merge.FILL, Merge.RULE)])
def test_where_two_papers_differ_it_can_be_chosen(field: Field, library: Library) -> None:
    numbers = [library.papers.add(Draft(title="A paper", type="chapter")), library.papers.add(filled(field))]
    rows = {row.field: row for row in merging.preview(library, numbers, numbers[0], {field.name: numbers[1]}).rows}
    assert rows[field.name].values[1] == sample(field)
    merging.merge(library, numbers, numbers[0], {field.name: numbers[1]})
    assert getattr(library.papers.get(numbers[0]), field.name) == sample(field)


QUERIES = {
    "doi": "10.1000",
    "arxiv": "2409",
    Kind.NUMBER: "4",
    Kind.DATE: "2023",
    Kind.DAY: "2026-12-01",
    Kind.CHOICE: "high",
    Kind.STATUS: "reading",
}


@each([field for field in EDITABLE if field.search])
def test_the_search_finds_it(field: Field, library: Library) -> None:
    assert field.search
    library.papers.add(Draft(title="Another"))
    number = library.papers.add(filled(field))
    value = QUERIES.get(field.name) or QUERIES.get(field.kind) or "sample"
    query = parse(f"{field.search.name}:{value}")
    assert query.problem is None
    assert list(library.search.ids(Question(node=query.node))) == [number]
    if field.search.kind == Asked.TEXT:
        assert number in library.search.ids(Question(node=parse("samplewort").node))
    if field.search.empty:
        assert number not in library.search.ids(Question(node=parse(f"{field.search.name}:none").node))
        assert number in library.search.ids(Question(node=parse(f"{field.search.name}:any").node))


@each([field for field in COLUMNS if field.editable and field.stored == Stored.COLUMN])
def test_the_list_sorts_by_it_and_shows_it(field: Field, library: Library) -> None:
    numbers = [library.papers.add(filled(field)), library.papers.add(Draft(title=""))]
    if field.kind != Kind.STATUS and field.name != "key":
        assert list(library.search.ids(Question(sort=(SortKey(field.name),)))) == numbers
        assert list(library.search.ids(Question(sort=(SortKey(field.name, True),)))) == numbers
    row = library.search.rows(numbers)[numbers[0]]
    shown = row.plain[field.name] if field.name in row.plain else getattr(row, field.name)
    assert shown == ("Ada Samplewort" if field.kind == Kind.PEOPLE else sample(field))


@each([field for field in EDITABLE if field.option])
def test_the_command_line_sets_it_and_empties_it(field: Field, tmp_path: Path) -> None:
    assert field.option in {name for parameter in set_.params for name in parameter.opts}
    assert field.help
    path = tmp_path / "library.db"
    with open_quick(path, create=True) as library:
        library.papers.add(Draft(title="A paper", type="chapter"))
    words = "Ada Samplewort" if field.kind == Kind.PEOPLE else str(sample(field))
    run = CliRunner().invoke(commands, ["--library", str(path), "set", "1", field.option, words])
    assert run.exit_code == 0, run.output
    with open_quick(path) as library:
        assert getattr(library.papers.get(1), field.name) == sample(field)
        if field.kind == Kind.STATUS:
            return
        editing.edit(library, [1], {field.name: "none"})
        assert getattr(library.papers.get(1), field.name) in (None, "", [], "article")


def test_the_table_is_whole() -> None:
    names = [field.name for field in FIELDS]
    assert len(names) == len(set(names))
    for field in FIELDS:
        assert field.label
        assert bool(field.option) == bool(field.help)
        assert hasattr(Paper(id=1), field.name) or field.name == "progress"
        if field.plain:
            assert field.stored == Stored.COLUMN

"""What one record and one file may bring: past that a record is reported with all of its text, below it nothing is."""

from __future__ import annotations

import io

import pytest

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import bibtex, budgets
from tests.reliability.hostile_patterns import PATTERNS


def read(text: str) -> list[Draft | Problem]:
    return list(budgets.within(bibtex.read(io.StringIO(text))))


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("title", {"title": "x" * budgets.TITLE}),
        ("authors", {"authors": [Person(family="x")] * budgets.PEOPLE}),
        ("tags", {"tags": ["x"] * budgets.TAGS}),
        ("abstract", {"abstract": "x" * budgets.FIELD}),
        ("note", {"note": "x" * budgets.FIELD}),
        ("extra", {"extra": {"csl": {"volume": ["x" * budgets.FIELD]}}}),
    ],
)
def test_as_much_as_is_allowed_is_taken_and_one_more_is_not(field: str, most: dict) -> None:
    draft = Draft(**{"title": "A title", "raw": "the text", "key": "k", "place": "line 3"} | most)
    assert list(budgets.within([draft])) == [draft]
    if field == "extra":
        draft.extra["csl"]["volume"][0] += "x"
        draft.raw = None
    else:
        value = getattr(draft, field)
        setattr(draft, field, value + value[:1])
        draft.raw = None if field == "abstract" else draft.raw
    (problem,) = budgets.within([draft])
    assert isinstance(problem, Problem)
    assert (problem.raw, problem.place, problem.key) == (draft.raw or "", "line 3", "k")
    assert "than" in problem.reason


def test_a_record_past_a_budget_keeps_its_text_and_the_others_come_in() -> None:
    long = "@misc{long, title = {" + "word " * 3_000 + "}}"
    first, second = read(f"{long}\n@misc{{k, title = {{Short}}}}\n")
    assert isinstance(first, Problem)
    assert first.raw == long
    assert isinstance(second, Draft)


def test_of_records_that_do_not_close_so_many_are_saved_and_of_all_others_the_text_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("readinglist.formats.bibtex.scanner._MOST_SALVAGED", 3)
    text = "".join(f"@misc{{k{n}, title = {{T{n}}}\n" for n in range(6))
    found = read(text + "@misc{whole, title = {Whole}}\n")
    assert [type(item) for item in found] == [Draft] * 3 + [Problem] * 3 + [Draft]
    assert [item.raw for item in found[3:6]] == [f"@misc{{k{n}, title = {{T{n}}}" for n in (3, 4, 5)]
    assert [item.key for item in found] == ["k0", "k1", "k2", "k3", "k4", "k5", "whole"]


def test_stray_words_are_passed_over_and_the_field_behind_them_is_read() -> None:
    for stray in ("x " * 500, "x\n" * 200, "x % y\n" * 50, "word" * 300 + " "):
        (draft,) = read("@misc{k, " + stray + ", title = {T}, year = 2001}")
        assert isinstance(draft, Draft)
        assert (draft.title, draft.date) == ("T", "2001")


def test_strings_that_double_are_refused_where_they_are_used() -> None:
    text = PATTERNS["bibtex"]["strings that double"](700)
    found = read(text + "@misc{other, title = a3}\n")
    assert [type(item) for item in found] == [Problem, Draft]
    assert "1 MB" in found[0].reason  # type: ignore[union-attr]
    assert found[0].raw.startswith("@misc{k")  # type: ignore[union-attr]
    assert found[1].title == "x" * 64  # type: ignore[union-attr]


def test_strings_of_a_whole_file_come_to_16_mb_at_most() -> None:
    one = "x" * 900_000
    found = read(f'@string{{a = "{one}"}}\n' + "".join(f"@misc{{k{n}, title = {{T}}, note = a}}\n" for n in range(30)))
    taken = [item for item in found if isinstance(item, Draft)]
    refused = [item for item in found if isinstance(item, Problem)]
    assert len(taken) == 17
    assert len(refused) == 13
    assert all("16 MB" in item.reason and item.raw for item in refused)


def test_ordinary_strings_of_a_large_file_are_no_matter() -> None:
    text = '@string{jmlr = "Journal of Machine Learning Research"}\n' + "".join(
        f"@article{{k{n}, title = {{T {n}}}, journal = jmlr # {{ (JMLR)}}}}\n" for n in range(2_000)
    )
    assert all(isinstance(item, Draft) and item.venue for item in read(text))


def test_without_the_budget_doubling_has_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: with a budget a hundred times as large, the same text grows a hundred times as long."""
    monkeypatch.setattr("readinglist.formats.bibtex.macros.EXPANDED_FIELD", 100_000_000)
    monkeypatch.setattr("readinglist.formats.bibtex.macros.EXPANDED_FILE", 1_000_000_000)
    strings = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(22))
    found = list(bibtex.read(io.StringIO(f'@string{{a0 = "xxxxxxxx"}}\n{strings}@misc{{k, note = a22}}\n')))
    assert isinstance(found[0], Draft)
    assert len(str(found[0].extra)) > 30_000_000

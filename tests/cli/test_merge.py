"""`duplicates` and `merge` on the command line."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run

PAPERS = json.dumps(
    [
        {"title": "Attention is all you need", "authors": [{"family": "Vaswani", "given": "A."}], "date": "2017",
         "type": "article", "arxiv": "1706.03762"},
        {"title": "Attention Is All You Ned", "authors": [{"family": "Vaswani", "given": "Ashish"}], "date": "2018",
         "venue": "NeurIPS", "rating": 4, "doi": "10.1/x", "type": "paper-conference"},
        {"title": "Something else", "authors": [{"family": "Li", "given": "B."}], "date": "2018"},
    ]
)  # fmt: skip


@pytest.fixture
def filled(run: Run) -> Run:
    assert run("import", "-", "--format", "json", stdin=PAPERS).code == 0
    return run


def test_duplicates_are_listed_with_reasons(filled: Run) -> None:
    done = filled("duplicates")
    assert done.code == 0
    assert "titles that differ in spelling and first author: preprint and published version" in done.out
    assert "1 group of possible duplicates." in done.err
    (group,) = filled("duplicates", "--json").json
    assert (list(group), [paper["id"] for paper in group["papers"]]) == (["score", "reasons", "papers"], [1, 2])
    assert filled("duplicates", "--least", "1", "--json").json == []


def test_told_apart_is_remembered(filled: Run) -> None:
    assert filled("duplicates", "--apart", "1,2", "--json").json == []
    assert filled("duplicates").err == "No duplicates found.\n"
    assert filled("undo").code == 0
    assert len(filled("duplicates", "--json").json) == 1


def test_merge(filled: Run) -> None:
    shown = filled("merge", "1", "2", "--dry-run", "--take", "title=1").out
    assert "title\t[Attention is all you need]\tAttention Is All You Ned" in shown
    assert len(filled("list", "--json").json) == 3
    paper = filled("merge", "1", "2", "--take", "title=1", "--json").json
    assert (paper["id"], paper["title"], paper["arxiv"], paper["venue"]) == (
        2, "Attention is all you need", "1706.03762", "NeurIPS"
    )  # fmt: skip
    assert len(filled("list", "--json").json) == 2
    filled("undo")
    assert len(filled("list", "--json").json) == 3
    assert "2 papers merged: 1\t" in filled("merge", "1", "2", "--keep", "1").out


@pytest.mark.parametrize(
    ("words", "code"), [(("1",), 2), (("1", "99"), 8), (("1", "2", "--take", "title"), 2),
                        (("1", "2", "--take", "mood=1"), 2), (("1", "2", "--keep", "3"), 2)]
)  # fmt: skip
def test_wrong_merges_change_nothing(filled: Run, words: tuple[str, ...], code: int) -> None:
    assert filled("merge", *words).code == code
    assert len(filled("list", "--json").json) == 3

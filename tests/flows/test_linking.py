"""Links between papers in a real library: found, followed back, kept through renames and undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.errors import Refused
from readinglist.core.paper import Draft
from readinglist.flows import linking
from readinglist.flows.editing import edit
from tests.library.kit import open_quick, snapshot


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "library.db", create=True) as opened:
        opened.papers.add(Draft(title="Policy Distillation", key="rusu2015policy", arxiv="1511.06295v2"))
        opened.papers.add(
            Draft(title="Griffin", note="See [[policy distillation]], [[rusu2015policy|it]], [[nobody]].")
        )
        opened.papers.add(Draft(title="Third", doi="10.1/THIRD", extra={"bibtex": {"related": "rusu2015policy"}}))
        yield opened


def test_links_go_somewhere_and_back(library):
    known = library.links
    assert linking.around(library, 2) == ([(1, "Policy Distillation")], [])
    assert linking.around(library, 1) == ([], [(2, "Griffin"), (3, "Third")])
    assert known.outgoing(2) == [1]
    assert known.backlinks(1) == [2, 3]
    assert known.add(1, ["https://doi.org/10.1/third", "not here yet 2030"]) == 2
    assert known.add(1, ["10.1/Third"]) == 0
    assert (known.outgoing(1), known.backlinks(3)) == ([3], [1])
    library.undo()
    assert known.outgoing(1) == []


def test_an_arxiv_id_is_found_in_any_version(library):
    known = library.links
    for text in ("arXiv:1511.06295", "https://arxiv.org/abs/1511.06295v1"):
        assert known.resolve(text) == 1
    assert known.resolve("arXiv:1511.0629") is None


def test_a_paper_that_comes_later_is_found(library):
    library.links.add(3, ["A paper of tomorrow"])
    assert library.links.outgoing(3) == [1]
    library.papers.add(Draft(title="A Paper of Tomorrow"))
    assert library.links.outgoing(3) == [1, 4]


def test_what_is_in_the_trash_is_not_linked(library):
    known = library.links
    library.papers.trash([2])
    assert known.backlinks(1) == [3]
    library.papers.trash([1])
    assert known.resolve("Policy Distillation") is None
    library.undo()
    assert known.resolve("Policy Distillation") == 1


def test_renames_are_followed_as_one_step(library):
    before = snapshot(library.db)
    edit(library, [1], {"title": "Distilling Policies", "key": "rusu2016"})
    assert library.papers.note(2) == "See [[Distilling Policies]], [[rusu2016|it]], [[nobody]]."
    assert library.links.outgoing(2) == [1]
    assert library.undo_name() == "Edit title, key of 1 paper"
    library.undo()
    assert snapshot(library.db) == before


def test_a_title_that_another_paper_has_too_is_left_alone(library):
    library.papers.add(Draft(title="Policy distillation"))
    note = library.papers.note(2)
    edit(library, [1], {"title": "New name"})
    assert library.papers.note(2) == note


def test_completion_offers_titles(library):
    known = library.links
    assert known.complete("gri") == [(2, "Griffin")]
    assert [title for _id, title in known.complete("")] == ["Griffin", "Policy Distillation", "Third"]
    assert known.complete("%") == known.complete("zzz") == []


def test_a_step_that_fails_leaves_no_trace_in_what_is_remembered(library):
    known = library.links
    before = known.edges()

    def failing() -> None:
        with library.step("link", 1):
            known.add(3, ["Griffin"])
            assert (3, 2) in known.edges()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert known.edges() == before
    known.add(1, ["Griffin"])
    with library.another(readonly=True) as other:
        assert known.edges() == before | {(1, 2)} == other.links.edges()


def test_only_what_changed_is_read_again(library, monkeypatch):
    known = library.links
    known.edges()
    asked = []
    monkeypatch.setattr(known, "_named", lambda papers=None: asked.append(papers) or {})
    library.readings.set_status([2], "reading")
    known.edges()
    library.papers.set_note(3, "[[Griffin]]")
    known.edges()
    assert asked == [[], [3]]


def test_what_is_not_in_the_library_is_told_until_it_comes(library):
    assert [one[:2] for one in linking.missing(library, 2)] == [("note", "nobody")]
    assert linking.change(library, 1, cites=["10.9/Later", "Some title to come"], related=["2401.00001v2"]) == 3
    assert [one[:2] for one in linking.missing(library, 1)] == [
        ("cites", "10.9/later"), ("cites", "some title to come"), ("related", "arXiv:2401.00001")
    ]  # fmt: skip
    came = library.papers.add(Draft(title="Some Title to Come", doi="10.9/LATER", arxiv="2401.00001"))
    assert linking.missing(library, 1) == []
    assert linking.around(library, 1).out == [(came, "Some Title to Come")]
    library.undo()
    assert len(linking.missing(library, 1)) == 3


def test_a_number_means_the_paper_that_has_it(library):
    assert linking.change(library, 2, related=["3"], cites=["1"]) == 2
    assert linking.around(library, 2).out == [(1, "Policy Distillation"), (3, "Third")]
    assert [one[:2] for one in linking.missing(library, 2)] == [("note", "nobody")]
    uid = library.papers.get(2).uid
    assert linking.change(library, 1, related=[uid]) == 1
    assert (2, "Griffin") in linking.around(library, 1).out
    assert linking.change(library, 2, remove=["3"]) == 1
    assert linking.around(library, 2).out == [(1, "Policy Distillation")]


def test_a_number_that_no_paper_has_is_refused_and_a_title_that_looks_like_one_is_not(library):
    for wrong in ("99", "2"):
        with pytest.raises(Refused):
            linking.change(library, 2, cites=["10.1/fine"], related=[wrong])
    assert [one[:2] for one in linking.missing(library, 2)] == [("note", "nobody")]
    orwell = library.papers.add(Draft(title="1984"))
    assert linking.change(library, 2, related=["1984"]) == 1
    assert (orwell, "1984") in linking.around(library, 2).out

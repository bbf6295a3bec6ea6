"""Statuses of the user's own: added, renamed, recoloured, moved, deleted; every deed one step that undo takes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.fields import parse_sort
from readinglist.core.paper import Draft
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.library.kit import assert_sound, open_quick, snapshot


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "library.db", create=True) as opened:
        yield opened
    assert_sound(tmp_path / "library.db")


def order(library: Library) -> list[tuple[str, int | None]]:
    return [(status.id, status.key) for status in library.statuses.all()]


def test_an_own_status_stands_behind_its_kind_and_has_a_key(library):
    added = library.own_statuses.add("To discuss", "read")
    assert (added.id, added.label, added.kind, added.colour, added.key) == ("to_discuss", "To discuss", "read", "green",
                                                                            7)  # fmt: skip
    assert order(library) == [("inbox", 1), ("to_read", 2), ("reading", 3), ("paused", 4), ("read", 5),
                              ("to_discuss", 7), ("dropped", 6)]  # fmt: skip
    assert [status for status in library.statuses.all() if status.key == 7] == [added]


def test_logic_goes_by_kind(library):
    library.own_statuses.add("Studying", "reading")
    paper = library.papers.add(Draft(title="P"))
    library.readings.set_status([paper], "studying")
    assert library.readings.of(paper)[0].started
    library.own_statuses.add("Shelved", "dropped")
    library.queue.add([paper])
    library.readings.set_status([paper], "Shelved")
    assert library.queue.ids() == []
    assert library.readings.of(paper)[0].ended == "stopped"


def test_papers_sort_by_the_order_of_statuses(library):
    library.own_statuses.add("Aardvark", "read")
    names = ["dropped", "aardvark", "inbox", "read"]
    ids = {name: library.papers.add(Draft(title=name, status=name)) for name in names}
    wanted = [ids[name] for name in ("inbox", "read", "aardvark", "dropped")]
    assert list(library.search.ids(Question(sort=parse_sort("status")))) == wanted


def test_renaming_carries_every_paper_along(library):
    library.own_statuses.add("Later", "to_read")
    paper = library.papers.add(Draft(title="P", status="later"))
    library.own_statuses.rename("later", "Someday")
    assert library.statuses.get("Someday").id == library.papers.get(paper).status == "later"
    library.own_statuses.rename("read", "Done")
    assert library.statuses.get("done").id == "read"
    library.undo()
    assert library.statuses.get("read").label == "Read"


def test_keys_follow_when_own_statuses_move(library):
    for name in ("A", "B", "C", "D"):
        library.own_statuses.add(name, "to_read")
    assert [key for name, key in order(library) if name in "abcd"] == [7, 8, 9, None]
    library.own_statuses.move("d", 2)
    assert [name for name, _key in order(library)][:6] == ["inbox", "to_read", "d", "a", "b", "c"]
    assert [key for name, key in order(library) if name in "abcd"] == [7, 8, 9, None]
    library.own_statuses.move("d", 99)
    assert order(library)[5] == ("d", None)
    library.own_statuses.move("a", 1)
    assert order(library)[1:3] == [("a", 7), ("to_read", 2)]


def test_a_key_can_be_given_and_is_swapped(library):
    library.own_statuses.add("A", "read")
    library.own_statuses.set_key("a", 1)
    assert (library.statuses.get("a").key, library.statuses.get("inbox").key) == (1, 7)
    library.own_statuses.set_key("a", None)
    assert all(status.key != 1 for status in library.statuses.all())
    with pytest.raises(errors.WrongUsage):
        library.own_statuses.set_key("a", 10)


def test_deleting_sends_its_papers_elsewhere_readings_and_all(library):
    library.own_statuses.add("Studying", "reading")
    paper = library.papers.add(Draft(title="P", status="studying"))
    trashed = library.papers.add(Draft(title="T", status="studying"))
    library.papers.trash([trashed])
    before = snapshot(library.db)
    assert library.own_statuses.counts(["studying", "read"]) == {"studying": 2, "read": 0}
    assert library.own_statuses.delete("studying", "read") == 2
    assert library.papers.get(paper).status == library.papers.get(trashed).status == "read"
    assert library.readings.of(paper)[0].ended == "finished"
    assert "studying" not in dict(order(library))
    assert library.history(1)[0].op == "edit_status"
    library.undo()
    assert snapshot(library.db) == before
    assert library.statuses.get("studying").kind == "reading"


def test_each_deed_is_taken_back_exactly(library):
    library.own_statuses.add("A", "read")
    library.own_statuses.add("B", "read")
    for deed in (
        lambda: library.own_statuses.add("C", "inbox", "#123456"),
        lambda: library.own_statuses.rename("a", "Z"),
        lambda: library.own_statuses.recolour("a", "teal"),
        lambda: library.own_statuses.set_key("a", 3),
        lambda: library.own_statuses.move("b", 1),
        lambda: library.own_statuses.delete("a", "b"),
    ):
        before, seen, steps = snapshot(library.db), library.statuses.all(), len(library.history())
        deed()
        assert snapshot(library.db) != before
        assert len(library.history()) == steps + 1
        library.undo()
        assert snapshot(library.db) == before
        assert library.statuses.all() == seen
        library.redo()


def test_what_cannot_be_is_refused(library):
    library.own_statuses.add("A", "read")
    before = snapshot(library.db)
    for deed in (
        lambda: library.own_statuses.add(" ", "read"),
        lambda: library.own_statuses.add("to read", "read"),
        lambda: library.own_statuses.add("À", "read"),
        lambda: library.own_statuses.add("B", "done"),
        lambda: library.own_statuses.add("B", "read", "no colour"),
        lambda: library.own_statuses.recolour("a", "nocolour"),
        lambda: library.own_statuses.recolour("a", "window"),
        lambda: library.own_statuses.recolour("a", "#12345"),
        lambda: library.own_statuses.add("B", "read", None, "blob"),
        lambda: library.own_statuses.reshape("a", "inbox"),
        lambda: library.own_statuses.rename("a", "Reading"),
        lambda: library.own_statuses.delete("read", "a"),
        lambda: library.own_statuses.delete("a", "a"),
        lambda: library.own_statuses.delete("none such", "read"),
    ):
        with pytest.raises(errors.WrongUsage):
            deed()
    assert snapshot(library.db) == before


def test_a_status_has_the_shape_of_its_kind_or_one_of_its_own(library):
    assert library.own_statuses.add("A", "read").sign == "read"
    assert library.own_statuses.add("B", "read", None, "star").sign == "star"
    library.own_statuses.reshape("inbox", "moon")
    library.own_statuses.reshape("b", "")
    assert [(one.id, one.sign) for one in library.statuses.all() if one.id in ("inbox", "a", "b")] == [
        ("inbox", "moon"), ("a", "read"), ("b", "read")
    ]  # fmt: skip
    library.undo()
    library.undo()
    assert (library.statuses.get("inbox").sign, library.statuses.get("b").sign) == ("inbox", "star")


def test_an_id_is_never_used_a_second_time(library):
    library.own_statuses.add("A", "read")
    library.own_statuses.delete("a", "read")
    assert library.own_statuses.add("A", "dropped").id == "a_2"


def test_another_process_sees_it(library, tmp_path):
    with open_quick(tmp_path / "library.db", origin="cli") as other:
        other.statuses.all()
        library.own_statuses.add("A", "read")
        other.poll()
        assert other.statuses.get("a").kind == "read"

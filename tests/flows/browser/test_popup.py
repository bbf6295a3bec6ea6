"""The popup after a save: target, tags and note, said again and changed, all of it one step."""

from __future__ import annotations

import pytest

from readinglist.core.ops import Op
from readinglist.core.status import BUILT_IN, Status
from readinglist.flows import deeds
from readinglist.flows.browser import note_words
from readinglist.library.library import Library
from tests.connector import article

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"


@pytest.fixture
def full(desk):
    """A library with a queue, nested tags and a status of its own."""
    with Library.open(desk.path) as library:
        library.queues.add("Thesis")
        library.own_statuses.add("Skim later", "to_read", "teal")
        with library.step(Op.TAG):
            for name in ("rl", "rl/imitation", "seminar"):
                library.tags.make(name)
    return desk


def test_statuses_queues_and_tags_are_offered(full, zotero):
    said = zotero.targets().value
    assert [(one["name"], one["level"]) for one in said["targets"]] == [
        ("Reading List", 0), ("Inbox", 1), ("To read", 1), ("Skim later", 1), ("Reading", 1), ("Paused", 1),
        ("Read", 1), ("Dropped", 1), ("Up next", 1), ("Thesis", 2), ("#rl", 1), ("#rl/imitation", 2), ("#seminar", 1),
    ]  # fmt: skip
    ids = [one["id"] for one in said["targets"]]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "L1"
    assert all(one[0] == "C" and one[1:].isdigit() for one in ids[1:])
    assert zotero.targets().value == said, "the same the next time"
    assert (said["id"], said["libraryID"], said["filesEditable"], said["editable"]) == (None, 1, True, True)
    assert {"tag": "seminar"} in said["tags"]["L1"], "objects: plain texts give undefined"


def test_a_target_that_was_chosen_is_offered_first_the_next_time(full, zotero):
    zotero.save("s", [article()])
    zotero.choose("s", "Thesis")
    assert [one["name"] for one in zotero.targets().value["targets"] if one["recent"]] == ["Thesis"]


def test_each_kind_of_target(full, zotero):
    zotero.save("s", [article()])
    for target in ("To read", "Skim later", "Up next", "Thesis", "#rl/imitation", "Reading List"):
        assert zotero.choose("s", target).status == 200
        assert zotero.choose("s", target).status == 200, "saying it again changes nothing"
        with Library.open(full.path) as library:
            (paper,) = library.papers.many([1])
            queues = [queue.name for queue in library.queues.all() if queue.count]
        expected = {
            "To read": ("to_read", [], []),
            "Skim later": ("skim_later", [], []),
            "Up next": ("inbox", ["Up next"], []),
            "Thesis": ("inbox", ["Thesis"], []),
            "#rl/imitation": ("inbox", [], ["rl/imitation"]),
            "Reading List": ("inbox", [], []),
        }[target]
        assert (paper.status, queues, [tag for tag in paper.tags if tag != "margins"]) == expected


def test_a_target_leaves_alone_what_was_so_before(full, zotero):
    zotero.save("one", [article()])
    zotero.choose("one", "#seminar")
    zotero.choose("one", "#seminar", ["rl"])
    zotero.save("two", [article()])
    zotero.choose("two", "#seminar", ["rl"])
    zotero.choose("two", "To read", [])
    (paper,) = full.papers()
    assert (paper.status, paper.tags) == ("to_read", ["margins", "rl", "seminar"])


def test_a_status_that_was_changed_in_the_window_meanwhile_stays(full, zotero):
    zotero.save("s", [article()])
    zotero.choose("s", "To read")
    with Library.open(full.path) as library:
        library.readings.set_status([1], "read")
    zotero.choose("s", "Up next")
    (paper,) = full.papers()
    assert paper.status == "read"


def test_tags_as_a_list_and_as_older_extensions_say_them(full, zotero):
    zotero.save("s", [article()])
    zotero.update("s", tags=["llm", " to discuss "])
    assert full.papers()[0].tags == ["llm", "margins", "to discuss"]
    zotero.update("s", tags="llm, other")
    assert full.papers()[0].tags == ["llm", "margins", "other"]
    zotero.update("s", target="L1")
    assert full.papers()[0].tags == ["llm", "margins", "other"], "no word of tags"
    zotero.update("s", tags=[])
    assert full.papers()[0].tags == ["margins"]


def test_the_note_says_status_and_why(full, zotero):
    zotero.save("s", [article(notes=[{"note": "from the page"}])])
    for typed in ("#to", "#to_read for", "#to_read for the seminar\nSee part 2"):
        zotero.update("s", note=typed)
    (paper,) = full.papers()
    assert (paper.status, paper.why, paper.note) == ("to_read", "for the seminar", "from the page\n\nSee part 2")
    zotero.update("s", note="#to_read for the seminar\nSee part 2")
    assert full.papers() == [paper], "nothing changes where it is said again"
    zotero.update("s", note="only a note")
    (paper,) = full.papers()
    assert (paper.status, paper.why, paper.note) == ("inbox", None, "from the page\n\nonly a note")
    zotero.update("s", note="")
    assert full.papers()[0].note == "from the page"


def test_what_is_typed_in_the_window_meanwhile_stays(full, zotero):
    zotero.save("s", [article()])
    zotero.update("s", note="first")
    with Library.open(full.path) as library:
        library.papers.set_note(1, "first\n\nmine")
    zotero.update("s", note="first and second")
    assert full.papers()[0].note == "first\n\nmine\n\nfirst and second"


def test_a_save_is_one_step(full, zotero):
    zotero.save("s", [article()])
    zotero.choose("s", "Up next", ["llm"], "#to_read for Anna")
    zotero.attach("s", PDF, "i1")
    zotero.update("s", tags=["llm", "later"])
    with Library.open(full.path) as library:
        (done,) = deeds.done(library, 1)
        assert (done.words, done.deed.step.origin) == ("Add “Reading in the margins”", "browser")
        library.undo()
        assert library.papers.is_empty()
        library.redo()
        (paper,) = library.papers.many([1])
        assert (paper.why, paper.tags, len(paper.files)) == ("for Anna", ["later", "llm", "margins"], 1)


def test_two_saves_are_two_steps_and_so_is_what_comes_after_another_deed(full, zotero):
    zotero.save("one", [article()])
    zotero.save("two", [article(title="Reading in the dark", DOI="10.1234/dark")])
    with Library.open(full.path) as library:
        library.readings.set_status([1], "reading")
    zotero.update("one", tags=["llm"])
    zotero.attach("one", PDF, "i1")
    with Library.open(full.path) as library:
        assert [done.words for done in deeds.done(library, 3)] == [
            "Edit target, tags and note of “Reading in the margins”",
            "Mark “Reading in the margins” as reading",
            "Add “Reading in the dark”",
        ], "and the file joins what the popup said"
        for left in (["margins"], ["margins"]):
            library.undo()
            assert library.papers.get(1).tags == left
        library.undo()
        assert library.papers.every() == [1]


def test_a_save_that_was_undone_is_not_there(full, zotero):
    zotero.save("s", [article()])
    with Library.open(full.path) as library:
        library.undo()
    assert zotero.update("s", tags=["llm"]).status == 404
    assert zotero.attach("s", PDF, "i1").status == 404
    assert full.papers() == []


def test_a_target_that_is_gone_is_said(full, zotero):
    zotero.save("s", [article()])
    assert zotero.update("s", target="C999", tags=["llm"]).value == {"error": "NO_TARGET"}
    assert full.papers()[0].tags == ["margins"], "nothing of it is done"


@pytest.mark.parametrize(
    ("text", "status", "why", "note"),
    [
        ("#to_read for the seminar", "to_read", "for the seminar", ""),
        ("#to-read: Anna says so", "to_read", "Anna says so", ""),
        ("#To Read", "to_read", "", ""),
        ("#read", "read", "", ""),
        ("#reading group", "reading", "group", ""),
        ("#own_one x", "own_one", "x", ""),
        ("#mine, too  – because", "own_one", "because", ""),
        ("#readings of mine", None, "", "#readings of mine"),
        ("#read-only", None, "", "#read-only"),
        ("# to_read", None, "", "# to_read"),
        ("to_read", None, "", "to_read"),
        ("a #to_read", None, "", "a #to_read"),
        ("#to_read why\n\nfirst\nsecond\n", "to_read", "why", "first\nsecond"),
        ("", None, "", ""),
    ],
)
def test_what_a_note_says(text, status, why, note):
    statuses = (*BUILT_IN, Status("own_one", "Mine, too", "to_read", "teal"))
    assert note_words.read(text, statuses) == (status, why, note)


def test_what_the_program_notes_of_a_file_meanwhile_is_no_deed_in_between(full, zotero):
    zotero.save("s", [article()])
    zotero.attach("s", PDF, "i1")
    with Library.open(full.path) as library:
        (file,) = library.files.of(1)
        library.files.note({file.uid: {"text_hash": "0" * 64, "pages": 3}})
    zotero.update("s", tags=["llm"], note="#to_read for Anna")
    with Library.open(full.path) as library:
        assert [done.words for done in deeds.done(library, 1)] == ["Add “Reading in the margins”"]
        before = library.papers.get(1)
        library.undo()
        assert library.papers.is_empty()
        library.redo()
        after = library.papers.get(1)
        assert (after.tags, after.note, after.status, len(after.files)) == (
            ["llm", "margins"],
            before.note,
            "to_read",
            1,
        )
        library.undo()
        assert library.papers.is_empty()

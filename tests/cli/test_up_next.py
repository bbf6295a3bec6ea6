"""The commands of what to read next, readings, statistics, statuses and links, on the sample papers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path

from tests.cli.conftest import Run


def test_next_suggests_behind_the_queue_and_says_why(seeded: Run) -> None:
    seeded("queue", "add", "3")
    seeded("set", "5", "--priority", "high", "--pages", "12")
    found = seeded("next", "--json").json
    assert [(item["paper"]["id"], item["from"]) for item in found][:2] == [(3, "queue"), (5, "suggestion")]
    assert len(found) == 3
    assert found[1]["reasons"][:1] == ["high priority"]
    score = found[1]["score"]
    assert abs(sum(value for name, value in score.items() if name != "total") - score["total"]) < 1e-3
    assert found[1]["minutes"] == 36
    shown = seeded("next", "--why")
    assert "= priority +0.250" in shown.out
    assert "from 12 pages at 3 min a page" in shown.out
    assert "Taste is silent until you have finished 15 papers; 0 so far." in shown.err


def test_next_fits_the_time(seeded: Run) -> None:
    seeded("set", "5", "--pages", "5")
    found = seeded("next", "-n", "9", "--minutes", "15", "--json").json
    assert [item["paper"]["id"] for item in found] == [5]
    assert found[0]["reasons"][-1] == "5 pages: fits 15 min"
    assert seeded("next", "--minutes", "1", "--json").json == []
    assert seeded("next", "--minutes", "0").code == 2


def test_suggestions_are_answered_and_undone(seeded: Run) -> None:
    def first() -> int:
        return int(seeded("next", "-n", "1", "--json").json[0]["paper"]["id"])

    start = first()
    for deed in (("skip",), ("snooze", "--days", "2"), ("reject",)):
        assert seeded("suggestion", deed[0], str(start), *deed[1:]).code == 0
        assert first() != start, deed
        assert seeded("undo").code == 0
        assert first() == start
    assert seeded("suggestion", "take", str(start)).code == 0
    assert seeded("next", "-n", "1", "--json").json[0]["from"] == "queue"
    assert seeded("suggestion", "start", "7").code == 0
    assert seeded("show", "7", "--json").json["status"] == "reading"
    seeded("suggestion", "reject", "8")
    assert "1 paper may" in seeded("suggestion", "welcome", "8").out
    assert seeded("suggestion", "take", "999").code == 8
    assert seeded("suggestion", "snooze", "1", "--days", "0").code == 2


def test_a_random_pick(seeded: Run) -> None:
    picked = {seeded("random", "--json").json["id"] for _ in range(22)}
    assert picked == set(range(1, 23))
    assert seeded("random", "title:distillation", "--json").json["title"] == "Policy Distillation"
    assert seeded("random", "title:zzzz").code == 8


def test_the_review(seeded: Run) -> None:
    offered = [paper["id"] for paper in seeded("review", "--json").json]
    assert len(offered) == 5
    seeded("review", "keep", str(offered[0]))
    seeded("review", "snooze", str(offered[1]))
    seeded("review", "let-go", str(offered[2]))
    assert not set(offered[:3]) & {paper["id"] for paper in seeded("review", "--json").json}
    assert seeded("show", str(offered[2]), "--json").json["status"] == "dropped"
    assert len(seeded("review", "-n", "2").out.splitlines()) == 2


def test_what_is_due(seeded: Run, tmp_path: Path) -> None:
    seeded("set", "2", "--due", "tomorrow", "--tag", "+club")
    seeded("set", "4", "--tag", "+club")
    assert seeded("due", "tag", "club", "+9d").code == 0
    found = seeded("due", "--json").json
    assert [(one["paper"]["id"], one["tag"]) for one in found] == [(2, None), (4, "club")]
    assert found[0]["reason"].startswith("due tomorrow")
    assert seeded("due").out.splitlines()[0].startswith("2\t")
    file = tmp_path / "due.ics"
    assert seeded("due", "calendar", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert seeded("due", "calendar").out.count("BEGIN:VEVENT") == 2
    seeded("due", "tag", "club", "none")
    assert len(seeded("due", "--json").json) == 1
    assert seeded("due", "tag", "nothing", "friday").code == 2
    assert seeded("due", "tag", "club", "someday").code == 2


def test_readings_from_start_to_finish(seeded: Run) -> None:
    for words in (("start", "1", "2"), ("pause", "2"), ("resume", "2"), ("log", "1", "--minutes", "30", "--page", "9"),
                  ("finish", "1", "--depth", "studied", "--date", "2031-02-03", "--rating", "4"), ("stop", "2"),
                  ("again", "1"), ("before", "3", "--date", "2016")):  # fmt: skip
        assert seeded("reading", *words).code == 0, words
    first, second = seeded("reading", "list", "1", "--json").json
    assert (first["depth"], first["minutes"], first["to_page"], first["ended"]) == ("studied", 30, 9, "finished")
    assert second["ended"] is None
    assert seeded("reading", "list", "1").out.startswith(first["uid"])
    assert [(one["paper"], one["finished"]) for one in seeded("log", "--json").json] == [(1, "2031-02-03"), (3, "2016")]
    assert [one["ended"] for one in seeded("log", "--stopped", "--json").json].count("stopped") == 1
    assert len(seeded("log", "--since", "2030").out.splitlines()) == 1
    assert "Nothing was finished in that time." in seeded("log", "--since", "2040").err
    assert seeded("log", "--markdown").out.startswith("# Reading log\n\n## Feb 2031\n")
    assert seeded("reading", "edit", first["uid"], "--minutes", "45").code == 0
    assert seeded("reading", "list", "1", "--json").json[0]["minutes"] == 45
    assert seeded("reading", "remove", first["uid"]).code == 0
    assert seeded("reading", "remove", first["uid"]).code == 2
    assert seeded("reading", "log", "1").code == 2
    assert seeded("log", "--until", "soon").code == 2


def test_statistics(seeded: Run) -> None:
    seeded("reading", "before", "3", "--date", "2016")
    seeded("reading", "finish", "1", "2")
    found = seeded("stats", "--json").json
    assert (found["papers_read"], found["years"]["2016"], found["streak"]["present"]) == (3, 1, 1)
    assert sum(found["months"].values()) == 2
    assert "Papers read" in seeded("stats").out
    rows = list(csv.reader(io.StringIO(seeded("stats", "--csv", "years").out)))
    assert rows[:2] == [["Year", "Read"], ["2016", "1"]]
    assert len(seeded("stats", "--year", "2024", "--json").json["days"]) == 366


def test_statuses_of_ones_own(seeded: Run) -> None:
    assert (
        seeded("status", "add", "To discuss", "--kind", "read", "--colour", "teal").out == "to_discuss\tTo discuss\t7\n"
    )
    seeded("set", "1", "--status", "to discuss")
    rows = {row["id"]: row for row in seeded("status", "--json").json}
    assert (rows["to_discuss"]["papers"], rows["to_discuss"]["kind"]) == (1, "read")
    seeded("status", "rename", "to_discuss", "Talk")
    seeded("status", "recolour", "talk", "#102030")
    seeded("status", "reshape", "talk", "star")
    assert seeded("status", "--json").json[-2]["shape"] == "star"
    assert seeded("status", "reshape", "talk", "blob").code == 2
    seeded("status", "reshape", "talk", "none")
    assert seeded("status", "--json").json[-2]["shape"] == ""
    seeded("status", "key", "talk", "9")
    seeded("status", "move", "talk", "--to", "1")
    assert re.search(r"^to_discuss\tTalk\tread\t9\t#102030\t1$", seeded("status").out, re.MULTILINE)
    assert "1 paper moved" in seeded("status", "delete", "talk", "--to", "read").out
    assert seeded("show", "1", "--json").json["status"] == "read"
    seeded("undo")
    assert seeded("show", "1", "--json").json["status"] == "to_discuss"
    assert seeded("status", "delete", "read", "--to", "inbox").code == 2


def test_queues_by_name(seeded: Run) -> None:
    assert seeded("queue", "new", "Journal club").code == 0
    assert seeded("queue", "add", "3", "1", "2", "--name", "journal club").out == "3 papers queued.\n"
    assert seeded("queue", "move", "2", "--to", "1", "--name", "journal club").out.endswith(
        "number 1 in Journal club.\n"
    )
    assert [paper["id"] for paper in seeded("queue", "--name", "journal club", "--json").json] == [2, 3, 1]
    assert seeded("queue", "names").out == "Up next\t0\nJournal club\t3\n"
    assert seeded("queue", "remove", "3", "--name", "Journal club").out == "1 paper taken out of Journal club.\n"
    assert seeded("queue", "rename", "journal club", "Club").code == 0
    assert seeded("queue", "delete", "club").code == 0
    assert seeded("queue", "--name", "club").code == 2
    seeded("undo")
    assert len(seeded("queue", "--name", "club", "--json").json) == 2


def test_no_library_is_made_by_looking(run: Run, file: Path) -> None:
    for words in (("next",), ("random",), ("review",), ("due",), ("log",), ("stats",), ("status",), ("links", "1"),
                  ("reading", "list", "1")):  # fmt: skip
        assert run(*words).code == 7
    assert not file.exists()


def test_links(seeded: Run) -> None:
    titles = {paper["id"]: paper["title"] for paper in seeded("list", "--json").json}
    seeded("note", "2", "--append", f"see [[{titles[5]}]]")
    assert seeded("links", "2", "--cites", titles[6], "--related", "10.1/none").code == 0
    assert [one["id"] for one in seeded("links", "2", "--json").json["links"]] == [5, 6]
    assert seeded("links", "5", "--json").json["backlinks"] == [{"id": 2, "title": titles[2]}]
    assert seeded("links", "5").out.startswith("<-\t2\t")
    seeded("links", "2", "--remove", titles[6])
    assert seeded("links", "6", "--json").json["backlinks"] == []
    seeded("set", "5", "--title", "Another name")
    assert "[[Another name]]" in seeded("note", "2").out


def test_next_is_asked_about_a_topic(seeded: Run) -> None:
    seeded("queue", "add", "3", "4")
    seeded("set", "4", "6", "--tag", "rl/imitation")
    seeded("set", "7", "--tag", "rl")
    seeded("set", "8", "--tag", "rlhf")

    def ids(*asked: str) -> list[int]:
        return [item["paper"]["id"] for item in seeded("next", "-n", "30", "--json", *asked).json]

    assert ids("--tag", "rl") == [4, 6, 7]
    assert ids("--tag", "rl/imitation") == [4, 6]
    assert ids("--tag", "rl", "--tag", "rl/imitation") == [4, 6]
    assert ids("gemini") == [3, 6]
    assert ids("gemini", "--tag", "rl") == [6]
    assert "number 2 in your queue" in seeded("next", "--tag", "rl", "--json").json[0]["reasons"]
    assert seeded("next", "year:abc").code == 2
    assert "Nothing is waiting that fits." in seeded("next", "no-such-word").err


def test_a_skip_puts_behind_the_others_in_the_queue_and_among_suggestions(seeded: Run) -> None:
    seeded("queue", "add", "3", "1", "2")
    seeded("suggestion", "skip", "3")
    assert [item["id"] for item in seeded("queue", "--json").json] == [1, 2, 3]
    seeded("undo")
    assert [item["id"] for item in seeded("queue", "--json").json] == [3, 1, 2]
    seeded("set", "9", "--priority", "high", "--due", "tomorrow")
    order = [item["paper"]["id"] for item in seeded("next", "-n", "30", "--json").json]
    assert order[3] == 9
    seeded("suggestion", "skip", "9")
    assert [item["paper"]["id"] for item in seeded("next", "-n", "30", "--json").json] == [
        *(paper for paper in order if paper != 9), 9
    ]  # fmt: skip


def test_a_snooze_lasts_until_the_day_that_is_chosen_and_is_ended(seeded: Run) -> None:
    day = (dt.date.today() + dt.timedelta(days=30)).isoformat()
    assert day in seeded("suggestion", "snooze", "5", "--until", day).out
    assert [item["id"] for item in seeded("list", "is:snoozed", "--json").json] == [5]
    seeded("suggestion", "wake", "5")
    assert seeded("list", "is:snoozed", "--json").json == []
    for wrong in ("yesterday", "2020-01-01", "today", "9999-12-31"):
        assert seeded("suggestion", "snooze", "5", "--until", wrong).code == 2


def test_the_limit_speaks_once_when_it_is_passed_and_never_blocks(seeded: Run, tmp_path: Path) -> None:
    assert seeded("set", "1", "2", "3", "--status", "reading").err == ""
    said = seeded("set", "4", "--status", "reading")
    assert (said.code, said.out) == (0, "1 paper set.\n")
    assert "4 in progress, you wanted 3: pause one?" in said.err
    assert "'readinglist reading pause ID'" in said.err
    assert seeded("reading", "start", "5").err == ""
    seeded("reading", "pause", "1", "2")
    assert "4 in progress" in seeded("suggestion", "start", "6").err
    seeded("reading", "pause", "6")
    assert "4 in progress" in seeded("reading", "log", "9", "--page", "2").err
    seeded("reading", "pause", "9")
    listed = tmp_path / "one.bib"
    listed.write_text("@article{x, title={Alpha beta gamma delta}, readstatus={reading}}", encoding="utf-8")
    said = seeded("import", str(listed), "--json")
    assert (said.json["added"], "4 in progress" in said.err) == (1, True)
    seeded("undo")
    assert "4 in progress" in seeded("add", "A title", "--offline", "--status", "reading").err


def test_why_a_paper_was_saved_is_a_reason(seeded: Run) -> None:
    seeded("set", "7", "--priority", "high", "--why", "Ada, for the survey")
    assert "why: “Ada, for the survey”" in seeded("next", "-n", "1", "--json").json[0]["reasons"]

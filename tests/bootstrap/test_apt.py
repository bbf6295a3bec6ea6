"""Package names are asked of apt in one call; root's installation is tried again with fresh lists."""

import subprocess

import pytest

from readinglist.bootstrap import apt


@pytest.fixture
def answers(monkeypatch):
    """Let apt be played by a table of (first word of the arguments) -> list of (code, output), in order."""
    calls: list[list[str]] = []

    def play(table):
        def run(command, **_options):
            calls.append(command)
            word = next(part for part in command if part in table)
            code, output = table[word].pop(0)
            return subprocess.CompletedProcess(command, code, output, "")

        monkeypatch.setattr(subprocess, "run", run)
        return calls

    return play


def test_the_name_that_exists_is_taken(answers):
    calls = answers({"show": [(0, "Package: libglib2.0-0t64\nVersion: 2\n\nPackage: libgl1\n")]})
    assert apt.existing(["libglib2.0-0", "libgl1", "libnosuch"]) == ["libglib2.0-0t64", "libgl1", "libnosuch"]
    assert len(calls) == 1


def test_the_present_lists_are_tried_first(answers):
    calls = answers({"show": [(0, "Package: libgl1\n")], "install": [(0, "")]})
    assert apt.install(["libgl1"]) == ""
    assert [call for call in calls if "update" in call] == []
    assert calls[-1][-4:] == ["install", "-y", "--no-install-recommends", "libgl1"]


def test_old_lists_are_refreshed_and_it_is_tried_again(answers):
    shown = [(0, "Package: libgl1\n")] * 2
    calls = answers({"show": shown, "install": [(100, "404 Not Found"), (0, "")], "update": [(0, "")]})
    assert apt.install(["libgl1"]) == ""
    assert [call[4] for call in calls if call[0] == "apt-get"] == ["install", "update", "install"]


def test_a_failure_gives_apts_last_words(answers):
    told = "\n".join(f"line {number}" for number in range(100))
    answers({"show": [(100, "")] * 2, "install": [(100, told)] * 2, "update": [(100, "no network")]})
    assert apt.install(["libgl1"]).endswith("line 98\nline 99")


def test_the_line_to_type_never_runs_by_itself(answers):
    calls = answers({})
    assert apt.line(["a", "b"]) == "sudo apt-get install -y --no-install-recommends a b"
    assert calls == []

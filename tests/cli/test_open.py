"""The command `open`: what the desktop is handed, and what never."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from readinglist.core.errors import Exit
from readinglist.core.paper import Draft, File
from readinglist.library.library import Library
from tests.hostile_paths import PDF, hostile_paths

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktop is asked by xdg-open here")


@pytest.fixture
def handed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What xdg-open was given, one a line."""
    log = tmp_path / "handed"
    log.touch()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$1" >> {log}\ncase "$1" in *fails*) exit 3;; esac\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    return lambda: log.read_text().split("\n")[:-1]


def papers(file: Path, *drafts: Draft) -> list[str]:
    with Library.open(file, create=True) as library:
        return [str(library.papers.add(draft)) for draft in drafts]


def with_file(path: object) -> Draft:
    return Draft(title="A paper", files=[File(path=str(path))])


def test_sixty_hostile_paths_are_not_opened_even_with_yes(run, file, tmp_path, handed):
    ground = tmp_path / "ground"
    ground.mkdir()
    for paper in papers(file, *map(with_file, hostile_paths(ground))):
        ran = run("open", paper, "--yes")
        assert (ran.code, ran.out) == (Exit.PARTLY, "")
        assert ran.err
    assert handed() == []


def test_a_file_is_opened_once_it_is_let(run, file, tmp_path, handed):
    path = tmp_path / "papers" / "a paper.pdf"
    path.parent.mkdir()
    path.write_bytes(PDF)
    (paper,) = papers(file, with_file(path))
    ran = run("open", paper)
    assert ran.code == Exit.PARTLY
    assert str(path) in ran.err
    assert "--yes" in ran.err
    assert handed() == []
    assert run("open", paper, "--yes").code == Exit.DONE
    assert run("open", paper).code == Exit.DONE  # remembered
    assert handed() == [str(path)] * 2


def test_a_link_says_its_host_before_it_opens(run, file, handed):
    plain, alike, bad, none = papers(
        file,
        Draft(title="One", doi="10.1000/182"),
        Draft(title="Two", url="https://аpple.com/x"),
        Draft(title="Three", url="https://apple.com@evil.org/"),
        Draft(title="Four"),
    )
    assert "Opening doi.org" in run("open", plain).err
    ran = run("open", alike)
    assert (ran.code, "xn--pple-43d.com" in ran.err) == (Exit.PARTLY, True)
    assert run("open", bad, "--yes").code == Exit.PARTLY
    assert "no file and no link" in run("open", none).err
    assert handed() == ["https://doi.org/10.1000/182"]
    assert run("open", alike, "--yes").code == Exit.DONE
    assert handed()[1:] == ["https://xn--pple-43d.com/x"]


def test_what_the_desktop_cannot_open_is_said(run, file, handed, monkeypatch):
    (paper,) = papers(file, Draft(title="One", url="https://fails.example.org/"))
    assert "could not open it" in run("open", paper).err
    monkeypatch.setenv("PATH", "/nowhere")
    ran = run("open", paper)
    assert ran.code == Exit.PARTLY
    assert "no xdg-open" in ran.err

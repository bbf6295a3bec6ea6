"""A second start compares a stamp and goes on; whatever does not fit the stamp is not trusted."""

import os

import pytest

from readinglist.bootstrap import environment
from readinglist.bootstrap.environment import DEVELOPMENT, RUNTIME
from tests.bootstrap.conftest import HERE, PROJECT


def test_a_stamp_comes_back_as_written(place):
    assert environment.read_stamp(str(place)) == (DEVELOPMENT, HERE, PROJECT)


def test_a_finished_environment_is_ready(place):
    assert environment.is_ready(str(place), PROJECT, RUNTIME)
    assert environment.is_ready(str(place), PROJECT, DEVELOPMENT)


def test_a_changed_project_is_not_ready(place):
    assert not environment.is_ready(str(place), PROJECT + b"# more", RUNTIME)


def test_missing_groups_are_not_ready(place):
    (place / environment.STAMP).write_bytes(environment.stamp_text(PROJECT, RUNTIME, HERE))
    assert environment.is_ready(str(place), PROJECT, RUNTIME)
    assert not environment.is_ready(str(place), PROJECT, DEVELOPMENT)


@pytest.mark.parametrize("part", [environment.STAMP, "pyvenv.cfg", os.path.relpath(environment.python_of(""), "")])
def test_any_missing_part_is_not_ready(place, part):
    (place / part).unlink()
    assert not environment.is_ready(str(place), PROJECT, RUNTIME)


def test_every_cut_off_stamp_is_not_ready(place):
    whole = (place / environment.STAMP).read_bytes()
    for length in range(len(whole)):
        (place / environment.STAMP).write_bytes(whole[:length])
        assert not environment.is_ready(str(place), PROJECT, RUNTIME)


def test_an_upgraded_python_is_noticed_from_inside(place, monkeypatch):
    monkeypatch.setattr(environment, "inside", lambda _place: True)
    assert environment.is_ready(str(place), PROJECT, RUNTIME)
    (place / environment.STAMP).write_bytes(environment.stamp_text(PROJECT, RUNTIME, (HERE[0], HERE[1] + 1)))
    assert not environment.is_ready(str(place), PROJECT, RUNTIME)


def test_each_checkout_has_a_place_of_its_own_in_the_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one, other = environment.cache_place("/a/checkout"), environment.cache_place("/another")
    assert one != other
    assert one == environment.cache_place("/a/checkout")


def test_the_variable_names_the_only_place(monkeypatch, tmp_path):
    monkeypatch.setenv(environment.OVERRIDE, str(tmp_path / "mine"))
    assert environment.places("/a/checkout") == [str(tmp_path / "mine")]

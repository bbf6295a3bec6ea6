"""Settings: typed, kept whole, forgiving to read; the window's state beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readinglist.settings import SETTINGS, Settings, State, known


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "settings.json"


def test_defaults_fit_their_own_rows_and_nothing_is_written(file: Path) -> None:
    settings = Settings(file)
    assert all(setting.fits(setting.default) and settings.get(setting.key) == setting.default for setting in SETTINGS)
    assert not file.parent.exists()


def test_what_is_set_is_there_again(file: Path) -> None:
    Settings(file).set("theme", "dark")
    Settings(file).set("text_size", 130)
    again = Settings(file)
    assert (again.get("theme"), again.get("text_size")) == ("dark", 130)
    again.reset("theme")
    assert Settings(file).get("theme") == "system"


def test_unknown_keys_of_a_newer_version_are_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"from_the_future": [1], "theme": "light"}')
    Settings(file).set("density", "compact")
    assert json.loads(file.read_text()) == {"from_the_future": [1], "theme": "light", "density": "compact"}


def test_two_processes_do_not_overwrite_each_other(file: Path) -> None:
    window, cli = Settings(file), Settings(file)
    cli.set("theme", "dark")
    window.set("density", "compact")
    assert json.loads(file.read_text()) == {"theme": "dark", "density": "compact"}


@pytest.mark.parametrize("text", ["{", "[1]", "", "\x00\x01", "[" * 100_000])
def test_a_broken_file_is_kept_aside(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    settings = Settings(file)
    assert settings.get("theme") == "system"
    assert "settings.broken.json" in (settings.problem or "")
    assert file.with_name("settings.broken.json").read_text() == text
    settings.set("theme", "dark")
    assert json.loads(file.read_text()) == {"theme": "dark"}


def test_a_stored_value_that_does_not_fit_reads_as_the_default(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"theme": "pink", "text_size": 1000, "sidebar_visible": 1, "density": [1]}')
    settings = Settings(file)
    assert [settings.get(k) for k in ("theme", "text_size", "sidebar_visible", "density")] == [
        "system", 100, True, "automatic"
    ]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), [("theme", "pink"), ("text_size", 69), ("text_size", True), ("theme", 1)])
def test_a_value_that_does_not_fit_is_refused_and_nothing_written(file: Path, key: str, value: str | int) -> None:
    with pytest.raises(ValueError, match=key):
        Settings(file).set(key, value)
    assert not file.exists()


def test_people_write_values_in_their_own_way() -> None:
    assert known("sidebar_visible").parse(" Off ") is False
    assert known("text_size").parse("120") == 120
    assert known("theme").parse("Dark") == "dark"
    for key, text in (("sidebar_visible", "maybe"), ("text_size", "big"), ("text_size", "300"), ("theme", "")):
        with pytest.raises(ValueError, match=key):
            known(key).parse(text)
    with pytest.raises(KeyError, match="text_size"):
        known("txt_size")


def test_state_is_free_and_written_only_when_changed(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    state = State(file)
    state.save()
    assert not file.exists()
    state.set("views", {"all": {"sort": "-date", "columns": ["title"]}})
    state.save()
    written = file.stat().st_mtime_ns
    again = State(file)
    assert again.get("views")["all"]["sort"] == "-date"
    assert again.get("geometry", "x") == "x"
    again.save()
    assert file.stat().st_mtime_ns == written
    again.set("views", None)
    again.save()
    assert json.loads(file.read_text()) == {}

"""Where files live: what is given wins, then the environment, then the user's own folders; nothing is created."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist import paths


@pytest.mark.parametrize(("given", "variable", "chosen"), [("a.db", "b.db", "a.db"), (None, "b.db", "b.db"), ("", "b.db", "b.db")])  # fmt: skip # noqa: E501
def test_what_is_given_wins(
    given: str | None, variable: str, chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.LIBRARY_VARIABLE, variable)
    assert paths.library_file(given) == tmp_path / chosen
    assert not list(tmp_path.iterdir())


def test_the_home_folder_is_understood_and_links_are_not_followed(
    tmp_path: Path, user_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.library_file("~/mine.db") == user_folder / "mine.db"
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert paths.library_file(str(tmp_path / "link" / "x" / ".." / "my.db")) == tmp_path / "link" / "my.db"


def test_without_a_word_it_is_the_user_s_own_folder(user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (paths.LIBRARY_VARIABLE, paths.CONFIG_VARIABLE, paths.CACHE_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    assert paths.library_file() == user_folder / ".local" / "share" / "readinglist" / "library.db"
    assert paths.config_folder() == user_folder / ".config" / "readinglist"
    assert paths.cache_folder() == user_folder / ".cache" / "readinglist"
    assert not (user_folder / ".config").exists()


def test_what_is_shipped_is_found_in_a_checkout_and_in_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.shipped("seeds/listing.txt").read_text(encoding="utf-8").count("\n") > 60
    package = tmp_path / "site-packages" / "readinglist"
    (package / "_shipped" / "seeds").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", package)
    assert paths.shipped("seeds") == package / "_shipped" / "seeds"
    with pytest.raises(FileNotFoundError, match="resources/icons"):
        paths.shipped("resources/icons")

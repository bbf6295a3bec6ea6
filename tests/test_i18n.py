"""Words of the program in the user's language, where there is a catalogue of it."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from readinglist import i18n
from readinglist.i18n import _, mark, plural


class Pirate(gettext.NullTranslations):
    """A catalogue as gettext gives it."""

    def gettext(self, message: str) -> str:
        return {"Saved": "Stowed"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{n} scroll" if n == 1 else "{n} scrolls"


@pytest.fixture
def fresh() -> Iterator[None]:
    i18n._catalogue.cache_clear()
    yield
    i18n._catalogue.cache_clear()


def test_words_are_as_written_where_there_is_no_catalogue(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "xx_XX.UTF-8")
    assert (_("Saved"), mark("Saved")) == ("Saved", "Saved")
    assert [plural("{n} paper", "{n} papers", n) for n in (0, 1, 2, 12_345)] == [
        "0 papers", "1 paper", "2 papers", "12,345 papers",
    ]  # fmt: skip


def test_a_catalogue_is_asked_for_words_and_for_their_plurals(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def translation(domain: str, **_how: object) -> Pirate:
        asked.append(domain)
        return Pirate()

    monkeypatch.setenv("LANG", "xx_XX.UTF-8")
    monkeypatch.setattr(gettext, "translation", translation)
    assert (_("Saved"), _("Unknown")) == ("Stowed", "Unknown")
    assert [plural("{n} paper", "{n} papers", n) for n in (1, 2)] == ["1 scroll", "2 scrolls"]
    assert asked == ["readinglist"], "it is looked for once"

"""The manual of the window holds what the window has: every action and key, view, column, field and status."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from readinglist.core.fields import COLUMNS
from readinglist.core.query import search_fields
from readinglist.core.status import BUILT_IN
from readinglist.ui.actions.table import ACTIONS, MENUS

DOCS = Path(__file__).parents[2] / "docs"
KEYS_PAGE = (DOCS / "manual" / "shortcuts.md").read_text(encoding="utf-8")
WINDOW_PAGE = (DOCS / "manual" / "window.md").read_text(encoding="utf-8")


def test_the_page_of_keys_is_what_the_program_makes() -> None:
    assert runpy.run_path(str(DOCS / "shortcuts.py"))["page"]() == KEYS_PAGE


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_and_its_keys_are_on_the_page(action) -> None:
    line = next(line for line in KEYS_PAGE.splitlines() if line.startswith(f"| {action.label} |"))
    for key in (*action.keys, *action.table_keys):
        assert key in line.replace(" or ", "|").replace(" ", "").split("|")


def test_no_key_does_two_things() -> None:
    anywhere = [key for action in ACTIONS for key in action.keys] + [f"Alt+{status.key}" for status in BUILT_IN]
    in_list = [key for action in ACTIONS for key in action.table_keys] + [str(status.key) for status in BUILT_IN]
    assert len(set(anywhere)) == len(anywhere)
    assert len({*anywhere, *in_list}) == len(anywhere) + len(in_list)


def test_every_key_is_one_that_qt_knows() -> None:
    for action in ACTIONS:
        for key in (*action.keys, *action.table_keys):
            made = QKeySequence(key)
            assert made.count() == 1
            assert made[0].key() != Qt.Key.Key_unknown


def test_names_are_told_apart_and_every_menu_has_some() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert len({action.label for action in ACTIONS}) == len(ACTIONS)
    assert all(menu.actions for menu in MENUS)
    assert not any(action.id.startswith("status:") for action in ACTIONS)  # those are the library's own


@pytest.mark.parametrize("field", COLUMNS, ids=lambda field: field.name)
def test_the_manual_names_every_column(field) -> None:
    assert field.label in WINDOW_PAGE


@pytest.mark.parametrize("name", search_fields.FIELDS)
def test_the_manual_names_every_field_of_the_search(name) -> None:
    assert f"`{name}:" in WINDOW_PAGE


@pytest.mark.parametrize("word", [*(f"has:{w}" for w in search_fields.HAS), *(f"is:{w}" for w in search_fields.IS)])
def test_the_manual_names_what_has_and_is_can_ask(word) -> None:
    assert f"`{word}`" in WINDOW_PAGE


@pytest.mark.parametrize("status", BUILT_IN, ids=lambda status: status.id)
def test_the_manual_explains_every_status(status) -> None:
    assert f"| {status.label} | {status.key} | {status.meaning} |" in WINDOW_PAGE

"""The table of actions: a row runs its deed, and is greyed, by key as well, while what it needs is not there."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from inspect import signature
from types import SimpleNamespace

import pytest

from readinglist.core.views import ALL_PAPERS, TRASH, View
from readinglist.ui.actions.action import THERE
from readinglist.ui.actions.later import Later
from readinglist.ui.actions.table import ACTIONS


def desk(*, view=ALL_PAPERS, queued=(), text="", undo=None, redo=None):
    panes = SimpleNamespace(queued=lambda: frozenset(queued), search_text=lambda: text)
    library = SimpleNamespace(undo_name=lambda: undo, redo_name=lambda: redo)
    return SimpleNamespace(view=lambda: view, panes=panes, library=library)


@pytest.mark.parametrize(
    ("need", "with_it", "papers", "without_it"),
    [
        ("nothing", desk(), [], None),
        ("papers", desk(), [1], desk()),
        ("trash", desk(view=View(TRASH)), [1], desk()),
        ("queued", desk(queued=[2, 3]), [1, 2], desk(queued=[3])),
        ("undo", desk(undo="Add a paper"), [], desk(redo="Add a paper")),
        ("redo", desk(redo="Add a paper"), [], desk(undo="Add a paper")),
        ("search", desk(text="deep"), [], desk(text="")),
    ],
)
def test_what_an_action_needs(need, with_it, papers, without_it):
    assert THERE[need](with_it, papers)
    if without_it is not None:
        assert not THERE[need](without_it, [1] if need in ("trash", "queued") else [])


def test_every_need_of_the_table_is_known_and_tried():
    assert {action.needs for action in ACTIONS} == set(THERE)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_row_runs_a_function_of_the_desk(action):
    run = action.run
    if isinstance(run, partial):  # of a module that is loaded later
        module, name = run.args
        run = getattr(import_module(module), name)
    assert [name for name, one in signature(run).parameters.items() if one.default is one.empty] == ["desk"]


def test_a_module_is_loaded_when_its_action_is_run(monkeypatch):
    ran = []
    monkeypatch.setitem(sys.modules, "later_on", SimpleNamespace(deed=ran.append))
    run = Later("later_on").deed
    assert ran == []
    run("the desk")
    assert ran == ["the desk"]

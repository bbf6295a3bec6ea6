"""Plain classes behave as frozen dataclasses do."""

from __future__ import annotations

import copy
import pickle

import pytest

from readinglist.plain import Plain


class Place(Plain, beside=("note",)):
    """Somewhere."""

    name: str
    line: int = 1
    note: str = ""


class Other(Plain):
    """The same fields as another class."""

    name: str
    line: int = 1
    note: str = ""


def test_fields_come_in_order_by_name_and_by_default() -> None:
    place = Place("a", note="b")
    assert (place.name, place.line, place.note) == ("a", 1, "b")
    assert repr(place) == "Place(name='a', line=1, note='b')"


def test_equal_are_those_of_one_class_whose_fields_are_equal_but_those_beside() -> None:
    assert Place("a", 2, "x") == Place("a", 2, "y")
    assert hash(Place("a", 2, "x")) == hash(Place("a", 2, "y"))
    assert Place("a", 2) != Place("a", 3)
    assert Place("a") != Other("a")
    assert Place("a") != ("a", 1, "")
    assert len({Place("a"), Place("a", 1, "z"), Place("b")}) == 2


@pytest.mark.parametrize("given", [((), {}), (("a", 1, "", 2), {}), (("a",), {"name": "b"}), (("a",), {"nme": "b"})])
def test_what_does_not_fit_is_refused(given: tuple[tuple[object, ...], dict[str, object]]) -> None:
    values, named = given
    with pytest.raises(TypeError):
        Place(*values, **named)  # type: ignore[arg-type]


def test_nothing_changes() -> None:
    place = Place("a")
    with pytest.raises(AttributeError):
        place.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del place.name
    assert place == Place("a")


def test_copies_are_equal() -> None:
    place = Place("a", 3, "c")
    assert copy.deepcopy(place) == place == pickle.loads(pickle.dumps(place))

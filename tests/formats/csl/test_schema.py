"""What the schema of CSL-JSON allows, by kind of variable."""

from __future__ import annotations

import pytest

from readinglist.formats.csl.schema import allows


@pytest.mark.parametrize(
    ("name", "fit", "unfit"),
    [
        ("title", "A", 1),
        ("volume", 3, True),
        ("page", "1-9", ["1"]),
        ("id", 7, None),
        ("type", "book", "newspaper"),
        ("issued", {"date-parts": [[2001, "5"]], "literal": "May"}, {"date-parts": [[1, 2, 3, 4]]}),
        ("issued", {"raw": "2001"}, {"day": 1}),
        ("author", [{"family": "Li", "static-ordering": True}], [{"name": "Li"}]),
        ("categories", ["a"], ["a", 1]),
        ("custom", {}, []),
    ],
)
def test_a_variable_takes_its_kind(name: str, fit: object, unfit: object) -> None:
    assert allows(name, fit)
    assert not allows(name, unfit)


def test_an_unknown_variable_takes_nothing() -> None:
    assert not allows("mood", "sunny")

"""Names as written in running text, taken apart."""

from __future__ import annotations

import pytest

from readinglist.core.names.given import likelihood
from readinglist.core.names.person import person
from readinglist.core.paper import Person


@pytest.mark.parametrize(
    ("name", "given", "particle", "family"),
    [
        ("Markus Wulfmeier", "Markus", "", "Wulfmeier"),
        ("Samuel L. Smith", "Samuel L.", "", "Smith"),
        ("Aäron van den Oord", "Aäron", "van den", "Oord"),
        ("Laurens van der Maaten", "Laurens", "van der", "Maaten"),
        ("Nando de Freitas", "Nando", "de", "Freitas"),
        ("Soham De", "Soham", "", "De"),
        ("Quoc V. Le", "Quoc V.", "", "Le"),
        ("Tung Van Nguyen", "Tung Van", "", "Nguyen"),
        ("Teven Le Scao", "Teven", "", "Le Scao"),
        ("Brendan O'Donoghue", "Brendan", "", "O'Donoghue"),
        ("J.-B. Alayrac", "J.-B.", "", "Alayrac"),
        ("Yee Whye Teh", "Yee Whye", "", "Teh"),
    ],
)
def test_people(name: str, given: str, particle: str, family: str) -> None:
    assert person(name) == Person(given=given, particle=particle, family=family)
    assert person(name).display == name


def test_suffix() -> None:
    assert person("Frank E. Harrell, Jr.") == Person(given="Frank E.", family="Harrell", suffix="Jr.")
    assert person("John Smith III") == Person(given="John", family="Smith", suffix="III")


@pytest.mark.parametrize(
    "name",
    [
        "Gemini Team",
        "The Theano Development Team",
        "OpenAI",
        "DeepSeek-AI",
        "BigScience Workshop",
        "王小明",
        "Team GLM",
    ],
)
def test_teams_and_single_names_stay_whole(name: str) -> None:
    assert person(name) == Person(literal=name)


def test_given_names_are_likelier_than_ordinary_words() -> None:
    assert all(
        likelihood(name) >= 0.5 for name in ("Łukasz", "Zhengyuan", "Hyeonwoo", "Jean-Baptiste", "Takeshi", "Ngoc")
    )
    assert all(likelihood(word) < 0.5 for word in ("Learning", "Networks", "Torch", "Graph"))

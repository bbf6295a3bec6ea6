"""Names as RIS, CSV and PubMed write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.paper import Person
from readinglist.formats.person_names import inverted, read_name, read_names
from tests.formats.drafts import NAMES


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Doe, Jane", Person(family="Doe", given="Jane")),
        ("Baldwin,S.A.", Person(family="Baldwin", given="S.A.")),
        ("van der Berg, Jan", Person(family="Berg", given="Jan", particle="van der")),
        ("Jan van der Berg", Person(family="Berg", given="Jan", particle="van der")),
        ("Musset, Alfred de", Person(family="Musset", given="Alfred", dropping_particle="de")),
        ("King, Martin Luther, Jr.", Person(family="King", given="Martin Luther", suffix="Jr.")),
        ("King, Jr., Martin Luther", Person(family="King", given="Martin Luther", suffix="Jr.")),
        ("Martin King, Jr.", Person(family="King", given="Martin", suffix="Jr.")),
        ("Smith, J., III", Person(family="Smith", given="J.", suffix="III")),
        ("Smith JA", Person(family="Smith", given="JA")),
        ("de Vries S", Person(family="Vries", given="S", particle="de")),
        ("A. B. Smith", Person(family="Smith", given="A. B.")),
        ("García Márquez, Gabriel", Person(family="García Márquez", given="Gabriel")),
        ("O'Neil,\u00a0 Cathy ;", Person(family="O'Neil", given="Cathy")),
        ("World Health Organization", Person(literal="World Health Organization")),
        (
            "Department of Health, Education, and Welfare",
            Person(literal="Department of Health, Education, and Welfare"),
        ),
        ("University of Texas, Austin", Person(literal="University of Texas, Austin")),
        ("Ministerio de Pesca, Bosques y Mar", Person(literal="Ministerio de Pesca, Bosques y Mar")),
        ("de la Office, Ann", Person(family="Office", given="Ann", particle="de la")),
        ("Google,", Person(literal="Google")),
        ("{NASA, Ames}", Person(literal="NASA, Ames")),
        ("Plato", Person(literal="Plato")),
        (" , ", None),
        ("{}", None),
    ],
)
def test_names(text: str, wanted: Person | None) -> None:
    assert read_name(text) == wanted


def test_lists_and_et_al() -> None:
    people, complete = read_names("Doe, Jane; Roe, Kim; et al.")
    assert (people, complete) == ([Person(family="Doe", given="Jane"), Person(family="Roe", given="Kim")], False)
    assert read_names("Doe, Jane")[1]
    assert read_names("") == ([], True)


@given(NAMES)
def test_inverted_comes_back(name: Person) -> None:
    assert read_name(inverted(name)) == name


@given(st.text())
def test_any_text_is_a_name_or_nothing(text: str) -> None:
    name = read_name(text)
    assert name is None or name.display

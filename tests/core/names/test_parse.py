"""BibTeX's rules for names, both ways. The vectors are ours; what they state is "BibTeXing", section 4."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.names.parse import read_name, read_names, split_names
from readinglist.core.names.write import write_names
from readinglist.core.paper import Person
from readinglist.core.tex.decode import decode
from readinglist.core.tex.encode import encode
from tests.growth import assert_linear

# name in TeX, family, given, particle, suffix
PARTS = [
    ("Donald E. Knuth", "Knuth", "Donald E.", "", ""),
    ("Knuth, Donald E.", "Knuth", "Donald E.", "", ""),
    ("Ludwig van Beethoven", "Beethoven", "Ludwig", "van", ""),
    ("van Beethoven, Ludwig", "Beethoven", "Ludwig", "van", ""),
    ("Aaron van den Oord", "Oord", "Aaron", "van den", ""),
    (r"de la Vall{\'e}e Poussin, Charles", "Vallée Poussin", "Charles", "de la", ""),
    ("Charles Louis de la Tour Noire", "Tour Noire", "Charles Louis", "de la", ""),
    ("King, Jr, Martin Luther", "King", "Martin Luther", "", "Jr"),
    ("King, Martin Luther, Jr.", "King", "Martin Luther", "", "Jr."),
    ("von Stein, III, Karl", "Stein", "Karl", "von", "III"),
    ("Plato", "Plato", "", "", ""),
    ("jean de la fontaine", "fontaine", "", "jean de la", ""),
    ("De La Cruz, Maria", "De La Cruz", "Maria", "", ""),
    ("Soares da Silva, Ana", "Silva", "Ana", "Soares da", ""),
    ("{van der Berg}, Jan", "van der Berg", "Jan", "", ""),
    ("Jan {van der Berg}", "van der Berg", "Jan", "", ""),
    ("Edwin {Bell, II}", "Bell, II", "Edwin", "", ""),
    ("Jean~Paul Sartre", "Sartre", "Jean Paul", "", ""),
    ("J.~R.~R. Tolkien", "Tolkien", "J. R. R.", "", ""),
    (r"{\'E}mile Zola", "Zola", "Émile", "", ""),
    (r"{\'e}mile de Zola", "Zola", "", "émile de", ""),
    (r"\v{S}imon Kos", "Kos", "Šimon", "", ""),
    (r"Erd\H os, P\'al", "Erdős", "Pál", "", ""),
    (r"{\O}stein Moe", "Moe", "Østein", "", ""),
    (r"{\o}stein Moe", "Moe", "", "østein", ""),
    (r"\L ukasz Kaiser", "Kaiser", "Łukasz", "", ""),
    (r"Mar\'{\i}a Garc{\'\i}a M{\'a}rquez", "Márquez", "María García", "", ""),
    ("Anna {van} Dyck", "Dyck", "Anna van", "", ""),
    ("Anna {\\relax van} Dyck", "Dyck", "Anna", "van", ""),
    ("AA {b}B cc Dd", "Dd", "AA bB", "cc", ""),
    ("AA 1b Cc", "Cc", "AA", "1b", ""),
    ("O'Neil, T.", "O'Neil", "T.", "", ""),
    ("d'Ormesson, Jean", "d'Ormesson", "Jean", "", ""),
    ("al-Khwarizmi, M.", "al-Khwarizmi", "M.", "", ""),
    ("王, 小明", "王", "小明", "", ""),
    ("Émile Zola", "Zola", "Émile", "", ""),
    ("Smith,", "Smith", "", "", ""),
    ("Smith,, John", "Smith", "John", "", ""),
    (r"Brand\~{a}o, F.", "Brandão", "F.", "", ""),
    (r"M{\"u}ller, K.-R.", "Müller", "K.-R.", "", ""),
    ("family=Dyck, given=Anthony, prefix=van, useprefix=true", "Dyck", "Anthony", "van", ""),
    ("title=Mrs, given=Ada, family=Dyck", "Dyck", "Ada", "", ""),
    ("given=A, family=Dyck, given=Anthony", "Dyck", "Anthony", "", ""),
    ("given={Jos{\\'e}}, family={Garc{\\'i}a, Jr}, suffix=III", "García, Jr", "José", "", "III"),
]


@pytest.mark.parametrize(("name", "family", "given", "particle", "suffix"), PARTS)
def test_parts(name, family, given, particle, suffix):
    assert read_name(name) == Person(family=family, given=given, particle=particle, suffix=suffix)
    people, complete = read_names(name)
    assert people == [Person(family=family, given=given, particle=particle, suffix=suffix)]
    assert complete


@pytest.mark.parametrize(
    ("name", "family", "given", "particle"),
    [
        ("Smith J. A.", "Smith", "J. A.", ""),
        ("van der Doe K.", "Doe", "K.", "van der"),
        ("Müller J.-P.", "Müller", "J.-P.", ""),
        ("A. B.", "B.", "A.", ""),
        ("Malcolm X", "X", "Malcolm", ""),
        ("Mary St. J.", "J.", "Mary St.", ""),
    ],
)
def test_initials_behind_a_family_name_are_those_of_the_given_names(name, family, given, particle):
    assert read_names(name)[0] == [Person(family=family, given=given, particle=particle)]


def test_a_prefix_that_is_not_used_drops():
    (person,), _complete = read_names("family=Musset, given=Alfred, prefix=de, useprefix=false")
    assert person == Person(family="Musset", given="Alfred", dropping_particle="de")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{NASA}", ["NASA"]),
        ("{{World Health Organization}}", ["World Health Organization"]),
        ("{Barnes and Noble}", ["Barnes and Noble"]),
        ("{Simon, Schuster and Sons, Inc.}", ["Simon, Schuster and Sons, Inc."]),
        (r"{Universit{\"a}t Z{\"u}rich}", ["Universität Zürich"]),
        ("{Gemini Team} and {OpenAI}", ["Gemini Team", "OpenAI"]),
    ],
)
def test_corporate_names_stay_in_one_piece(text, names):
    assert read_names(text)[0] == [Person(literal=name) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A B and C D", ["A B", "C D"]),
        ("A B\nAND\tC D", ["A B", "C D"]),
        ("Andy Sand and Rand, A", ["Andy Sand", "Rand, A"]),
        ("A and  and B and", ["A", "B"]),
        ("{X and Y} and Z", ["{X and Y}", "Z"]),
        ("Smith, J.; Doe, A.", ["Smith, J.", "Doe, A."]),
        ("John Smith, Jane Doe, Al Green, Bo Ray", ["John Smith", "Jane Doe", "Al Green", "Bo Ray"]),
        ("Babar, M., Lago, P., Vliet, H.", ["Babar, M.", "Lago, P.", "Vliet, H."]),
        (r"Babar, M., Lago, P., \& Vliet, H.", ["Babar, M.", "Lago, P.", "Vliet, H."]),
        ("Babar, M. & Lago, P.", ["Babar, M.", "Lago, P."]),
        ("A. Ray, B.-C. Fox, and D. Elm", ["A. Ray", "B.-C. Fox", "D. Elm"]),
        ("A. Ray, B. Fox, C. Ash and D. Elm", ["A. Ray", "B. Fox", "C. Ash", "D. Elm"]),
        ("Ray, A., Fox, B. and Elm, C.", ["Ray, A.", "Fox, B.", "Elm, C."]),
        ("Ann von Ray, Bo de Fox, Cy Elm", ["Ann von Ray", "Bo de Fox", "Cy Elm"]),
        ("Ray A, Fox BC, Elm D", ["Ray, A", "Fox, BC", "Elm, D"]),
        ("Ray, A. & Fox, B.", ["Ray, A.", "Fox, B."]),
        (r"A. Ray \& B. Fox", ["A. Ray", "B. Fox"]),
        ("A. Ray    B. C. Fox    D. Elm", ["A. Ray", "B. C. Fox", "D. Elm"]),
        ("Ann Ray\nB. Fox\nD. Elm", ["Ann Ray", "B. Fox", "D. Elm"]),
        ("Ann Ray and and Bo Fox", ["Ann Ray", "Bo Fox"]),
        ("", []),
        (" \n", []),
    ],
)
def test_lists(text, names):
    assert split_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Brown & Brown",
        "King, Jr., Martin Luther",
        "de la Cruz, III, Juan Carlos",
        "Ray Fox, Ph. D., Ann Bo",
        "Institute for the Study\n of Long Names",
        "Ann    Ray",
        "Ray M, Ann B",
    ],
)
def test_one_name_stays_one(text):
    assert split_names(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A B and others",
        "A B and others.",
        "A B AND OTHERS",
        "A B et al.",
        "A B and et al",
        "A B and {et al.}",
        "B, A et. al.",
    ],
)
def test_incomplete_lists(text):
    people, complete = read_names(text)
    assert people == [Person(family="B", given="A")]
    assert not complete


_WORD = st.text("abcxyzABCXYZéÖł日.'-", min_size=1, max_size=8).filter(lambda word: word.strip(".'-"))
_PART = st.lists(_WORD | st.sampled_from(["van", "de", "and", "others", "Jr.", "=", "a,b", "III"]), min_size=1, max_size=3).map(" ".join)  # fmt: skip # noqa: E501


@settings(max_examples=200)
@given(st.lists(st.builds(Person, family=_PART, given=_PART | st.just(""), particle=st.sampled_from(["", "van", "de la"])) | st.builds(Person, literal=_PART), max_size=3), st.booleans())  # fmt: skip # noqa: E501
def test_what_is_written_reads_the_same(people, complete):
    found, whole = read_names(write_names(people, complete, encode))
    normal = [Person(**{key: decode(encode(value)) for key, value in person.as_json().items()}) for person in people]
    assert (found, whole) == (normal, complete)


@settings(max_examples=100)
@given(st.text("ab{}\\'\",= ~and\n;", max_size=40))
def test_no_name_raises(text):
    read_names(text)


@pytest.mark.parametrize(
    "text",
    [
        lambda n: "x" + " " * 5 * n + "y",
        lambda n: "x" + " " * 5 * n + "al",
        lambda n: "A. B, " * n,
        lambda n: "a & " * n,
    ],
)
def test_odd_lists_take_linear_time(text):
    assert_linear(lambda size: read_names(text(size)), 20_000)

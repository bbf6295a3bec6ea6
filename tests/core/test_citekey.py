"""Citation keys follow the user's template, and are one a paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.citekey import TEMPLATE, base_key, unique_key
from readinglist.core.paper import Draft, Person
from readinglist.settings import known

SETTING = known("key_template")
PAPER = Draft(
    title="Imitating Language via Scalable Inverse Reinforcement Learning",
    authors=[Person(family="Dyck", given="A.", particle="van"), Person(family="Wulfmeier", given="M"),
             Person(family="Ångström", given="Å."), Person(literal="Gemini Team")],
    date="2024-09-02",
    venue="Journal of Machine Learning Research (JMLR)",
)  # fmt: skip


@pytest.mark.parametrize(
    ("template", "key"),
    [
        ("{author}{year}{title}", "dyck2024imitating"),
        ("{author:capital}:{year}:{words:2:capital}", "Dyck:2024:ImitatingLanguage"),
        ("{author:3:upper}{yy}", "DYC24"),
        ("{authors:2:capital}-{venue:upper}{yy}", "DyckWulfmeierEtal-JMLR24"),
        ("{authors:4}", "dyckwulfmeierangstromgeminiteam"),
        ("{authors}", "dyckwulfmeierangstrometal"),
        ("{words}", "imitatinglanguagescalableinversereinforcementlearning"),
        ("ref_{title:4}", "ref_imit"),
    ],
)
def test_templates(template: str, key: str) -> None:
    assert SETTING.fits(template)
    assert base_key(PAPER, template) == key


@pytest.mark.parametrize(
    ("draft", "template", "key"),
    [
        (Draft(title=""), TEMPLATE, "anon"),
        (Draft(title=""), "{year}{title}", "anon"),
        (Draft(title="深度学习", authors=[Person(literal="王小明")]), TEMPLATE, "anon"),
        (Draft(title="On the Origin"), "{author}{title}", "anonorigin"),
        (Draft(title="X", authors=[Person(family="Li")], authors_complete=False), "{authors}", "lietal"),
        (Draft(title="X", venue="NeurIPS"), "{venue}", "neurips"),
        (Draft(title="X", date="0800"), "{yy}", "00"),
    ],
)
def test_what_is_missing(draft: Draft, template: str, key: str) -> None:
    assert base_key(draft, template) == key


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "plain",
        "{}",
        "{mood}",
        "{author",
        "{author}{",
        "{author} {year}",
        "{author:0}",
        "{title:big}",
        "{year},{title}",
        "{author}" * 60,
    ],
)
def test_what_is_no_template_is_refused(wrong: str) -> None:
    assert not SETTING.fits(wrong)
    with pytest.raises(ValueError, match="key_template"):
        SETTING.parse(wrong)


def test_the_default_is_that_of_the_settings() -> None:
    assert SETTING.default == TEMPLATE
    assert SETTING.parse(" {author:Capital}".replace("C", "c") + " ") == "{author:capital}"


def test_keys_that_are_taken_get_letters() -> None:
    used = {"dyck2024imitating", *(f"dyck2024imitating{c}" for c in "abcdefghijklmnopqrstuvwxyz")}
    assert unique_key(PAPER, used.__contains__) == "dyck2024imitatingaa"


@given(st.from_regex(SETTING.pattern, fullmatch=True).filter(SETTING.fits), st.text(max_size=40), st.text(max_size=20))
def test_every_template_makes_a_key_that_citations_can_hold(template: str, title: str, name: str) -> None:
    key = base_key(Draft(title=title, authors=[Person(family=name)], venue=title), template)
    assert key
    assert not set(key) & set(" {}(),\\\"'#%~=\n\t")
    assert key.isascii()

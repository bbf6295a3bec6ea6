from hypothesis import given
from hypothesis import strategies as st

from readinglist.ui.widgets.note.live_parts import LINK, MATH, PICTURE, Part, parted


def test_formulas_links_and_pictures_are_taken_out() -> None:
    taken = parted(r"With $x_i$ see [[Policy Distillation|it]], \(a+b\) and ![a plot](p.png).")
    assert taken.parts == [
        Part(MATH, "$x_i$"),
        Part(LINK, "it", "Policy Distillation"),
        Part(MATH, r"\(a+b\)"),
        Part(PICTURE, "a plot", "p.png"),
    ]
    sign = taken.sign
    assert taken.markdown == f"With {sign}0{sign} see {sign}1{sign}, {sign}2{sign} and {sign}3{sign}."


def test_prices_and_code_stay_as_they_are() -> None:
    for note in ("It costs $5 or $6.", "`$x$ [[a]] ![b](c)`", "```\n$x_i$ [[a]]\n```"):
        assert parted(note).markdown == note


@given(st.text("$[]()!\\|`ab\n\ue000"))
def test_put_back_the_parts_make_the_note(note: str) -> None:
    taken = parted(note)
    assert taken.markdown.count(taken.sign) == 2 * len(taken.parts)
    assert taken.sign not in note

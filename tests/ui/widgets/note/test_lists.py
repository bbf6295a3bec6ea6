import pytest

from readinglist.ui.widgets.note.lists import is_item, opening, stepped, wrapped
from readinglist.ui.widgets.text import long_lines


@pytest.mark.parametrize(
    ("line", "begin"),
    [
        ("- one", "- "),
        ("  * one", "  * "),
        ("9. nine", "10. "),
        ("3) three", "4) "),
        ("- [x] done", "- [ ] "),
        ("> said", "> "),
        ("> > twice", "> > "),
        ("- ", ""),
        ("> ", ""),
        ("plain", None),
        ("", None),
        ("-no item", None),
        ("1.5 is a number", None),
    ],
)
def test_what_a_new_line_begins_with(line: str, begin: str | None) -> None:
    assert opening(line) == begin


def test_items_step_in_and_out() -> None:
    assert stepped("- a", out=False) == "  - a"
    assert stepped("   - a", out=True) == " - a"
    assert stepped("\t- a", out=True) == "- a"
    assert stepped("- a", out=True) == "- a"
    assert is_item("  12) x")
    assert not is_item("12 x")


def test_wrapping_twice_gives_the_words_back() -> None:
    for mark in ("*", "**"):
        assert wrapped("word", mark) == f"{mark}word{mark}"
        assert wrapped(wrapped(" two words ", mark), mark) == " two words "
    assert wrapped("**bold**", "*") == "***bold***"
    assert wrapped("***both***", "*") == "**both**"
    assert wrapped("", "**") == "****"


@pytest.mark.parametrize("text", ["x" * 300_000, "word " * 60_000, "a\n" + "汉" * 9_000 + "\nb", "y" * 2001])
def test_long_lines_are_split_and_joined_as_they_were(text: str) -> None:
    assert long_lines.needs_split(text)
    shown = long_lines.split(text)
    assert max(len(line) for line in shown.split("\n")) <= long_lines.LONGEST + 2
    assert long_lines.joined(shown) == text


def test_short_lines_and_texts_with_seams_of_their_own_stay() -> None:
    assert not long_lines.needs_split("short\n" * 10_000)
    assert not long_lines.needs_split("x" * 5000 + long_lines.SEAM)

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


@pytest.mark.parametrize(
    "text", ["x" * 300_000, "word " * 60_000, "a\n" + "汉" * 9_000 + "\nb", "y" * 8_001, "z\u2063\u2063 " * 9_000]
)
def test_long_lines_are_split_between_words_and_joined_as_they_were(text: str) -> None:
    seam = long_lines.seam_for(text)
    assert seam
    shown = long_lines.split(text, seam)
    assert max(len(line) for line in shown.split("\n")) <= long_lines.LONGEST + len(seam)
    assert long_lines.joined(shown, seam) == text
    if " " in text:
        assert {line.removesuffix(seam[:-1]).split()[0] for line in shown.split("\n")[:-1]} == {text.split()[0]}


def test_lines_of_prose_have_no_seams() -> None:
    assert long_lines.seam_for("short\n" * 10_000) == ""
    assert long_lines.seam_for("word " * 1_600) == ""
    assert long_lines.joined("a\u2063\u2063b", "") == "a\u2063\u2063b"

import pytest

from readinglist.ui.widgets.text.pieces import (
    LONGEST_WORD,
    MOST,
    MOST_PARAGRAPHS,
    Paragraph,
    Piece,
    from_tex,
    in_bounds,
)


def said(paragraphs: list[Paragraph]) -> str:
    return "\n".join("".join(piece.text for piece in paragraph) for paragraph in paragraphs)


@pytest.mark.parametrize("unit", ["generations ", "汉字。", "x", "a\n", "word\n\n", "e\u0301", "👩🏽\u200d🔬 "])
@pytest.mark.parametrize("size", [1, 999, 11_990, 30_000])
def test_what_is_kept_and_what_is_left_are_the_whole(unit: str, size: int) -> None:
    text = unit * size
    paragraphs: list[Paragraph] = [[Piece(part)] for part in text.split("\n")]
    kept, rest = in_bounds(paragraphs)
    assert said(kept) + rest == text
    assert len(said(kept)) <= MOST
    assert len(kept) <= MOST_PARAGRAPHS
    assert max(map(len, said(kept).split()), default=0) <= max(LONGEST_WORD, MOST if unit == "汉字。" else 0)


def test_words_are_whole_and_so_are_letters_with_what_stands_on_them() -> None:
    assert set(said(in_bounds([[Piece("generations " * 5000)]])[0]).split()) == {"generations"}
    for unit in ("e\u0301", "👩🏽\u200d🔬"):
        kept, rest = in_bounds([[Piece("x" + unit * 9000)]])
        assert (len(said(kept)) - 1) % len(unit) == 0
        assert rest.startswith(unit)


def test_pieces_of_several_looks_are_cut_in_the_one_that_is_too_long() -> None:
    looks = [Piece("a " * 10, bold=True), Piece("b " * 10, italic=True)]
    kept, rest = in_bounds([looks, [Piece("c")]], 30)
    assert [(piece.text.strip(), piece.bold, piece.italic) for piece in kept[0]] == [
        ("a " * 9 + "a", True, False), ("b " * 4 + "b", False, True),
    ]  # fmt: skip
    assert rest.endswith("b \nc")


def test_tex_of_a_giant_text_is_read_as_far_as_it_can_be_shown() -> None:
    paragraphs = from_tex("$x^2$ " * 100_000)
    assert paragraphs[0][1].shift == "^"
    assert paragraphs[-1][-1].text.endswith("$x^2$ ")

"""The listing reader on real papers with hand-made truth: every field exactly, and every line accounted for."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import listing
from readinglist.formats.listing.split import split_line

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data" / "listing"
NAMES = ("first", "second", "third", "fourth", "fifth", "shapes")
SETS = {"seeds": ROOT / "seeds" / "listing.txt", **{name: DATA / f"{name}.txt" for name in NAMES}}


def truth_of(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


def read(text: str) -> list[Draft | Problem]:
    return list(listing.read(io.StringIO(text)))


def drafts(text: str) -> list[Draft]:
    items = read(text)
    assert all(isinstance(item, Draft) for item in items), items
    return [item for item in items if isinstance(item, Draft)]


def as_truth(draft: Draft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "authors": [person.display for person in draft.authors],
        "complete": draft.authors_complete,
        "date": draft.date,
        "subject": draft.subject,
        "organizations": draft.organizations,
        "abstract": draft.abstract,
        "place": draft.place,
    }


@pytest.mark.parametrize("name", SETS)
def test_every_block_is_exactly_right(name: str) -> None:
    with SETS[name].open(encoding="utf-8") as source:
        found = list(listing.read(source))
    truth = truth_of(name)
    right = sum(isinstance(item, Draft) and as_truth(item) == wanted for item, wanted in zip(found, truth, strict=True))
    doubtful = sum(isinstance(item, Draft) and item.doubt is not None for item in found)
    print(f"{name}: {right} of {len(truth)} blocks right, {doubtful} doubtful")
    assert [as_truth(item) if isinstance(item, Draft) else item for item in found] == truth
    assert doubtful <= len(truth) // 40


def test_raw_is_the_text_of_the_block() -> None:
    text = SETS["seeds"].read_text(encoding="utf-8")
    assert "\n".join(item.raw or "" for item in read(text)) == text.rstrip("\n")


def test_any_title_before_any_authors() -> None:
    """Titles and author lists of all sets crossed (a part of them; all in `test_all_crossed`)."""
    right, wrong_but_sure, count = cross(step=83)
    print(f"{right} of {count} crossed lines right, {wrong_but_sure} wrong without a doubt")
    assert right / count > 0.99
    assert wrong_but_sure / count < 0.0005


@pytest.mark.long
def test_all_crossed() -> None:
    right, wrong_but_sure, count = cross(step=1)
    print(f"{right} of {count} crossed lines right, {wrong_but_sure} wrong without a doubt")
    assert right / count > 0.995
    assert wrong_but_sure / count < 0.0005


def test_a_blank_between_title_and_authors_is_never_read_wrong_without_a_doubt() -> None:
    right, wrong_but_sure, count = cross(step=211, glue=" ")
    print(f"{right} of {count} crossed lines with a blank right, {wrong_but_sure} wrong without a doubt")
    assert right / count > 0.9
    assert wrong_but_sure == 0


@pytest.mark.parametrize(
    ("line", "title", "first"),
    [
        ("Seeing Things in GANs Gemini Team", "Seeing Things in GANs", "Gemini Team"),
        ("A Study of RL Markus Wulfmeier, Michael Bloesch et al.", "A Study of RL", "Markus Wulfmeier"),
        ("Scaling LLMs Jane Doe, John Roe", "Scaling LLMs", "Jane Doe"),
        ("Probing BERTs Ann Lee, Bob Roe et al. · google", "Probing BERTs", "Ann Lee"),
        ("Image Quality of StyleGAN Tero Karras, Samuli Laine", "Image Quality of StyleGAN", "Tero Karras"),
        ("Learning from ImageNet Olga Russakovsky, Jia Deng", "Learning from ImageNet", "Olga Russakovsky"),
    ],
)
def test_a_word_is_not_cut_in_two_where_a_blank_parts_title_and_authors(line: str, title: str, first: str) -> None:
    reading = split_line(line)
    assert (reading.splits[0].title, reading.splits[0].names[0]) == (title, first)
    assert not reading.sure
    glued = split_line(line.replace(f" {first}", first, 1))
    assert (glued.splits[0].title, glued.splits[0].names[0]) == (title, first)
    assert glued.sure


def cross(step: int, glue: str = "") -> tuple[int, int, int]:
    papers = [paper for name in SETS for paper in truth_of(name)]
    right = wrong_but_sure = count = 0
    for index, (one, other) in enumerate((one, other) for one in papers for other in papers):
        if index % step:
            continue
        for names, ending in ((other["authors"], " et al."), (other["authors"], ""), (other["authors"][:1], "")):
            reading = split_line(one["title"] + glue + ", ".join(names) + ending)
            good = bool(reading.splits) and (reading.splits[0].title, list(reading.splits[0].names)) == (
                one["title"],
                names,
            )
            count += 1
            right += good
            wrong_but_sure += reading.sure and not good
    return right, wrong_but_sure, count


BLOCK = "LGMay 3, 2019\nDropout in RLAda Lovelace, Łukasz Kaiser et al. · deepmind, mit\nWe drop units.\n"
PLAIN = {
    "title": "Dropout in RL",
    "authors": ["Ada Lovelace", "Łukasz Kaiser"],
    "complete": False,
    "date": "2019-05-03",
    "subject": "cs.LG",
    "organizations": ["deepmind", "mit"],
    "abstract": "We drop units.",
    "place": "line 1",
}


@pytest.mark.parametrize(
    "text",
    [
        BLOCK,
        BLOCK.replace("\n", "\r\n"),
        BLOCK.replace("\n", "\r"),
        "\ufeff" + BLOCK,
        BLOCK.replace("\n", "\n\n\n"),
        BLOCK.replace(" ", "\u00a0"),
        BLOCK.rstrip("\n"),
        BLOCK.replace("May 3", "May  3").replace("\n", "  \n"),
        BLOCK.replace(" · ", " • "),
        BLOCK.replace("units.", "\nunits."),
    ],
    ids=[
        "plain",
        "crlf",
        "cr",
        "bom",
        "blank lines",
        "no-break spaces",
        "no last line end",
        "spaces",
        "bullet",
        "wrapped",
    ],
)
def test_other_ways_to_paste_the_same_block(text: str) -> None:
    assert [as_truth(item) for item in drafts(text)] == [PLAIN]


def test_blocks_with_blank_lines_and_without_an_abstract() -> None:
    text = "\n\nLGMay 3, 2019\n\nDropoutAda Lovelace, Yann LeCun\n\n\n"
    text += "MLJun 4, 2020\nMore dropoutJohn McDonald, Bo Li\nYes.\n"
    one, two = drafts(text)
    assert (one.title, one.abstract, one.place) == ("Dropout", None, "line 3")
    assert (two.title, two.abstract, two.place) == ("More dropout", "Yes.", "line 8")
    assert [person.family for person in (*one.authors, *two.authors)] == ["Lovelace", "LeCun", "McDonald", "Li"]


def test_title_and_authors_on_lines_of_their_own() -> None:
    (draft,) = drafts("LGMay 3, 2019\nDropout in RL\nAda Lovelace, Łukasz Kaiser et al. · mit\nWe drop units.\n")
    assert (draft.title, len(draft.authors), draft.authors_complete) == ("Dropout in RL", 2, False)
    assert (draft.organizations, draft.abstract, draft.doubt) == (["mit"], "We drop units.", None)


def test_a_line_without_authors_is_kept_and_doubted() -> None:
    (draft,) = drafts("LGMay 3, 2019\nA short history of dropout\nWe drop units.\n")
    assert (draft.title, draft.authors) == ("A short history of dropout", [])
    assert draft.doubt


def test_a_guess_names_its_alternatives_as_complete_drafts() -> None:
    (draft,) = drafts("LGMay 3, 2019\nPlaying with AlphaGoOpenAI\nWe play.\n")
    assert draft.doubt
    readings = {(one.title, one.authors[0].display) for one in (draft, *draft.alternatives)}
    assert ("Playing with AlphaGo", "OpenAI") in readings
    assert len(readings) == 1 + len(draft.alternatives) > 1
    for one in draft.alternatives:
        assert (one.date, one.abstract, one.raw, one.doubt) == (draft.date, draft.abstract, draft.raw, None)


def test_names_run_together_only_by_a_space_are_doubted() -> None:
    (draft,) = drafts("LGMay 3, 2019\nDeep learning for robots Yann LeCun, Geoffrey Hinton et al.\nYes.\n")
    assert (draft.title, draft.authors[0].display) == ("Deep learning for robots", "Yann LeCun")
    assert draft.doubt


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        ("LGFeb 30, 2024\nDropoutAda Lovelace, Yann LeCun et al.\nWe drop.\n", "date"),
        ("LGSmarch 3, 2024\nDropoutAda Lovelace, Yann LeCun et al.\nWe drop.\n", "subject and date"),
        ("LG\nMay\nDropoutAda Lovelace, Yann LeCun et al.\nWe drop.\n", "subject and date"),
        ("nonsense\nDropoutAda Lovelace, Yann LeCun et al.\nWe drop.\n", "subject and date"),
        ("DropoutAda Lovelace, Yann LeCun, Bo Li et al. · mit\nWe drop.\n", "subject and date"),
        ("LGMay 3, 2019\n", "missing"),
        ("LGMay 3, 2019\n" + "We drop units at random, and show that it helps. " * 6 + "\n", "missing"),
    ],
)
def test_a_broken_block_costs_only_itself(broken: str, word: str) -> None:
    items = read(BLOCK + broken + BLOCK)
    good = [item for item in items if isinstance(item, Draft)]
    (problem,) = [item for item in items if isinstance(item, Problem)]
    assert [item.title for item in good] == [PLAIN["title"]] * 2
    assert [item.abstract for item in good] == [PLAIN["abstract"]] * 2
    assert problem.place == "line 4"
    assert word in problem.reason
    assert problem.raw == broken.rstrip("\n")


def test_text_before_and_behind_is_reported_not_mixed_in() -> None:
    before, paper, behind = read("Home\nSign in\n\n" + BLOCK + "\nLoad more papers\n© 2026\n")
    assert isinstance(before, Problem)
    assert before.place == "line 1"
    assert isinstance(paper, Draft)
    assert paper.abstract == "We drop units."
    assert isinstance(behind, Problem)
    assert behind.raw == "Load more papers\n© 2026"


def test_reading_is_a_stream() -> None:
    class Endless(io.StringIO):
        """Gives blocks for ever: only a reader that yields as it goes comes back."""

        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            self.number = getattr(self, "number", -1) + 1
            return BLOCK.splitlines(keepends=True)[self.number % 3]

    items = listing.read(Endless())
    assert [next(items).place for _ in range(3)] == ["line 1", "line 4", "line 7"]


def test_sniff() -> None:
    assert listing.sniff(SETS["seeds"].read_text(encoding="utf-8")) > 0.9
    assert listing.sniff("\ufeff\r\n" + BLOCK.replace("\n", "\r\n")) > 0.9
    assert listing.sniff("Home\n\n" + BLOCK) > 0
    for other in (
        "",
        "@article{x, year = {2019}}",
        '{"papers": []}',
        "TY  - JOUR\nER  -\n",
        "id,title\n1,May 3, 2019\n",
    ):
        assert listing.sniff(other) == 0


LINES = st.one_of(
    st.sampled_from(
        [*BLOCK.splitlines(), "LGMay 33, 2019", "hep-th", "", "  ", "AI", "et al.", " · ", ", , ,", "$", "2019"]
    ),
    st.text(max_size=60),
    st.text(alphabet="aA .,·$()'\"-?1é王", max_size=80),
)


@settings(max_examples=80)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_junk_never_raises_and_no_line_is_lost(lines: list[str], end: str) -> None:
    text = end.join(lines)
    items = read(text)
    assert all(isinstance(item, Draft | Problem) for item in items)
    kept = "".join("".join((item.raw or "").split()) for item in items)
    assert _solid(kept) == _solid("".join(text.split()))
    listing.sniff(text)


def _solid(text: str) -> str:
    """Only what is sure to be text: blank-looking and control characters may go."""
    return "".join(char for char in text if char.isalnum())


@settings(max_examples=30)
@given(st.lists(st.sampled_from([BLOCK, "LGFeb 30, 2024\nDropoutAda Lovelace, Yann LeCun et al.\nNo.\n"]), max_size=12))
def test_blocks_are_drafts_plus_problems(blocks: list[str]) -> None:
    items = read("".join(blocks))
    assert [isinstance(item, Draft) for item in items] == [block == BLOCK for block in blocks]


@pytest.mark.parametrize(
    "line", ["a" * 200_000, "aA" * 100_000, "Ab, " * 50_000, "$" * 100_000, "(" * 50_000, " · " * 50_000]
)
def test_monstrous_lines_are_read_in_time(line: str) -> None:
    items = read("LGMay 3, 2019\n" + line + "\nabstract\n" + BLOCK)
    assert isinstance(items[-1], Draft)
    assert items[-1].title == PLAIN["title"]


def test_where_no_split_is_found_the_whole_line_is_kept_and_doubted():
    """A title in Chinese run together with a Chinese name has no mark of where one ends: a known limit."""
    line = "大规模语言模型综述王小明"
    (draft,) = list(listing.read(io.StringIO(f"CLMar 3, 2024\n{line}\nWe survey models.\n")))
    assert isinstance(draft, Draft)
    assert draft.doubt
    assert draft.title + "".join(author.display for author in draft.authors) == line
    assert draft.abstract == "We survey models."

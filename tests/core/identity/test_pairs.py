"""Papers that are twice are found whatever slip of the pen parts them; parts of a series and namesakes stay two."""

from __future__ import annotations

import random
from typing import Any

import pytest

from readinglist.core.identity.match import known
from readinglist.core.identity.pairs import LEAST, Group, Light, Pair, candidates, compare, groups
from readinglist.core.paper import Draft, Person
from readinglist.core.text import sort_key

TITLE = "Imitating Language via Scalable Inverse Reinforcement Learning"


def paper(
    title: str = TITLE, author: str = "Wulfmeier", given: str = "M", year: int | None = 2024, **more: Any
) -> Draft:
    people = [Person(family=author, given=given)] if author else []
    return Draft(title=title, authors=people, date=str(year) if year else None, **more)


def light(draft: Draft, number: int) -> Light:
    first = draft.authors[0].sorting if draft.authors else ""
    return Light(
        number, sort_key(draft.title) or "", sort_key(first) or "", draft.year, draft.doi or "", draft.arxiv or ""
    )


def found(first: Draft, second: Draft) -> tuple[float, str] | None:
    """The whole way: into blocks, then compared."""
    if (1, 2) not in candidates([light(first, 1), light(second, 2)]):
        return None
    return compare(known(first, 1), known(second, 2))


SAME = [
    (paper(), paper(), "same title"),
    (paper(), paper(title=TITLE.upper() + "."), "same title"),
    (paper(), paper(title="Imitating Language via Scaleable Inverse Reinforcment Learning"), "spelling"),
    (paper(), paper(title="Language Imitating via Scalable Inverse Reinforcement Learning"), "same words"),
    (paper(title=TITLE + ": A Large-Scale Study"), paper(), "beginning of the other"),
    (paper(title="Multi-agent deep learning in games"), paper(title="Multiagent deep learning in games"), "same title"),
    (paper(), paper(author=""), "known of one only"),
    (paper(), paper(year=None), "same title"),
    (paper(author="Nguyễn"), paper(author="Nguyen"), "first author"),
    (paper(author="Jiang", given="Wei"), paper(author="Wei", given="Jiang"), "same title"),
    (paper(doi="10.1/a"), paper(doi="10.1/A", title="Imitating language", author="Other"), "same DOI"),
    (paper(type="article", arxiv="2409.01369"),
     paper(type="paper-conference", venue="NeurIPS", doi="10.52202/1", year=2025), "preprint and published"),
    (paper(doi="10.1101/2023.01.02", type="article"), paper(doi="10.1038/s41586-1", venue="Nature", year=2025),
     "preprint and published"),
    (paper(arxiv="2409.01369v1"), paper(doi="10.48550/arXiv.2409.01369", title=TITLE, author="X"), "same arXiv"),
]  # fmt: skip
OTHER = [
    (paper(), paper(author="Hinton")),
    (paper(), paper(author="Wulfmeier", given="Lu", year=2024)),
    (paper(title="A study of graphs, part 1"), paper(title="A study of graphs, part 2")),
    (paper(title="Proceedings of the meeting on graphs IV"), paper(title="Proceedings of the meeting on graphs VI")),
    (paper(title="Language models like GPT-3 as zero-shot learners"),
     paper(title="Language models like GPT-4 as zero-shot learners")),
    (paper(doi="10.1038/1"), paper(doi="10.1038/2")),
    (paper(year=2010), paper(year=2024)),
    (paper(title="Deep learning of graphs"), paper(title="Deep learning of grapes and wine")),
    (paper(title="Learning kernels from noisy data"), paper(title="Learning priors from noisy data")),
    (paper(title="Editorial", author=""), paper(title="Editorial", author="")),
    (paper(type="paper-conference", venue="ICML"), paper(type="article-journal", venue="Artificial Intelligence")),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "why"), SAME)
def test_one_paper_twice(first: Draft, second: Draft, why: str) -> None:
    for one, other in ((first, second), (second, first)):
        result = found(one, other)
        assert result is not None
        assert LEAST <= result[0] <= 1
        assert why in result[1]


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_two_papers(first: Draft, second: Draft) -> None:
    assert found(first, second) is None
    assert found(second, first) is None


def test_groups_are_put_together_surest_first_and_without_what_was_told_apart() -> None:
    pairs = [Pair(1, 2, 0.9, "a"), Pair(2, 3, 0.85, "b"), Pair(7, 8, 1.0, "c"), Pair(4, 5, 0.99, "d")]
    assert groups(pairs, {(4, 5)}) == [Group([7, 8], 1.0, ["c"]), Group([1, 2, 3], 0.85, ["a", "b"])]


def slipped(title: str, rng: random.Random) -> str:
    """Return a title with a slip of the pen in a long word."""
    words = title.split()
    at = max(range(len(words)), key=lambda n: (len(words[n]), rng.random()))
    place = rng.randrange(1, len(words[at]) - 1)
    words[at] = words[at][:place] + words[at][place + 1 :]
    return " ".join(words)


def test_every_slip_in_a_large_list_is_found_and_nothing_else() -> None:
    from tests.benchmarks.corpus import drafts

    rng = random.Random(3)
    base = [draft for draft in drafts(3000) if len(draft.title.split()) > 3]
    lights = [light(draft, n) for n, draft in enumerate(base)]
    every = {n: known(draft, n) for n, draft in enumerate(base)}
    truth = set()
    for n in rng.sample(range(len(base)), 300):
        number = len(every)
        again = Draft(title=slipped(base[n].title, rng), authors=base[n].authors, date=base[n].date)
        lights.append(light(again, number))
        every[number] = known(again, number)
        truth.add((n, number))
    told = {pair for pair in candidates(lights) if compare(every[pair[0]], every[pair[1]])}
    assert len(truth & told) >= 295
    assert len(told - truth) <= 6  # the corpus itself holds a few papers of the same title and author


def test_a_block_of_thousands_costs_no_square() -> None:
    many = [Light(n, "editorial of the annual meeting", "", 2000 + n % 20) for n in range(20_000)]
    assert len(candidates(many)) < 40 * 40 * 21

"""How good taste is: precision at 3 on held-out papers, against random, newest first and oldest first; prints a table.

    python tests/benchmarks/taste.py [--splits 200]

Papers: the samples in seeds/ (real abstracts) and tests/data/taste/papers.txt (real titles, described in words of our
own), each with the area a person gave it. A reader likes one or two areas. Of all papers 60 % are the reader's past:
of the liked areas finished with 4 or 5 stars; of the others half dropped, half finished with 2 or 3 stars or none. The
rest is offered, unread. Precision at 3 is the share of liked areas among the first three. Nothing but taste is known of
the papers, so the order shows what taste adds; `random` is the exact expectation. A reader may be fickle, too:
every sixth verdict is then the wrong way round. Since whoever describes a paper knows its area, the last table goes by
titles alone, which are the authors' own.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from readinglist.core.paper import Draft  # noqa: E402
from readinglist.core.ranking.taste import Corpus, Opinion, learn, liking  # noqa: E402
from readinglist.formats import listing  # noqa: E402

SEED_AREAS = {
    "Imitating Language": "llm", "APART": "rl", "Gemini 2.5": "llm", "Griffin": "llm", "RecurrentGemma": "llm",
    "Gemini: A": "llm", "Rapid training": "opt", "Reward is enough": "rl", "Behavior Priors": "rl",
    "Importance Weighted": "rl", "Information asymmetry": "rl", "Understanding disentangling": "gen",
    "Overcoming catastrophic": "rl", "Progressive Neural": "rl", "Theano": "sys", "Policy Distillation": "rl",
    "Natural Neural": "opt", "Compress and Control": "rl", "Deep Tempering": "gen", "Metric-Free": "opt",
}  # fmt: skip
READERS: dict[str, frozenset[str]] = {
    "reinforcement learning": frozenset({"rl"}),
    "language models": frozenset({"llm"}),
    "optimisation, generative": frozenset({"opt", "gen"}),
    "vision": frozenset({"vision"}),
    "systems, language": frozenset({"sys", "llm"}),
}
PAST = 0.6


def papers() -> list[tuple[str, Draft]]:
    """Return every paper with its area; a sample paper whose area nobody gave is left out."""
    found = []
    with (ROOT / "seeds" / "listing.txt").open(encoding="utf-8") as file:
        for item in listing.read(file):
            if isinstance(item, Draft):
                area = next((area for start, area in SEED_AREAS.items() if item.title.startswith(start)), None)
                if area:
                    found.append((area, item))
    for line in (ROOT / "tests/data/taste/papers.txt").read_text(encoding="utf-8").splitlines():
        area, year, title, abstract = line.split("|")
        found.append((area, Draft(title=title, abstract=abstract, date=year)))
    return found


def trial(
    known: list[tuple[str, Draft]], likes: frozenset[str], chance: random.Random, fickle: bool, titles_only: bool
) -> list[float]:
    """Return precision at 3 of: taste, random, newest first, oldest first, on one split."""
    numbers = list(range(len(known)))
    chance.shuffle(numbers)
    past, offered = numbers[: int(PAST * len(numbers))], sorted(numbers[int(PAST * len(numbers)) :])
    corpus = Corpus()
    for number, (_area, draft) in enumerate(known):
        corpus.put(number, "", draft.title, None if titles_only else draft.abstract)
    opinions, finished = [], 0
    for number in sorted(past):
        liked = known[number][0] in likes
        if fickle and chance.random() < 1 / 6:
            liked = not liked
        dropped = not liked and chance.random() < 0.5
        rating = chance.choice((4, 5)) if liked else chance.choice((2, 3, None))
        finished += not dropped
        opinions.append(Opinion(number, liking("dropped" if dropped else "read", rating), rating))
    taste = learn(corpus, opinions, finished)
    good = [known[number][0] in likes for number in offered]
    values = {number: (verdict.value if (verdict := taste.judge(number)) else 0.5) for number in offered}
    newest = sorted(offered, key=lambda n: (known[n][1].date or "", n), reverse=True)
    ours = sorted(offered, key=lambda n: (-values[n], n))

    def precision(order: list[int]) -> float:
        return sum(known[number][0] in likes for number in order[:3]) / 3

    return [precision(ours), sum(good) / len(good), precision(newest), precision(newest[::-1])]


def measure(splits: int, fickle: bool = False, titles_only: bool = False) -> dict[str, list[float]]:
    """Return for each reader the mean precision at 3 of taste, random, newest first, oldest first."""
    known = papers()
    table = {}
    for name, likes in READERS.items():
        rows = [trial(known, likes, random.Random(f"{name} {n}"), fickle, titles_only) for n in range(splits)]
        table[name] = [statistics.fmean(column) for column in zip(*rows, strict=True)]
    return table


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How good taste is.")
    parser.add_argument("--splits", type=int, default=200)
    splits = parser.parse_args().splits
    known = papers()
    print(f"{len(known)} papers, {splits} splits a reader, precision at 3")
    readers = (("steady reader", False, False), ("fickle reader (1 verdict in 6 wrong)", True, False),
               ("fickle reader, titles alone", True, True))  # fmt: skip
    for kind, fickle, titles_only in readers:
        print(f"\n{kind:38}{'taste':>8}{'random':>8}{'newest':>8}{'oldest':>8}")
        table = measure(splits, fickle, titles_only)
        for name, row in table.items():
            print(f"{name:38}" + "".join(f"{value:8.2f}" for value in row))
        print(
            f"{'mean':38}" + "".join(f"{statistics.fmean(column):8.2f}" for column in zip(*table.values(), strict=True))
        )


if __name__ == "__main__":
    main()

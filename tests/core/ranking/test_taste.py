"""Taste: what it reads, what it learns, when it keeps silent, and that it never reads a paper twice."""

from __future__ import annotations

import random

import pytest

from readinglist.core.ranking.taste import Corpus, Opinion, learn, liking, tokens
from tests.growth import assert_linear, calls

LIKED = "fisher information natural gradient whitening curvature optimisation second-order metric".split()
OTHER = "transformer language prompt token dialogue instruction chat corpus decoding summarisation".split()


def paper(words: list[str], chance: random.Random) -> str:
    return " ".join(chance.choices(words, k=30)) + " " + " ".join(f"w{chance.randrange(99)}x" for _ in range(20))


def corpus(seed: int = 1, each: int = 30) -> Corpus:
    chance = random.Random(seed)
    found = Corpus()
    for number in range(each):
        found.put(number, "1", "On " + chance.choice(LIKED), paper(LIKED, chance))
        found.put(1000 + number, "1", "On " + chance.choice(OTHER), paper(OTHER, chance))
    return found


def opinions(count: int = 20) -> list[Opinion]:
    liked = [Opinion(n, 1.0, 5) for n in range(count)]
    return liked + [Opinion(1000 + n, -1.0) for n in range(count // 2)]


def test_tokens_fold_and_leave_out_what_tells_nothing():
    assert tokens("We propose Natural GRADIENTS for naïve policies, in 2015") == ["natural", "gradient", "naive",
                                                                                  "policy"]  # fmt: skip
    assert tokens("the of and is it") == []
    assert tokens("loss bias bus gas") == ["loss", "bias", "bus", "gas"]
    assert tokens("深層学習 works") == ["深層", "層学", "学習"]


def test_it_learns_what_is_liked_and_names_the_words():
    found = corpus()
    found.put(5000, "1", "A prompt", "language dialogue chat")
    taste = learn(found, opinions(), finished=20)
    for number in range(20, 30):
        good, bad = taste.judge(number, 3), taste.judge(1000 + number, 3)
        assert good.value > 0.6 > 0.4 > bad.value
        assert set(good.words) <= set(LIKED) | {"on"}
        assert set(bad.against) <= {*OTHER}
    assert [opinion.rating for opinion in taste.like(25)].count(5) >= 10
    assert taste.like(5000) == []


def test_it_is_silent_below_15_finished_papers():
    found = corpus()
    assert learn(found, opinions(), finished=14).judge(25) is None
    assert learn(found, opinions(), finished=15).judge(25) is not None
    assert learn(found, [Opinion(1000, -1.0)], finished=15).judge(25) is None, "nothing liked: nothing to compare with"


def test_a_paper_without_words_is_neither_liked_nor_disliked():
    found = corpus()
    found.put(5000, "1", "", None)
    assert learn(found, opinions(), 20).judge(5000).value == 0.5


def test_ratings_count():
    assert [liking("read", stars) for stars in (5, 4, None, 0, 3, 2, 1)] == [1.0, 0.8, 0.4, 0.4, 0.2, -0.6, -1.0]
    assert liking("dropped", 5) == -1.0


def test_only_what_changed_is_read_again():
    found = Corpus()
    found.put(1, "a", "Natural gradients", None)
    assert found.stale({1: "a", 2: "a"}) == [2]
    assert found.stale({1: "b"}) == [1]


@pytest.mark.parametrize("seed", range(3))
def test_in_whatever_way_a_corpus_came_about_it_judges_alike(seed):
    """Papers put anew, dropped and put in another order leave no trace."""
    chance = random.Random(seed)
    straight = corpus()
    crooked = Corpus()
    texts = [(n, paper(LIKED, chance)) for n in range(10)]
    plain = Corpus()
    for number, text in texts:
        plain.put(number, "1", "T", text)
    chance.shuffle(texts)
    for number, text in texts:
        crooked.put(number, "0", "Other", "words that go away")
        crooked.put(number, "1", "T", text)
    crooked.put(77, "1", "x", "gone again")
    crooked.keep(range(10))
    for number, _text in texts:
        one = {plain.words[n]: round(v, 12) for n, v in plain.vector(number).items()}
        other = {crooked.words[n]: round(v, 12) for n, v in crooked.vector(number).items()}
        assert one == other
    assert straight.vector(99999) == {}


def test_many_papers_cost_no_more_each_than_a_few():
    chance = random.Random(5)
    vocabulary = [f"{a}{b}ing" for a in ("learn", "model", "graph", "quant", "neuro") for b in range(2000)]
    texts = [" ".join(chance.choices(vocabulary, k=150)) for _ in range(1000)]
    said = [Opinion(n, 1.0, 5) for n in range(50)] + [Opinion(n, -1.0) for n in range(50, 80)]

    def judge(size: int) -> Corpus:
        found = Corpus()
        for number, text in enumerate(texts[:size]):
            found.put(number, "1", text[:60], text)
        taste = learn(found, said, 100)
        for number in range(size):
            taste.judge(number)
        return found

    assert_linear(judge, 1000)
    found = judge(1000)
    assert found.stale(dict.fromkeys(range(1000), "1")) == []
    assert calls(lambda: found.stale(dict.fromkeys(range(1000), "1"))) < 1000 * 2

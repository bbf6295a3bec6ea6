"""What the user likes to read, learned from what was finished, rated and dropped.

Words of titles and abstracts, weighed by TF-IDF (Salton and Buckley 1988), one centroid for what was liked and one for
what was not (Rocchio 1971). Pure Python on sparse arrays: 5,000 papers are read in about a second, and only once.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from readinglist.core.ranking.stopwords import STOPWORDS
from readinglist.core.text import fold, segment

LEAST_FINISHED = 15
SAMPLE = 400  # papers that show well enough what is usual in a library
TITLE_WEIGHT = 3  # a word of the title counts as so many in the abstract
NEAR = 0.08  # cosine from which two papers are called alike
_WORD = re.compile(r"[^\W\d_][\w-]+")
_CJK_RUN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]{2,}")


def tokens(text: str) -> list[str]:
    """Return the significant words: folded, plural ends off, small words left out, CJK in pairs of characters."""
    found = []
    if not text.isascii():
        found = [run[at : at + 2] for run in _CJK_RUN.findall(text) for at in range(len(run) - 1)]
        text = _CJK_RUN.sub(" ", segment(text) if found else text)
    for word in _WORD.findall(fold(text)):
        if len(word) > 2 and word not in STOPWORDS:
            found.append(_singular(word) if word[-1] == "s" else word)
    return found


def _singular(word: str) -> str:
    """Return a word without the end of a plural: "networks", "policies"; "bias" and "process" stay."""
    if len(word) <= 4 or word[-2] in "sui":
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@dataclass(slots=True)
class _Doc:
    stamp: str
    words: array[int]
    counts: array[int]


class Corpus:
    """Papers as counted words. A paper is read again only when its stamp changes."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.docs: dict[int, _Doc] = {}
        self._numbers: dict[str, int] = {}
        self._in_docs: list[int] = []
        self._idf: list[float] | None = None

    def stale(self, stamps: Mapping[int, str]) -> list[int]:
        """Return the papers among `stamps` that are not here, or with another stamp."""
        return [n for n, stamp in stamps.items() if n not in self.docs or self.docs[n].stamp != stamp]

    def put(self, paper: int, stamp: str, title: str, abstract: str | None) -> None:
        """Take in a paper, or take it in anew."""
        self.drop([paper])
        counted = Counter(tokens(abstract)) if abstract else Counter[str]()
        for word in tokens(title):
            counted[word] += TITLE_WEIGHT
        numbers = self._numbers
        for word in counted:
            if word not in numbers:
                numbers[word] = len(self.words)
                self.words.append(word)
                self._in_docs.append(0)
        found = array("I", (numbers[word] for word in counted))
        self.docs[paper] = _Doc(stamp, found, array("H", (min(n, 65535) for n in counted.values())))
        for number in found:
            self._in_docs[number] += 1
        self._idf = None

    def drop(self, papers: Iterable[int]) -> None:
        """Leave papers out again; unknown ones are passed over."""
        for paper in papers:
            doc = self.docs.pop(paper, None)
            if doc is not None:
                for number in doc.words:
                    self._in_docs[number] -= 1
                self._idf = None

    def keep(self, papers: Iterable[int]) -> None:
        """Leave out every paper but these."""
        wanted = set(papers)
        self.drop([paper for paper in self.docs if paper not in wanted])

    def vector(self, paper: int) -> dict[int, float]:
        """Return a paper's TF-IDF vector of length 1 (or none at all), by number of word."""
        doc = self.docs.get(paper)
        if doc is None:
            return {}
        idf = self._weights()
        vector = {n: (1.0 + math.log(c)) * idf[n] for n, c in zip(doc.words, doc.counts, strict=True)}
        length = math.sqrt(math.fsum(v * v for v in vector.values()))
        return {n: v / length for n, v in vector.items()} if length else {}

    def _weights(self) -> list[float]:
        """A word of one paper only, or of nearly all, tells nothing about another; both weigh little or nothing."""
        if self._idf is None:
            total = len(self.docs)
            self._idf = [math.log((1 + total) / (1 + n)) if n > 1 else 0.0 for n in self._in_docs]
        return self._idf


@dataclass(frozen=True, slots=True)
class Opinion:
    """What was made of a paper: `liked` from -1 (dropped) to 1 (finished, 5 stars)."""

    paper: int
    liked: float
    rating: int | None = None


def liking(kind: str, rating: int | None) -> float:
    """Return how much a finished or dropped paper was liked, -1..1. Finishing without a rating is mild praise."""
    if kind == "dropped":
        return -1.0
    return 0.4 if not rating else {1: -1.0, 2: -0.6, 3: 0.2, 4: 0.8, 5: 1.0}[rating]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What taste says of a paper: `value` 0..1 (0.5 is no opinion), the deciding words for and against."""

    value: float
    words: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class Taste:
    """A learned taste. `speaks` is False below LEAST_FINISHED finished papers: then it has no opinion on anything."""

    finished: int
    corpus: Corpus
    liked: dict[int, Opinion] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)
    scale: float = 1.0

    @property
    def speaks(self) -> bool:
        """True once enough papers were finished."""
        return self.finished >= LEAST_FINISHED and bool(self.weights)

    def judge(self, paper: int, most_words: int = 0) -> Verdict | None:
        """Return what taste says of a paper, with up to `most_words` deciding words each way; None while silent."""
        if not self.speaks:
            return None
        weights = self.weights
        parts = {n: v * weights[n] for n, v in self.corpus.vector(paper).items() if n in weights}
        value = math.fsum(parts.values()) / self.scale
        value = 0.5 + 0.5 * max(-1.0, min(1.0, value))
        if not most_words:
            return Verdict(value)
        names = self.corpus.words
        ordered = sorted(parts, key=lambda n: (-parts[n], names[n]))
        pro = tuple(names[n] for n in ordered[:most_words] if parts[n] > 0)
        con = tuple(names[n] for n in reversed(ordered[-most_words:]) if parts[n] < 0)
        return Verdict(value, pro, con)

    def like(self, paper: int) -> list[Opinion]:
        """Return the liked papers that this one is like, most alike first; by words that speak for a paper only."""
        weights = self.weights
        mine = {n: v for n, v in self.corpus.vector(paper).items() if weights.get(n, 0.0) > 0}
        near = []
        for number, opinion in self.liked.items():
            if number != paper:
                cosine = dot(mine, self.corpus.vector(number))
                if cosine >= NEAR:
                    near.append((-cosine, number, opinion))
        return [opinion for _cosine, _number, opinion in sorted(near, key=lambda item: item[:2])]

    def significant_words(self, most: int) -> list[str]:
        """Return the words that speak most for a paper, strongest first."""
        ordered = sorted(self.weights, key=lambda n: (-self.weights[n], self.corpus.words[n]))
        return [self.corpus.words[n] for n in ordered[:most] if self.weights[n] > 0]


def dot(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """Return the product of two sparse vectors."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(value * other[n] for n, value in one.items() if n in other)


def learn(corpus: Corpus, opinions: Sequence[Opinion], finished: int) -> Taste:
    """Return the taste that `opinions` on papers of `corpus` speak of; `finished` is how many papers were finished."""
    taste = Taste(finished, corpus, {o.paper: o for o in opinions if o.liked > 0})
    if finished < LEAST_FINISHED or not taste.liked:
        return taste
    vectors = {o.paper: corpus.vector(o.paper) for o in opinions}
    pro = _centroid([(o.liked, vectors[o.paper]) for o in opinions if o.liked > 0])
    disliked = [(-o.liked, vectors[o.paper]) for o in opinions if o.liked < 0]
    con = _centroid(disliked)
    everyone = sorted(corpus.docs)
    sample = [corpus.vector(paper) for paper in everyone[:: max(1, len(everyone) // SAMPLE)]]
    usual = _centroid([(1.0, vector) for vector in sample])
    # Few rejections say little about what is disliked: what is usual in this library stands in for the rest.
    share = len(disliked) / (len(disliked) + 8)
    for number in {*pro, *con}:
        weight = pro.get(number, 0.0) - share * con.get(number, 0.0) - (1 - share) * usual.get(number, 0.0)
        if weight:
            taste.weights[number] = weight
    taste.scale = _spread(taste.weights, sample)
    return taste


def _centroid(weighed: Sequence[tuple[float, Mapping[int, float]]]) -> dict[int, float]:
    total = math.fsum(weight for weight, _vector in weighed)
    sums: dict[int, float] = {}
    for weight, vector in weighed:
        for number, value in vector.items():
            sums[number] = sums.get(number, 0.0) + weight * value
    return {number: value / total for number, value in sums.items()} if total else {}


def _spread(weights: Mapping[int, float], vectors: Sequence[Mapping[int, float]]) -> float:
    """Return the size that one in ten scores passes: it becomes the full mark."""
    sizes = sorted(abs(dot(vector, weights)) for vector in vectors)
    return max(sizes[int(0.9 * (len(sizes) - 1))], 1e-9) if sizes else 1.0

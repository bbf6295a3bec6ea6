"""A library of any size, the same at every run: titles, names and abstracts shaped like real ones.

`python -m tests.benchmarks.corpus 100000` makes one and says where. Libraries are kept in the temporary folder, since a
large one takes minutes to make, and copied by who changes them. One of an older schema is not used: the first opening
would bring it up to date, and that would be what is measured.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from readinglist.core.paper import Draft, Person
from readinglist.flows import importing
from readinglist.library.file import schema, search_index, totals
from readinglist.library.file.checksum import CHECKSUM, row_sum
from readinglist.library.file.connection import connect
from readinglist.library.library import Library

ROOT = Path(__file__).resolve().parents[2]
DRAWN = 100_000  # papers; a larger library holds these more than once
VERSION = 2  # of the corpus: a change of it makes the kept libraries anew

_SUBJECTS = ("cs.LG", "cs.CL", "stat.ML", "cs.CV", "cs.AI", "q-bio.NC", "math.OC", "hep-th", "astro-ph.CO", "eess.IV")
_VENUES = ("NeurIPS", "ICML", "Nature", "Journal of Machine Learning Research", "Physical Review Letters", "ACL", None)
_TAGS = (
    "llm rl vision theory optimization survey dataset reproducibility graphs speech robotics bayesian safety "
    "neuroscience genomics journal-club methods to-cite classic negative-results"
).split()
_FAMILIES = (
    "Smith Müller García Nguyễn Kowalski Ångström Dvořák Łukasiewicz Öztürk Søndergaard O'Brien Ivanov Tanaka "
    "Sato Kim Park Chen Wang Zhang Liu Singh Patel Rossi Ferrari Dubois Lefèvre Silva Santos Haddad Okafor Mensah "
    "Cohen Novák Horváth Papadopoulos Yılmaz Fernández Johansson Virtanen Jansen Desjardins Hinton Bengio "
    "Courville"
).split()
_GIVEN = (
    "Anna José Marta Piotr Zoë Björn Chloé İlker Sørina Wei Ming Yuki Haruto Minjun Seo-yeon Priya Arjun Luca "
    "Giulia Pierre Amélie João Ana Omar Leila Chidi Ama David Noa Tomáš Eszter Nikos Elif Carlos Ingrid Aino Daan "
    "Guillaume"
).split()
_CJK_NAMES = ("王小明", "李娜", "山田太郎", "佐藤花子", "김민준", "박서연")
_CJK_TITLES = ("深度学习在自然语言处理中的应用", "強化学習による自律制御", "대규모 언어 모델의 정렬", "图神经网络综述")
_HEADS = (
    "learning scaling understanding rethinking towards efficient robust sparse deep probabilistic variational "
    "causal hierarchical contrastive adaptive distributed neural bayesian geometric stochastic"
).split()
_THINGS = (
    "networks transformers policies representations gradients kernels diffusion attention embeddings graphs "
    "memory rewards retrieval manifolds priors features ensembles sequences dynamics estimators alignment "
    "inference"
).split()
_ENDS = (
    "for language models|in reinforcement learning|with limited supervision|under distribution shift|at "
    "scale|from noisy data|for protein folding|in the low-data regime|via optimal transport|without "
    "labels|on edge devices"
).split("|")
_WORDS = (
    "we the of a and to in is that for with on as by this are an from which our can be method model results show "
    "data training task approach performance propose learning based problem using new state art large set study "
    "analysis framework evaluate demonstrate improve significantly baseline benchmark experiments theoretical "
    "guarantees bound convergence complexity optimal estimator sample efficiency generalization architecture "
    "parameter gradient loss function space structure information representation latent distribution prior "
    "posterior inference sampling optimization regularization robustness uncertainty calibration transfer "
    "adaptation exploration exploitation"
).split()


def drafts(count: int, seed: int = 1) -> Iterator[Draft]:
    """Yield `count` drafts; the first n of a longer run are those of a shorter one."""
    rng = random.Random(seed)
    zipf = [1.0 / (rank + 1) for rank in range(len(_WORDS))]
    for number in range(count):
        yield _draft(number, rng, zipf)


def _draft(number: int, rng: random.Random, zipf: list[float]) -> Draft:
    year = min(2026, max(1960, int(rng.gauss(2017, 7))))
    words = rng.choices(_WORDS, zipf, k=rng.randint(150, 210))
    for place in range(0, len(words), 17):
        words[place] = f"{rng.choice(_HEADS)}-{rng.randrange(4000)}" if place % 3 else rng.choice(_THINGS)
    status = rng.choices(("inbox", "to_read", "reading", "paused", "read", "dropped"), (40, 30, 1, 1, 25, 3))[0]
    return Draft(
        title=_title(number, rng),
        authors=[_person(rng) for _n in range(rng.choice((1, 2, 2, 3, 3, 4, 5, 8, 14)))],
        date=f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}" if number % 9 else str(year),
        venue=rng.choice(_VENUES),
        subject=rng.choice(_SUBJECTS),
        abstract=_sentences(words) if number % 20 else None,
        doi=f"10.{1000 + number % 9000}/bench.{number}" if number % 3 else None,
        arxiv=f"{year % 100:02d}{rng.randint(1, 12):02d}.{number % 100000:05d}" if number % 2 else None,
        status=status,
        priority=rng.choice((None, None, None, "low", "medium", "high")),
        rating=rng.choice((None, None, None, 3, 4, 5)) if status == "read" else None,
        tags=rng.sample(_TAGS, rng.choice((0, 0, 1, 1, 2, 3))),
        note="Claim: " + " ".join(words[:30]) if number % 12 == 0 else None,
        pages=rng.randint(4, 60) if number % 2 else None,
        added=f"20{rng.randint(18, 26)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}T10:00:{number % 60:02d}Z",
    )


def _title(number: int, rng: random.Random) -> str:
    if number % 97 == 0:
        return f"{rng.choice(_CJK_TITLES)} {number}"
    head, thing, other = rng.choice(_HEADS), rng.choice(_THINGS), rng.choice(_THINGS)
    tail = rng.choice(_ENDS)
    name = f"{head.capitalize()} {thing} and {other} {tail}" if number % 2 else f"{head.capitalize()} {thing} {tail}"
    return f"{thing.upper()[:4]}{number % 1000}: {name}" if number % 5 == 0 else name


def _person(rng: random.Random) -> Person:
    if rng.random() < 0.02:
        return Person(literal=rng.choice(_CJK_NAMES))
    return Person(family=rng.choice(_FAMILIES), given=f"{rng.choice(_GIVEN)} {rng.choice('ABCDEFGHIJKLMNOP')}.")


def _sentences(words: list[str]) -> str:
    parts, place = [], 0
    while place < len(words):
        part = words[place : place + 14]
        parts.append(" ".join(part).capitalize() + ".")
        place += 14
    return " ".join(parts)


def kept(count: int, suffix: str) -> Path:
    """Return where what is made of `count` papers is kept, in a folder that is there."""
    folder = Path(tempfile.gettempdir()) / "readinglist-benchmarks"
    folder.mkdir(exist_ok=True)
    return folder / f"corpus-{VERSION}-{schema.VERSION}.{search_index.VERSION}-{count}{suffix}"


def library(count: int) -> Path:
    """Return the path of a library of `count` papers, made at the first call; do not write to it: `copy` it."""
    path = kept(count, ".db")
    if path.exists():
        return path
    part = path.with_suffix(f".{os.getpid()}.part")  # two programs may make the same one at the same time
    part.unlink(missing_ok=True)
    if count > DRAWN:
        multiply(library(DRAWN), part, count // DRAWN)
    else:
        with Library.open(part, create=True) as made:
            importing.commit(made, drafts(count))
            made.queue.add(list(made.search.ids())[:20])
    part.replace(path)
    return path


def multiply(source: Path, target: Path, times: int) -> None:
    """Make a library of `times` as many papers: copies have numbers, titles, DOIs and keys of their own, no history.

    Written without the journal, with every index made at the end: to draw and import a million takes hours.
    """
    shutil.copy(source, target)
    db = connect(target)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("BEGIN EXCLUSIVE")
    kept_indexes = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _sql in kept_indexes:
        db.execute(f"DROP INDEX {name}")
    top = db.execute("SELECT max(id) FROM paper").fetchone()[0]
    for table in ("paper", "abstract", "note", "identifier", "paper_tag", "reading", "paper_extra"):
        names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        number = "id" if table == "paper" else "paper"
        own = {number: f"{number} + :n * {top}", "uid": "new_uid()"}
        if table == "paper":
            own |= {name: f"{name} || ' ' || :n" for name in ("title", "title_key", "doi", "key")}
        elif "id" in names:
            names.remove("id")
        listed, values = ", ".join(names), ", ".join(own.get(name, name) for name in names)
        for n in range(1, times):
            db.execute(f"INSERT INTO {table} ({listed}) SELECT {values} FROM {table} WHERE {number} <= {top}", {"n": n})
        plain = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM]
        db.execute(f"UPDATE {table} SET {CHECKSUM} = {row_sum(table, plain)} WHERE {number} > {top}")
    for _name, sql in kept_indexes:
        db.execute(sql)
    totals.put(db, dict(totals.counted(db)))
    search_index.rebuild(db)
    db.execute("COMMIT")
    db.close()


def bib(count: int) -> Path:
    """Return the path of the library of `count` papers as our own exporter writes it, made at the first call."""
    path = kept(count, ".bib")
    if path.exists():
        return path
    part = path.with_suffix(".part.bib")
    with tempfile.TemporaryDirectory() as name:
        ours = [sys.executable, "-m", "readinglist", "--library", str(copy(count, Path(name)))]
        subprocess.run([*ours, "export", "-o", str(part)], cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    part.replace(path)
    return path


def copy(count: int, folder: Path) -> Path:
    """Return a copy of the library of `count` papers in `folder`, to be changed at will."""
    made = Path(shutil.copy(library(count), folder / f"copy-{count}.db"))
    with made.open("rb") as file:
        os.fsync(file.fileno())  # else the first change waits until all of the copy is on the disk
    return made


if __name__ == "__main__":
    for text in sys.argv[1:] or ["1000"]:
        start = time.perf_counter()
        print(library(int(text)), f"{time.perf_counter() - start:.1f} s")

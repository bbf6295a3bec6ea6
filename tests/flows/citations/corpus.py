"""A library of papers everybody knows, with the sample papers, and who of them cites whom, written from knowledge.

Each paper has what services call it by, and a library may know it by less: a preprint by its number alone, the samples
by title, authors and date. `DECOYS` are works outside of the library that look like papers inside.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from readinglist.core.paper import Draft, Person
from tests.loopback import Answer


class Work(NamedTuple):
    """One paper: how it is known everywhere; `kept` says by what the library knows it ("d" DOI, "a" arXiv, "")."""

    title: str
    first: str
    date: str
    doi: str = ""
    arxiv: str = ""
    kept: str = "da"


def _table(place: str) -> dict[str, Work]:
    lines = (DATA / "citations.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith(f"{place}\t")]
    return {row[1]: Work(*row[2:]) for row in rows}


DATA = Path(__file__).parents[2] / "data"
WORKS = _table("inside")  # the samples first, as their listing has them: without any id
CITES: dict[str, str] = {
    "irl": "gail ppo attention sac gpt3",
    "apart": "diayn sac",
    "gemini25": "gemini attention",
    "griffin": "attention seqtree layernorm gpt3 scaling lstm bahdanau",
    "recurrentgemma": "griffin attention gemini",
    "gemini": "attention gpt3 seq2seq",
    "dks": "resnet batchnorm adam layernorm",
    "convex": "diayn gail sac",
    "priors": "asymmetry attention diayn sac vae trpo progressive",
    "iwpa": "asymmetry sac priors",
    "asymmetry": "progressive distillation sac ppo vae",
    "disentangling": "vae",
    "ewc": "dqn progressive distillation deeplearning alexnet adam dropout kd",
    "progressive": "dqn a3c distillation kd",
    "theano": "alexnet dropout batchnorm adam lstm",
    "distillation": "dqn kd",
    "natural": "batchnorm alexnet",
    "compress": "dqn",
    "tempering": "dbn ondbm",
    "metricfree": "dbn ondbm",
    "entangling": "dbn",
    "ondbm": "dbn",
    "attention": "resnet lstm seq2seq bahdanau adam dropout layernorm",
    "resnet": "alexnet batchnorm lstm",
    "deeplearning": "alexnet lstm dbn dqn seq2seq bahdanau dropout",
    "batchnorm": "alexnet dropout",
    "adam": "vae dropout alexnet",
    "gan": "vae alexnet dropout dbn",
    "bert": "attention dropout",
    "bahdanau": "seq2seq lstm",
    "seq2seq": "lstm bahdanau",
    "dropout": "alexnet dbn",
    "dqn": "alexnet",
    "alphago": "dqn alexnet deeplearning",
    "alphagozero": "alphago resnet batchnorm deeplearning dqn",
    "a3c": "dqn trpo",
    "trpo": "dqn",
    "ppo": "trpo a3c dqn adam",
    "kd": "alexnet dropout",
    "gpt3": "attention bert scaling adam",
    "layernorm": "batchnorm lstm adam bahdanau seq2seq",
    "seqtree": "attention lstm gpt3 scaling layernorm",
    "scaling": "attention bert lstm adam",
    "diayn": "sac dqn",
    "gail": "gan trpo adam",
    "sac": "dqn a3c trpo ppo adam",
}
EDGES = frozenset((one, other) for one, others in CITES.items() for other in others.split())

# Works that are none of the library's papers, however alike: the book of the same title, the later journal paper with
# another first author, a namesake of another year, a review of a paper.
DECOYS = _table("outside")
CITES_DECOYS = {
    "dqn": "atari", "natural": "trial", "attention": "namesake", "deeplearning": "other", "theano": "book",
    "adam": "review book", "gemini": "book namesake",
}  # fmt: skip

# Some lists only Crossref has, and there some lines have no DOI.
ONLY_CROSSREF = frozenset(("dqn", "deeplearning", "alphago", "alphagozero", "compress"))
_NUMBERS = {name: f"W{2_000_000_000 + at}" for at, name in enumerate((*WORKS, *DECOYS))}
_OF_NUMBER = {number: name for name, number in _NUMBERS.items()}
_EVERY = WORKS | DECOYS


def draft(name: str) -> Draft:
    """Return a paper as the library has it."""
    work = WORKS[name]
    family, given = work.first.split()[-1], " ".join(work.first.split()[:-1])
    who = Person(literal=work.first) if "Team" in work.first else Person(family, given)
    return Draft(
        title=work.title,
        authors=[who],
        authors_complete=False,
        date=work.date,
        doi=work.doi if "d" in work.kept and work.doi else None,
        arxiv=work.arxiv if "a" in work.kept and work.arxiv else None,
    )


def openalex_work(name: str) -> dict[str, Any]:
    """Return a work as OpenAlex has it: a preprint's DOI is arXiv's; of a published one the preprint is a location."""
    work = _EVERY[name]
    arxiv = f"https://doi.org/10.48550/arxiv.{work.arxiv}" if work.arxiv else None
    places = [{"landing_page_url": f"https://arxiv.org/abs/{work.arxiv}"}] if work.arxiv else []
    cites = [*CITES.get(name, "").split(), *CITES_DECOYS.get(name, "").split()]
    return {
        "id": f"https://openalex.org/{_NUMBERS[name]}",
        "doi": f"https://doi.org/{work.doi.lower()}" if work.doi else arxiv,
        "title": work.title,
        "publication_year": int(work.date[:4]),
        "authorships": [{"author": {"display_name": work.first}}],
        "locations": places,
        "referenced_works": []
        if name in ONLY_CROSSREF
        else [f"https://openalex.org/{_NUMBERS[cited]}" for cited in cites],
    }


def openalex_reply(path: str, query: dict[str, str]) -> bytes | None:
    """Return OpenAlex's reply to a question, None for a work that it does not have."""
    name = path.rpartition("/works/")[2]
    if "filter" in query:
        kind, _colon, wanted = query["filter"].partition(":")
        if kind == "openalex":
            found = [_OF_NUMBER[number] for number in wanted.split("|")]
        elif kind == "doi":
            asked = wanted.lower().split("|")
            found = [one for one, work in _EVERY.items() if {work.doi.lower(), _own_doi(work)} & set(asked)]
        else:
            words = set(wanted.lower().split())
            found = [one for one, work in _EVERY.items() if words <= set(_words(work.title))]
        return json.dumps({"meta": {}, "results": [openalex_work(one) for one in found]}).encode()
    given = name.removeprefix("https://doi.org/").lower()
    for one, work in _EVERY.items():
        names = (work.doi.lower(), f"10.48550/arxiv.{work.arxiv}", _NUMBERS[one].lower())
        if given and given in names:
            return json.dumps(openalex_work(one)).encode()
    return None


def _own_doi(work: Work) -> str | None:
    """Return the DOI that OpenAlex knows a preprint by."""
    return f"10.48550/arxiv.{work.arxiv}" if work.arxiv and not work.doi else None


def crossref_lists(query: dict[str, str]) -> bytes:
    """Return Crossref's reply about several DOIs."""
    asked = [part.removeprefix("doi:") for part in query.get("filter", "").split(",")]
    bodies = [body for doi in asked if (body := crossref_reply(f"/works/{doi}"))]
    items = [json.loads(body)["message"] for body in bodies]
    return json.dumps({"status": "ok", "message": {"total-results": len(items), "items": items}}).encode()


def crossref_reply(path: str) -> bytes | None:
    """Return Crossref's reply about a DOI: every other line of its list has none."""
    given = path.rpartition("/works/")[2].lower()
    for one, work in _EVERY.items():
        if work.doi and work.doi.lower() == given:
            cites = [*CITES.get(one, "").split(), *CITES_DECOYS.get(one, "").split()]
            lines = [_crossref_line(at, _EVERY[cited]) for at, cited in enumerate(cites)]
            message = {"DOI": work.doi, "title": [work.title], "type": "journal-article", "reference": lines}
            return json.dumps({"status": "ok", "message": message}).encode()
    return None


def _crossref_line(at: int, work: Work) -> dict[str, str]:
    line = {"key": f"r{at}", "author": work.first.split()[-1], "year": work.date[:4], "article-title": work.title}
    if work.doi and at % 2:
        line["DOI"] = work.doi
    return line


def _words(title: str) -> list[str]:
    return title.lower().translate(str.maketrans(",|:\"'", "     ")).split()


def serve(server: Any) -> None:
    """Let a loopback server answer as OpenAlex and Crossref would about all works."""

    def filtered(handler: Any) -> None:
        query = dict(parse_qsl(urlsplit(handler.path).query))
        send(handler, openalex_reply("/works", query) or b"")

    def listed(handler: Any) -> None:
        send(handler, crossref_lists(dict(parse_qsl(urlsplit(handler.path).query))))

    server.answers["/openalex/works"] = filtered
    server.answers["/crossref/works"] = listed
    for name, work in _EVERY.items():
        names = [f"https://doi.org/{work.doi}"] if work.doi else []
        names += [f"https://doi.org/10.48550/arxiv.{work.arxiv}"] if work.arxiv and not work.doi else []
        for one in (*names, _NUMBERS[name]):
            server.answers[f"/openalex/works/{one}"] = Answer(body=json.dumps(openalex_work(name)).encode())
        reply = crossref_reply(f"/works/{work.doi}") if work.doi else None
        if reply:
            server.answers[f"/crossref/works/{work.doi}"] = Answer(body=reply)


def send(handler: Any, body: bytes) -> None:
    """Answer a request of the loopback server."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)

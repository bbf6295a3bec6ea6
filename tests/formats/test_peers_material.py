"""What other readers are compared on (tests/benchmarks/peers.py) is read wholly right by ours."""

from __future__ import annotations

import json

import pytest

from readinglist.core.paper import Draft
from readinglist.flows.inputs import Input, Sources
from tests.benchmarks.peers import DATA, Result, judge


@pytest.mark.parametrize(
    ("name", "truth"), [("accents.bib", "accents"), ("broken.bib", "broken"), ("records.ris", "ris")]
)
def test_every_record_is_right(name: str, truth: str) -> None:
    with Sources([Input(name, DATA / name)]) as sources:
        drafts = [item for item in sources.records() if isinstance(item, Draft)]
    found = [
        [d.title, [[f"{p.particle} {p.family}".strip() or p.literal, p.given] for p in d.authors],
         str(d.year or ""), d.doi or ""]
        for d in drafts
    ]  # fmt: skip
    wanted = json.loads((DATA / f"{truth}.json").read_text(encoding="utf-8"))
    assert judge(wanted, Result(found)) == (len(wanted), 0)


def test_the_judge_sees_what_is_wrong() -> None:
    truth = [["k", "A title", [["Li", "B."]], 2001, "10.1/x"]]
    right = ["A title", [["Li", "B."]], "2001", "https://doi.org/10.1/X"]
    assert judge(truth, Result([right])) == (1, 0)
    for at, wrong in enumerate(["Another", [["B.", "Li"]], "2002", "10.1/y"]):
        assert judge(truth, Result([[*right[:at], wrong, *right[at + 1 :]]])) == (0, int(at == 0))
    assert judge(truth * 2, Result([right])) == (1, 1)

"""What other readers are compared on (tests/benchmarks/peers.py) is read wholly right by ours."""

from __future__ import annotations

import pytest

from readinglist.core.paper import Draft
from readinglist.flows.importing.inputs import Input, Sources
from tests.benchmarks.peers import DATA, MATERIAL, Result, judge, truth_of


@pytest.mark.parametrize(("name", "truth"), [(name, truth) for _label, name, truth in MATERIAL])
def test_every_record_is_right(name: str, truth: str) -> None:
    with Sources([Input(name, DATA / name)]) as sources:
        drafts = [item for item in sources.records() if isinstance(item, Draft)]
    found = [
        [
            d.title,
            [[f"{p.particle} {p.family}".strip() or p.literal, f"{p.given} {p.dropping_particle}".strip()]
             for p in d.authors],
            str(d.year or ""),
            d.doi or "",
        ]
        for d in drafts
    ]  # fmt: skip
    wanted = truth_of(truth)
    wrong = [entry for entry in wanted if judge([entry], Result(found)) != (1, 0)]
    assert wrong == []
    assert judge(wanted, Result(found)) == (len(wanted), 0)


def test_there_is_enough_to_compare() -> None:
    assert sum(len(truth_of(truth)) for _label, _name, truth in MATERIAL) >= 150


def test_the_judge_sees_what_is_wrong() -> None:
    truth = [["k", "A title", [["Li", "B."]], 2001, "10.1/x"]]
    right = ["A title", [["Li", "B."]], "2001", "https://doi.org/10.1/X"]
    assert judge(truth, Result([right])) == (1, 0)
    for at, wrong in enumerate(["Another", [["B.", "Li"]], "2002", "10.1/y"]):
        assert judge(truth, Result([[*right[:at], wrong, *right[at + 1 :]]])) == (0, int(at == 0))
    assert judge(truth * 2, Result([right])) == (1, 1)

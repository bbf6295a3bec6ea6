"""Taste is worth its place: on held-out papers it beats chance, newest first and oldest first for every reader."""

from __future__ import annotations

import importlib.util
import random
import statistics
import sys
from pathlib import Path


def benchmark():
    path = Path(__file__).parents[2] / "benchmarks" / "taste.py"
    spec = importlib.util.spec_from_file_location("taste_benchmark", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_taste_beats_every_baseline_for_a_fickle_reader():
    table = benchmark().measure(10, fickle=True)
    assert all(row[0] >= max(row[1:]) for row in table.values()), table
    assert statistics.fmean(row[0] for row in table.values()) > 0.8


def test_it_learns_from_verdicts_and_from_nothing_else(monkeypatch):
    """Negative control: verdicts that have nothing to do with the papers teach nothing."""
    module = benchmark()
    coin = random.Random(3)
    monkeypatch.setattr(module, "liking", lambda kind, rating: coin.choice((1.0, -1.0)))
    table = module.measure(10)
    assert statistics.fmean(row[0] for row in table.values()) < 0.6

"""Titles compared: the same title with and without its TeX."""

from __future__ import annotations

import pytest

from readinglist.core.titles import title_key


@pytest.mark.parametrize(
    "title", ["Disentangling in $β$-VAE", r"Disentangling in $\beta$-VAE", "Disentangling in β-VAE"]
)
def test_a_title_is_compared_with_its_tex_read(title):
    assert title_key(title) == "disentangling in β-vae"

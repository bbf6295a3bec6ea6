"""Names of files made from papers: fit for every disk, readable, never misleading."""

from __future__ import annotations

import pytest

from readinglist.core.files.names import file_name, fit
from readinglist.core.files.sizes import size_in_words
from readinglist.core.paper import Draft, Person

PAPER = Draft(
    title="What is $\\beta$-VAE? A/B tests: *part* <1>",
    authors=[Person(family="Müller", given="Ada"), Person(literal="Gemini Team")],
    date="2024-09-02",
    key="muller2024what",
)


@pytest.mark.parametrize(
    ("template", "label", "made"),
    [
        ("{author} {year} {title}", None, "Müller 2024 What is β-VAE A B tests part 1.pdf"),
        ("{year} {authors}", "Preprint", "2024 Müller, Gemini Team (Preprint).pdf"),
        ("{key}", None, "muller2024what.pdf"),
        ("{venue}", None, "paper.pdf"),
    ],
)
def test_a_template_names_files(template, label, made):
    assert file_name(PAPER, label, ".pdf", template) == made


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("con", "_con"),
        ("LPT1", "_LPT1"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("a\u202efdp.exe", "a fdp.exe"),
        ("a\nb\0c", "a bc"),
        ("...", "paper"),
        ("", "paper"),
    ],
)
def test_what_no_disk_takes_and_nobody_sees_is_left_out(name, fits):
    assert fit(name) == fits


def test_long_titles_are_cut_to_what_disks_take():
    made = file_name(Draft(title="論文" * 300), "Supplement", ".pdf")
    assert len(made.encode()) <= 200
    assert made.endswith(".pdf")


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (2_100, "2 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"),
     (1_240_000, "1.2 MB"), (12_400_000, "12 MB"), (3_200_000_000, "3.2 GB")],
)  # fmt: skip
def test_sizes_are_said_as_people_say_them(count, words):
    assert size_in_words(count) == words

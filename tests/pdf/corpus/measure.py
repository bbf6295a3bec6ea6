"""What is found in the corpus, by kind: `python -m tests.pdf.corpus.measure [-v] [NAME ...]`."""

from __future__ import annotations

import re
import sys
from collections import Counter

from readinglist.core.paper import Draft
from readinglist.core.text import fold
from readinglist.formats.front_page.reading import read
from tests.pdf.corpus import stored


def plain(text: str) -> str:
    """Return the letters and digits of a text."""
    return re.sub(r"[\W_]", "", fold(text))


def _spelled(name: str) -> str:
    return name.casefold().replace("’", "'")


def right(draft: Draft, wanted: dict) -> dict[str, bool]:
    """Return which fields are right."""
    names = [person.display for person in draft.authors]
    found, meant = plain(draft.abstract or ""), plain(wanted["abstract"])
    return {
        "title": plain(draft.title) == plain(wanted["title"]),
        "authors": [_spelled(name) for name in names] == [_spelled(name) for name in wanted["authors"]],
        "doi": (draft.doi or "").lower() == (wanted["doi"] or "").lower(),
        "arxiv": draft.arxiv == wanted["arxiv"],
        "abstract": found == meant,
        "year": wanted["year"] is None or draft.year == wanted["year"],
    }


def _differing(got: object, want: object) -> tuple[str, str]:
    """Return what was found and what was meant, long texts from shortly before where they part."""
    found, meant = str(got), str(want)
    at = next((n for n, (a, b) in enumerate(zip(found, meant, strict=False)) if a != b), min(len(found), len(meant)))
    start = max(0, at - 40) if len(found) > 300 else 0
    return f"    got  {found[start : start + 250]}", f"    want {meant[start : start + 250]}"


def main(argv: list[str]) -> None:
    """Print the figures, and what is wrong."""
    verbose = "-v" in argv
    names = [name for name in argv if name != "-v"]
    good, every = Counter(), Counter()
    for wanted, front in stored.papers():
        if names and wanted["name"] not in names:
            continue
        draft = read(front)
        told = right(draft, wanted)
        for field, value in told.items():
            for kind in ["all", *wanted["kinds"]]:
                every[kind, field] += 1
                good[kind, field] += value
        if not all(told.values()) or (verbose and names):
            print(wanted["name"], "|", ", ".join(field for field, value in told.items() if not value))
            for field, value in told.items():
                if (not value) and verbose:
                    got = [p.display for p in draft.authors] if field == "authors" else getattr(draft, field)
                    print(*_differing(got, wanted[field]), sep="\n")
    for kind in sorted({kind for kind, _field in every}):
        print(
            f"{kind:14}",
            *(
                f"{field} {good[kind, field]}/{every[kind, field]}"
                for field in right(Draft(), dict.fromkeys(("title", "authors", "doi", "arxiv", "abstract", "year"), ""))
            ),
        )


if __name__ == "__main__":
    main(sys.argv[1:])

"""The corpus as it is kept in the repository: the runs of its first pages, and what is to be found in them."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readinglist.formats.front_page.pages import Front, Page, Run

FILE = Path(__file__).parent / "fronts.json.xz"


def store(papers: list[tuple[dict[str, Any], Front]]) -> None:
    """Write down what is to be found, and the pages."""
    told = [[wanted, _told(front)] for wanted, front in papers]
    FILE.write_bytes(lzma.compress(json.dumps(told, ensure_ascii=False).encode(), preset=9))


def papers() -> Iterator[tuple[dict[str, Any], Front]]:
    """Yield what is to be found, and the pages."""
    for wanted, told in json.loads(lzma.decompress(FILE.read_bytes())):
        pages = [
            Page([Run(*values) for values in page["runs"]], page["width"], page["height"], page["links"])
            for page in told["pages"]
        ]
        yield wanted, Front(pages, told["count"], told["info"], told["xmp"])


def _told(front: Front) -> dict[str, Any]:
    pages = [
        {
            "width": page.width,
            "height": page.height,
            "links": list(page.links),
            "runs": [_numbers(run) for run in page.runs],
        }
        for page in front.pages
    ]
    return {"pages": pages, "count": front.count, "info": dict(front.info), "xmp": front.xmp}


def _numbers(run: Run) -> list[Any]:
    places = [round(value, 1) for value in (run.left, run.bottom, run.right, run.top)]
    return [run.text, *places, round(run.baseline, 2), round(run.size, 2), run.angle, run.font, run.weight]

"""The lines of a page: runs put together, superscripts told apart, loose accents on their letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from readinglist.formats.front_page.letters import is_accent, mended, with_accent
from readinglist.formats.front_page.pages import Page, Run

MARK = "⁑"  # a character that no paper has; stands in `Line.marked` for a superscript
_NEAR = 1.6  # of the size: what is further apart on one height is no longer one line
_APART = 0.75  # of the size: a gap that is more than a blank
_BLANK = 0.1
_SYMBOLS = "∗*†‡§¶‖∥#⋆✉⇤⇑"


@dataclass(slots=True)
class Line:
    """A line of text. `marked` is the text with a sign for each superscript and a tab for each wide gap.

    `full` is the text with what is raised in it, but for what is raised at its end.
    """

    runs: list[Run]
    page: int = 0
    text: str = ""
    marked: str = ""
    full: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    font: str = ""
    left: float = field(init=False, default=0.0)
    right: float = field(init=False, default=0.0)
    baseline: float = field(init=False, default=0.0)

    @property
    def centre(self) -> float:
        """The middle of the line, across."""
        return (self.left + self.right) / 2


def lines(page: Page, number: int = 0) -> list[Line]:
    """Return the lines of a page that are written across, in the order of the file."""
    found: list[list[Run]] = []
    accents = []
    for run in page.runs:
        if abs(run.angle) > 2 or not run.text.strip():
            continue
        if is_accent(run.text):
            accents.append(run)
        elif found and _goes_on(found[-1], run):
            found[-1].append(run)
        else:
            found.append([run])
    for accent in accents:
        _place(accent, found)
    return [line for runs in found if (line := _line(runs, number)).text]


def turned(page: Page) -> str:
    """Return what is written upwards or downwards, as one text: arXiv's stamp is."""
    return mended(" ".join(run.text for run in page.runs if abs(run.angle) > 2))


def _goes_on(line: list[Run], run: Run) -> bool:
    """True where a run stands behind the line before it."""
    main, last = max(line, key=lambda one: one.size), max(line, key=lambda one: one.right)
    size = max(main.size, run.size)
    off = run.baseline - main.baseline
    alike = abs(off) <= 0.12 * size
    small = min(main.size, run.size) < 0.87 * size
    raised = off if run.size <= main.size else -off
    script = small and -0.35 * size <= raised <= 0.75 * size
    gap = run.left - last.right
    return (alike or script or (abs(off) <= 0.3 * size and gap < 0.3 * size)) and -0.7 * size < gap < _NEAR * size


def _line(runs: list[Run], number: int) -> Line:
    weights: Counter[float] = Counter()
    for run in runs:
        weights[round(run.size, 1)] += len(run.text.strip())
    size = max(weights, key=lambda one: (weights[one], one)) if weights else 0.0
    body = [run for run in runs if run.size > 0.87 * size] or runs
    # The height at which most of the line stands: an accent or a superscript does not count.
    baseline = max(body, key=lambda run: len(run.text)).baseline
    line = Line(runs, number, size=size)
    line.left, line.right, line.baseline = min(r.left for r in runs), max(r.right for r in runs), baseline
    letters = sum(len(run.text) for run in body)
    line.bold = sum(len(run.text) for run in body if run.bold) > letters / 2
    line.italic = sum(len(run.text) for run in body if run.italic) > letters / 2
    line.font = max(body, key=lambda run: len(run.text)).font
    line.text, line.marked = _texts(runs, size, baseline)
    line.full = _full(runs, size, baseline)
    return line


def _place(accents: Run, lines: Sequence[list[Run]]) -> None:
    """Put accents that are runs of their own, because they stand higher over capitals, on their letters."""
    step = (accents.right - accents.left) / max(len(accents.text), 1)
    for index, sign in enumerate(accents.text):
        middle = accents.left + (index + 0.5) * step
        for line in lines:
            for at, run in enumerate(line):
                over = -0.1 * run.size <= accents.baseline - run.baseline <= 0.4 * run.size
                beside = run.left - 0.8 * run.size  # some files have the accent in front of its letter
                if over and sign.strip() and beside <= middle <= run.right + 1:
                    part = max(middle - run.left, 0.0) / max(run.right - run.left, 0.1)
                    line[at] = replace(run, text=with_accent(run.text, sign, part))


def _full(runs: Sequence[Run], size: float, baseline: float) -> str:
    kept = list(runs)
    while len(kept) > 1 and (_is_raised(kept[-1], size, baseline) or _is_sign(kept[-1].text)):
        kept.pop()
    text = ""
    for before, run in zip([None, *kept], kept, strict=False):
        gap = before is not None and run.left - before.right > _BLANK * size
        text += (" " if gap else "") + ("" if _is_sign(run.text) else run.text)
    return mended(text)


def _is_raised(run: Run, size: float, baseline: float) -> bool:
    return run.size < 0.87 * size and run.baseline > baseline + 0.1 * size


def _is_sign(text: str) -> bool:
    return bool(text.strip()) and all(one in _SYMBOLS + ", " for one in text.strip())


def _texts(runs: Sequence[Run], size: float, baseline: float) -> tuple[str, str]:
    text = marked = ""
    before: Run | None = None
    for run in runs:
        raised = _is_raised(run, size, baseline)
        if before is not None:
            gap = (run.left - before.right) / max(size, 0.1)
            if gap > _APART:
                marked += "\t"
            if gap > _BLANK and not raised:
                text, marked = text + " ", marked + " "
        if raised or _is_sign(run.text):
            marked += MARK + (" " if run.text.endswith(" ") else "")
            if not raised or not run.text.strip().isdigit():
                text += " " if run.text.endswith(" ") else ""
        else:
            text, marked = text + run.text, marked + run.text
        before = run
    return mended(text), "\t".join(mended(part) for part in marked.split("\t"))

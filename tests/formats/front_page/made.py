"""Pages for tests: lines of text with their sizes, one below the other."""

from readinglist.formats.front_page.pages import Front, Page, Run


def run(text, left=100.0, baseline=700.0, size=10.0, font="Times", angle=0.0):
    width = 0.5 * size * len(text)
    return Run(text, left, baseline - 0.2 * size, left + width, baseline + 0.7 * size, baseline, size, angle, font, 400)


def page(*lines, top=740.0):
    """Return a page of (text, size) or (text, size, font) below each other, a blank line's height where text is ""."""
    runs, baseline = [], top
    for text, size, *font in lines:
        baseline -= 1.25 * size
        if text:
            runs.append(run(text, 100.0, baseline, size, *font))
    return Page(runs)


def front(*pages, info=None, xmp="", count=None):
    return Front(list(pages), count or len(pages), info or {}, xmp)


BODY = [
    ("The rest of this page is ordinary text of the usual size and it says nothing that is of any importance.", 10)
] * 8

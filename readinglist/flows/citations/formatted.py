"""Formatted references of papers in a citation style, made by pandoc, which has the field's best CSL processor."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from readinglist import paths
from readinglist.core.errors import Refused, WrongUsage
from readinglist.core.paper import Draft, Paper
from readinglist.formats.csl import item
from readinglist.i18n import _, mark, plural

SECONDS = 120  # as long as pandoc may take; a thousand papers take about five
FORMS = ("text", "html", "markdown")
_WRITERS = {"text": "plain", "markdown": "commonmark-raw_html", "html": "commonmark-raw_html"}
_CITE_ALL = "---\nnocite: '@*'\nlang: {lang}\n---\n"
_OFFLINE = "--sandbox"  # pandoc 2.15 and later: it reads the files it is given, and asks nobody anything


class Style(NamedTuple):
    """A citation style that is shipped: its name on the command line, its label, and its file, "" for pandoc's own.

    `lang` is whose quotes and dates it has.
    """

    id: str
    label: str
    file: str
    lang: str = "en-US"


STYLES = (
    Style("apa", mark("APA"), "apa.csl"),
    Style("chicago", mark("Chicago"), ""),
    Style("harvard", mark("Harvard"), "harvard-cite-them-right.csl", "en-GB"),
    Style("ieee", mark("IEEE"), "ieee.csl"),
    Style("mla", mark("MLA"), "modern-language-association.csl"),
    Style("nature", mark("Nature"), "nature.csl"),
)


def references(papers: Sequence[Paper | Draft], style: str, form: str = "text") -> str:
    """Return the references of `papers` as `style` has them, one a paragraph, with a line end.

    `style` is the id of one of STYLES, or the path of a `.csl` file; `form` is one of FORMS. Numbered styles number in
    the order of `papers`, the others sort. Raises WrongUsage for an unknown style or form, or a missing file,
    Refused where pandoc is not installed, too old, or cannot use the style.
    """
    if form not in FORMS:
        raise WrongUsage(_("There is no form {form}: choose text, html or markdown.").format(form=form))
    file, lang = _style_file(style)
    if not papers:
        return ""
    with tempfile.TemporaryDirectory(prefix="readinglist-") as folder:
        items = Path(folder) / "items.json"
        items.write_text(json.dumps(_items(papers), ensure_ascii=False), encoding="utf-8")
        chosen = ["--csl", str(file)] if file else []
        made = _pandoc(
            ["-t", _WRITERS[form], "--citeproc", *chosen, "--bibliography", str(items)], _CITE_ALL.format(lang=lang)
        )
        return made if form != "html" else _pandoc(["-f", "commonmark", "-t", "html"], made)


def cited(papers: Sequence[Paper | Draft], form: str) -> str:
    """Return how a manuscript cites `papers` by their keys: `[@a; @b]` for `markdown`, `\\cite{a,b}` for `latex`.

    Papers without a citation key are left out; "" where none has one.
    """
    keys = [paper.key for paper in papers if paper.key]
    if not keys:
        return ""
    return (
        f"\\cite{{{','.join(keys)}}}" if form == "latex" else f"[{'; '.join('@' + _pandoc_key(key) for key in keys)}]"
    )


def _pandoc_key(key: str) -> str:
    """Return a key as pandoc reads it behind an @: in braces where it has signs that would end it."""
    plain = all(sign.isalnum() or sign in "_:.#$%&-+?<>~/" for sign in key) and key[-1].isalnum()
    return key if plain else f"{{{key}}}"


def _style_file(style: str) -> tuple[Path | None, str]:
    """Return the file of a style, None for pandoc's own, and its language."""
    known = next((row for row in STYLES if row.id == style.lower()), None)
    if known is not None:
        return paths.shipped(f"resources/styles/{known.file}") if known.file else None, known.lang
    if not style.lower().endswith(".csl"):
        names = ", ".join(row.id for row in STYLES)
        raise WrongUsage(
            _("There is no style {style}: choose {names}, or give a .csl file.").format(style=style, names=names)
        )
    file = Path(style).expanduser()
    if not file.is_file():
        raise WrongUsage(_("There is no file {path}.").format(path=style))
    return file.absolute(), "en-US"


def _items(papers: Sequence[Paper | Draft]) -> list[dict[str, Any]]:
    """Return the papers as CSL items with ids of their own, so that none hides another."""
    items = []
    for number, paper in enumerate(papers):
        made = {**item.from_draft(paper), "id": f"paper{number}"}
        if made["type"] == "report" and "number" in made:
            made.setdefault("genre", "Report")  # what a style puts before the number
        items.append(made)
    return items


def _pandoc(arguments: list[str], text: str) -> str:
    program = shutil.which("pandoc")
    if program is None:
        raise Refused(
            _("Formatted references are made by pandoc, which is not installed."),
            safe=_("Nothing was copied or changed."),
            do=_("Install it (on Debian: apt install pandoc; else pandoc.org) and try again. BibTeX needs no pandoc."),
        )
    try:
        done = subprocess.run(
            [program, _OFFLINE, "--wrap=none", *arguments],
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _failed(plural("It took longer than {n} second.", "It took longer than {n} seconds.", SECONDS)) from None
    except OSError as problem:
        raise _failed(str(problem)) from None
    if done.returncode:
        raise _failed(" ".join(done.stderr.split())[:300])
    return done.stdout


def _failed(reason: str) -> Refused:
    return Refused(
        _("pandoc could not make the references: {reason}").format(reason=reason),
        safe=_("Nothing was copied or changed."),
        do=_("Try another style; a style file that only names another one cannot be used, take that one."),
    )

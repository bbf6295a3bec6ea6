"""Damage in words: which papers are damaged, and what can be decided about a row; used by both faces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from readinglist.core import errors, tex
from readinglist.i18n import _, plural
from readinglist.library.file.damage import Damaged
from readinglist.library.library import Library

_NAMED = 5  # papers that a warning names


def warning(library: Library, papers: Sequence[int]) -> str:
    """Return what is to be said of papers that are about to be read or written out; "" where all are sound."""
    found = library.soundness.papers_of(library.soundness.of(papers))
    if not found:
        return ""
    named = ", ".join(str(paper) for paper in found[:_NAMED])
    more = ", …" if len(found) > _NAMED else ""
    said = plural(
        "{n} paper is damaged: something else has changed what the library holds of it ({named}).",
        "{n} papers are damaged: something else has changed what the library holds of them ({named}).",
        len(found),
    )
    return said.replace("{named}", named + more)


def refuse_damaged(library: Library, papers: Sequence[int]) -> None:
    """Raise Damaged where any of these papers is: what is made of it would look sound."""
    if said := warning(library, papers):
        raise errors.Damaged(
            said,
            safe=_("Nothing was changed."),
            do=_("Decide what is right first: 'readinglist check', or Check the library in the window."),
        )


def behind(library: Library, papers: Sequence[int]) -> errors.Damaged | None:
    """Return what is to be said where one of these papers is damaged: behind an error that nobody foresaw; or None."""
    found = library.soundness.papers_of(library.soundness.of(papers))
    if not found:
        return None
    try:
        title = tex.line(library.titles(found[:1]).get(found[0], ""))
    except Exception:  # noqa: BLE001  # the title itself
        title = ""
    name = f"“{title}”" if title else _("Paper {id}").format(id=found[0])
    return errors.Damaged(
        _("{paper} is damaged: something else than Reading List has changed what the library holds of it.").format(
            paper=name
        ),
        safe=_("Your other papers are not touched by this."),
        do=_("Check the library: it shows what is damaged, and can bring back what it held before."),
    )


def in_words(library: Library, row: Damaged) -> str:
    """Return a damaged row as a person knows it: `paper:12, Attention Is All You Need`."""
    papers = library.soundness.papers_of([row])
    titles = library.titles(papers)
    name = f"{row.table}:{row.key_text}"
    return f"{name}, {titles[papers[0]]}" if papers and titles.get(papers[0]) else name


def decide(library: Library, keep: Sequence[str], older: Sequence[str], copy: Path | None = None) -> list[str]:
    """Take rows (`paper:12`), the totals of tables (`paper`) or `all` as they stand, and older values of others.

    Returns what was done, in words. Raises WrongUsage for what is no damaged row.
    """
    soundness, said = library.soundness, []
    for name in older:
        row = soundness.named(name)
        sure = soundness.restore(row, copy)
        words = _("{row}: as it was last written.") if sure else _("{row}: as in the copy.")
        said.append(words.format(row=in_words(library, row)))
    whole = [name for name in keep if ":" not in name and name != "all"]
    rows = soundness.all() if "all" in keep else [soundness.named(name) for name in keep if ":" in name]
    if rows:
        soundness.keep(rows)
        said += [_("{row}: taken as it stands.").format(row=in_words(library, row)) for row in rows]
    known = library.soundness.tables()
    if unknown := [name for name in whole if name not in known]:
        raise errors.WrongUsage(
            _("{name} names no row.").format(name=unknown[0]),
            do=_("Write it as 'readinglist check' does, as paper:12."),
        )
    if whole or "all" in keep:
        soundness.keep_totals(known if "all" in keep else whole)
        said += [_("{table}: what is in it is all there is.").format(table=name) for name in whole]
    return said

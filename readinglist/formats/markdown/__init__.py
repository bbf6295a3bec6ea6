"""Markdown: one document, or a note a paper for an Obsidian vault; such notes are read, too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from readinglist.core.contract import as_json, from_json
from readinglist.core.errors import Problem
from readinglist.core.field import SCALARS, Goes, Json, Kind, Stored, in_order
from readinglist.core.fields import FIELDS
from readinglist.core.paper import Draft, Highlight, author_line
from readinglist.core.status import BUILT_IN
from readinglist.formats.markdown import front_matter
from readinglist.formats.person_names import inverted, read_name
from readinglist.i18n import _

# Properties that a person may read and edit in a note; all else that is filled goes into one of JSON.
_SHOWN = tuple(field for field in FIELDS if field.kind in (*SCALARS, Kind.PEOPLE) and field.json == Json.ALWAYS)
_PUBLIC = tuple(
    field.name
    for field in in_order(_SHOWN, "title", "authors", "authors_complete", "date", "venue", "type", "key", "doi",
                          "arxiv", "url", "subject")
    if field.goes == Goes.CITING and field.kind != Kind.NUMBER
)  # fmt: skip
_PRIVATE = tuple(
    field.name
    for field in _SHOWN
    if field.name not in (*_PUBLIC, "uid") and field.goes != Goes.NOWHERE and field.stored != Stored.DERIVED
)
_REST = (
    "uid",
    *(field.name for field in FIELDS if field.kind in (Kind.TEXTS, Kind.NAMES, Kind.PARTS, Kind.OBJECT)
      if field.name != "tags"),
)  # fmt: skip
# Texts that may look like numbers.
_TEXTS = tuple(field.name for field in FIELDS if field.kind in (Kind.TEXT, Kind.DATE, Kind.DAY))
_REST_KEY = "reading_list"
_NOTE_MARK = "%% The lines below are your note. %%"
_LISTS = ("tags", "organizations", "authors")
_NOT_IN_TAGS = re.compile(r"[^\w/-]+")
_NOT_IN_NAMES = re.compile(r"[\\/:*?\"<>|#^\[\]\x00-\x1f\x7f]+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_MATH = re.compile(r"(\$[^$\n]+\$)")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#])")


def write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]:
    """Yield one Markdown document, a section a paper. `complete` shows your reading, note and highlights too."""
    yield f"# {_('Papers')}\n"
    for paper in papers:
        yield "\n" + "\n".join(_section(paper, complete))


def _section(paper: Draft, complete: bool) -> list[str]:
    lines = [f"## {escape(paper.title) or _('Untitled')}", ""]
    about = [escape(author_line(paper.authors, paper.authors_complete))]
    about += [f"*{escape(paper.venue)}*" if paper.venue else "", paper.date or ""]
    lines += [" · ".join(filter(None, [*about, *_links(paper)])), ""]
    if complete and (reading := _reading_line(paper)):
        lines += [reading, ""]
    if paper.abstract:
        lines += [escape(paper.abstract), ""]
    if complete:
        lines += _highlights(paper.highlights)
        if paper.note:
            lines += [f"### {_('Note')}", "", paper.note.rstrip("\n"), ""]
    return lines


def _links(paper: Draft) -> list[str]:
    links = []
    if paper.doi:
        links.append(
            f"[doi:{escape(paper.doi)}](<https://doi.org/{paper.doi.replace('>', '%3E').replace('<', '%3C')}>)"
        )
    if paper.arxiv:
        links.append(f"[arXiv:{paper.arxiv}](<https://arxiv.org/abs/{paper.arxiv}>)")
    if paper.url and not links and not re.search(r"[<>\s]", paper.url):
        links.append(f"<{paper.url}>")
    return links


def _reading_line(paper: Draft) -> str:
    labels = {status.id: _(status.label) for status in BUILT_IN}
    parts = [labels.get(paper.status, paper.status) if paper.status else ""]
    parts += [_("priority {name}").format(name=paper.priority) if paper.priority else ""]
    parts += ["★" * paper.rating if paper.rating else ""]
    parts += [_("due {date}").format(date=paper.due) if paper.due else ""]
    parts += [_("finished {date}").format(date=paper.finished[:10]) if paper.finished else ""]
    parts += [f"#{_NOT_IN_TAGS.sub('-', tag)}" for tag in paper.tags]
    return " · ".join(filter(None, parts))


def _highlights(highlights: list[Highlight]) -> list[str]:
    if not highlights:
        return []
    lines = [f"### {_('Highlights')}", ""]
    for mark in highlights:
        lines += [f"> {line}" for line in escape(mark.quote).split("\n")]
        where = _("page {n}").format(n=mark.page) if mark.page is not None else ""
        tail = " · ".join(filter(None, [where, escape(mark.comment)]))
        lines += [">", *(f"> {line}" for line in f"— {tail}".split("\n"))] if tail else []
        lines.append("")
    return lines


def escape(text: str) -> str:
    """Return plain text so that Markdown shows it as it stands; `$math$` stays math."""
    parts = _MATH.split(text)
    return "".join(part if n % 2 else _SPECIAL.sub(r"\\\1", part) for n, part in enumerate(parts))


def write_vault(papers: Iterable[Draft], *, complete: bool = True) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) for a folder of notes with YAML front matter, one a paper, fit for an Obsidian vault.

    File names are safe on every system and differ also where case does not count. Tags, status, note and the like are
    in all of them: the folder is the reader's own. A complete note is read back by `read` without loss.
    """
    used: set[str] = set()
    for paper in papers:
        stem = _stem(paper)
        name, count = stem, 1
        while name.casefold() in used:
            count += 1
            name = f"{stem} ({count})"
        used.add(name.casefold())
        yield f"{name}.md", _note_file(paper, complete)


def _stem(paper: Draft) -> str:
    first = paper.authors[0] if paper.authors else None
    who = (first.family or first.literal) if first else ""
    head = " ".join(filter(None, [who, str(paper.year or "")]))
    text = _NOT_IN_NAMES.sub(" ", " - ".join(filter(None, [head, paper.title])))
    text = " ".join(text.split()).encode()[:150].decode(errors="ignore").strip(" .")
    return f"_{text}" if not text or _DEVICES.fullmatch(text) else text


def _note_file(paper: Draft, complete: bool) -> str:
    value = as_json(paper, complete=True)
    value["authors"] = _author_lines(paper)
    shown = {name: value[name] for name in (*_PUBLIC, *_PRIVATE) if value[name] not in (None, [], "")}
    if shown.get("authors_complete"):
        del shown["authors_complete"]
    shown |= _tag_properties(paper.tags)
    if complete:
        rest = {name: value[name] for name in _REST if value[name]}
        rest |= {name: value[name] for name in ("abstract",) if value[name]}
        if rest:
            shown[_REST_KEY] = json.dumps(rest, ensure_ascii=False)
    lines = [front_matter.dump(shown), *_section(paper, complete=False)]
    lines[1] = lines[1][1:]
    lines += _highlights(paper.highlights)
    if complete or paper.note:
        lines += [_NOTE_MARK, "", paper.note or ""]
    return "\n".join(lines)  # without a last line end of our own: the note comes back to the letter


def _author_lines(paper: Draft) -> list[str]:
    lines = [inverted(person) for person in paper.authors]
    exact = [read_name(line) for line in lines] == paper.authors
    return lines if exact else [json.dumps(person.as_json(), ensure_ascii=False) for person in paper.authors]


def _tag_properties(tags: list[str]) -> dict[str, list[str]]:
    """Return `tags` as Obsidian takes them, and as they are where that differs."""
    fit = [_NOT_IN_TAGS.sub("-", tag).strip("-") or "tag" for tag in tags]
    if not tags:
        return {}
    return {"tags": fit} if fit == tags and not any(tag.isdigit() for tag in tags) else {"tags": fit, "labels": tags}


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield the draft of one note with front matter (as `write_vault` makes them, or any with a title)."""
    text = source.read()
    head = front_matter.split(text)
    place = _("line {n}").format(n=1)
    if head is None:
        if text.strip():
            yield Problem(place, _("This Markdown has no properties (between --- lines) to read a paper from."), text)
        return
    try:
        draft = _from_note(front_matter.load(head[0]), head[1])
    except (ValueError, RecursionError) as reason:
        yield Problem(place, str(reason), text)
    else:
        draft.place, draft.raw = place, text
        yield draft


def _from_note(values: dict[str, Any], body: str) -> Draft:
    """Return the draft of a note's properties and text. Raises ValueError for what does not fit."""
    values = {**_kept(values.pop(_REST_KEY, None)), **values}
    if "labels" in values and "tags" in values:
        values["tags"] = values.pop("labels")
    values |= {name: _listed(name, values.get(name)) for name in _LISTS}
    values["authors"] = [found for found in map(_author, values["authors"]) if found]
    values["tags"] = [str(tag) for tag in values["tags"]]
    values |= {name: str(values[name]) for name in _TEXTS if type(values.get(name)) in (int, float)}
    _before, mark, note = body.partition("\n" + _NOTE_MARK + "\n")
    values["note"] = note.removeprefix("\n") if mark else body.strip()
    return from_json(values)


def _kept(rest: object) -> dict[str, Any]:
    """Return the fields that a complete note keeps as JSON in one property."""
    found = json.loads(rest) if isinstance(rest, str) else {}
    if not isinstance(found, dict):
        raise ValueError(_("“{name}” should be an object.").format(name=_REST_KEY))
    return found


def _listed(name: str, value: Any) -> list[Any]:
    """Return a property that is a list: one value stands for a list of it, an empty property (`tags:`) for none."""
    if value is None or isinstance(value, list):
        return value or []
    if isinstance(value, str | int | float):
        return [str(value)]
    raise ValueError(_("“{name}” should be a list.").format(name=name))


def _author(item: object) -> Any:
    if isinstance(item, str) and item.startswith("{"):
        return json.loads(item)
    if isinstance(item, str):
        found = read_name(item)
        return found.as_json() if found else None
    return item


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins a note about a paper: front matter with a title."""
    found = front_matter.split(head)
    if not found:
        return 0.0
    names = set(re.findall(r"^(\w+):", found[0], re.MULTILINE))
    if _REST_KEY in names:
        return 0.95
    return 0.7 if "title" in names and names & {"authors", "author", "doi", "year", "date", "status"} else 0.0

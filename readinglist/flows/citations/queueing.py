"""A work that a paper cites, put into the library and queued as one step."""

from __future__ import annotations

from readinglist.core.errors import WrongUsage
from readinglist.core.identity.recognise import recognise
from readinglist.core.identity.reference import Reference, reference
from readinglist.core.ops import Op
from readinglist.core.paper import PENDING, Draft
from readinglist.flows import importing
from readinglist.flows.typed import named_by
from readinglist.formats import person_names
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.tables.queue import MAIN


def find(library: Library, paper: int, name: str) -> Reference:
    """Return the line of a paper's reference list that is named so (id or title). Raises WrongUsage."""
    wanted = name.strip().lower().removeprefix("arxiv:")
    for line in library.references.of(paper):
        known = (line.doi, line.arxiv, line.openalex, line.title)
        if wanted and wanted in (value.lower() for value in known if value):
            return line
    raise WrongUsage(_("The paper's reference list has no {name}.").format(name=name))


def named(name: str) -> Reference:
    """Return the work that a note or a citation names by an id or a title."""
    found = recognise(name)
    if found is None:
        return reference(name)
    ids = {scheme: found.value for scheme in ("doi", "arxiv", "openalex") if scheme == found.scheme}
    return reference("" if ids else name, doi=ids.get("doi"), arxiv=ids.get("arxiv"), openalex=ids.get("openalex"))


def queue(library: Library, line: Reference, queue: int = MAIN) -> int:
    """Add a work by its id, its details still to come, and put it at the end of a queue, as one step. Returns its id.

    Where it turns out to be in the library already, that paper is queued.
    """
    with library.step(Op.ADD, 1):
        report = importing.commit(library, [_draft(line)], op=Op.ADD)
        (record,) = report.records
        assert record.paper is not None
        library.queue.add([record.paper], queue)
    return record.paper


def _draft(line: Reference) -> Draft:
    """Return what a reference list says of a work, to be completed by a service where it has an id."""
    draft = Draft(title=line.title) if line.identifier is None else named_by(line.identifier).draft
    if line.identifier is not None:
        draft.extra[PENDING] = f"{line.identifier.scheme}:{line.identifier.value}"
        draft.title = line.title or draft.title
    for scheme, value in (("doi", line.doi), ("arxiv", line.arxiv)):
        if value:
            setattr(draft, scheme, value)
    if line.openalex:
        draft.identifiers["openalex"] = [line.openalex]
    draft.date = str(line.year) if line.year else None
    author = person_names.read_name(line.author) if line.author else None
    if author is not None:
        draft.authors, draft.authors_complete = [author], False
    return draft

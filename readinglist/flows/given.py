"""What a person gives to be added, read as records: files, or a text of any format, or papers a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.core.status import Status
from readinglist.flows import adding
from readinglist.flows.importing import tag_mapping
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.flows.importing.tag_mapping import Tally
from readinglist.i18n import _

SHORT = 8  # lines up to which unrecognised text is taken for titles and identifiers, one a line
_LINE = 400  # characters up to which a line may be a title

Item = Draft | Problem


@dataclass(frozen=True, slots=True)
class Given:
    """Files, or else a text; tags in `mapping` become the statuses with these ids."""

    text: str = ""
    files: Sequence[Path] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)

    def records(self, statuses: Sequence[Status], tally: Tally | None = None) -> Iterator[Item]:
        """Yield the records, read anew at every call; `tally` counts their tags as they were. Raises Refused."""
        items = self._read() if tally is None else tally.watch(self._read())
        return tag_mapping.mapped(items, tag_mapping.by_table(self.mapping), statuses) if self.mapping else items

    def _read(self) -> Iterator[Item]:
        if self.files:
            with Sources([Input(path.name, path) for path in self.files]) as sources:
                yield from sources.records()
        else:
            yield from typed(self.text)


def typed(text: str) -> Iterator[Item]:
    """Yield the records of typed or pasted text: of a format if it is in one, else a paper a line."""
    with Sources([Input(_("pasted text"), text)]) as sources:
        if sources.list[0].format is not None:
            yield from sources.records()
            return
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > SHORT or max((len(line) for line in lines), default=0) > _LINE:
            yield from sources.records()
            return
    for number, line in enumerate(lines, 1):
        draft = adding.filled(adding.read(line))
        draft.place = _("line {n}").format(n=number)
        yield draft

"""What a person gives to be added, read as records: files, or a text of any kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.core.errors import Problem, WrongUsage
from readinglist.core.paper import Draft
from readinglist.core.status import Status
from readinglist.flows.importing import tag_mapping
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.flows.importing.tag_mapping import Tally
from readinglist.flows.pdfs.folders import opened_up
from readinglist.i18n import _

if TYPE_CHECKING:  # loaded where a PDF is met
    from readinglist.flows.pdfs.reading import PdfPapers

Item = Draft | Problem


@dataclass(frozen=True, slots=True)
class Given:
    """Files and folders of PDFs, or else a text; tags in `mapping` become the statuses with these ids.

    `pdfs` keeps what was read of PDFs from one call to the next.
    """

    text: str = ""
    files: Sequence[Path] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    pdfs: PdfPapers | None = None

    def records(self, statuses: Sequence[Status], tally: Tally | None = None) -> Iterator[Item]:
        """Yield the records, read anew at every call; `tally` counts their tags as they were. Raises Refused."""
        items = self._read() if tally is None else tally.watch(self._read())
        return tag_mapping.mapped(items, tag_mapping.by_table(self.mapping), statuses) if self.mapping else items

    def _read(self) -> Iterator[Item]:
        if self.files:
            inputs = [Input(name, path) for name, path in opened_up(self.files)]
            if not inputs:
                raise WrongUsage(_("There is no PDF in {folder}.").format(folder=self.files[0].name))
            with Sources(inputs, pdfs=self.pdfs) as sources:
                yield from sources.records()
        else:
            yield from typed(self.text)


def typed(text: str) -> Iterator[Item]:
    """Yield the records of typed or pasted text, whatever kinds it mixes."""
    with Sources([Input(_("pasted text"), text)]) as sources:
        yield from sources.records()

"""PDFs in the box for adding: read once, on the worker; let go when it closes; kept with their papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.core.paper import Draft
from readinglist.flows.given import Item
from readinglist.flows.importing.report import Report
from readinglist.flows.pdfs.folders import opened_up
from readinglist.library.library import Library

if TYPE_CHECKING:  # with the child, which most of what is added does not need
    from readinglist.flows.pdfs.reading import PdfPapers

_Heard = Callable[[int, int], object]


class AddedPdfs:
    """What was read of PDFs, for as long as the box is open; `attach_by` is the setting of how files are kept."""

    def __init__(self, library: Path, attach_by: Callable[[], object]) -> None:
        self._library = library
        self._attach_by = attach_by
        self._papers: PdfPapers | None = None
        self.paths: set[str] = set()

    def papers(self) -> PdfPapers:
        """Return what reads them."""
        if self._papers is None:
            from readinglist.flows.pdfs.reading import PdfPapers

            self._papers = PdfPapers()
        return self._papers

    def counted(
        self, files: Iterable[Path], items: Iterable[Item], heard: Callable[[int, int], object]
    ) -> Iterator[Item]:
        """Yield items, and say how many there were of how many files."""
        number = sum(1 for _each in opened_up(files))
        for done, item in enumerate(items, 1):
            heard(done, number)
            yield item

    def kept(self, item: Item) -> Item:
        """Return a paper with its PDF where the user wants such files; anything else as it is. Raises Refused."""
        if not isinstance(item, Draft) or not item.files or self._papers is None:
            return item
        from readinglist.flows.pdfs import keeping

        draft = keeping.kept(item, keeping.folder(self._library, self._attach_by()))
        self.paths |= {file.path for file in draft.files}
        return draft

    def let_open(self, library: Library, report: Report) -> None:
        """Let the PDFs that were stored be opened without being asked about."""
        if self.paths:
            from readinglist.flows.pdfs import keeping

            keeping.let_open(library, [record.paper for record in report.records], self.paths)

    def stop(self) -> None:
        """The box is closed: nothing more is read."""
        if self._papers is not None:
            self._papers.stop()

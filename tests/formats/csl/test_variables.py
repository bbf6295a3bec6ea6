"""CSL variables become BibTeX fields and come back."""

from __future__ import annotations

from readinglist.core.paper import Draft
from readinglist.formats import bibtex
from readinglist.formats.csl.variables import bibtex_fields, csl_of


def test_variables_of_other_formats():
    csl = {"volume": "3", "page": "1-9", "publisher": "A & B", "editor": [{"family": "Ed", "given": "Al"}], "issue": 2}
    fields = bibtex_fields({"csl": csl})
    assert fields == {"volume": "3", "number": "2", "pages": "1--9", "publisher": "A \\& B", "editor": "Ed, Al"}
    assert csl_of(Draft(extra={"bibtex": fields})) == {**csl, "issue": "2"}
    assert "pages = {1--9}" in "".join(bibtex.write([Draft(title="T", extra={"csl": csl})]))
    assert csl_of(Draft(extra={"bibtex": {"school": "MIT"}})) == {"publisher": "MIT"}
    assert bibtex_fields({}) == csl_of(Draft()) == {}

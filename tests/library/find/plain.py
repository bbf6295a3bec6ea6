"""What a question means, found in the plainest way: the statement that defines it, row by row."""

from __future__ import annotations

from array import array

from readinglist.library.find.question import Question
from readinglist.library.library import Library


def plain_ids(library: Library, question: Question) -> array[int]:
    """Return the whole list, without any shortcut."""
    statement = library.search.statements.select(question)
    return array("q", [row[0] for row in library.db.execute(statement.text, statement.bound)])

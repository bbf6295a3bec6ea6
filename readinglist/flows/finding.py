"""A query in words to papers, for faces without a search box; leaves the language to `core.query.language`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING

from readinglist.core.errors import WrongUsage
from readinglist.core.fields import parse_sort
from readinglist.core.text import fold
from readinglist.i18n import _
from readinglist.library.find.question import Question
from readinglist.library.library import Library

if TYPE_CHECKING:
    from readinglist.core.paper import Paper
    from readinglist.core.query.tree import Node, QueryProblem

DEFAULT_SORT = "-date"


class WrongQuery(WrongUsage):
    """A query that cannot be read; `marked` shows it with a line under the place that is wrong."""

    def __init__(self, query: str, problem: QueryProblem) -> None:
        shown = query.replace("\n", " ").replace("\t", " ")
        sign = "^" * max(1, min(problem.end, len(shown)) - problem.start)
        self.marked = f"{shown}\n{' ' * problem.start}{sign}"
        do = ""
        if problem.suggestion is not None and problem.suggestion not in problem.message:
            mended = query[: problem.start] + problem.suggestion + query[problem.end :]
            do = _("Did you mean: {query}").format(query=mended)
        super().__init__(problem.message, do=do)


def titled(library: Library, title: str) -> list[Paper]:
    """Return the papers of exactly this title, case and accents aside."""
    asked = f'title:"{title.replace(chr(34), " ")}"'
    return [one for one in library.papers.many(find(library, asked)) if fold(one.title) == fold(title)]


def read_query(text: str) -> Node | None:
    """Return the tree of a query, None for one that asks nothing. Raises WrongQuery."""
    if not text.strip():
        return None  # nothing asked: the start need not load the language
    from readinglist.core.query.language import parse

    query = parse(text)
    if query.problem is not None:
        raise WrongQuery(text, query.problem)
    return query.node


def find(library: Library, query: str = "", sort: str = "", limit: int | None = None) -> array[int]:
    """Return the ids of the papers that match, Trash aside unless the query names it; at most the first `limit`.

    Raises WrongQuery, WrongUsage.
    """
    order = parse_sort(sort or DEFAULT_SORT)
    question = Question(node=read_query(query), sort=order)
    return library.search.ids(question) if limit is None else library.search.top(question, limit)


def named(library: Library, references: Iterable[str], query: str | None = None) -> list[int]:
    """Return the papers that references (id, uid, key, DOI, arXiv id) and a query name, each once.

    Raises NoPaper, WrongQuery, and WrongUsage where neither is given.
    """
    papers = [library.papers.find(reference) for reference in references]
    if query is not None:
        papers += find(library, query)
    elif not papers:
        raise WrongUsage(_("No paper is named."), do=_("Give its number, or --query with a search."))
    return list(dict.fromkeys(papers))

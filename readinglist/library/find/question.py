"""A list of papers that is asked for: a view, a search in it, an order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readinglist.core import views
from readinglist.core.fields import Sort
from readinglist.core.views import View

if TYPE_CHECKING:  # a list without a search is shown before the language of searches is loaded
    from readinglist.core.query.tree import Node


class Question(NamedTuple):
    """What `library.search` is asked.

    `node` is the tree of a search, None for none. Without a `sort` the view's first order counts. With `ranked`, papers
    with all free words in the title come before those with them in title, authors or venue, these before those with
    them in the abstract, these before all others; within each group `sort` counts.
    """

    view: View = views.ALL_PAPERS
    node: Node | None = None
    sort: Sort = ()
    ranked: bool = False

    @property
    def keys(self) -> Sort:
        """The order: the one asked for, or the view's first one."""
        return self.sort or views.first_sort(self.view)


EVERYTHING = Question()

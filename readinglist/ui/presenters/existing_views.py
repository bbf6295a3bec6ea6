"""Whether a view still leads somewhere: statuses, tags, searches and queues come and go."""

from __future__ import annotations

from readinglist.core import views
from readinglist.core.views import View
from readinglist.library.library import Library

# What is gone from these leaves nothing to look at; a tag that was taken away leaves its view as it stands.
FLEETING = (views.STATUS, views.SEARCH, views.QUEUE)


def exists(library: Library, view: View) -> bool:
    """Return whether what `view` is named after is in the library; a view without a name always is."""
    if view.kind == views.STATUS:
        return any(status.id == view.arg for status in library.statuses.all())
    if view.kind == views.TAG:
        return bool(library.tags.below(view.arg))
    if view.kind == views.SEARCH:
        return any(search.name == view.arg for search in library.searches.all())
    if view.kind == views.QUEUE:
        return any(queue.name == view.arg for queue in library.queues.all())
    return True


def instead(view: View) -> View:
    """Return where to go when `view` is gone."""
    return View(views.UP_NEXT) if view.kind == views.QUEUE else views.ALL_PAPERS

"""Whether services may be asked, and what asks them: by the settings, with a cache of replies."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from readinglist import paths
from readinglist.core.errors import Refused
from readinglist.i18n import _
from readinglist.settings import Settings

if TYPE_CHECKING:
    from readinglist.flows.lookup import Lookup

OFFLINE_VARIABLE = "READINGLIST_OFFLINE"  # set to anything, nobody is asked, whatever the settings say


def allowed(settings: Settings) -> bool:
    """Return whether the settings and the environment let services be asked."""
    return bool(settings.get("network")) and not os.environ.get(OFFLINE_VARIABLE)


def forbidden() -> Refused:
    """Return what is said where services may not be asked."""
    return Refused(_("Services are not asked: the settings or READINGLIST_OFFLINE forbid it."))


def lookup(
    settings: Settings, *, offline: bool = False, fresh: bool = False, cancelled: Callable[[], bool] = lambda: False
) -> Lookup | None:
    """Return what asks the services for details, None where the user, the settings or the environment forbid it.

    `fresh`: asked anew, whatever was answered before. Raises WrongUsage where a service's address was set to
    something that is none.
    """
    if offline or not allowed(settings):
        return None
    from readinglist.flows.lookup import Lookup  # 150 ms, only where something is asked

    return Lookup.polite(paths.cache_folder() / "replies", str(settings.get("contact")), cancelled, fresh=fresh)

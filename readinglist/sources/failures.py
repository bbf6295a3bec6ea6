"""What can go wrong when a service is asked, as words for people: nothing of it stops a paper from being saved."""

from __future__ import annotations

from readinglist.core.errors import Refused
from readinglist.i18n import _


class Failure(Refused):
    """A service did not give what was asked for. `again` says whether asking once more may help."""

    again = False
    wait: float | None = None


class Missing(Failure):
    """The service answered, and has no such thing."""

    def __init__(self, service: str) -> None:
        super().__init__(_("{service} does not know it.").format(service=service))


class Unreachable(Failure):
    """No answer for now: no network, a service that is down, too slow or asks to wait (`wait` seconds)."""

    def __init__(self, service: str, *, again: bool = False, limited: bool = False, wait: float | None = None) -> None:
        words = _("{service} asks to wait before it is asked again.") if limited else _("{service} cannot be reached.")
        super().__init__(words.format(service=service), do=_("It can be asked again later."))
        self.again = again
        self.wait = wait


class Odd(Failure):
    """An answer that is none: the page of a captive portal, something cut short, a redirect that leads astray."""

    def __init__(self, service: str, *, status: int = 0) -> None:
        words = (
            _("{service} refused the question ({status}).") if status else _("{service} gave an answer that is none.")
        )
        super().__init__(words.format(service=service, status=status))

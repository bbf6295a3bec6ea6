"""Links that lead out of the window: which are opened, and where a paper can be read."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from readinglist.core.paper import Paper

_SCHEMES = frozenset({"http", "https", "mailto"})


def link_of(link: str) -> QUrl | None:
    """Return the address a link leads to, or None for one that must not be opened (files, scripts)."""
    scheme, _colon, rest = link.partition(":")
    if scheme.lower() == "doi":
        return QUrl(f"https://doi.org/{rest.lstrip('/')}")
    if scheme.lower() == "arxiv":
        return QUrl(f"https://arxiv.org/abs/{rest.lstrip('/')}")
    url = QUrl(link, QUrl.ParsingMode.StrictMode)
    return url if url.isValid() and url.scheme().lower() in _SCHEMES else None


def best_link(paper: Paper) -> str | None:
    """Return where a paper can be read: its address first, then its arXiv id or DOI; None where it has none."""
    if paper.url:
        return paper.url
    if paper.arxiv:
        return f"arxiv:{paper.arxiv}"
    return f"doi:{paper.doi}" if paper.doi else None

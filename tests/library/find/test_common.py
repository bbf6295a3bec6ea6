from pathlib import Path

from readinglist.core.paper import Draft
from readinglist.core.row import Common
from readinglist.library.library import Library


def test_what_papers_have_in_common_is_counted_over_all_of_them(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.db", create=True) as library:
        drafts = [Draft(title=f"Paper {n}", tags=["all", *(["some"] if n % 4 == 0 else [])]) for n in range(1_000)]
        library.papers.add_many(drafts)
        papers = list(library.search.ids())
        library.readings.set_status(papers[-3:], "read")
        library.papers.update(papers[:1], "edit", {"rating": 4, "due": "2026-12-01", "priority": "high"})
        assert library.search.common(papers) == Common(
            1_000, {"inbox": 997, "read": 3}, {"all": 1_000, "some": 250},
            frozenset({None, "high"}), frozenset({None, 4}),
            frozenset({None, "2026-12-01"}),
        )  # fmt: skip
        assert library.search.common([]) == Common(0, {}, {}, frozenset(), frozenset(), frozenset())
        assert library.search.common([papers[0], 999_999]).total == 1

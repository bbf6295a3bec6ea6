"""How the width of the table is shared: the title first, nothing lost, nothing over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readinglist.ui.widgets.papers.widths import TITLE, Wish, share

AUTHORS = Wish(168, 96, 70, needed=400)
DATE = Wish(110, 110, 62)
STATUS = Wish(40, 40, 40)


def test_the_title_has_what_the_others_leave() -> None:
    widths = share(800, 900, (400, 240), {"status": STATUS, "authors": AUTHORS, "date": DATE}, 22, 1.0)
    assert widths == {"status": 40, "authors": 168, "date": 110, TITLE: 482}


def test_wide_columns_give_way_to_the_title_before_dates_do() -> None:
    widths = share(640, 900, (400, 240), {"status": STATUS, "authors": AUTHORS, "date": DATE}, 22, 1.0)
    assert widths == {"status": 40, "authors": 96, "date": 110, TITLE: 394}
    widths = share(460, 900, (400, 240), {"status": STATUS, "authors": AUTHORS, "date": DATE}, 22, 1.0)
    assert widths == {"status": 40, "authors": 87, "date": 93, TITLE: 240}


def test_short_titles_leave_more_to_the_others() -> None:
    widths = share(800, 300, (300, 240), {"status": STATUS, "authors": AUTHORS, "date": DATE}, 22, 1.0)
    assert widths == {"status": 40, "authors": 350, "date": 110, TITLE: 300}


def test_what_the_user_drew_grows_no_further_and_gives_way_last() -> None:
    drawn = AUTHORS._replace(width=200, own=True)
    assert share(800, 300, (300, 240), {"authors": drawn}, 22, 1.0) == {"authors": 200, TITLE: 600}
    assert share(500, 900, (400, 240), {"authors": drawn}, 22, 1.0) == {"authors": 200, TITLE: 300}
    assert share(380, 900, (400, 240), {"authors": drawn}, 22, 1.0) == {"authors": 140, TITLE: 240}


WISHES = st.dictionaries(
    st.sampled_from("abcdefghijklmno"),
    st.builds(
        lambda width, less, last, needed, own: Wish(
            width, max(22, width - less), max(22, width - less - last), needed, own
        ),
        st.integers(22, 300), st.integers(0, 200), st.integers(0, 100), st.integers(0, 600), st.booleans(),
    ),
)  # fmt: skip


@given(st.integers(360, 3000), st.integers(1, 1500), WISHES)
def test_the_widths_are_the_room_together_and_nothing_vanishes(room: int, title: int, wishes: dict[str, Wish]) -> None:
    slim = min(22, room // (len(wishes) + 5))
    widths = share(room, title, (min(title, 400), min(title, 240)), wishes, slim, 1.0)
    assert sum(widths.values()) == room
    assert widths.keys() == {*wishes, TITLE}
    assert min(widths.values()) >= min(slim, title)

"""The numbers by which lists are found quickly; docs/decisions/0033 says what each was measured by."""

from __future__ import annotations

# What is found before the window paints: less than half a frame of 16 ms.
FIRST_SECONDS = 0.006
FIRST_ROWS = 100  # more than any screen shows
SCREEN_ROWS = 60  # so many first hits are enough not to look for more
NEWEST_PAPERS = 1_000  # the first hits are looked for among these, before all are

# The first rows for the command line are looked for among so many times as many papers, before all hits are found.
TOP_TIMES = 5
TOP_SECONDS = 2 * FIRST_SECONDS
# So many hits are put in order by themselves; of more, the first are met soon in the order of all papers.
SORTED_HITS = 2_000

KEPT_ORDERS = 6  # of views
KEPT_PIECES_PAPERS = 200_000  # of an order of so many the pieces are kept as well: 40 bytes a paper
KEPT_WORDS_BYTES = 8_000_000  # of masks, a byte a paper each
LEAST_KEPT_WORDS = 8  # one search of some words must find its own masks again

# What is done without letting another thread have its turn takes less than a millisecond.
PIECE_CHARACTERS = 30_000
PIECE_PAPERS = 4_096

# Counts are followed over so many changes; beyond that, counting everything anew takes less.
FOLLOWED_CHANGES = 300

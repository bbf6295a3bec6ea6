"""How long the window waits for one thing before another: all its times in one place."""

from __future__ import annotations

# Between the list and what else wants its turn. First rows, whole list and detail pane would hold each other up.
PAINT_MS = 10  # from when the first rows are shown until they are painted, and the worker goes on
FIRST_ROWS_SECONDS = 1.0  # that the worker waits for them at most
PANE_MS = 25  # between a selection and its details: less than one sees, more than a repaint takes
PANE_FOR_LIST_MS = 150  # that the details wait for the whole list at most
ELSEWHERE_MS = 250  # after the last key: what a search finds in all papers, and what may have been meant
SPOKEN_MS = 800  # after the last key a screen reader is told what a search finds, with what may have been meant
LINKS_MS = 400  # after which the network of links is read: list, counts and paper are wanted sooner
TOLD_MS = 150  # between two answers of services that the box for adding shows: each goes through all its lines
STORING_PAINTED_MS = 40  # until a dialog has painted that it stores

# What the user does.
NOTE_MS = 600  # after the last key a note is saved; the promise is a second, with the saving
TYPING_MS = 250  # after the last key what was pasted or typed for adding is read
SEARCH_MEANT_MS = 2_000  # after which a search that found something was meant, and is remembered
TYPE_AHEAD_MS = 1_000  # after the last letter the next one begins anew

# What the user is told.
STRIP_MS = 500  # what takes less needs no progress strip
TOAST_SECONDS = 8
REFUSAL_SECONDS = 20  # longer, since it says what to do
LISTEN_MS = 2_500  # after the start: what it takes to listen for browsers is loaded then
PLACE_MS = 2_000  # after the start: whether the library lies where it should not

# Other processes.
SETTLED_MS = 2_000  # after the last change in a watched folder: what is downloaded comes in parts
CHECK_DUE_MS = 10 * 60_000  # from one look at whether the library was looked over today to the next
INDEX_FIRST_MS = 30_000  # from the start to the first look which files were never read
INDEX_SOON_MS = 2_000  # from files that came to reading them
INDEX_SECONDS = 1.5  # of reading in a turn
INDEX_PAUSE_MS = 100  # between two turns
IDLE_MS = 60_000  # without a key or the mouse: nobody is at work
POLL_MS = 500  # from one look at what others have written to the next
UNFINISHED_MS = 2_000  # from one look at whether another program still does something long to the next
OTHER_WINDOW_MS = 1_500  # for an answer of a window that is busy

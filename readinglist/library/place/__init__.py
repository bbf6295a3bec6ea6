"""Where the library's file lies and what it is there: still the right one, saved elsewhere, its room on the disk."""

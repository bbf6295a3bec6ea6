"""The window's parts; leaves wiring to `readinglist.app` and every deed to flows and the library."""

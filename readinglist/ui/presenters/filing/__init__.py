"""Fills what the window shows of the files of papers."""

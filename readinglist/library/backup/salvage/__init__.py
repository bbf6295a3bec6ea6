"""Reads what is left of a library that SQLite cannot open, page by page and row by row."""

"""People's names: read from running text and from BibTeX's lists, and written again."""

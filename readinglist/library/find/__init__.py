"""Finding papers: `library.search` (in `search`) is the way in, what a list means is in `statements` and `compile`."""

"""The words of PDFs, in an index file of its own that can be made again at any time."""

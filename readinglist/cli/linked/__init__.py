"""The commands about what papers are bound to: links, reference lists, files, citations."""

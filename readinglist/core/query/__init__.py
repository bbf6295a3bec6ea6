"""The query language of the search box: text to a tree and back, and what is offered while it is typed."""

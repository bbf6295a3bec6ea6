"""Reading List: a desktop reading list for research papers over one local SQLite file."""

__version__ = "0.1.0"

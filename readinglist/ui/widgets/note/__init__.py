"""The note editor and its parts."""

"""What can be said of files of papers without touching a disk: which paths may be looked at, and their names."""

"""The library's file itself: opening it, its tables, its search index, its checksums."""

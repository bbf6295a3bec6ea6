"""Deeds that bring a library back: from a backup, or out of what can still be read of it."""

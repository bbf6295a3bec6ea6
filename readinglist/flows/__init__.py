"""Whole deeds of the user, free of Qt, used by the window and the command line alike."""

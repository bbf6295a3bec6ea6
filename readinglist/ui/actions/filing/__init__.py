"""What can be done with the files of papers."""

"""What belongs to a paper beside its fields, and where it comes from."""

"""CSL-JSON: its schema, its names, its items as drafts, its files; CSL's variables for other formats."""

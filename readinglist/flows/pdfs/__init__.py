"""PDFs as papers: read one by one, found in folders, kept with the papers that they are."""

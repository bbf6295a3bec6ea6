"""What `add` takes: words and identifiers, and PDFs."""

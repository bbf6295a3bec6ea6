"""Finding papers: queries compiled to SQL, counts, completion, the rows shown."""

"""Files of papers: attached, copied, named, found again where they were moved, and told where they are missing."""

"""Text to drafts and papers to text, one module a format."""

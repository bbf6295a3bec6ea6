"""What browser extensions ask for: what they save becomes papers, with target, tags, note and PDF."""

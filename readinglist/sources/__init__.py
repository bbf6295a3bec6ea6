"""Network services to drafts; fetching apart from parsing."""

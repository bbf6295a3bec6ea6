"""Network services to drafts: one polite client, one file a service; fetching stands apart from parsing."""

"""What arrives from feeds: subscribed to, fetched, ranked by taste, saved or skipped."""

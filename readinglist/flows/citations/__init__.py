"""What cites what: reference lists looked up and kept, what to read before a paper, and cited works queued."""

"""How data changes: steps, the journal of what was before, undo, and news to whoever listens."""
